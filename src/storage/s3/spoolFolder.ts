// Folders on the disk that hold what a writer has not sent yet. They outlive the writer's process.
//   <state folder>/gmlp-viz/spool/<hash of the run's address>/<writer>/
//     target.json     where the files go, and which process sends them
//     progress.json   what was sent
//     00000000.open   bytes that the writer appends to
//     00000000.sealed bytes that change no more: a segment of the event file without its head
//     00000001.object a whole file next to the event file: a line with its key, and its bytes
import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { type S3Address, type StoreSettings, s3Path } from './s3Address.ts';

/** At so many bytes a segment ends unless the writer is told otherwise. */
export const defaultSegmentBytes = 2 ** 23;

/** The process that sends a folder's files. */
interface Owner {
  /** the machine, or the container on it, whose processes have numbers of their own */
  readonly machine: string;
  readonly pid: number;
  /** when the process started, in ticks since the machine did; undefined where the system does not tell */
  readonly startTime?: string | undefined;
}

/** Where the files of a folder go. */
export interface SpoolTarget {
  readonly run: S3Address;
  readonly settings: StoreSettings;
  /** seconds since 1970, and the machine's name: parts of the names of objects */
  readonly wallTime: number;
  readonly host: string;
  readonly pid: number;
  /** the end of the names of objects */
  readonly suffix: string;
  /** bytes that each object begins with, in base64 */
  readonly head: string;
  readonly owner: Owner;
}

/** How far the files of a folder are sent. */
export interface SpoolProgress {
  /** the beginning of the names of objects; undefined until the first one is sent */
  readonly stem?: string;
  /** the number of the next object */
  readonly next: number;
  /** files of lower numbers are sent */
  readonly sent: number;
  /** files with lower numbers than this one, and not sent, are the object `next`: it may be stored already */
  readonly sending?: number;
}

/** The folder of all spools: `gmlp-viz/spool` in the user's folder for the state of programs. */
export function spoolRoot(): string {
  const { XDG_STATE_HOME = '', LOCALAPPDATA } = process.env;
  const usual = process.platform === 'win32' && LOCALAPPDATA ? LOCALAPPDATA : join(homedir(), '.local', 'state');
  // https://specifications.freedesktop.org/basedir/latest: a relative path is no valid one
  return join(isAbsolute(XDG_STATE_HOME) ? XDG_STATE_HOME : usual, 'gmlp-viz', 'spool');
}

/** The folders of all runs that have spools. */
export const runSpools = (): string[] => foldersIn(spoolRoot());

/** The folders of a run's writers, in the order in which these began. */
export const writersIn = (run: string): string[] => foldersIn(run);

/** Sorted; none of a folder that is gone. Files, such as those that a file manager makes, are passed over. */
function foldersIn(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** The folder of all writers of one run. */
export function runSpool(run: S3Address, { endpoint }: StoreSettings): string {
  const hash = createHash('sha256')
    .update(`${endpoint ?? ''}\n${s3Path(run)}`)
    .digest('hex');
  return join(spoolRoot(), hash.slice(0, 32));
}

/** Creates the folder of a new writer. @throws the disk's error */
export function createSpool(target: Omit<SpoolTarget, 'owner'>): string {
  const milliseconds = `${Math.floor(Date.now())}`.padStart(15, '0');
  const folder = join(runSpool(target.run, target.settings), `${milliseconds}-${process.pid}-${randomName()}`);
  // the events of a training are its user's alone
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(folder, 'target.json', JSON.stringify({ ...target, owner: thisProcess() }));
  return folder;
}

/** A part of a name that no other process makes. */
export const randomName = (): string => randomBytes(4).toString('hex');

const nothingSent: SpoolProgress = { next: 0, sent: 0 };

/** The target of a folder; undefined of a folder that is none, or was begun and not finished. */
export const readTarget = (folder: string): SpoolTarget | undefined =>
  readJson<SpoolTarget>(join(folder, 'target.json'));

/** What was sent of a folder. */
export const readProgress = (folder: string): SpoolProgress =>
  readJson<SpoolProgress>(join(folder, 'progress.json')) ?? nothingSent;

/** Keeps what was sent, so that the next process goes on from there. */
export const writeProgress = (folder: string, progress: SpoolProgress): void =>
  writeWhole(folder, 'progress.json', JSON.stringify(progress));

/** A file of a spool that waits to be sent. */
export interface SpoolFile {
  readonly number: number;
  readonly kind: 'open' | 'sealed' | 'object';
  readonly path: string;
}

/** The path of a file in a spool. */
export const spoolFile = (folder: string, number: number, kind: SpoolFile['kind']): string =>
  join(folder, `${`${number}`.padStart(8, '0')}.${kind}`);

/** The files of a folder in the order of their numbers. @throws UserError where it was removed */
export function spoolFiles(folder: string): SpoolFile[] {
  const files = namesIn(folder).flatMap((name) => {
    const [, digits, kind] = /^(\d{8,})\.(open|sealed|object)$/.exec(name) ?? [];
    return digits === undefined ? [] : [{ number: Number(digits), kind, path: join(folder, name) } as SpoolFile];
  });
  return files.sort((a, b) => a.number - b.number);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? removedSpool(folder) : error;
  }
}

/** The error of a folder that somebody removed. */
export const removedSpool = (folder: string): UserError =>
  new UserError(`${folder} was removed before all events in it were sent`);

/** Removes a folder whose files are sent, and that of its run where it was the last one. */
export function removeSpool(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  try {
    rmdirSync(join(folder, '..'));
  } catch {}
}

/** Tells other machines that the process that sends a folder's files lives. */
export function beatIn(folder: string): void {
  try {
    const now = new Date();
    utimesSync(join(folder, 'target.json'), now, now);
  } catch {}
}

/**
 * Takes over the folder of a writer whose process ended, and makes its files ready to be sent: the last one is cut after its last
 * whole record.
 * @param wholeLength how many bytes of an event file without its head are whole records
 * @returns the folder by its new name; undefined where it has an owner or another process was faster
 */
export function takeOver(
  folder: string,
  wholeLength: (bytes: Uint8Array) => number,
): { readonly folder: string; readonly target: SpoolTarget } | undefined {
  const former = readTarget(folder);
  if (!former || !isGone(former.owner, join(folder, 'target.json'))) return undefined;
  const target = { ...former, owner: thisProcess() };
  const taken = `${folder.replace(/~[^~/\\]*$/, '')}~${process.pid}-${randomName()}`;
  try {
    renameSync(folder, taken);
    writeWhole(taken, 'target.json', JSON.stringify(target));
    for (const { number, kind, path } of spoolFiles(taken)) {
      if (kind !== 'open') continue;
      const bytes = readFileSync(path);
      const length = wholeLength(bytes);
      const sealed = spoolFile(taken, number, 'sealed');
      if (length === bytes.length && length > 0) renameSync(path, sealed);
      else {
        if (length > 0) writeWhole(taken, `${number}.cut`, bytes.subarray(0, length), sealed);
        rmSync(path, { force: true });
      }
    }
    return { folder: taken, target };
  } catch (error) {
    // the folder was taken by another process meanwhile
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const heartbeatLimitMs = 120_000;

/** Whether the process is gone; one of another machine, whose processes are not seen, when it was silent for two minutes. */
function isGone({ machine, pid, startTime }: Owner, heartbeat: string): boolean {
  if (machine === thisMachine()) {
    if (!isRunning(pid)) return true;
    const now = startTimeOf(pid);
    if (startTime !== undefined && now !== undefined) return now !== startTime;
  }
  const stats = statSync(heartbeat, { throwIfNoEntry: false });
  return stats === undefined || Date.now() - stats.mtimeMs > heartbeatLimitMs;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const thisProcess = (): Owner => ({ machine: thisMachine(), pid: process.pid, startTime: startTimeOf(process.pid) });

/** Containers may share the machine's name and not its processes: Linux tells the start of the machine and the list of processes. */
function thisMachine(): string {
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${hostname()} ${start} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Linux tells it as the 22nd field of a line whose second one, a name in brackets, may hold spaces. */
function startTimeOf(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Writes a file that is whole or does not exist. */
function writeWhole(folder: string, name: string, content: string | Uint8Array, path = join(folder, name)): void {
  const aside = join(folder, `${name}.${process.pid}.new`);
  writeFileSync(aside, content, { mode: 0o600 });
  renameSync(aside, path);
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

// The storage of a machine with a disk.
import {
  appendFileSync,
  closeSync,
  type Dirent,
  fstatSync,
  fsync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open as openHandle } from 'node:fs/promises';
import { hostname, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { createFolder, removeCreated } from './createFolder.ts';
import { eventFileStem } from './eventFileName.ts';
import { expectStream } from './regularFile.ts';
import type { AppendableFile, FileStamp, ListedFile, NewFile, ReadableFile, Storage } from './storage.ts';
import { isSystemError, reasonOfRead } from './systemReason.ts';
import { warnOnce } from './warn.ts';

/** Files on the disk, by paths of the operating system. */
export const disk: Storage = {
  host: hostname(),
  join,
  list,
  open,
  stamp,
  identity,
  create,
  read,
  replace,
  append,
};

async function list(path: string, deep: boolean): Promise<readonly ListedFile[] | undefined> {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (!stats.isDirectory()) return [{ path, name: basename(path), folder: '.' }];
    const found: ListedFile[] = [];
    addFiles({ path, folder: '.', around: [realpathSync(path)] }, readdirSync(path, entryTypes), deep, found);
    return found;
  } catch (error) {
    throw unreadable(path, error);
  }
}

const entryTypes = { withFileTypes: true } as const;

/** A folder of a listing. */
interface ListedFolder {
  readonly path: string;
  /** relative to the folder that was asked for */
  readonly folder: string;
  /** real paths of this folder and of those around it, the nearest first */
  readonly around: readonly [string, ...string[]];
}

/**
 * Adds the files of a folder, and follows links, as TensorBoard does. Passes over a link to a folder around it, and with a
 * warning over a folder that cannot be read.
 */
function addFiles(listed: ListedFolder, entries: readonly Dirent[], deep: boolean, found: ListedFile[]): void {
  const { folder, around } = listed;
  for (const entry of entries) {
    const { name } = entry;
    const path = join(listed.path, name);
    const kind = entry.isSymbolicLink() ? readBelow(path, () => statSync(path)) : entry;
    if (kind?.isFile()) found.push({ path, name, folder });
    if (!deep || !kind?.isDirectory()) continue;
    const real = kind === entry ? join(around[0], name) : readBelow(path, () => realpathSync(path));
    const inside = readBelow(path, () => readdirSync(path, entryTypes));
    if (real === undefined || !inside || around.includes(real)) continue;
    addFiles({ path, folder: join(folder, name), around: [real, ...around] }, inside, deep, found);
  }
}

/** @returns undefined for a path that cannot be read, with a warning unless it was removed after it was listed */
function readBelow<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (!isSystemError(error)) throw error;
    warnOnce(`passed over ${path}: ${reasonOfRead(error)}`);
    return undefined;
  }
}

/** The clause for an error of the file system, which may name a folder below `path`. */
function unreadable(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  return new UserError(`cannot read ${error.path ?? path}: ${reasonOfRead(error)}`, { cause: error });
}

async function open(path: string, offset = 0): Promise<ReadableFile> {
  const handle = await opened(path);
  let at = offset;
  return {
    async read(buffer) {
      // null: where the last read ended, since a pipe has no other position
      const position = offset > 0 ? at : null;
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position).catch((error) => {
        throw unreadable(path, error);
      });
      at += bytesRead;
      return bytesRead;
    },
    async size() {
      const stats = await handle.stat();
      return stats.isFile() ? stats.size : undefined;
    },
    close: () => handle.close(),
  };
}

async function opened(path: string): Promise<FileHandle> {
  try {
    expectStream(path);
    return await openHandle(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The time of the last change of a file's name, rights or bytes is the system's own: no program sets it back. */
function stamp(path: string): FileStamp | undefined {
  try {
    const stats = statSync(path, { bigint: true });
    const { size, ino, mtimeNs, ctimeNs, ctimeMs } = stats;
    if (!stats.isFile()) return undefined;
    return { size: Number(size), version: `${ino} ${mtimeNs} ${ctimeNs}`, changedMs: Number(ctimeMs) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

function identity(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // the link of an opened pipe leads to no path
    return undefined;
  }
}

/** The requests of files that are not closed yet; their waiting events are appended at exit. */
const unclosed = new Set<NewFile>();

function create(newFile: NewFile): AppendableFile {
  const { folder, wallTime, suffix, head } = newFile;
  const created = createFolder(folder);
  const { path, descriptor } = orRemove(created, () => createUnique(folder, wallTime, suffix));
  const file: AppendableFile = {
    path,
    append: (bytes) => writeSync(descriptor, bytes),
    flush() {
      // bytes written to a removed file are lost
      if (fstatSync(descriptor).nlink === 0) throw new UserError(`${path} was removed while it was written`);
    },
    async sync() {
      await synced(descriptor);
      // the name of a new folder is data of its parent
      for (const changed of new Set([folder, ...created.map((path) => dirname(path))])) await syncFolder(changed);
    },
    close() {
      unclosed.delete(newFile);
      if (unclosed.size === 0) process.off('exit', appendAllWaiting);
      closeSync(descriptor);
    },
    discard() {
      file.close();
      rmSync(path, { force: true });
      removeCreated(created);
    },
  };
  if (unclosed.size === 0) process.on('exit', appendAllWaiting);
  unclosed.add(newFile);
  try {
    for (let written = 0; written < head.length; ) written += file.append(head.subarray(written));
  } catch (error) {
    file.discard();
    throw error;
  }
  return file;
}

/** Runs `create`; removes the folders made for it if it throws. */
function orRemove<T>(created: readonly string[], create: () => T): T {
  try {
    return create();
  } catch (error) {
    removeCreated(created);
    throw error;
  }
}

/** Appends the waiting events of all open files when the process exits; throws the first error unless the process already fails. */
function appendAllWaiting(code: number): void {
  const errors: unknown[] = [];
  for (const file of unclosed)
    try {
      file.appendWaiting();
    } catch (error) {
      errors.push(error);
    }
  if (errors.length > 0 && code === 0) throw errors[0];
}

const synced = (descriptor: number): Promise<void> =>
  new Promise((resolve, reject) => fsync(descriptor, (error) => (error ? reject(error) : resolve())));

/** Makes the names of new files in a folder survive a crash: they are the folder's data. */
async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and keeps their names without a sync
  if (platform() === 'win32') return;
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    // a folder that was moved took the file along, which is synced already
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return;
    throw error;
  }
  try {
    await synced(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function read(path: string): Uint8Array | undefined {
  try {
    expectStream(path);
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function replace(path: string, bytes: Uint8Array): void {
  createFolder(dirname(path));
  writeFileSync(path, bytes);
}

function append(path: string, bytes: Uint8Array): void {
  createFolder(dirname(path));
  appendFileSync(path, bytes);
}

/**
 * Creates a file that no other writer has, not even another process in the same second. tensorboardX leaves out process id and
 * ordinal and truncates, so that two such writers overwrite each other.
 */
function createUnique(folder: string, wallTime: number, suffix: string): { path: string; descriptor: number } {
  const stem = `${eventFileStem(wallTime, hostname(), readdirSync(folder))}.${process.pid}`;
  for (let n = 0; ; n++) {
    const path = join(folder, `${stem}.${n}${suffix}`);
    try {
      return { path, descriptor: openSync(path, 'wx') };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

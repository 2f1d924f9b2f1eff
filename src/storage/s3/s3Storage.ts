// The storage of stores that speak S3. What a writer appends goes to a spool on the disk; a thread sends it in segments, each
// of them a whole event file whose bytes never change.
import { writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { expectCount } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { expectOptions, type OptionNames } from '../../options.ts';
import type { NewFile, Storage } from '../storage.ts';
import { s3AddressOf, s3Path, storeSettings } from './s3Address.ts';
import { expectS3Library } from './s3Client.ts';
import { SegmentedFile, type SpoolBytes } from './segmentedFile.ts';
import { createSpool, defaultSegmentBytes } from './spoolFolder.ts';
import { type SegmentLimits, SpoolWriter } from './spoolWriter.ts';
import { UploadThread } from './uploadThread.ts';

/** Options of `s3Storage`. */
export interface S3StorageOptions {
  /** a segment of so many bytes ends; 8 MiB */
  readonly segmentBytes?: number;
  /** a segment of so many seconds ends; 2 % of the run's age, at least 30 and at most 600 */
  readonly segmentSeconds?: number;
  /** how many bytes may wait on the disk for the store, of all runs, until an `add*` throws; 1 GiB */
  readonly maxSpoolBytes?: number;
}

const optionNames: OptionNames<S3StorageOptions> = { segmentBytes: true, segmentSeconds: true, maxSpoolBytes: true };

const defaults = { segmentBytes: defaultSegmentBytes, maxSpoolBytes: 2 ** 30 };
const readMs = 10_000;
// the end of a process waits for the store no longer
const exitMs = 5000;

/**
 * Creates the storage of `s3://` and `gs://` addresses with other limits than those of the default one. It needs the package
 * `@aws-sdk/client-s3`, and reads its settings from the environment: `AWS_ENDPOINT_URL`, `AWS_REGION`, credentials.
 * @throws UserError for options that are unknown or out of range
 * @example
 * const storage = s3Storage({ segmentSeconds: 300 });
 * const writer = new SummaryWriter({ logdir: 's3://bucket/run', storage });
 */
export function s3Storage(options: S3StorageOptions = {}): Storage {
  expectOptions(options, optionNames);
  const { segmentBytes = defaults.segmentBytes, segmentSeconds, maxSpoolBytes = defaults.maxSpoolBytes } = options;
  expectCount('segmentBytes', segmentBytes, 1);
  expectCount('maxSpoolBytes', maxSpoolBytes, 1);
  if (segmentSeconds !== undefined && !(segmentSeconds > 0))
    throw new UserError(`segmentSeconds must be more than 0 seconds, got ${segmentSeconds}`);
  const bytes: SpoolBytes = { waiting: 0, max: maxSpoolBytes };
  // files that are read again: the store may not have them yet
  const written = new Map<string, Uint8Array>();
  const create = (newFile: NewFile): SegmentedFile => createFile(newFile, { segmentBytes, segmentSeconds }, bytes);
  const put = (path: string, content: Uint8Array): void => {
    const { key } = s3AddressOf(path);
    const folder = path.slice(0, path.lastIndexOf('/'));
    const holder = [...files.values()].find(({ isOpen, run }) => isOpen && path.startsWith(`${s3Path(run)}/`));
    const file =
      holder ??
      create({
        folder,
        wallTime: Date.now() / 1000,
        suffix: '',
        head: new Uint8Array(),
        appendWaiting: () => undefined,
      });
    file.put(key, content);
    if (!holder) file.close();
  };
  const read = (path: string): Uint8Array | undefined => {
    const known = written.get(path);
    if (known) return known;
    const { scheme, bucket, key } = s3AddressOf(path);
    expectS3Library();
    thread ??= startThread();
    return thread.read({ settings: storeSettings(scheme), bucket, key }, readMs);
  };
  return {
    host: hostname(),
    join: (folder, name) => `${folder.replace(/\/+$/, '')}/${name}`,
    create,
    read,
    replace(path, content) {
      written.delete(path);
      put(path, content);
    },
    append(path, added) {
      const content = Buffer.concat([read(path) ?? new Uint8Array(), added]);
      written.set(path, content);
      put(path, content);
    },
    list: async (path, deep) => (await import('./s3Files.ts')).listObjects(path, deep),
    open: async (path, offset) => (await import('./s3Files.ts')).openObject(path, offset),
    identity(path) {
      const address = s3AddressOf(path);
      // another server's bucket of this name is another one
      return `${storeSettings(address.scheme).endpoint ?? ''} ${s3Path(address)}`;
    },
    pollMs: 5000,
  };
}

function createFile(newFile: NewFile, limits: SegmentLimits, bytes: SpoolBytes): SegmentedFile {
  const run = runAddress(newFile.folder);
  expectS3Library();
  const spool = new SpoolWriter(spoolFor(run, newFile), limits);
  thread ??= startThread();
  const file = new SegmentedFile(run, newFile, spool, bytes, thread, limits.segmentBytes, ({ id }) => files.delete(id));
  files.set(file.id, file);
  return file;
}

/** The storage of `s3://` and `gs://` addresses. */
export const s3: Storage = s3Storage();

let thread: UploadThread | undefined;
const files = new Map<number, SegmentedFile>();

function startThread(): UploadThread {
  process.on('exit', sendAtExit);
  return new UploadThread();
}

/** Sends, as the process ends, what its writers did not. */
function sendAtExit(code: number): void {
  const errors = [...files.values()].map((file) => file.sealLast()).filter((error) => error !== undefined);
  const left = thread!.drain(exitMs);
  for (const id of left) {
    const file = files.get(id);
    if (file)
      writeSync(
        2,
        `gmlp-viz: ${printed(file.path)} has not taken all events: send them by gmlp-viz sync, from ${printed(file.spoolFolder)}\n`,
      );
  }
  if (errors.length > 0 && code === 0) throw errors[0];
}

/** A path without characters that change a terminal. */
const printed = (path: string): string => path.replace(/\p{Cc}/gu, '?');

/** @throws UserError for a bucket itself: TensorBoard reads none as a logdir */
function runAddress(folder: string) {
  const run = s3AddressOf(folder);
  if (run.key === '')
    throw new UserError(`the address must name a run in the bucket, such as ${s3Path(run)}/run, got ${folder}`);
  return run;
}

/** @throws UserError where the disk refuses a folder */
function spoolFor(run: ReturnType<typeof runAddress>, { wallTime, suffix, head }: NewFile): string {
  const settings = storeSettings(run.scheme);
  try {
    const base64 = Buffer.from(head).toString('base64');
    return createSpool({ run, settings, wallTime, host: hostname(), pid: process.pid, suffix, head: base64 });
  } catch (error) {
    throw new UserError(
      `events for ${s3Path(run)} wait on the disk, which refuses: ${(error as Error).message}; set XDG_STATE_HOME to a folder that can be written`,
      { cause: error },
    );
  }
}

// Event files on disk, appended to: records wait in memory until they are flushed. In: messages. Out: files.
import {
  appendFileSync,
  closeSync,
  fstatSync,
  fsync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { Pending } from '../tensorboard/files/recordBuffer.ts';
import { createFolder, removeCreated } from './createFolder.ts';
import { type EventFile, type EventStorage, fileStem } from './storage.ts';

interface Waiting extends EventFile {
  waits(): boolean;
}

// more than this does not wait, however many events that are
const maxWaitingBytes = 1 << 20;
// what waits when the process ends without a close is written then
const open = new Set<Waiting>();
let watching = false;

export const disk: EventStorage = { host: hostname(), join, create, read, write, append };

/** No other writer has the file, also within one second and across processes. */
function create(logdir: string, suffix: string): EventFile {
  const folders = createFolder(logdir);
  const { path, descriptor } = createAlone(logdir, suffix, folders);
  const pending = new Pending();
  const flush = (): void => {
    const { bytes } = pending;
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(descriptor, bytes, written);
    } finally {
      pending.drop(written);
    }
    // a removed file takes what is written, and nobody will ever read it
    if (fstatSync(descriptor).nlink === 0) throw new UserError(`${path} was removed while it was written`);
  };
  const appendWith: EventFile['appendWith'] = (length, write) => {
    if (pending.bytes.length >= maxWaitingBytes) flush();
    pending.add(length, write);
  };
  const file: Waiting = {
    path,
    append: (message) => appendWith(message.length, (bytes, _, at) => bytes.set(message, at)),
    appendWith,
    flush,
    async sync() {
      await synced(descriptor);
      await syncFolder(logdir);
    },
    close() {
      open.delete(file);
      closeSync(descriptor);
    },
    discard() {
      file.close();
      rmSync(path, { force: true });
      removeCreated(folders);
    },
    waits: () => pending.bytes.length > 0,
  };
  open.add(file);
  if (!watching) process.on('exit', flushAll);
  watching = true;
  return file;
}

// what is lost here would be lost in silence: the process ends with the error, unless it ends with another
function flushAll(code: number): void {
  const errors: unknown[] = [];
  for (const file of open)
    try {
      if (file.waits()) file.flush();
    } catch (error) {
      errors.push(error);
    }
  if (errors.length > 0 && code === 0) throw errors[0];
}

const synced = (descriptor: number): Promise<void> =>
  new Promise((resolve, reject) => fsync(descriptor, (error) => (error ? reject(error) : resolve())));

// the name of a new file is the folder's
async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and keeps their names without
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
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function write(path: string, bytes: Uint8Array): void {
  createFolder(dirname(path));
  writeFileSync(path, bytes);
}

function append(path: string, bytes: Uint8Array): void {
  createFolder(dirname(path));
  appendFileSync(path, bytes);
}

// tensorboardX leaves out process and ordinal and opens with truncation: two writers in one second overwrite each other
function createAlone(logdir: string, suffix: string, folders: readonly string[]): { path: string; descriptor: number } {
  const stem = `${fileStem(hostname(), readdirSync(logdir))}.${process.pid}`;
  for (let n = 0; ; n++) {
    const path = join(logdir, `${stem}.${n}${suffix}`);
    try {
      return { path, descriptor: openSync(path, 'wx') };
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      removeCreated(folders);
      throw error;
    }
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

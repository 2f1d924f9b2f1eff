// Event files on disk, appended to: records wait in memory until they are flushed. In: messages. Out: files.
import { closeSync, fsync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { Pending } from './pending.ts';
import { type EventFile, type EventStorage, fileStem } from './storage.ts';

// what waits when the process ends without a close is written then
const open = new Set<EventFile>();
let watching = false;

export const disk: EventStorage = { host: hostname(), join, create };

/** No other writer has the file, also within one second and across processes. */
function create(logdir: string, suffix: string): EventFile {
  createFolder(logdir);
  const { path, descriptor } = createAlone(logdir, suffix);
  const pending = new Pending();
  const file: EventFile = {
    path,
    append: (message) => pending.add(message.length, (bytes, _, at) => bytes.set(message, at)),
    appendWith: (length, write) => pending.add(length, write),
    flush() {
      const { bytes } = pending;
      let written = 0;
      try {
        while (written < bytes.length) written += writeSync(descriptor, bytes, written);
      } finally {
        pending.drop(written);
      }
    },
    sync: () => new Promise((resolve, reject) => fsync(descriptor, (error) => (error ? reject(error) : resolve()))),
    close() {
      open.delete(file);
      closeSync(descriptor);
    },
  };
  open.add(file);
  if (!watching) process.on('exit', () => open.forEach(flushQuietly));
  watching = true;
  return file;
}

// at exit there is nobody left to tell
function flushQuietly(file: EventFile): void {
  try {
    file.flush();
  } catch {}
}

// Node's own recursive mkdir never returns where a file system refuses with ENOENT, as /proc does
function createFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  try {
    mkdirSync(path);
  } catch (error) {
    const parent = dirname(path);
    if (codeOf(error) !== 'ENOENT' || parent === path) throw error;
    createFolder(parent);
    mkdirSync(path);
  }
}

// tensorboardX leaves out process and ordinal and opens with truncation: two writers in one second overwrite each other
function createAlone(logdir: string, suffix: string): { path: string; descriptor: number } {
  const stem = `${fileStem(hostname())}.${process.pid}`;
  for (let n = 0; ; n++) {
    const path = join(logdir, `${stem}.${n}${suffix}`);
    try {
      return { path, descriptor: openSync(path, 'wx') };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

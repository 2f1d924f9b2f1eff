// What a logdir already holds. In: its path. Out: its event files, and which of them hold a graph or are ours.
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { tensorboard } from '../proto/messages.js';
import { writerName } from './storage.ts';

export interface FoundEventFile {
  readonly path: string;
  readonly ours: boolean;
  readonly hasGraph: boolean;
}

/** The event files of the run `logdir` itself, without sub-runs; TensorBoard reads every name with `tfevents` in it. */
export function findEventFiles(logdir: string): FoundEventFile[] {
  if (!existsSync(logdir)) return [];
  return readdirSync(logdir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.includes('tfevents'))
    .map(({ name }) => examine(join(logdir, name)));
}

function examine(path: string): FoundEventFile {
  let ours = false;
  for (const data of recordsOf(path)) {
    const event = tensorboard.Event.decode(data);
    ours ||= event.sourceMetadata?.writer === writerName;
    if (event.what === 'graphDef') return { path, ours, hasGraph: true };
  }
  return { path, ours, hasGraph: false };
}

/** The data of each whole record (see record.ts), up to the first that is cut off; checksums are left to readers. */
function* recordsOf(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  const read = (length: number, position: number): Uint8Array | undefined => {
    const bytes = new Uint8Array(length);
    return readSync(descriptor, bytes, 0, length, position) === length ? bytes : undefined;
  };
  try {
    for (let at = 0; ; ) {
      const header = read(12, at);
      const length = header && Number(new DataView(header.buffer).getBigUint64(0, true));
      // 2^31 is the largest message that protobuf allows
      const data = length !== undefined && length < 2 ** 31 ? read(length, at + 12) : undefined;
      if (!data) return;
      yield data;
      at += data.length + 16;
    }
  } finally {
    closeSync(descriptor);
  }
}

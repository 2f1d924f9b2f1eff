// Reads the events of a file or a stream.

import { UserError } from '../../errors.ts';
import { expectOptions } from '../../options.ts';
import { storageOf } from '../../storage/storages.ts';
import type { ReadEvent } from './readEvent.ts';
import * as stream from './stream.ts';
import { EventTail } from './tail.ts';
import { untilAborted, waited } from './waited.ts';

/** Options of `readEvents` and `readEventBatches`. */
export interface ReadOptions extends stream.ReadOptions {
  /** waits at the end of a file for events that are written next, until `signal` is aborted; false */
  readonly follow?: boolean;
}

const pollMs = 200;

/**
 * Reads events in the order in which they were written, in bounded memory: one chunk and one event at a time.
 * @param source the path of an event file, or its bytes
 * @throws EventFileError at corrupt bytes, after the events before them, unless `onCorruption` says otherwise; UserError for
 * options that do not fit `source`; and the file system's errors
 */
export function readEvents(
  source: string | stream.ByteStream,
  options: ReadOptions = {},
): AsyncIterableIterator<ReadEvent> {
  return stream.oneByOne(readEventBatches(source, options));
}

/** Reads events as `readEvents` does, in arrays of some thousand: the events that are in memory at a time. No array is empty. */
export async function* readEventBatches(
  source: string | stream.ByteStream,
  options: ReadOptions = {},
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  expectOptions(options, { ...stream.readOptionNames, follow: true });
  const { follow = false, ...reading } = options;
  if (typeof source === 'string') yield* untilAborted(fileBatches(source, options), options.signal);
  else if (follow) throw new UserError('follow needs a path: a stream ends when its writer ends it');
  else yield* stream.readEventBatches(source, reading);
}

async function* fileBatches(path: string, options: ReadOptions): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  const { follow = false, signal } = options;
  const tail = new EventTail(path, options);
  try {
    do yield* tail.read(!follow);
    while (follow && !tail.stopped && (await waited(storageOf(path).pollMs ?? pollMs, signal)));
  } finally {
    await tail.close();
  }
}

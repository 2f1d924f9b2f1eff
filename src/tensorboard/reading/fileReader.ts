// Events of a file or a stream, as plain values. In: a path or chunks of bytes. Out: events in the order written.
import { UserError } from '../../errors.ts';
import type { ReadEvent } from './readEvent.ts';
import * as stream from './stream.ts';
import { EventTail } from './tail.ts';
import { waited } from './waited.ts';

export interface ReadOptions extends stream.ReadOptions {
  /** waits at the end of a file for what is written next, until `signal` ends it */
  readonly follow?: boolean;
}

const pollMs = 200;

/**
 * Reads in bounded memory: one chunk and one event at a time.
 * @throws EventFileError at corruption unless asked otherwise, after the events before it; UserError for options that do not
 * go together; and what the file system answers
 */
export function readEvents(
  source: string | stream.ByteStream,
  options: ReadOptions = {},
): AsyncIterableIterator<ReadEvent> {
  return stream.oneByOne(readEventBatches(source, options));
}

/** As `readEvents`, in arrays of some thousand events, what is in memory at a time. No array is empty. */
export async function* readEventBatches(
  source: string | stream.ByteStream,
  options: ReadOptions = {},
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  const { follow = false, signal } = options;
  if (typeof source !== 'string') {
    if (follow) throw new UserError('follow needs a path: a stream ends when its writer ends it');
    yield* stream.readEventBatches(source, options);
    return;
  }
  const tail = await EventTail.open(source, options);
  try {
    do {
      for await (const events of tail.read(!follow)) {
        if (signal?.aborted) return;
        yield events;
      }
    } while (follow && !tail.stopped && (await waited(pollMs, signal)));
  } finally {
    await tail.close();
  }
}

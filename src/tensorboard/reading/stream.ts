// Reads the events of a stream, in a browser too.

import { UserError } from '../../errors.ts';
import { expectOptions, type OptionNames } from '../../options.ts';
import { EventBatches, type ScanOptions } from './batches.ts';
import type { ReadEvent } from './readEvent.ts';

/** Bytes, or chunks of them: a stream of Node, the body of a fetch, a list. */
export type ByteStream = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Options of reading a stream. */
export interface ReadOptions extends ScanOptions {
  /** ends the iteration without an error once it is aborted; none */
  readonly signal?: AbortSignal;
}

/** Names of the options of reading a stream. */
export const readOptionNames: OptionNames<ReadOptions> = { onCorruption: true, reportCorruption: true, signal: true };

/**
 * Reads events in the order in which they were written, in bounded memory: one chunk and one event at a time.
 * @throws EventFileError at corrupt bytes, after the events before them, unless `onCorruption` says otherwise
 */
export function readEvents(source: ByteStream, options: ReadOptions = {}): AsyncIterableIterator<ReadEvent> {
  return oneByOne(readEventBatches(source, options));
}

/** Reads events as `readEvents` does, in arrays: the events that are in memory at a time. No array is empty. */
export async function* readEventBatches(
  source: ByteStream,
  options: ReadOptions = {},
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  expectOptions(options, readOptionNames);
  const batches = new EventBatches('the stream', options);
  const whole = function* (count: number, last: boolean) {
    const events = batches.filled(count, last);
    if (events.length > 0) yield events;
    if (batches.failure) throw batches.failure;
  };
  for await (const chunk of ArrayBuffer.isView(source) ? [source] : source) {
    if (options.signal?.aborted) return;
    if (!ArrayBuffer.isView(chunk)) throw new UserError(`the stream must give bytes, got ${typeof chunk}`);
    batches.room(chunk.length).set(chunk);
    yield* whole(chunk.length, false);
    if (batches.stopped) return;
  }
  yield* whole(0, true);
}

// an async generator costs three turns of the microtask queue for each event, a resolved promise one
export function oneByOne<T>(batches: AsyncGenerator<readonly T[], void, undefined>): AsyncIterableIterator<T> {
  let batch: readonly T[] = [];
  let at = 0;
  // calls of `next` that are not resolved yet
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const fetched = async (): Promise<IteratorResult<T>> => {
    while (at >= batch.length) {
      const { done, value } = await batches.next();
      if (done) return { done, value: undefined };
      batch = value;
      at = 0;
    }
    return { done: false, value: batch[at++]! };
  };
  const inTurn = <R>(step: () => Promise<R>): Promise<R> => {
    waiting += 1;
    const result = turn.then(step).finally(() => {
      waiting -= 1;
    });
    turn = result.catch(() => undefined);
    return result;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () =>
      waiting === 0 && at < batch.length ? Promise.resolve({ done: false, value: batch[at++]! }) : inTurn(fetched),
    async return() {
      batch = [];
      await batches.return();
      return { done: true, value: undefined };
    },
  };
}

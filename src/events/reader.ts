// Events of a file or a stream, as plain values. In: a path or chunks of bytes. Out: events in the order written.
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../userError.ts';
import { EventBatches, type ReadOptions as ScanOptions } from './reading/batches.ts';
import type { ReadEvent } from './reading/event.ts';
import { EventTail } from './reading/tail.ts';

export interface ReadOptions extends ScanOptions {
  /** waits at the end of a file for what is written next, until `signal` ends it */
  readonly follow?: boolean;
  /** ends the iteration, without an error */
  readonly signal?: AbortSignal;
}

const pollMs = 200;

/**
 * Reads in bounded memory: one chunk and one event at a time.
 * @throws EventFileError at damage unless asked otherwise, after the events before it; UserError for options that do not
 * go together; and what the file system answers
 */
export function readEvents(
  source: string | AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncIterableIterator<ReadEvent> {
  return oneByOne(readEventBatches(source, options));
}

/** As `readEvents`, in arrays of some thousand events, what is in memory at a time. No array is empty. */
export async function* readEventBatches(
  source: string | AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  const { follow = false, signal } = options;
  if (typeof source !== 'string') {
    if (follow) throw new UserError('follow needs a path: a stream ends when its writer ends it');
    yield* ofStream(source, options);
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

async function* ofStream(source: AsyncIterable<Uint8Array>, options: ReadOptions) {
  const batches = new EventBatches('the stream', options);
  const whole = function* (count: number, last: boolean) {
    const events = batches.filled(count, last);
    if (events.length > 0) yield events;
    if (batches.failure) throw batches.failure;
  };
  for await (const chunk of source) {
    if (options.signal?.aborted) return;
    if (!ArrayBuffer.isView(chunk)) throw new UserError(`the stream must give bytes, got ${typeof chunk}`);
    batches.room(chunk.length).set(chunk);
    yield* whole(chunk.length, false);
    if (batches.stopped) return;
  }
  yield* whole(0, true);
}

/** False when `signal` ended the wait. */
export async function waited(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await setTimeout(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

// an async generator costs three turns of the microtask queue an event, an answer that is there already one
function oneByOne<T>(batches: AsyncGenerator<readonly T[], void, undefined>): AsyncIterableIterator<T> {
  let batch: readonly T[] = [];
  let at = 0;
  // calls that did not wait for the one before
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

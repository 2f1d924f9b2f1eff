// Waits that a signal ends.

/** Waits for `ms` milliseconds. @returns false where `signal` ended the wait */
export function waited(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(false);
    const abort = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve(true);
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/**
 * Settles as `work` does, or rejects with the signal's reason as soon as it is aborted, whatever `work` waits for, such as a
 * store that does not answer.
 */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  let abort: () => void;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort!);
  }
}

/** Iterates over `items` until they end, or `signal` is aborted: without an error then, whatever `items` waits for. */
export async function* untilAborted<T>(
  items: AsyncGenerator<T, void, undefined>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, undefined> {
  if (!signal) return yield* items;
  const next = () => orAborted(items.next(), signal);
  try {
    for (let item = await next(); !item.done; item = await next()) {
      if (signal.aborted) return;
      yield item.value;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    // what `items` waits for may take long
    const ended = items.return();
    if (signal.aborted) ended.catch(() => undefined);
    else await ended;
  }
}

const maxBusyMs = 50;
let busySince = performance.now();

/** Lets signals and timers in, where loops that wait for nothing have run for 50 ms. */
export async function letSignalsIn(): Promise<void> {
  if (performance.now() - busySince < maxBusyMs) return;
  await new Promise((resolve) => setTimeout(resolve));
  busySince = performance.now();
}

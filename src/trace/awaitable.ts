// One implementation for a synchronous door and its asynchronous twin: code that returns a promise only where something in
// it waits.

/** A value, or a promise of it where the model waits. */
export type Awaitable<T> = T | Promise<T>;

/** Applies `next` to a value, at once or when its promise resolves. */
export function chain<T, U>(value: Awaitable<T>, next: (value: T) => U): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/**
 * Runs `body` and then `finish`, also after a throw; where `body` returns a promise, `finish` runs when that settles.
 * @param explain turns the error of `body` into the one that is thrown
 */
export function settle<T>(body: () => T, finish: () => void, explain = (error: unknown): unknown => error): T {
  let result: T;
  try {
    result = body();
  } catch (error) {
    finish();
    throw explain(error);
  }
  if (result instanceof Promise) {
    const explained = result.catch((error: unknown) => {
      throw explain(error);
    });
    return explained.finally(finish) as T;
  }
  finish();
  return result;
}

/** A generator whose `yield* wait(value)` gives the value that it waits for. */
export type Steps<T> = Generator<Awaitable<unknown>, T, unknown>;

/** Inside `Steps`: the value, or what its promise resolves to. */
export function* wait<T>(value: Awaitable<T>): Steps<T> {
  return (yield value) as T;
}

/** Runs `steps` to their end. The result is a promise only if one of them yields a promise. */
export function runSteps<T>(steps: Steps<T>): Awaitable<T> {
  let result = steps.next();
  while (!result.done) {
    const { value } = result;
    if (value instanceof Promise) return finishLater(steps, value);
    result = steps.next(value);
  }
  return result.value;
}

async function finishLater<T>(steps: Steps<T>, first: Promise<unknown>): Promise<T> {
  let waiting: Awaitable<unknown> = first;
  for (;;) {
    let result: IteratorResult<Awaitable<unknown>, T>;
    try {
      const value = await waiting;
      result = steps.next(value);
    } catch (error) {
      result = steps.throw(error);
    }
    if (result.done) return result.value;
    waiting = result.value;
  }
}

/** The value of what never waits. @throws Error for a promise */
export function synchronous<T>(value: Awaitable<T>): T {
  if (value instanceof Promise) throw new Error('a synchronous forward pass returned a promise');
  return value;
}

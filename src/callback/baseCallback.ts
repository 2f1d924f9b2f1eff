// The class BaseCallback of the copy of tf.layers that trains: fit tells a callback from a plain object of handlers by it, and
// takes the kind of the first one in a list for the kind of all.
import type { FittedModel } from './fittedModel.ts';

interface Fitting {
  readonly history?: object;
  fitLoop?(...args: unknown[]): Promise<unknown>;
}

class Stopped extends Error {}

/**
 * The prototype of the BaseCallback that `model` trains with, undefined where its tf.layers hides it. It is found in the
 * model's history, which fit creates before anything else: a fit of a copy of the model is stopped there.
 */
export function baseCallbackOf(model: FittedModel): object | undefined {
  let { history } = model as Fitting;
  if (!history) {
    const probe = Object.create(model, {
      checkNumSamples: { value: () => undefined },
      history: {
        set(made: object) {
          history = made;
          throw new Stopped();
        },
      },
    }) as Fitting;
    // batch size 1, no epochs; -1 for `verbose` leaves out the callbacks that are registered for all fits
    probe.fitLoop?.([], [], [], 1, 0, -1, []).catch(() => undefined);
  }
  return history && (Object.getPrototypeOf(Object.getPrototypeOf(history)) as object);
}

// the interval of tf.layers for handlers
const yieldEveryMs = 125;
const nextFrame = (): Promise<unknown> =>
  new Promise((resolve) =>
    typeof requestAnimationFrame === 'function' ? requestAnimationFrame(resolve) : setTimeout(resolve, 0),
  );

/** An instance of `base` with these handlers, which lets a page draw between batches. */
export function instanceOf<T extends { onBatchEnd?: (batch: number, logs?: never) => Promise<void> }>(
  base: object,
  handlers: T,
): T {
  const { onBatchEnd } = handlers;
  let last = performance.now();
  const yielding = async (batch: number, logs?: never): Promise<void> => {
    await onBatchEnd?.(batch, logs);
    if (performance.now() - last < yieldEveryMs) return;
    await nextFrame();
    last = performance.now();
  };
  // inherited where there is no handler, so that a copy of the callback by spread has none either
  const prototype = Object.create(base, { onBatchEnd: { value: yielding, writable: true } });
  return Object.assign(Object.create(prototype), handlers, onBatchEnd && { onBatchEnd: yielding });
}

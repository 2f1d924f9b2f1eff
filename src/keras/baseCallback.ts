// The class by which fit tells a callback from a plain object of handlers: in a list it takes the first one's kind for the
// kind of all. It is the class of the copy of tf.layers that trains. In: a model. Out: a prototype.
import type { FittedModel } from './fittedModel.ts';

interface Fitting {
  readonly history?: object;
  fitLoop?(...args: unknown[]): Promise<unknown>;
}

class Stopped extends Error {}

/**
 * The prototype of the BaseCallback that `model` trains with, undefined where its tf.layers hides it. Read off the model's
 * history, which fit makes before anything else: a fit that has no model behind it is stopped there.
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
    // batch size 1, no epoch, and -1 for `verbose`: none of the callbacks that are registered for all fits
    probe.fitLoop?.([], [], [], 1, 0, -1, []).catch(() => undefined);
  }
  return history && (Object.getPrototypeOf(Object.getPrototypeOf(history)) as object);
}

// as tf.layers does where it is given handlers
const yieldEveryMs = 125;
const nextFrame = (): Promise<unknown> =>
  new Promise((resolve) =>
    typeof requestAnimationFrame === 'function' ? requestAnimationFrame(resolve) : setTimeout(resolve, 0),
  );

/** An object of `handlers` whose class is `base`; it lets a page draw between batches. */
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
  // not its own where there is no handler: whoever spreads the callback into an object of handlers has none either
  const prototype = Object.create(base, { onBatchEnd: { value: yielding, writable: true } });
  return Object.assign(Object.create(prototype), handlers, onBatchEnd && { onBatchEnd: yielding });
}

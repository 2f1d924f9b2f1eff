// Random values that a forward pass draws. tf.js draws them without a kernel: it takes a seed from Math.random() and makes
// a tensor of the values.
import * as tf from '@tensorflow/tfjs-core';
import { replaceMethod, undoAll } from './replaceMethod.ts';
import type { Draw } from './trace.ts';

// the engine names the scope of an op after the op, with this suffix
const opScopeSuffix = '__op';
const drawing: ReadonlySet<string> = new Set(
  ['randomNormal', 'randomUniform', 'truncatedNormal', 'randomGamma', 'rand', 'multinomial'].map(
    (op) => `${op}${opScopeSuffix}`,
  ),
);

let unobservedDepth = 0;

/** Runs `body` without observing its draws and reads, which are not the model's. */
export function unobserved<T>(body: () => T): T {
  unobservedDepth += 1;
  try {
    return body();
  } finally {
    unobservedDepth -= 1;
  }
}

/** Observes Math.random, and tf.js's engine making and reading tensors, during one forward pass. */
export class DrawObserver {
  readonly #engine = tf.engine();
  readonly #draws = new WeakMap<object, Draw>();
  /** By `dataId` of a tensor that follows from random values: the op that drew them. */
  readonly #random = new WeakMap<object, string>();
  #last: { readonly scope: object; readonly seed: number } | undefined;
  #untraceable: string | undefined;

  /** Begins to observe. @returns a function that ends it */
  enter(): () => void {
    const undo = [
      replaceMethod(Math, 'random', (random) => this.#drawSeed(random() as number)),
      replaceMethod(this.#engine, 'makeTensor', (make, args) => this.#markDrawn(make(...args) as tf.Tensor)),
      ...(['readSync', 'read'] as const).map((name) =>
        replaceMethod(this.#engine, name, (read, args) => {
          const op = this.#random.get(args[0] as object);
          if (unobservedDepth === 0 && op !== undefined) this.#untraceable ??= `reads numbers that tf.${op} drew`;
          return read(...args);
        }),
      ),
    ];
    return () => undoAll(undo);
  }

  #drawSeed(seed: number): number {
    const scope = this.#engine.state.activeScope;
    if (unobservedDepth > 0) return seed;
    if (scope && drawing.has(scope.name)) this.#last = { scope, seed };
    else this.#untraceable ??= 'calls Math.random()';
    return seed;
  }

  #markDrawn(tensor: tf.Tensor): tf.Tensor {
    const { activeScope: scope } = this.#engine.state;
    if (unobservedDepth > 0 || !scope || this.#last?.scope !== scope || tensor.size === 0) return tensor;
    const op = scope.name.slice(0, -opScopeSuffix.length);
    this.#draws.set(tensor.dataId, { op, seed: this.#last.seed });
    this.#random.set(tensor.dataId, op);
    return tensor;
  }

  /** The draw that gave this tensor its values; undefined for a draw with a seed of its own. */
  drawOf({ dataId }: tf.TensorInfo): Draw | undefined {
    return this.#draws.get(dataId);
  }

  /**
   * Marks the outputs of a kernel as following from random values, where one of its inputs does.
   * @returns the kernel's attributes; the seed is 0 where tf.js drew it, which stands for none
   */
  markKernel(
    name: string,
    inputs: readonly tf.TensorInfo[],
    outputs: readonly tf.TensorInfo[],
    attributes: tf.NamedAttrMap,
  ): tf.NamedAttrMap {
    const isDraw = name === 'Multinomial' && this.#last?.scope === this.#engine.state.activeScope;
    const op = isDraw
      ? 'multinomial'
      : inputs.map(({ dataId }) => this.#random.get(dataId)).find((from) => from !== undefined);
    if (op !== undefined) for (const { dataId } of outputs) this.#random.set(dataId, op);
    return isDraw ? { ...attributes, seed: 0 } : attributes;
  }

  /** What the pass did with random values that no graph holds, as a verb and its object. */
  get untraceable(): string | undefined {
    return this.#untraceable;
  }
}

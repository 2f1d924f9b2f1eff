// Random numbers that a forward pass draws. tf.js draws them without a kernel: it takes a seed from Math.random() and makes
// a tensor of the numbers.
import * as tf from '@tensorflow/tfjs-core';

/** An op of tf.js that drew numbers, and the seed that Math.random() gave it. */
export interface Draw {
  readonly op: string;
  readonly seed: number;
}

export interface DrawObserver {
  /** The draw whose numbers this tensor holds; undefined for a draw with a seed of its own. */
  drawOf(tensor: tf.TensorInfo): Draw | undefined;
  /** Reports one kernel. @returns its attributes, in which a seed that tf.js drew is 0, as is one that is not given */
  kernel(
    name: string,
    inputs: readonly tf.TensorInfo[],
    outputs: readonly tf.TensorInfo[],
    attributes: tf.NamedAttrMap,
  ): tf.NamedAttrMap;
  /** What the pass did with random numbers that no graph holds, as a verb and its object. */
  readonly untraceable: string | undefined;
}

// the engine calls the scope of an op by its name and this
const scopeEnd = '__op';
const drawing: ReadonlySet<string> = new Set(
  ['randomNormal', 'randomUniform', 'truncatedNormal', 'randomGamma', 'rand', 'multinomial'].map(
    (op) => `${op}${scopeEnd}`,
  ),
);

let ignored = 0;

/** Runs `body`, whose draws and reads are not the model's own. */
export function unobserved<T>(body: () => T): T {
  ignored += 1;
  try {
    return body();
  } finally {
    ignored -= 1;
  }
}

/** Runs `body` with Math.random and the engine's tensors observed; both are as before afterwards, even after a throw. */
export function observeDraws<T>(body: (observer: DrawObserver) => T): T {
  const engine = tf.engine();
  const draws = new WeakMap<object, Draw>();
  // data that follows from random numbers, by the op that drew them
  const random = new WeakMap<object, string>();
  let last: { readonly scope: object; readonly seed: number } | undefined;
  let untraceable: string | undefined;
  const mark = (dataId: object, op: string): void => void random.set(dataId, op);

  const restore = [
    replaceMethod(Math, 'random', (original) => {
      const seed = original() as number;
      const scope = engine.state.activeScope;
      if (ignored > 0) return seed;
      if (scope && drawing.has(scope.name)) last = { scope, seed };
      else untraceable ??= 'calls Math.random()';
      return seed;
    }),
    replaceMethod(engine, 'makeTensor', (original) => {
      const tensor = original() as tf.Tensor;
      const { activeScope: scope } = engine.state;
      if (ignored > 0 || !scope || last?.scope !== scope || tensor.size === 0) return tensor;
      const op = scope.name.slice(0, -scopeEnd.length);
      draws.set(tensor.dataId, { op, seed: last.seed });
      mark(tensor.dataId, op);
      return tensor;
    }),
    ...(['readSync', 'read'] as const).map((name) =>
      replaceMethod(engine, name, (original, [dataId]) => {
        const op = random.get(dataId as object);
        if (ignored === 0 && op !== undefined) untraceable ??= `reads numbers that tf.${op} drew`;
        return original();
      }),
    ),
  ];
  try {
    return body({
      drawOf: ({ dataId }) => draws.get(dataId),
      kernel(name, inputs, outputs, attributes) {
        const drawn = name === 'Multinomial' && last?.scope === engine.state.activeScope;
        const op = drawn
          ? 'multinomial'
          : inputs.map(({ dataId }) => random.get(dataId)).find((from) => from !== undefined);
        if (op !== undefined) for (const { dataId } of outputs) mark(dataId, op);
        return drawn ? { ...attributes, seed: 0 } : attributes;
      },
      get untraceable() {
        return untraceable;
      },
    });
  } finally {
    for (const undo of restore.reverse()) undo();
  }
}

type Method = (...args: unknown[]) => unknown;

/** Wraps `object[name]`. @returns a function that restores it */
function replaceMethod(
  object: object,
  name: string,
  wrapper: (original: () => unknown, args: readonly unknown[]) => unknown,
): () => void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  const method: Method = Reflect.get(object, name);
  Object.defineProperty(object, name, {
    value: function (this: unknown, ...args: unknown[]) {
      return wrapper(() => method.apply(this, args), args);
    },
    configurable: true,
    writable: true,
    enumerable: own?.enumerable ?? false,
  });
  return () => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  };
}

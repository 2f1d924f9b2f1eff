// Tensors that a model holds from call to call where nobody can look: what it makes once stays, and a model that replaces
// one is refused with the former numbers in its place.
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { memoryStorage, profile, SummaryWriter, summary, type Traceable, trace } from '../../../src/index.ts';
import { gMLP, Module } from '../../../src/nn.ts';
import { backends, use } from '../../backends.ts';

beforeAll(async () => {
  for (const backend of [...backends].reverse()) await use(backend);
});
afterEach(() => tf.disposeVariables());

type Step = (x: tf.Tensor) => tf.Tensor;

class Cell {
  sum: tf.Tensor = tf.zeros([2, 4]);
}

/** Each adds its input to a sum that it holds. */
const summing: Readonly<Record<string, () => Traceable>> = {
  'a closure': () => {
    let sum: tf.Tensor = tf.zeros([2, 4]);
    return ((x) => {
      sum = tf.add(sum, x);
      return tf.mul(sum, 2);
    }) satisfies Step;
  },
  'a closure that returns what it holds': () => {
    let sum: tf.Tensor = tf.zeros([2, 4]);
    return ((x) => {
      sum = tf.add(sum, x);
      return sum;
    }) satisfies Step;
  },
  'a closure that disposes the former sum when it has the next': () => {
    let sum: tf.Tensor = tf.zeros([2, 4]);
    return ((x) => {
      const former = sum;
      sum = tf.add(sum, x);
      former.dispose();
      return tf.mul(sum, 2);
    }) satisfies Step;
  },
  'an object of a class': () => {
    const cell = new Cell();
    return ((x) => {
      cell.sum = tf.add(cell.sum, x);
      return tf.mul(cell.sum, 2);
    }) satisfies Step;
  },
  'the last of several in a list': () => {
    const sums: tf.Tensor[] = [tf.zeros([2, 4])];
    return ((x) => {
      sums.push(tf.add(sums.at(-1)!, x));
      return tf.mul(sums.at(-1)!, 2);
    }) satisfies Step;
  },
  'a private field of a Module': () =>
    new (class extends Module {
      #sum: tf.Tensor = tf.zeros([2, 4]);
      override forward(x: tf.Tensor): tf.Tensor {
        this.#sum = tf.add(this.#sum, x);
        return tf.mul(this.#sum, 2);
      }
    })(),
  'a private field of a Module that keeps and disposes': () =>
    new (class extends Module {
      #sum: tf.Tensor = tf.zeros([2, 4]);
      override forward(x: tf.Tensor): tf.Tensor {
        return tf.tidy(() => {
          const next = tf.keep(tf.add(this.#sum, x));
          this.#sum.dispose();
          this.#sum = next;
          return tf.mul(next, 2);
        });
      }
    })(),
  'an object of a class in a Module': () =>
    new (class extends Module {
      readonly cell = new Cell();
      override forward(x: tf.Tensor): tf.Tensor {
        this.cell.sum = tf.add(this.cell.sum, x);
        return tf.mul(this.cell.sum, 2);
      }
    })(),
};

class PrivateSum extends tfl.layers.Layer {
  static readonly className = 'PrivateSum';
  #sum: tf.Tensor = tf.keep(tf.zeros([2, 4]));
  override computeOutputShape(shape: tfl.Shape): tfl.Shape {
    return shape;
  }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const former = this.#sum;
    this.#sum = tf.keep(tf.add(former, [inputs].flat()[0]!));
    former.dispose();
    return tf.mul(this.#sum, 2);
  }
}

/** Each makes a row of numbers at its first call. */
const making: Readonly<Record<string, () => Traceable>> = {
  'a closure': () => {
    let row: tf.Tensor | undefined;
    return ((x) => {
      row ??= tf.exp(tf.range(0, 4));
      return tf.mul(x, row);
    }) satisfies Step;
  },
  'a closure, of a variable': () => {
    const base = tf.variable(tf.ones([4]));
    let row: tf.Tensor | undefined;
    return ((x) => {
      row ??= tf.mul(base, 3);
      return tf.mul(x, row);
    }) satisfies Step;
  },
  'a private field of a Module': () =>
    new (class extends Module {
      #row: tf.Tensor | undefined;
      override forward(x: tf.Tensor): tf.Tensor {
        this.#row ??= tf.range(0, 4);
        return tf.mul(x, this.#row);
      }
    })(),
};

const run = (model: Traceable, seed: number): number[] => {
  const x = tf.randomUniform([2, 4], -1, 1, 'float32', seed);
  const y = (typeof model === 'function' ? model(x) : (model as Module).apply(x)) as tf.Tensor;
  return [...y.dataSync()];
};
const runs = (model: Traceable) => [1, 2, 3].map((seed) => run(model, seed));
const close = (rows: readonly number[][]) => rows.map((row) => row.map((value) => expect.closeTo(value, 4)));
const specs = [{ shape: [2, 4] }];
const refusal = 'the model replaces a tensor that it holds from call to call, which a trace cannot put back';

const doors: Readonly<Record<string, (model: Traceable, backend: string | undefined) => unknown>> = {
  trace: (model, backend) => trace(model, specs, { backend }),
  summary: (model, backend) => summary(model, [4], { batchSize: 2, backend }),
  profile: (model, backend = 'cpu') => profile(model, specs, { backend, runs: 1, warmup: 0 }),
  addGraph: (model, backend) =>
    new SummaryWriter({ logdir: 'logs', storage: memoryStorage() }).addGraph(model, [2, 4], { backend }),
};

const layered = (): Traceable => {
  const input = tfl.input({ batchShape: [2, 4] });
  return tfl.model({ inputs: input, outputs: new PrivateSum({}).apply(input) as tfl.SymbolicTensor }) as never;
};

describe.each([undefined, ...backends])('on %s', (backend = undefined) => {
  describe.each(Object.entries(doors))('%s', (_, look) => {
    test.each([...Object.entries(summing), ['a private field of a layer', layered] as const])(
      'refuses a sum in %s, which goes on from its former numbers',
      (_name, make) => {
        const [model, other] = [make(), make()];
        for (const one of [model, other]) run(one, 0);
        expect(() => look(model, backend)).toThrow(refusal);
        expect(runs(model)).toEqual(close(runs(other)));
      },
    );

    test.each(Object.entries(making))('keeps a row that is made once in %s, with its numbers', (_name, make) => {
      const [model, other] = [make(), make()];
      look(model, backend);
      const { numTensors } = tf.memory();
      look(model, backend);
      expect(tf.memory().numTensors).toBe(numTensors);
      expect(runs(model)).toEqual(close(runs(other)));
    });
  });

  test('a row that is made once is a constant of the record, and its kernels are not in it', () => {
    const { calls, values } = trace(making['a closure']!(), specs, { backend });
    expect(calls.flatMap((call) => (call.level === 'kernel' ? call.kernel : []))).toEqual(['Multiply']);
    expect(values.find(({ constant }) => constant)?.constant).toHaveLength(4);
  });

  test('a sum that begins with the first input is refused, with the way out', () => {
    let sum: tf.Tensor | undefined;
    const model: Step = (x) => {
      sum = sum ? tf.add(sum, x) : tf.mul(x, 1);
      return tf.mul(sum, 2);
    };
    expect(() => trace(model, specs, { backend })).toThrow(
      'make the model anew, and hold that tensor in a tf.variable made beforehand',
    );
    // no other tensor stands for none at all: further use fails, and never computes with numbers of the trace
    expect(sum!.isDisposed).toBe(true);
    expect(() => run(model, 1)).toThrow();
  });

  test('a closure that keeps the first input is refused, and holds no number of the trace', () => {
    let row: tf.Tensor | undefined;
    const model: Step = (x) => {
      row ??= x;
      return tf.mul(x, row);
    };
    expect(() => trace(model, specs, { backend })).toThrow('hold that tensor in a tf.variable made beforehand');
    expect(row!.isDisposed).toBe(true);
  });

  test('the way out of that refusal, a variable made beforehand, is traced and is as before', () => {
    const sum = tf.variable(tf.zeros([2, 4]));
    const model: Step = (x) => {
      sum.assign(tf.add(sum, x));
      return tf.mul(sum, 2);
    };
    trace(model, specs, { backend });
    expect([...sum.dataSync()]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    sum.dispose();
  });

  test('a sum is put back when the pass throws after it was replaced', () => {
    let sum: tf.Tensor = tf.ones([2, 4]);
    const model: Step = (x) => {
      sum = tf.add(sum, x);
      throw new Error('afterwards');
    };
    expect(() => trace(model, specs, { backend })).toThrow('afterwards');
    expect([...sum.dataSync()]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

test('an async function that replaces its tensor is refused, and holds the former numbers', () => {
  let sum: tf.Tensor = tf.ones([2, 4]);
  const model = async (x: tf.Tensor) => {
    sum = tf.add(sum, x);
    return sum;
  };
  expect(() => trace(model, specs)).toThrow('the model returned a promise');
  expect([...sum.dataSync()]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

test('layers of this package run once, and a class below one of them twice', () => {
  let calls = 0;
  const count = () => {
    calls += 1;
  };
  const model = new gMLP({ dModel: 8, dFfn: 16, seqLen: 4, numLayers: 1 });
  model.registerForwardHook(count);
  trace(model, [{ shape: [1, 4, 8] }]);
  expect(calls).toBe(1);
  const below = new (class extends gMLP {
    readonly note = '';
  })({ dModel: 8, dFfn: 16, seqLen: 4, numLayers: 1 });
  below.registerForwardHook(count);
  trace(below, [{ shape: [1, 4, 8] }]);
  expect(calls).toBe(3);
});

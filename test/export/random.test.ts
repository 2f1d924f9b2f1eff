// Random numbers of a model's forward pass: an export draws them anew at each run, or is refused.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { frozenGraph, onnxGraph, type SignedGraph, saveGraph, trace, UserError } from '../../src/index.ts';
import { Dropout, Module } from '../../src/nn.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const random = /^(Random|Truncated|Stateless|Multinomial)/;
const ops = ({ nodes }: SignedGraph) => nodes.map(({ op }) => op);
const drawn = (graph: SignedGraph) => ops(graph).filter((op) => random.test(op));
/** Each draw's op, and the numbers that its Mul and AddV2 take, by the names of the nodes. */
const line = ({ nodes }: SignedGraph) => {
  const number = (name: string): number | undefined => {
    const { value } = nodes.find((node) => node.name === name)?.attributes ?? {};
    return value && 'tensor' in value ? (value.tensor.values![0] as number) : undefined;
  };
  return { scale: number('model/Mul/y') ?? 1, offset: number('model/AddV2/y') ?? 0 };
};
type Fn = (x: tf.Tensor) => unknown;

test.each<[string, Fn, string, number, number]>([
  ['randomNormal', () => tf.randomNormal([2, 3]), 'RandomStandardNormal', 1, 0],
  ['randomStandardNormal', () => tf.randomStandardNormal([4]), 'RandomStandardNormal', 1, 0],
  ['randomNormal of a mean', () => tf.randomNormal([2, 3], 2, 0.5), 'RandomStandardNormal', 0.5, 2],
  ['randomNormal of one number', () => tf.randomNormal([], -3, 0.1), 'RandomStandardNormal', 0.1, -3],
  [
    'randomNormal of the seed 0, which tf.js takes for none',
    () => tf.randomNormal([5], 0, 1, 'float32', 0),
    'RandomStandardNormal',
    1,
    0,
  ],
  ['randomUniform', () => tf.randomUniform([2, 3]), 'RandomUniform', 1, 0],
  ['randomUniform of bounds', () => tf.randomUniform([2, 3], -0.25, 0.5), 'RandomUniform', 0.75, -0.25],
  ['randomUniform of one number', () => tf.randomUniform([1], -1, 1), 'RandomUniform', 2, -1],
  ['truncatedNormal', () => tf.truncatedNormal([50], 0, 0.02), 'TruncatedNormal', 0.02, 0],
  ['a draw in a tidy', () => tf.tidy(() => tf.randomUniform([3], 0, 10)), 'RandomUniform', 10, 0],
])('%s is drawn by TensorFlow with its numbers, on shapes or on a backend', (_, draw, op, scale, offset) => {
  for (const backend of [undefined, 'cpu'])
    for (let i = 0; i < 5; i++) {
      const graph = frozenGraph(
        Object.defineProperty((x: tf.Tensor) => tf.neg(draw(x) as tf.Tensor), 'name', { value: 'model' }),
        [1, 3],
        { backend },
      );
      expect(drawn(graph)).toEqual([op]);
      expect(line(graph)).toEqual({ scale, offset });
    }
});

test.each<[string, Fn, string, object]>([
  ['a negative deviation', () => tf.randomNormal([4], 1, -2), 'RandomNormalLike', { mean: { f: 1 }, scale: { f: 2 } }],
  ['bounds out of order', () => tf.randomUniform([4], 5, -3), 'RandomUniformLike', { low: { f: -3 }, high: { f: 5 } }],
  ['a deviation of 0', () => tf.randomNormal([4], 3, 0), 'ConstantOfShape', {}],
  ['equal bounds', () => tf.randomUniform([4], 3, 3), 'ConstantOfShape', {}],
])('%s is written to ONNX as onnxruntime runs it, which ends its process otherwise', (_, draw, op, attributes) => {
  const { nodes } = onnxGraph((x: tf.Tensor) => tf.add(x, draw(x) as tf.Tensor), [1]);
  const draws = nodes.filter((node) => /Random|ConstantOfShape/.test(node.op)).at(-1)!;
  expect(draws).toMatchObject({ op, attributes });
  if (op === 'ConstantOfShape') expect(draws.attributes).toMatchObject({ value: { tensor: { values: [3] } } });
});

test('numbers without short decimals are printed within 1e-6', () => {
  const limit = Math.sqrt(6 / 7);
  for (let i = 0; i < 5; i++) {
    const model = () => tf.neg(tf.randomUniform([8], -limit, limit));
    const { scale, offset } = line(frozenGraph(model, [1]));
    expect(Math.abs(scale / (2 * limit) - 1)).toBeLessThan(1e-6);
    expect(Math.abs(offset / -limit - 1)).toBeLessThan(1e-6);
  }
});

test('dropout in a pass is drawn: of tf.js, of a layer in training, and of a Module that always drops', () => {
  const graph = frozenGraph((x) => tf.dropout(x, 0.5), [1, 8]);
  expect(drawn(graph)).toEqual(['RandomUniform']);
  const layer = tfl.layers.dropout({ rate: 0.25 });
  expect(drawn(frozenGraph((x) => layer.apply(x, { training: true }), [1, 8]))).toEqual(['RandomUniform']);
  class MonteCarlo extends Module {
    forward(x: tf.Tensor): tf.Tensor {
      return tf.dropout(x, 0.1);
    }
  }
  expect(drawn(frozenGraph(new MonteCarlo(), [1, 8]))).toEqual(['RandomUniform']);
  expect(drawn(frozenGraph(new Dropout(0.5), [1, 8]))).toEqual([]);
});

test('a layer that samples is drawn, with an open batch for each row', () => {
  class Sampling extends tfl.layers.Layer {
    static className = 'SamplingOfATest';
    override computeOutputShape(shape: tfl.Shape): tfl.Shape {
      return shape;
    }
    override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
      const [mean] = [inputs].flat() as [tf.Tensor];
      return tf.add(mean, tf.mul(0.1, tf.randomNormal(mean.shape)));
    }
  }
  const model = tfl.sequential({ layers: [tfl.layers.dense({ units: 2, inputShape: [4] }), new Sampling({})] });
  for (const dynamic of [false, true]) {
    const graph = frozenGraph(model, [2, 4], { dynamic });
    expect(drawn(graph)).toEqual(['RandomStandardNormal']);
    expect(graph.signature.outputs[0]!.shape).toEqual([dynamic ? -1 : 2, 2]);
  }
});

test('a draw with a seed of its own is a constant, the same in each export', () => {
  const seeded = (x: tf.Tensor) => [
    tf.add(x, tf.randomNormal([3], 0, 1, 'float32', 5)),
    tf.add(x, tf.randomUniform([3], 0, 1, 'float32', 0)),
    tf.add(x, tf.truncatedNormal([3], 0, 1, 'float32', 5)),
    tf.add(x, tf.randomGamma([3], 2, 2, 'float32', 5)),
    tf.add(x, tf.randomUniform([3], 0, 9, 'int32', 5)),
    tf.dropout(x, 0.5, undefined, 5),
  ];
  const [one, other] = [frozenGraph(seeded, [1, 3]), frozenGraph(seeded, [1, 3])];
  expect(drawn(one)).toEqual([]);
  expect(one).toEqual(other);
});

test('multinomial draws anew, or with a seed the same at each call', () => {
  expect(drawn(frozenGraph((x) => tf.multinomial(x as tf.Tensor2D, 4), [2, 3]))).toEqual(['Multinomial']);
  expect(drawn(frozenGraph((x) => tf.multinomial(x as tf.Tensor2D, 4, 7), [2, 3]))).toEqual(['StatelessMultinomial']);
});

let state = 1;
const own = () => {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
};
let calls = 0;

test.each<[string, Fn, RegExp]>([
  ['randomGamma', (x) => tf.add(x, tf.randomGamma([3], 2)), /^tf\.randomGamma draws float32 random numbers in model/],
  ['integers', (x) => tf.add(x, tf.randomUniform([3], 0, 9, 'int32')), /^tf\.randomUniform draws int32 random numbers/],
  [
    'randomUniformInt',
    (x) => tf.add(x, tf.randomUniformInt([3], 0, 9)),
    /^tf\.randomUniform draws int32 random numbers/,
  ],
  [
    'tf.rand of Math.random',
    (x) =>
      tf.add(
        x,
        tf.rand([3], () => Math.random()),
      ),
    /^tf\.rand draws float32 random numbers/,
  ],
  ['Math.random in a scalar', (x) => tf.mul(x, Math.random()), /it calls Math\.random\(\)/],
  ['a branch of 1 in 1000', (x) => (Math.random() < 0.001 ? tf.relu(x) : tf.abs(x)), /it calls Math\.random\(\)/],
  [
    'a seed that is random',
    (x) => tf.add(x, tf.randomNormal([3], 0, 1, 'float32', Math.random())),
    /it calls Math\.random\(\)/,
  ],
  ['shuffled rows', (x) => tf.gather(x, shuffled(9)), /it calls Math\.random\(\)/],
  [
    'a draw that is read',
    (x) => tf.mul(x, tf.randomUniform([1]).dataSync()[0]!),
    /it reads numbers that tf\.randomUniform drew/,
  ],
  [
    'a branch on a draw',
    (x) => (tf.mul(tf.randomUniform([]), 2).dataSync()[0]! < 0.001 ? tf.relu(x) : tf.abs(x)),
    /it reads numbers that tf\.randomUniform drew/,
  ],
  ['a generator of its own', (x) => tf.mul(x, own()), /random numbers of its own, counts its calls or reads the clock/],
  ['tf.rand of a generator of its own', (x) => tf.add(x, tf.rand([3], own)), /random numbers of its own/],
  ['a counter', (x) => tf.mul(x, calls++), /random numbers of its own, counts its calls or reads the clock/],
  ['the day of the month', (x) => tf.mul(x, new Date().getDate()), /reads the clock/],
  ['the second of the minute', (x) => tf.mul(x, Math.floor(Date.now() / 1000) % 60), /reads the clock/],
  ['a seed from a clock', (x) => tf.add(x, tf.randomNormal([3], 0, 1, 'float32', Date.now())), /reads the clock/],
  ['a clock that counts from the start', (x) => tf.mul(x, Math.floor(performance.now() / 1e4)), /reads the clock/],
  [
    'a stride that is drawn',
    (x) => tf.avgPool(tf.reshape(x, [1, 9, 1, 1]) as tf.Tensor4D, 1, 1 + (Math.floor(own() * 1e6) % 7), 'same'),
    /random numbers of its own/,
  ],
])('%s is refused, and no file is written', async (_, fn, why) => {
  const model = Object.defineProperty((x: tf.Tensor) => fn(x), 'name', { value: 'model' });
  const folder = mkdtempSync(join(tmpdir(), 'random-'));
  const before = [Math.random, Date, Date.now, performance.now];
  for (const dynamic of [false, true]) {
    const failure: unknown = await saveGraph(
      model,
      [9, 3].slice(_ === 'a stride that is drawn' ? 2 : 0).concat(_ === 'a stride that is drawn' ? [9] : []),
      {
        format: 'pbtxt',
        out: join(folder, 'graph.pbtxt'),
        dynamic,
      },
    ).then(
      () => 'written',
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UserError);
    if (!dynamic) expect((failure as Error).message).toMatch(why);
  }
  expect(readdirSync(folder)).toEqual([]);
  expect([Math.random, Date, Date.now, performance.now]).toEqual(before);
});

test('a pass that only reads the clock is exported', () => {
  const times: Date[] = [];
  const timed = (x: tf.Tensor) => {
    times.push(new Date());
    return tf.relu(x);
  };
  expect(ops(frozenGraph(timed, [1, 3]))).toEqual(['Placeholder', 'Relu', 'Identity']);
  expect(times.every((time) => time instanceof Date && Object.getPrototypeOf(time) === Date.prototype)).toBe(true);
});

const shuffled = (length: number): tf.Tensor1D => {
  const rows = Array.from({ length }, (_, i) => i);
  tf.util.shuffle(rows);
  return tf.tensor1d(rows, 'int32');
};

test('a draw that goes nowhere, and a function of no randomness for tf.rand, do no harm', () => {
  const idle = (x: tf.Tensor) => {
    tf.randomGamma([3], 2);
    return tf.add(
      x,
      tf.rand([3], () => 0.5),
    );
  };
  expect(ops(frozenGraph(idle, [1, 3]))).toEqual(['Placeholder', 'Const', 'AddV2', 'Identity']);
});

test('a pass that throws leaves Math.random and the engine as they were', () => {
  const engine = tf.engine();
  const before = [Math.random, engine.makeTensor, engine.readSync, engine.read];
  const own = Object.getOwnPropertyNames(engine);
  const failing = () => {
    tf.randomNormal([3]);
    throw new Error('no');
  };
  expect(() => trace(failing, [{ shape: [1] }])).toThrow('no');
  expect([Math.random, engine.makeTensor, engine.readSync, engine.read]).toEqual(before);
  expect(Object.getOwnPropertyNames(engine)).toEqual(own);
});

test('a graph for TensorBoard shows the random op, and of a draw without one a constant', () => {
  const shown = (fn: Fn) => ops(tensorflowGraph(trace(fn as never, [{ shape: [1, 3] }])));
  expect(shown((x) => tf.add(x, tf.randomNormal([1, 3], 1, 2)))).toContain('RandomStandardNormal');
  expect(shown((x) => tf.add(x, tf.randomGamma([1, 3], 2)))).toEqual(['Placeholder', 'Const', 'AddV2', 'Identity']);
});

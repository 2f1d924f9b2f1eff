// onnxruntime computes every kernel that has a row of ONNX ops as tf.js does, and onnx's checker and strict shape inference
// agree with each model.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { finishOnnx } from '../../src/dialects/onnx/finishOnnx.ts';
import { onnxLowerings } from '../../src/dialects/onnx/kernels/onnxRows.ts';
import { lowerToOnnx } from '../../src/dialects/onnx/lowerToOnnx.ts';
import { type Trace, trace } from '../../src/index.ts';
import { call, f, given, type KernelCase, tensorOf } from '../kernels/cases/case.ts';
import { families, numeric } from '../kernels/generated/families.ts';
import { program } from '../kernels/generated/programs.ts';
import { kernelCases } from '../kernels/kernelCases.ts';
import { type Numbers, numbersOf } from './runGraphs.ts';
import { type OnnxCase, onnxQuestion, wrongInOnnx } from './runOnnx.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const kernelsOf = ({ calls }: Trace): string[] =>
  calls.flatMap((call) => (call.level === 'kernel' ? [call.kernel] : []));

/** A complex tensor is written as pairs, along one more axis. */
const asPairs = ({ shape, values }: Numbers): Numbers =>
  values.length === 2 * shape.reduce((a, b) => a * b, 1) && values.length > 0
    ? { shape: [...shape, 2], values }
    : { shape, values };

function prepared(name: string, { run, inputs, numeric, byHand }: KernelCase, opset = 21): OnnxCase {
  const outputs = byHand ? byHand.outputs : ([run(...inputs.map(tensorOf))].flat() as tf.Tensor[]).map(numbersOf);
  // shapes that follow from numbers are those of this pass, so that the model as such would not be exported
  const record = numeric ? trace(run, inputs.map(tensorOf), { backend: 'cpu' }) : trace(run, inputs);
  const graph = { ...finishOnnx(lowerToOnnx(record, new Map()), opset), opset };
  return { name, expected: outputs.map(asPairs), question: onnxQuestion(graph, inputs) };
}

/** The cases that ONNX has no ops for. */
const refusedCases =
  /^(?:nonMaxSuppression, soft|ragged|sparseFillEmptyRows|staticRegexReplace|stringSplit|stringNGrams|stringToHashBucketFast)/;

test('onnxruntime computes every kernel as tf.js does', () => {
  const all = Object.entries(kernelCases)
    .filter(([name]) => !refusedCases.test(name))
    .map(([name, each]) => prepared(name, each));
  expect(wrongInOnnx(all)).toEqual([]);
  const seen = new Set(
    Object.values(kernelCases).flatMap(({ run, inputs, numeric }) =>
      kernelsOf(numeric ? trace(run, inputs.map(tensorOf), { backend: 'cpu' }) : trace(run, inputs)),
    ),
  );
  expect(Object.keys(onnxLowerings).filter((kernel) => !seen.has(kernel))).toEqual([]);
});

/** The first operator set that has the ops of a case, where it is not 17. */
const newer: Readonly<Record<string, number>> = { bitwiseAnd: 18, 'strings compared': 19 };

/** Cases whose op onnxruntime 1.32 lacks from an operator set on. */
const unimplemented: Readonly<Record<string, number>> = { multinomial: 22 };

test.each([17, 18, 19, 20, 22, 23])('onnxruntime computes every kernel written with operator set %i', (opset) => {
  const cases = Object.entries(kernelCases).filter(([name]) => !refusedCases.test(name));
  const older = cases.filter(([name]) => (newer[name] ?? 17) > opset);
  for (const [name, each] of older)
    expect(() => prepared(name, each, opset)).toThrow(`needs operator set ${newer[name]}`);
  const all = cases
    .filter((each) => !older.includes(each) && !(opset >= (unimplemented[each[0]] ?? 99)))
    .map(([name, each]) => prepared(name, each, opset));
  expect(wrongInOnnx(all)).toEqual([]);
});

test('a kernel that ONNX has no ops for is refused by its name', () => {
  const refused = Object.entries(kernelCases).filter(([name]) => refusedCases.test(name));
  expect(refused.length).toBeGreaterThan(15);
  for (const [name, each] of refused) expect(() => prepared(name, each), name).toThrow(/^no ONNX op is known for/);
});

// the same ones each time
const drawn = { numRuns: 15, seed: 31 };

test('onnxruntime computes calls that fast-check draws as tf.js does', () => {
  const all = Object.entries({ ...families, ...numeric }).flatMap(([family, make]) =>
    fc.sample(fc.gen(), drawn).flatMap((draw) => {
      const { about, run, inputs } = make(draw);
      const each: KernelCase = { run, inputs, ...(family in numeric && { numeric: true }) };
      return refusedCases.test(about) || refusedByTfjs(each) ? [] : [prepared(`${family}: ${about}`, each)];
    }),
  );
  expect(all.length).toBeGreaterThan(900);
  expect(wrongInOnnx(all)).toEqual([]);
});

test('onnxruntime computes random functions of several ops as tf.js does, where transposes move and cancel', () => {
  const all = fc.sample(fc.gen(), { numRuns: 120, seed: 31 }).map((draw) => {
    const { about, ...each } = program(draw);
    return prepared(about, each);
  });
  expect(wrongInOnnx(all)).toEqual([]);
});

/** Calls of which ONNX's op alone gives other numbers, or none. */
const corners: Readonly<Record<string, KernelCase>> = {
  'the sign of NaN': call((x) => tf.sign(x), given('float32', [Number.NaN, -2, 0, 3], 4)),
  'a step backwards from before the first element': call(
    (x) => tf.stridedSlice(x, [0, -3], [2, 0], [1, -1], 0, 2),
    given('int32', [1, 2, 3, 4], 2, 2),
  ),
  'a constant of more axes added to a convolution': call(
    (x, filter) => tf.add(tf.conv2d(x, filter, 1, 'valid', 'NCHW'), tf.ones([2, 1, 1, 1, 1])),
    f(1, 3, 5, 5),
    f(2, 2, 3, 3),
  ),
  'an output that is an input, twice, and one that is a constant': call(
    (x) => [x, x, tf.add(x, 1), tf.ones([2]), tf.zeros([0, 3])],
    f(2, 3),
  ),
  'a batch of nothing': call(
    (x, filter) => [tf.relu(tf.add(tf.conv2d(x, filter, 1, 'same'), tf.ones([4]))), tf.maxPool(x, 2, 2, 'same')],
    f(0, 4, 4, 2),
    f(3, 3, 2, 4),
  ),
  'statistics of the batch in a batch norm': call(
    (x) => {
      const { mean, variance } = tf.moments(x, [0, 1, 2]);
      return tf.batchNorm(x, mean, variance, tf.ones([3]), tf.ones([3]));
    },
    f(2, 4, 4, 3),
  ),
};

test('onnxruntime computes corner cases as tf.js does, at the oldest and the newest operator set', () => {
  const all = [17, 19, 22, 23].flatMap((opset) =>
    Object.entries(corners).map(([name, each]) => prepared(`${name}, ${opset}`, each, opset)),
  );
  expect(wrongInOnnx(all)).toEqual([]);
});

test('a MaxPoolWithArgmax whose padding is as wide as its window is refused', () => {
  const pooled = call((x) => Object.values(tf.maxPoolWithArgmax(x, 2, 1, 3)), f(1, 4, 4, 2));
  expect(() => prepared('wide', pooled)).toThrow(/^no ONNX op is known for a MaxPoolWithArgmax/);
});

function refusedByTfjs({ run, inputs }: KernelCase): boolean {
  try {
    tf.tidy(() => void run(...inputs.map(tensorOf)));
    return false;
  } catch {
    return true;
  }
}

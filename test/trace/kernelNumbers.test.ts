// Every kernel computes on each backend what it does on cpu, but for what tf.js 4.22 lacks or does otherwise there.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { backends, use } from '../backends.ts';
import { type KernelCase, kernelCases } from './kernelCases.ts';

// float32 of two implementations: a few units in the last place, more where exp, powers and long sums meet
const tolerance = 2e-5;

const native = {
  floorDiv: 'output 0 is float32 [2,3], int32 [2,3] on cpu',
  'floorDiv, broadcast': 'output 0 is float32 [2,4,3], int32 [2,4,3] on cpu',
  'floorDiv, a scalar': 'output 0 is float32 [0,3], int32 [0,3] on cpu',
  bitwiseAnd: "Kernel 'BitwiseAnd' not registered for backend 'tensorflow'",
  gather: 'GatherV2: the index value 1 is not in [0, NaN]',
  tensorScatterUpdate: 'element 0 of output 0 is 0.10000000149011612, 0 on cpu',
  'conv2d, pixels': "TF Backend supports only 'valid' and 'same' padding while padding was NUMBER",
};
const otherwise: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  node: native,
  'node-gpu': native,
  wasm: {
    'prelu, broadcast': 'output 0 is float32 [2,1,3], float32 [2,4,3] on cpu',
    'prelu, a scalar': 'divide by zero',
    floorDiv: 'output 0 is float32 [2,3], int32 [2,3] on cpu',
    'floorDiv, broadcast': 'output 0 is float32 [2,4,3], int32 [2,4,3] on cpu',
    'floorDiv, a scalar': 'output 0 is float32 [0,3], int32 [0,3] on cpu',
    complex: "Kernel 'Complex' not registered for backend 'wasm'",
    fft: "Kernel 'Complex' not registered for backend 'wasm'",
    cast: 'element 0 of output 1 is 0, 1 on cpu',
    'gather, batched': 'element 12 of output 0 is 0.3164080083370209, 0.6495344042778015 on cpu',
    unsortedSegmentSum: "Kernel 'UnsortedSegmentSum' not registered for backend 'wasm'",
    conv3dTranspose: 'element 0 of output 0 is 0, 0.44678059220314026 on cpu',
  },
};

interface Output {
  readonly kind: string;
  readonly values: readonly number[];
}

const compute = ({ run, inputs }: KernelCase): Output[] =>
  tf.tidy(() => {
    const tensors = inputs.map(({ values, shape, dtype }) => tf.tensor([...values], [...shape], dtype));
    const outputs = [run(...tensors)].flat() as tf.Tensor[];
    return outputs.map((y) => ({ kind: `${y.dtype} [${y.shape}]`, values: Array.from(y.dataSync()) }));
  }) as never;

const close = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));

function difference(actual: readonly Output[], expected: readonly Output[]): string {
  for (const [at, { kind, values }] of expected.entries()) {
    const theirs = actual[at]!;
    if (theirs.kind !== kind) return `output ${at} is ${theirs.kind}, ${kind} on cpu`;
    const wrong = values.findIndex((value, i) => !close(value, theirs.values[i]!));
    if (wrong >= 0) return `element ${wrong} of output ${at} is ${theirs.values[wrong]}, ${values[wrong]} on cpu`;
  }
  return 'none';
}

describe.each(backends.filter((name) => name !== 'cpu'))('on %s', (backend) => {
  test.each(Object.keys(kernelCases))('%s', async (name) => {
    await tf.setBackend('cpu');
    const expected = compute(kernelCases[name]!);
    await use(backend);
    let seen: string;
    try {
      seen = difference(compute(kernelCases[name]!), expected);
    } catch (error) {
      seen = (error as Error).message;
    }
    expect(seen).toBe(otherwise[backend]?.[name] ?? 'none');
  });
});

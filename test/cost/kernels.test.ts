// Which kernels of tfjs-core lack a rule for multiply-adds, or for what tf.js keeps: a table names them.
import { expect, test } from 'vitest';
import { keptBytes, macsOf, type Trace } from '../../src/index.ts';
import { kernelNames } from '../trace/kernelNames.ts';

// a matrix product and a convolution of 2 by 2 numbers, whichever names the kernel reads
const inputs = { a: 0, b: 0, x: 0, filter: 0, dy: 0, 0: 0, 1: 0 };
const attributes = { equation: 'ab,bc->ac', transposeA: false, filterShape: [2, 2, 2, 2] };
const one = (kernel: string): Trace => ({
  source: 'function',
  modules: [],
  values: [{ shape: [2, 2, 2, 2], dtype: 'float32' }],
  calls: [{ level: 'kernel', parent: -1, kernel, attributes, inputs, outputs: [0] }],
  returned: [],
  inputs: [],
  outputs: 0,
});

test('multiply-adds', () => {
  expect(kernelNames.filter((kernel) => macsOf(one(kernel)).unknown.size > 0)).toEqual(['FFT', 'IFFT']);
});

test('what tf.js keeps', () => {
  const unknown = (kernel: string) => keptBytes(one(kernel), 'tfjs').unknown;
  expect(kernelNames.flatMap(unknown)).toEqual([]);
});

// Which kernels of tfjs-core lack a rule for multiply-adds, or for what tf.js keeps: a table names them.
import { expect, test } from 'vitest';
import { macsOf, savedActivationsBytes, type Trace } from '../../src/index.ts';
import { kernelNames } from '../kernels/kernelNames.ts';

// a matrix product and a convolution of 2 by 2 numbers, whichever names the kernel reads
const inputs = { a: 0, b: 0, x: 0, filter: 0, dy: 0, 0: 0, 1: 0 };
const attributes = { equation: 'ab,bc->ac', transposeA: false, filterShape: [2, 2, 2, 2] };
const one = (kernel: string): Trace => ({
  trainable: true,
  hasOps: false,
  modules: [],
  values: [{ shape: [2, 2, 2, 2], dtype: 'float32' }],
  calls: [{ level: 'kernel', parent: -1, kernel, attributes, inputs, outputs: [0] }],
  returned: [],
  inputs: [],
  outputs: 0,
});

test('every kernel but FFT and IFFT has a rule for multiply-adds', () => {
  expect(kernelNames.filter((kernel) => macsOf(one(kernel)).unknown.size > 0)).toEqual(['FFT', 'IFFT']);
});

test('every kernel has a rule for the tensors that tf.js keeps', () => {
  const unknown = (kernel: string) => savedActivationsBytes(one(kernel), 'tfjs').unknown;
  expect(kernelNames.flatMap(unknown)).toEqual([]);
});

// each product of the forward pass comes again in the gradient of either operand
test.each([
  ['Conv2D', '', [2, 6, 7, 3], [3, 2, 3, 5], [2, 3, 7, 5]],
  ['Conv3D', 'V2', [1, 4, 4, 4, 2], [2, 2, 2, 2, 3], [1, 2, 4, 4, 3]],
  ['DepthwiseConv2dNative', '', [2, 6, 7, 3], [3, 2, 3, 4], [2, 3, 7, 12]],
] as const)('%s and the kernels of its gradients have the same multiply-adds', (name, suffix, x, filter, dy) => {
  const shapes: readonly (readonly number[])[] = [x, filter, dy];
  const product = (sizes: readonly number[]) => sizes.reduce((a, b) => a * b, 1);
  const macs = (kernel: string, inputs: Readonly<Record<string, number>>, output: number) =>
    macsOf({
      ...one(kernel),
      values: shapes.map((shape) => ({ shape, dtype: 'float32' })),
      calls: [{ level: 'kernel', parent: -1, kernel, attributes: { filterShape: filter }, inputs, outputs: [output] }],
    }).total;
  const forward = macs(name, { x: 0, filter: 1 }, 2);
  expect(forward).toBe(product(dy) * product(filter.slice(0, name.startsWith('Conv') ? -1 : 2)));
  expect(macs(`${name}BackpropInput${suffix}`, { dy: 2, filter: 1 }, 0)).toBe(forward);
  expect(macs(`${name}BackpropFilter${suffix}`, { x: 0, dy: 2 }, 1)).toBe(forward);
});

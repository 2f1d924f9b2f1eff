// Kernels that no function of tf.js 4.22 calls, and that its cpu backend has not: other backends and graph models do.
import { call, given, type Input, type KernelCase, kernel, type Run } from './case.ts';

const byHand = (run: Run, inputs: readonly Input[], ...outputs: Input[]): KernelCase => ({
  run,
  inputs,
  byHand: { because: 'the cpu backend lacks it', outputs },
});
const sorted = given('float32', [1, 2, 2, 5, 0, 0, 3, 4], 2, 4);
const sought = given('float32', [2, 0, 9, 0, 3, 3.5], 2, 3);

export const uncalled: Readonly<Record<string, KernelCase>> = {
  BroadcastTo: byHand(
    kernel('BroadcastTo', 'x', { shape: [2, 2, 3] }),
    [given('float32', [1, 2], 2, 1)],
    given('float32', [1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2], 2, 2, 3),
  ),
  LogicalXor: byHand(
    kernel('LogicalXor', 'a b'),
    [given('bool', [0, 0, 1, 1], 2, 2), given('bool', [0, 1], 2)],
    given('bool', [0, 1, 1, 0], 2, 2),
  ),
  LogSoftmax: byHand(
    kernel('LogSoftmax', 'logits', { axis: -1 }),
    [given('float32', [0, Math.log(3), 1, 1], 2, 2)],
    given('float32', [-Math.log(4), Math.log(0.75), -Math.log(2), -Math.log(2)], 2, 2),
  ),
  LowerBound: byHand(
    kernel('LowerBound', 'sortedSequence values'),
    [sorted, sought],
    given('int32', [1, 0, 4, 0, 2, 3], 2, 3),
  ),
  UpperBound: byHand(
    kernel('UpperBound', 'sortedSequence values'),
    [sorted, sought],
    given('int32', [3, 0, 4, 2, 3, 3], 2, 3),
  ),
  MatrixBandPart: byHand(
    kernel('MatrixBandPart', 'input numLower numUpper'),
    [given('float32', [1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 3), given('int32', [1]), given('int32', [0])],
    given('float32', [1, 0, 0, 4, 5, 0, 0, 8, 9], 3, 3),
  ),
  'RealDiv of integers': call(kernel('RealDiv', 'a b'), given('int32', [7, -7, 1], 3), given('int32', [2], 1)),
};

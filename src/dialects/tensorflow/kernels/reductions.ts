// TensorFlow ops of kernels that reduce axes.

import type { reductions as shapes } from '../../../kernels/shapes/reductions.ts';
import type { Value } from '../../../trace/trace.ts';
import { int32, type Lowered, type Lowering, type LoweringRow, list, scalar, typeAttribute } from './lowering.ts';

const reduce =
  (op: string, withType = true): Lowering =>
  ({ axis, reductionIndices = axis, keepDims }, [x], [y]) => {
    const nothing = ofNothing(op, y!);
    if (nothing !== undefined && x!.shape.includes(0) && !y!.shape.includes(0)) return filled(y!, nothing);
    const axes = reductionIndices ?? x!.shape.map((_, i) => i);
    return {
      op,
      attributes: {
        ...(withType ? typeAttribute(x!.dtype) : {}),
        ...int32('Tidx'),
        keep_dims: { b: keepDims ?? false },
      },
      constants: [list('axis', [axes].flat())],
    };
  };

/** The result of tf.js's cpu backend for no elements, where TensorFlow's differs. */
function ofNothing(op: string, { dtype }: Value): number | undefined {
  if (op === 'Mean' || op === 'All') return 0;
  return op === 'Max' || op === 'Min' ? (dtype === 'float32' ? Number.NaN : 0) : undefined;
}

const filled = ({ shape, dtype }: Value, value: number): Lowered => ({
  op: 'Fill',
  attributes: { ...typeAttribute(dtype), ...int32('index_type') },
  inputs: [list('dims', shape), scalar('value', value, dtype)],
});

const extreme =
  (op: string): Lowering =>
  ({ axis }, [x], [y]) => {
    const [at] = [axis].flat();
    // for no elements tf.js returns 0, and TensorFlow refuses
    if (x!.shape.at(at) === 0) return filled(y!, 0);
    return {
      op,
      attributes: { ...typeAttribute(x!.dtype), ...int32('Tidx'), ...int32('output_type') },
      constants: [scalar('dimension', at)],
    };
  };

export const reductions = {
  All: reduce('All', false),
  Any: reduce('Any', false),
  ArgMax: extreme('ArgMax'),
  ArgMin: extreme('ArgMin'),
  Max: reduce('Max'),
  Mean: reduce('Mean'),
  Min: reduce('Min'),
  Prod: reduce('Prod'),
  Sum: reduce('Sum'),
} satisfies Record<keyof typeof shapes, LoweringRow>;

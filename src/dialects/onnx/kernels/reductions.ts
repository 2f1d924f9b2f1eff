// ONNX ops of kernels that reduce axes.
import type { reductions as shapes } from '../../../kernels/shapes/reductions.ts';
import type { Value } from '../../../trace/trace.ts';
import { axesOf, axisOf, filled, reduce } from '../arrayOps.ts';
import { cast } from '../elementOps.ts';
import { type Lowering, type LoweringRow, type Operand, opOutput } from '../operand.ts';

const axesIn = (axis: number | readonly number[] | null | undefined, x: Operand): readonly number[] =>
  axis === undefined || axis === null ? axesOf(x) : [axis].flat().map((each) => axisOf(each, x.shape.length));

/** @param ofNothing the result of tf.js's cpu backend for no elements, by dtype */
const reduction =
  (op: string, ofNothing: (dtype: Value['dtype']) => number): Lowering =>
  ({ x }, { axis, reductionIndices = axis, keepDims }, [y]) =>
    x.shape.includes(0) && !y!.shape.includes(0)
      ? filled(y!.shape, ofNothing(y!.dtype), y!.dtype)
      : reduce(op, x, axesIn(reductionIndices, x), keepDims ?? false);

/** A reduction of bools, as one of the integers 0 and 1. */
const logical = (op: string): Lowering => {
  const ofIntegers = reduction(op, () => 0);
  return ({ x }, attributes, outputs, all) => {
    const result = ofIntegers({ x: cast(x, 'int32') }, attributes, outputs, all) as Operand;
    return cast(result, 'bool');
  };
};

// NaN where the dtype has one
const lacking = (dtype: Value['dtype']): number => (dtype === 'float32' ? Number.NaN : 0);

const extreme =
  (op: string): Lowering =>
  ({ x }, { axis }, [y]) => {
    const at = axisOf([axis].flat()[0], x.shape.length);
    // for no elements tf.js returns 0
    if (x.shape[at] === 0) return filled(y!.shape, 0, 'int32');
    const index = { shape: y!.shape, dtype: 'int64' } as const;
    return cast(opOutput(op, [x], index, { axis: { i: at }, keepdims: { i: 0 } }), 'int32');
  };

export const reductions = {
  All: logical('ReduceMin'),
  Any: logical('ReduceMax'),
  ArgMax: extreme('ArgMax'),
  ArgMin: extreme('ArgMin'),
  Max: reduction('ReduceMax', lacking),
  Mean: reduction('ReduceMean', () => 0),
  Min: reduction('ReduceMin', lacking),
  Prod: reduction('ReduceProd', () => 1),
  Sum: reduction('ReduceSum', () => 0),
} satisfies Record<keyof typeof shapes, LoweringRow>;

// Shapes of kernels that reduce axes.
import type { KernelName } from '../kernelName.ts';
import { parseAxes, type ShapeRow, type ShapeRule, type Spec } from './shapeRule.ts';

type Dtype = Spec['dtype'];

const reduce =
  (dtype: (x: Dtype) => Dtype): ShapeRule =>
  ([x], { axis, reductionIndices = axis, keepDims }) => {
    const axes = new Set(parseAxes(reductionIndices, x!.shape.length));
    const shape = keepDims
      ? x!.shape.map((dim, i) => (axes.has(i) ? 1 : dim))
      : x!.shape.filter((_, i) => !axes.has(i));
    return [{ shape, dtype: dtype(x!.dtype) }];
  };

export const reductions = {
  All: reduce((dtype) => dtype),
  Any: reduce((dtype) => dtype),
  ArgMax: reduce(() => 'int32'),
  ArgMin: reduce(() => 'int32'),
  Max: reduce((dtype) => dtype),
  Mean: reduce(() => 'float32'),
  Min: reduce((dtype) => dtype),
  Prod: reduce((dtype) => (dtype === 'bool' ? 'int32' : dtype)),
  Sum: reduce((dtype) => (dtype === 'bool' ? 'int32' : dtype)),
} satisfies Partial<Record<KernelName, ShapeRow>>;

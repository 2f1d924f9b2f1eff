// Kernels that take axes away. In: shapes and axes. Out: shapes.
import { each, parseAxes, type ShapeFunction, type Spec } from './shapeRule.ts';

type Dtype = Spec['dtype'];

const reduce =
  (dtype: (x: Dtype) => Dtype): ShapeFunction =>
  ([x], { axis, reductionIndices = axis, keepDims }) => {
    const axes = new Set(parseAxes(reductionIndices, x!.shape.length));
    const shape = keepDims
      ? x!.shape.map((dim, i) => (axes.has(i) ? 1 : dim))
      : x!.shape.filter((_, i) => !axes.has(i));
    return [{ shape, dtype: dtype(x!.dtype) }];
  };

export const reductions: Readonly<Record<string, ShapeFunction>> = {
  ...each(
    'All Any Max Min',
    reduce((dtype) => dtype),
  ),
  ...each(
    'ArgMax ArgMin',
    reduce(() => 'int32'),
  ),
  ...each(
    'Prod Sum',
    reduce((dtype) => (dtype === 'bool' ? 'int32' : dtype)),
  ),
  Mean: reduce(() => 'float32'),
};

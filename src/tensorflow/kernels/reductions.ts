// Kernels that take axes away. In: attributes and values. Out: TensorFlow ops.
import { each, int32, list, type Row, scalar, typed } from './row.ts';

const reduce =
  (op: string, withType = true): Row =>
  ({ axis, reductionIndices = axis, keepDims }, [x]) => {
    const axes = reductionIndices ?? x!.shape.map((_, i) => i);
    return {
      op,
      attributes: { ...(withType ? typed(x!.dtype) : {}), ...int32('Tidx'), keep_dims: { b: keepDims ?? false } },
      constants: [list('axis', [axes].flat())],
    };
  };

const extreme =
  (op: string): Row =>
  ({ axis }, [x]) => ({
    op,
    attributes: { ...typed(x!.dtype), ...int32('Tidx'), ...int32('output_type') },
    constants: [scalar('dimension', [axis].flat()[0])],
  });

export const reductions: Readonly<Record<string, Row>> = {
  ...each('All Any', (op) => reduce(op, false)),
  ...each('ArgMax ArgMin', extreme),
  ...each('Max Mean Min Prod Sum', (op) => reduce(op)),
};

// Constants whose elements are those of another array in another order or shape. Long ones are put in order each time they
// are read, so that a graph holds the weights of a model once.
import type { NodeShape, TensorValue } from '../../../graph/graph.ts';
import { type Elements, product } from '../../../tensors.ts';

/** An array in row-major order, and the permutation of its axes that a tensor has. */
interface Order {
  readonly values: ArrayLike<number>;
  /** The shape of `values`. */
  readonly shape: readonly number[];
  /** Axis `i` of the tensor is axis `perm[i]` of `values`. */
  readonly perm: readonly number[];
}

/** By tensor that `transposedTensor` made and that is put in order when it is read: its array. */
const orders = new WeakMap<TensorValue, Order>();

/** Elements from which on an array is put in order each time that it is read; shorter ones are at once. */
const longElements = 1024;

/**
 * Returns the tensor whose axis `i` is axis `perm[i]` of `x`.
 * @param whole the shape of `x`, which may have axes of size 1 added at its front
 */
export function transposedTensor(x: TensorValue, perm: readonly number[], whole = x.shape!): TensorValue {
  const known = `${whole}` === `${x.shape}` ? orders.get(x) : undefined;
  const shape = perm.map((axis) => whole[axis]!);
  if (product(shape) < longElements)
    return { dtype: x.dtype, shape, values: transposed(x.values as ArrayLike<number>, whole, perm) };
  if (!known) return lazyTensor(x.dtype, shape, { values: x.values as ArrayLike<number>, shape: whole, perm });
  return lazyTensor(x.dtype, shape, { ...known, perm: perm.map((axis) => known.perm[axis]!) });
}

/** The same elements in another shape. */
export function reshapedTensor(x: TensorValue, shape: NodeShape): TensorValue {
  const { dtype } = x;
  if (!orders.has(x)) return { ...x, shape };
  return {
    dtype,
    shape,
    get values() {
      return x.values!;
    },
  };
}

/** Makes a tensor whose elements are put in order each time that they are read. */
function lazyTensor(dtype: TensorValue['dtype'], shape: readonly number[], order: Order): TensorValue {
  const tensor: TensorValue = {
    dtype,
    shape,
    get values(): Elements {
      return transposed(order.values, order.shape, order.perm);
    },
  };
  orders.set(tensor, order);
  return tensor;
}

/** An array of the kind of `values`, of the same length. */
const emptyLike = (values: ArrayLike<number>): number[] =>
  (ArrayBuffer.isView(values)
    ? new (values.constructor as Float32ArrayConstructor)(values.length)
    : new Array<number>(values.length)) as number[];

/** The elements of a tensor whose axis `i` is axis `perm[i]` of `shape`; `values` itself where the order stays. */
function transposed(values: ArrayLike<number>, shape: readonly number[], perm: readonly number[]): ArrayLike<number> {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  const axes = joinedAxes(perm.map((axis) => ({ size: shape[axis]!, step: strides[axis]! })));
  if (axes.length < 2) return values;
  const result = emptyLike(values);
  const [inner, next] = [axes.at(-1)!, axes.at(-2)!];
  const block = inner.size * next.size;
  const outer = axes.slice(0, -2);
  const at = new Array<number>(outer.length).fill(0);
  let from = 0;
  for (let to = 0; to < values.length; to += block) {
    copyBlock(values, result, { from, to, inner, next });
    for (let axis = outer.length - 1; axis >= 0; axis--) {
      const { size, step } = outer[axis]!;
      from += step;
      if (++at[axis]! < size) break;
      from -= step * size;
      at[axis] = 0;
    }
  }
  return result;
}

/** An axis of the result, and the distance of its elements in the array that they come from. */
interface StridedAxis {
  readonly size: number;
  readonly step: number;
}

/** Axes that follow each other in both arrays become one, and those of one element none. */
function joinedAxes(axes: readonly StridedAxis[]): StridedAxis[] {
  const joined: StridedAxis[] = [];
  for (const axis of axes) {
    if (axis.size === 1) continue;
    const last = joined.at(-1);
    if (last && last.step === axis.step * axis.size)
      joined[joined.length - 1] = { size: last.size * axis.size, step: axis.step };
    else joined.push(axis);
  }
  return joined;
}

/** Rows and columns of a tile: reads and writes of one stay in a processor's cache. */
const tile = 32;

interface Block {
  readonly from: number;
  readonly to: number;
  readonly inner: StridedAxis;
  readonly next: StridedAxis;
}

/** Copies the last two axes of the result, tile by tile. */
function copyBlock(values: ArrayLike<number>, result: number[], { from, to, inner, next }: Block): void {
  const [columns, rows, step] = [inner.size, next.size, inner.step];
  for (let top = 0; top < rows; top += tile) {
    const bottom = Math.min(rows, top + tile);
    for (let left = 0; left < columns; left += tile) {
      const right = Math.min(columns, left + tile);
      for (let row = top; row < bottom; row++) {
        const [source, target] = [from + row * next.step, to + row * columns];
        for (let column = left; column < right; column++) result[target + column] = values[source + column * step]!;
      }
    }
  }
}

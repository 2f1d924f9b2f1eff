// Explains how a constant depends on the size of the batch, from its values at three sizes or more.
import type { TensorValue } from '../../graph/graph.ts';

/** One entry for each size of the batch, always in the same order. */
export type BySize<T> = readonly [first: T, second: T, ...others: T[]];

/** A whole number that grows with the batch: `times` the size of the batch, plus `plus`. */
export interface Grown {
  readonly times: number;
  readonly plus: number;
}

/** A number that is fixed, or grows with the batch. */
export type Size = number | Grown;

/** How the values of a constant are made at any size of the batch. */
export type Plan =
  /** The same at every size; a Reshape computes a size of -1 by itself. */
  | { readonly kind: 'constant'; readonly tensor: TensorValue }
  /** Numbers, some of which grow. */
  | { readonly kind: 'elements'; readonly tensor: TensorValue; readonly elements: readonly Size[] }
  /** A slice repeated along the axes that grow. */
  | { readonly kind: 'repeated'; readonly slice: TensorValue; readonly shape: readonly Size[] };

// the length of shapes, paddings and the like; a longer constant is data
const maxElements = 64;

/**
 * Returns undefined where the values at the given sizes have no plan.
 * @param inReshape whether the constant is the shape of a Reshape, where one size may be -1
 */
export function explain(tensors: BySize<TensorValue>, sizes: BySize<number>, inReshape: boolean): Plan | undefined {
  const [tensor] = tensors;
  const shapes = mapped(tensors, (one) => one.shape ?? []);
  if (tensor.dtype === 'string' || shapes.some(({ length }) => length !== shapes[0].length)) return undefined;
  const shape = zipped(shapes).map((dims) => grown(dims, sizes));
  if (!shape.every((size) => typeof size === 'number')) return repeated(tensors, shape);

  const values = mapped(tensors, (one) => Array.from((one.values ?? []) as ArrayLike<number>));
  if (values[0].length > maxElements) return undefined;
  const elements = zipped(values).map((numbers) => grown(numbers, sizes));
  const varied = elements.flatMap((element, i) => (typeof element === 'number' ? [] : [i]));
  const unknown = varied.filter((i) => elements[i] === undefined);
  if (inReshape && (varied.length === 1 || unknown.length === 1)) {
    const left = unknown[0] ?? varied[0]!;
    const found = elements.map((element, i) => (i === left ? -1 : element!));
    if (varied.length > 1) return { kind: 'elements', tensor, elements: found };
    return { kind: 'constant', tensor: { ...tensor, values: found as number[] } };
  }
  return unknown.length > 0 ? undefined : { kind: 'elements', tensor, elements: elements as Size[] };
}

/** Returns a number that is equal at every size, or grows linearly in whole numbers; undefined otherwise. */
function grown(numbers: BySize<number>, sizes: BySize<number>): Size | undefined {
  const [a, b] = numbers;
  if (numbers.every((number) => Object.is(a, number))) return a;
  const times = (b - a) / (sizes[1] - sizes[0]);
  const plus = a - times * sizes[0];
  if (!Number.isSafeInteger(times) || !Number.isSafeInteger(plus)) return undefined;
  return numbers.every((number, i) => times * sizes[i]! + plus === number) ? { times, plus } : undefined;
}

function repeated(tensors: BySize<TensorValue>, shape: readonly (Size | undefined)[]): Plan | undefined {
  if (!shape.every((size) => size !== undefined)) return undefined;
  const axes = shape.flatMap((size, axis) => (typeof size === 'number' ? [] : [axis]));
  const [first, ...others] = tensors.map((tensor) => sliced(tensor, axes));
  if (!first || others.some((other) => !sameNumbers(first, other))) return undefined;
  const [{ dtype }] = tensors;
  const slice = { dtype, shape: shape.map((size) => (typeof size === 'number' ? size : 1)), values: first };
  return { kind: 'repeated', slice, shape };
}

const sameNumbers = (some: readonly number[], others: readonly number[] | undefined): boolean =>
  some.length === others?.length && some.every((number, i) => Object.is(number, others[i]));

/** The elements at index 0 of each of `axes`, if the elements at the other indices are equal to them. */
function sliced({ shape, values }: TensorValue, axes: readonly number[]): readonly number[] | undefined {
  const dims = shape ?? [];
  const numbers = (values ?? []) as ArrayLike<number>;
  const strides = dims.map((_, axis) => dims.slice(axis + 1).reduce((size, dim) => size * dim, 1));
  const slice: number[] = [];
  for (let at = 0; at < numbers.length; at++) {
    // the flat index with index 0 on each of the axes
    let home = at;
    for (const axis of axes) home -= (Math.floor(at / strides[axis]!) % dims[axis]!) * strides[axis]!;
    if (home === at) slice.push(numbers[at]!);
    else if (!Object.is(numbers[home], numbers[at])) return undefined;
  }
  return slice;
}

const mapped = <T, U>([a, b, ...others]: BySize<T>, to: (one: T) => U): BySize<U> => [to(a), to(b), ...others.map(to)];

const zipped = <T>([a, b, ...others]: BySize<readonly T[]>): BySize<T>[] =>
  a.map((value, i) => [value, b[i]!, ...others.map((other) => other[i]!)]);

// Explains how a constant depends on the sizes of open axes, from its values at several sizes.
import type { Explainer, Vector } from '../../axes/explainer.ts';
import { constant, type Expression, plus } from '../../axes/expression.ts';
import type { TensorValue } from '../../graph/graph.ts';

/** One entry for each sample of the sizes, always in the same order. */
export type BySize<T> = readonly [first: T, second: T, ...others: T[]];

/** A number that falls with a size: `times` / `over`. */
export interface Quotient {
  readonly times: number;
  readonly over: Expression;
}

/** A number that is fixed, follows from open axes as a whole number, or falls with one. */
export type Size = number | Expression | Quotient;

/** Whether a number is no whole one. */
export const isQuotient = (size: Size): size is Quotient => typeof size === 'object' && 'over' in size;

/** How the values of a constant are made at any size of the open axes. */
export type Plan =
  /** The same at every size; a Reshape computes a size of -1 by itself. */
  | { readonly kind: 'constant'; readonly tensor: TensorValue }
  /** Numbers, some of which follow from open axes. */
  | { readonly kind: 'elements'; readonly tensor: TensorValue; readonly elements: readonly Size[] }
  /** A slice repeated along the axes that grow. */
  | { readonly kind: 'repeated'; readonly slice: TensorValue; readonly shape: readonly (number | Expression)[] };

// the length of shapes, paddings and the like; a longer constant is data
const maxElements = 64;

/**
 * Returns undefined where the values at the given sizes have no plan.
 * @param explainer what is known of the samples' sizes
 * @param inReshape whether the constant is the shape of a Reshape, where one size may be -1
 */
export function explain(tensors: BySize<TensorValue>, explainer: Explainer, inReshape: boolean): Plan | undefined {
  const [tensor] = tensors;
  const shapes = mapped(tensors, (one) => one.shape ?? []);
  if (tensor.dtype === 'string' || shapes.some(({ length }) => length !== shapes[0].length)) return undefined;
  const shape = zipped(shapes).map((dims) => wholeSize(dims, explainer));
  if (!shape.every((size) => typeof size === 'number')) return repeated(tensors, shape);

  const values = mapped(tensors, (one) => Array.from((one.values ?? []) as ArrayLike<number>));
  if (values[0].length > maxElements) return undefined;
  const elements = zipped(values).map(
    (numbers) =>
      wholeSize(numbers, explainer) ?? (tensor.dtype === 'float32' ? quotientOf(numbers, explainer) : undefined),
  );
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

/** A number that is equal in every sample, or follows from the open axes; undefined otherwise. */
function wholeSize(numbers: Vector, explainer: Explainer): number | Expression | undefined {
  const [first] = numbers;
  if (numbers.every((number) => Object.is(first, number))) return first;
  if (!numbers.every(Number.isSafeInteger)) return undefined;
  return straight(numbers, explainer) ?? explainer.explain(numbers);
}

/** times · u + plus, in whole numbers, of one size u that is known. */
function straight(numbers: Vector, explainer: Explainer): Expression | undefined {
  for (const { values, expression } of explainer.all) {
    const other = values.findIndex((value) => value !== values[0]);
    const times = (numbers[other]! - numbers[0]!) / (values[other]! - values[0]!);
    const added = numbers[0]! - times * values[0]!;
    if (!Number.isSafeInteger(times) || !Number.isSafeInteger(added) || times === 0) continue;
    if (numbers.every((number, i) => times * values[i]! + added === number))
      return plus(constant(added), expression, times);
  }
  return undefined;
}

// what models divide by a size
const dividends = [1, 2, -1, 0.5];

/** A float32 that is a dividend by a whole number which follows from the open axes. */
function quotientOf(numbers: Vector, explainer: Explainer): Quotient | undefined {
  for (const times of dividends) {
    const divisors = numbers.map((number) => Math.round(times / number));
    if (!numbers.every((number, i) => Math.fround(times / divisors[i]!) === number)) continue;
    const over = wholeSize(divisors, explainer);
    if (typeof over === 'object') return { times, over };
  }
  return undefined;
}

function repeated(tensors: BySize<TensorValue>, shape: readonly (number | Expression | undefined)[]): Plan | undefined {
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

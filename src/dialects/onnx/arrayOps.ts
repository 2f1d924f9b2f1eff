// ONNX ops that move elements, reduce axes or multiply matrices, as functions of operands.
import type { Attributes } from '../../graph/graph.ts';
import { product } from '../../tensors.ts';
import { broadcastShape, cast } from './elementOps.ts';
import { constant, type Operand, opOutput, outputsOf, scalar, sizes } from './operand.ts';

type Shape = readonly number[];

/** Axis `i` of the result is axis `perm[i]` of `x`. */
export function transpose(x: Operand, perm: Shape): Operand {
  if (perm.every((axis, i) => axis === i)) return x;
  const shape = perm.map((axis) => x.shape[axis]!);
  return opOutput('Transpose', [x], { shape, dtype: x.dtype }, { perm: { ints: perm } });
}

export const reshape = (x: Operand, shape: Shape): Operand =>
  // a 0 would stand for the size that `x` has there
  opOutput('Reshape', [x, sizes('shape', shape)], { shape, dtype: x.dtype }, allowZero(shape));

/** The attribute of a Reshape to a shape with an axis of size 0. */
export const allowZero = (shape: Shape): Attributes => (shape.includes(0) ? { allowzero: { i: 1 } } : {});

/** Adds axes of size 1 at `axes` of the result, which ascend. */
export function unsqueeze(x: Operand, axes: Shape): Operand {
  const shape = axes.reduce((dims, axis) => dims.toSpliced(axis, 0, 1), [...x.shape]);
  return opOutput('Unsqueeze', [x, sizes('axes', axes)], { shape, dtype: x.dtype });
}

/** Removes the axes `axes`, whose size is 1. */
export const squeeze = (x: Operand, axes: Shape): Operand =>
  opOutput('Squeeze', [x, sizes('axes', axes)], {
    shape: x.shape.filter((_, axis) => !axes.includes(axis)),
    dtype: x.dtype,
  });

/** An end of a slice that lies beyond every axis. */
const beyond = 2 ** 31 - 1;

/** The elements of an axis from `start` up to `end`; a step backwards may end before the first, at undefined. */
export interface Range {
  readonly start: number;
  readonly end: number | undefined;
  readonly step?: number;
}

/** Takes a range of each axis; undefined takes the whole axis. */
export function slice(x: Operand, ranges: readonly (Range | undefined)[]): Operand {
  const cut = ranges.flatMap((range, axis) => (range ? [{ axis, step: 1, ...range }] : []));
  if (cut.length === 0) return x;
  const shape = [...x.shape];
  for (const { axis, start, end, step } of cut) {
    const last = end ?? (step < 0 ? -1 : x.shape[axis]!);
    shape[axis] = Math.max(0, Math.ceil((last - start) / step));
  }
  const list = (name: string, of: (range: (typeof cut)[number]) => number): Operand => sizes(name, cut.map(of));
  return opOutput(
    'Slice',
    [
      x,
      list('starts', ({ start }) => start),
      list('ends', ({ end, step }) => end ?? (step < 0 ? -beyond : beyond)),
      list('axes', ({ axis }) => axis),
      ...(cut.every(({ step }) => step === 1) ? [] : [list('steps', ({ step }) => step)]),
    ],
    { shape, dtype: x.dtype },
  );
}

/** `size` elements from `start` along one axis. */
export const sliceAxis = (x: Operand, axis: number, start: number, size: number): Operand =>
  slice(
    x,
    x.shape.map((_, at) => (at === axis ? { start, end: start + size } : undefined)),
  );

/** The elements of the axes in reverse order. */
export const reverse = (x: Operand, axes: Shape): Operand =>
  slice(
    x,
    x.shape.map((size, axis) => (axes.includes(axis) ? { start: size - 1, end: undefined, step: -1 } : undefined)),
  );

export function concat(operands: readonly Operand[], axis: number): Operand {
  const [first] = operands as readonly [Operand];
  const total = operands.reduce((sum, { shape }) => sum + shape[axis]!, 0);
  return opOutput(
    'Concat',
    operands,
    { shape: first.shape.with(axis, total), dtype: first.dtype },
    { axis: { i: axis } },
  );
}

/** Parts of `x` of the sizes `parts` along `axis`. */
export const split = (x: Operand, parts: Shape, axis: number): Operand[] =>
  outputsOf(
    'Split',
    [x, sizes('split', parts)],
    parts.map((size) => ({ shape: x.shape.with(axis, size), dtype: x.dtype })),
    { axis: { i: axis } },
  );

export const gather = (x: Operand, indices: Operand, axis: number): Operand =>
  opOutput(
    'Gather',
    [x, indices],
    { shape: [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)], dtype: x.dtype },
    { axis: { i: axis } },
  );

/** Broadcasts `x` to `shape`. */
export const expand = (x: Operand, shape: Shape): Operand =>
  opOutput('Expand', [x, sizes('shape', shape)], { shape, dtype: x.dtype });

/** A tensor of `shape` whose elements are all `value`. */
export function filled(shape: Shape, value: number, dtype: Operand['dtype']): Operand {
  const tensor = { dtype, shape: [1], values: [value] };
  return opOutput('ConstantOfShape', [sizes('shape', shape)], { shape, dtype }, { value: { tensor } });
}

type Pair = readonly [before: number, after: number];

/** Adds `before` and `after` elements of `value` to each axis. */
export function pad(x: Operand, pairs: readonly Pair[], value: number): Operand {
  return padWith(x, pairs, [scalar(value, x.dtype, 'constant_value')], {});
}

/** Pads with a mirror image that leaves out the border. */
export const padReflected = (x: Operand, pairs: readonly Pair[]): Operand =>
  padWith(x, pairs, [], { mode: { s: 'reflect' } });

function padWith(x: Operand, pairs: readonly Pair[], value: readonly Operand[], attributes: Attributes): Operand {
  const shape = x.shape.map((size, axis) => size + pairs[axis]![0] + pairs[axis]![1]);
  const pads = sizes('pads', [...pairs.map(([before]) => before), ...pairs.map(([, after]) => after)]);
  return opOutput('Pad', [x, pads, ...value], { shape, dtype: x.dtype }, attributes);
}

export const tile = (x: Operand, repeats: Shape): Operand =>
  opOutput('Tile', [x, sizes('repeats', repeats)], {
    shape: x.shape.map((size, axis) => size * repeats[axis]!),
    dtype: x.dtype,
  });

/** A reduction over `axes`, such as ReduceSum. */
export function reduce(op: string, x: Operand, axes: Shape, keepDims = false): Operand {
  const shape = keepDims
    ? x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
    : x.shape.filter((_, axis) => !axes.includes(axis));
  // for no axes these ops would reduce them all
  if (axes.length === 0) return x;
  return opOutput(op, [x, sizes('axes', axes)], { shape, dtype: x.dtype }, { keepdims: { i: keepDims ? 1 : 0 } });
}

/** The product of the last two axes, with the others broadcast. */
export function matMul(a: Operand, b: Operand): Operand {
  const batch = broadcastShape({ shape: a.shape.slice(0, -2) }, { shape: b.shape.slice(0, -2) });
  return opOutput('MatMul', [a, b], { shape: [...batch, a.shape.at(-2)!, b.shape.at(-1)!], dtype: a.dtype });
}

/** Exchanges the last two axes. */
export const transposeMatrix = (x: Operand): Operand => {
  const rank = x.shape.length;
  return transpose(
    x,
    x.shape.map((_, axis) => (axis < rank - 2 ? axis : axis === rank - 2 ? rank - 1 : rank - 2)),
  );
};

/** The integers 0, 1, … below `count`. */
export const indices = (count: number, dtype: 'int32' | 'int64' = 'int32'): Operand =>
  constant(
    'range',
    dtype,
    [count],
    Array.from({ length: count }, (_, i) => i),
  );

/** All axes of `x`. */
export const axesOf = ({ shape }: Pick<Operand, 'shape'>): number[] => shape.map((_, axis) => axis);

/** A non-negative axis. */
export const axisOf = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** `x` as a list of all its elements. */
export const flattened = (x: Operand): Operand => reshape(x, [product(x.shape)]);

/** int64, as ops of ONNX take indices. */
export const asIndices = (x: Operand): Operand => cast(x, 'int64');

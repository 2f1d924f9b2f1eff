// Constant folding of small tensors that a model computes from shapes: the sizes of a reshape, the bounds of a slice.
// A test compares each rule with the cpu backend.
import { product, typedArrays } from '../tensors.ts';
import type { KernelName } from './kernelName.ts';
import { parseAxes, parseAxis, type Spec } from './shapes/shapeRule.ts';
import { boundsOf } from './sliceInfo.ts';

/** A small tensor whose elements are known, in row-major order. */
export interface Known extends Spec {
  readonly values: ArrayLike<number>;
}

/** A tensor with more elements is data, not a shape. */
export const maxKnown = 1024;

// biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
type Attributes = any;
type FoldRule = (inputs: readonly Known[], attributes: Attributes, output: Spec, position: number) => number[];

/** Strides of each axis in row-major order. */
const stepsOf = (shape: readonly number[]): number[] => {
  const steps = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) steps[axis] = steps[axis + 1]! * shape[axis + 1]!;
  return steps;
};

/** Computes each element of `shape` from its index on every axis; `of` must not keep the array of indices. */
function elements(shape: readonly number[], of: (at: readonly number[]) => number): number[] {
  const results = new Array<number>(product(shape));
  const at = new Array<number>(shape.length).fill(0);
  for (let flat = 0; flat < results.length; flat++) {
    results[flat] = of(at);
    for (let axis = shape.length - 1; axis >= 0 && ++at[axis]! === shape[axis]; axis--) at[axis] = 0;
  }
  return results;
}

/** The element of a tensor that is broadcast to the rank of the indices `at`. */
function stretched({ shape, values }: Known, at: readonly number[]): number {
  const ahead = at.length - shape.length;
  let flat = 0;
  for (let axis = 0; axis < shape.length; axis++)
    flat = flat * shape[axis]! + (shape[axis] === 1 ? 0 : at[axis + ahead]!);
  return values[flat]!;
}

function element({ shape, values }: Known, at: readonly number[]): number {
  let flat = 0;
  for (let axis = 0; axis < shape.length; axis++) flat = flat * shape[axis]! + at[axis]!;
  return values[flat]!;
}

const binary =
  (compute: (a: number, b: number) => number): FoldRule =>
  ([a, b], _, { shape }) =>
    elements(shape, (at) => compute(stretched(a!, at), stretched(b!, at)));

const unary =
  (compute: (x: number) => number): FoldRule =>
  ([x]) =>
    Array.from(x!.values, compute);

const same: FoldRule = ([x]) => Array.from(x!.values);

const reduced =
  (start: number, join: (a: number, b: number) => number): FoldRule =>
  ([x], { axis, reductionIndices = axis }, { shape }) => {
    const gone = new Set(parseAxes(reductionIndices, x!.shape.length));
    const steps = stepsOf(x!.shape.map((dim, i) => (gone.has(i) ? 1 : dim)));
    const results = new Array<number>(product(shape)).fill(start);
    elements(x!.shape, (at) => {
      const to = at.reduce((flat, position, i) => flat + (gone.has(i) ? 0 : position * steps[i]!), 0);
      results[to] = join(results[to]!, element(x!, at));
      return 0;
    });
    return results;
  };

const whole = (x: number): number => Math.trunc(x);
// tf.js rounds a half to the even neighbour
const round = (x: number): number => {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
};
const modulo = (a: number, b: number): number => {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
};
const truth = (test: (a: number, b: number) => boolean): FoldRule => binary((a, b) => Number(test(a, b)));

/** Only kernels that models compute sizes with: any other output stays unknown in a trace on shapes. */
const foldRules = {
  Add: binary((a, b) => a + b),
  Sub: binary((a, b) => a - b),
  Multiply: binary((a, b) => a * b),
  RealDiv: binary((a, b) => a / b),
  FloorDiv: binary((a, b) => Math.floor(a / b)),
  Mod: binary(modulo),
  Maximum: binary(Math.max),
  Minimum: binary(Math.min),
  Pow: binary((a, b) => a ** b),
  Equal: truth((a, b) => a === b),
  NotEqual: truth((a, b) => a !== b),
  Greater: truth((a, b) => a > b),
  GreaterEqual: truth((a, b) => a >= b),
  Less: truth((a, b) => a < b),
  LessEqual: truth((a, b) => a <= b),
  LogicalAnd: truth((a, b) => a !== 0 && b !== 0),
  LogicalOr: truth((a, b) => a !== 0 || b !== 0),
  LogicalNot: unary((x) => Number(x === 0)),
  Abs: unary(Math.abs),
  Ceil: unary(Math.ceil),
  Floor: unary(Math.floor),
  Round: unary(round),
  Neg: unary((x) => -x),
  Sign: unary(Math.sign),
  Sqrt: unary(Math.sqrt),
  Square: unary((x) => x * x),
  Reciprocal: unary((x) => 1 / x),
  Cast: ([x], { dtype }) =>
    Array.from(x!.values, dtype === 'int32' ? whole : dtype === 'bool' ? (n) => Number(n !== 0) : Number),
  ExpandDims: same,
  Identity: same,
  Reshape: same,
  ZerosLike: unary(() => 0),
  OnesLike: unary(() => 1),
  Select: ([condition, a, b], _, { shape }) =>
    elements(shape, (at) => element(element(condition!, at) === 0 ? b! : a!, at)),
  Fill: (_, { value }, { shape }) => new Array<number>(product(shape)).fill(value),
  Range: (_, { start, step }, { shape }) => Array.from({ length: shape[0]! }, (_, i) => start + i * step),
  Transpose: ([x], { perm }, { shape }) =>
    elements(shape, (at) => {
      const from: number[] = [];
      for (const [i, axis] of perm.entries()) from[axis] = at[i]!;
      return element(x!, from);
    }),
  Reverse: ([x], { dims }, { shape }) => {
    const turned = new Set(parseAxes(dims, shape.length));
    return elements(shape, (at) =>
      element(
        x!,
        at.map((position, axis) => (turned.has(axis) ? shape[axis]! - 1 - position : position)),
      ),
    );
  },
  Tile: ([x], _, { shape }) =>
    elements(shape, (at) =>
      element(
        x!,
        at.map((position, axis) => position % x!.shape[axis]!),
      ),
    ),
  Slice: ([x], { begin }, { shape }) => {
    const from = [begin].flat() as number[];
    return elements(shape, (at) =>
      element(
        x!,
        at.map((position, axis) => position + (from[axis] ?? 0)),
      ),
    );
  },
  StridedSlice: ([x], attributes) => {
    const { begin: from, end: to, strides: step } = boundsOf(x!.shape, attributes);
    // axes of size 1 that are added or removed afterwards do not change the order
    const shape = from.map((first, axis) => Math.max(0, Math.ceil((to[axis]! - first) / step[axis]!)));
    return elements(shape, (at) =>
      element(
        x!,
        at.map((position, axis) => from[axis]! + position * step[axis]!),
      ),
    );
  },
  Concat: (inputs, { axis }, { shape }) => {
    const along = parseAxis(axis, shape.length);
    return elements(shape, (at) => {
      let position = at[along]!;
      const from = inputs.find((input) => {
        if (position < input.shape[along]!) return true;
        position -= input.shape[along]!;
        return false;
      });
      return element(from!, at.with(along, position));
    });
  },
  Pack: (inputs, { axis }, { shape }) => {
    const along = parseAxis(axis, shape.length);
    return elements(shape, (at) => element(inputs[at[along]!]!, at.toSpliced(along, 1)));
  },
  Unpack: ([x], { axis }, { shape }, position) => {
    const along = parseAxis(axis, x!.shape.length);
    return elements(shape, (at) => element(x!, at.toSpliced(along, 0, position)));
  },
  GatherV2: ([x, indices], { axis, batchDims }, { shape }) => {
    if (batchDims !== 0) return [];
    const along = parseAxis(axis, x!.shape.length);
    const rank = indices!.shape.length;
    return elements(shape, (at) => {
      const index = element(indices!, at.slice(along, along + rank));
      return element(x!, at.toSpliced(along, rank, index));
    });
  },
  All: reduced(1, (a, b) => Number(a !== 0 && b !== 0)),
  Any: reduced(0, (a, b) => Number(a !== 0 || b !== 0)),
  Max: reduced(Number.NEGATIVE_INFINITY, Math.max),
  Min: reduced(Number.POSITIVE_INFINITY, Math.min),
  Prod: reduced(1, (a, b) => a * b),
  Sum: reduced(0, (a, b) => a + b),
} satisfies Partial<Record<KernelName, FoldRule>>;

export const foldedKernels: readonly string[] = Object.keys(foldRules);

/** Returns the elements of each output; undefined where no rule gives them, or where there are too many. */
export function knownOutputs(
  kernel: string,
  inputs: readonly Known[],
  attributes: Attributes,
  outputs: readonly Spec[],
): ArrayLike<number>[] | undefined {
  if (!Object.hasOwn(foldRules, kernel)) return undefined;
  const fold: FoldRule = foldRules[kernel as keyof typeof foldRules];
  const results = outputs.map((output, position) => {
    const size = product(output.shape);
    if (size > maxKnown || !Object.hasOwn(typedArrays, output.dtype)) return undefined;
    const values = fold(inputs, attributes, output, position);
    return values.length === size ? new typedArrays[output.dtype as keyof typeof typedArrays](values) : undefined;
  });
  return results.every((values) => values !== undefined) ? results : undefined;
}

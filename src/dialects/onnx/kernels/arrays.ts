// ONNX ops of kernels that move elements or make arrays.

import type { arrays as shapes } from '../../../kernels/shapes/arrays.ts';
import { boundsOf } from '../../../kernels/sliceInfo.ts';
import { product } from '../../../tensors.ts';
import type { Value } from '../../../trace/trace.ts';
import {
  asIndices,
  axesOf,
  axisOf,
  concat,
  expand,
  filled,
  flattened,
  gather,
  indices,
  pad,
  padReflected,
  type Range,
  reshape,
  reverse,
  slice,
  split,
  squeeze,
  tile,
  transpose,
  unsqueeze,
} from '../arrayOps.ts';
import { cast, compare, numberLike, sub, unary, where } from '../elementOps.ts';
import {
  constant,
  type Lowering,
  type LoweringRow,
  type Operand,
  opOutput,
  outputsOf,
  scalar,
  sizes,
} from '../operand.ts';
import { windowInput, windowOutput } from '../windowOps.ts';
import { counted, gatherBatched, oneHot, positions, scatterAdd, segmentSum } from './indexed.ts';

/** The input of most of these kernels. */
interface OfX {
  readonly x: Operand;
}

// [batch, ...spatial, ...rest]: the blocks stand in the batch, first of all axes
const batchToSpace: Lowering = ({ x }, { blockShape, crops }, [y]) => {
  const blocks: readonly number[] = blockShape;
  const [batch, ...rest] = x.shape as [number, ...number[]];
  const count = blocks.length;
  const spread = reshape(x, [...blocks, batch / product(blocks), ...rest]);
  // batch, then each spatial axis with its block after it
  const perm = [
    count,
    ...blocks.flatMap((_, i) => [count + 1 + i, i]),
    ...rest.slice(count).map((_, i) => 2 * count + 1 + i),
  ];
  const spatial = rest.slice(0, count).map((size, i) => size * blocks[i]!);
  const whole = reshape(transpose(spread, perm), [batch / product(blocks), ...spatial, ...rest.slice(count)]);
  return slice(
    whole,
    whole.shape.map((_, axis) => {
      const [before = 0, after = 0] = crops[axis - 1] ?? [];
      return before + after === 0 ? undefined : { start: before, end: before + y!.shape[axis]! };
    }),
  );
};

const spaceToBatch: Lowering = ({ x }: OfX, { blockShape, paddings }, [y]) => {
  const blocks: readonly number[] = blockShape;
  const count = blocks.length;
  const padded = pad(
    x,
    x.shape.map((_, axis) => paddings[axis - 1] ?? [0, 0]),
    0,
  );
  const [batch, ...rest] = padded.shape as [number, ...number[]];
  const inner = rest.slice(0, count).flatMap((size, i) => [size / blocks[i]!, blocks[i]!]);
  const spread = reshape(padded, [batch, ...inner, ...rest.slice(count)]);
  const perm = [
    ...blocks.map((_, i) => 2 + 2 * i),
    0,
    ...blocks.map((_, i) => 1 + 2 * i),
    ...rest.slice(count).map((_, i) => 2 * count + 1 + i),
  ];
  return reshape(transpose(spread, perm), y!.shape);
};

// ONNX reflects alone: a symmetric border is gathered axis by axis
const mirrored: Lowering = ({ x }, { paddings, mode }) => {
  if (mode === 'reflect') return padReflected(x, paddings);
  return (paddings as readonly (readonly [number, number])[]).reduce((y: Operand, [before, after], axis) => {
    if (before + after === 0) return y;
    const size = x.shape[axis]!;
    const from = Array.from({ length: before + size + after }, (_, i) => {
      const at = i - before;
      return at < 0 ? -at - 1 : at < size ? at : 2 * size - at - 1;
    });
    return gather(y, sizes('indices', from), axis);
  }, x);
};

// the diagonal band between `numLower` below and `numUpper` above; a negative bound keeps everything
const bandPart: Lowering = ({ input, numLower, numUpper }) => {
  const [rows, columns] = input.shape.slice(-2) as [number, number];
  const below = sub(unsqueeze(indices(rows), [1]), unsqueeze(indices(columns), [0]));
  const zero = scalar(0, 'int32', 'zero');
  const within = (distance: Operand, bound: Operand): Operand =>
    compare('Or', compare('Less', bound, zero), compare('LessOrEqual', distance, bound));
  const kept = compare(
    'And',
    within(below, cast(numLower, 'int32')),
    within(unary('Neg', below), cast(numUpper, 'int32')),
  );
  return where(kept, input, numberLike(input, 0, 'zero'));
};

/** Chances of each draw: the distribution is tf.js's, the numbers are others. */
const multinomial: Lowering = ({ logits }, { numSamples, normalized }, [y]) =>
  opOutput('Multinomial', [normalized ? unary('Log', logits) : logits], y!, {
    sample_size: { i: numSamples },
    dtype: { type: 'int32' },
  });

const range: Lowering = (_, { start, stop, step }, [y]) => {
  const count = y!.shape[0]!;
  // tf.js's default step is 1 also for a falling range
  const delta = stop < start && step === 1 ? -1 : step;
  // a limit between two elements, so that rounding gives the same count
  const whole = [start, stop, delta].every(Number.isSafeInteger);
  const limit = whole && delta > 0 === stop > start ? stop : start + delta * Math.max(0, count - 0.5);
  const bounds = { start, limit, delta };
  return opOutput(
    'Range',
    Object.entries(bounds).map(([name, value]) => scalar(value, y!.dtype, name)),
    y!,
  );
};

const stridedSlice: Lowering = ({ x }: OfX, attributes, [y]) => {
  const bounds = boundsOf(x.shape, attributes);
  const cut = slice(
    x,
    x.shape.map((size, axis): Range | undefined => {
      const [from, to, step] = [bounds.begin[axis]!, bounds.end[axis]!, bounds.strides[axis]!];
      if (from === 0 && to === size && step === 1 && axis > 0) return undefined;
      // a step backwards may begin before the first element, where ONNX would count from the end
      if (from < 0) return { start: 0, end: 0 };
      return { start: from, end: to < 0 ? undefined : to, step };
    }),
  );
  return `${cut.shape}` === `${y!.shape}` ? cut : reshape(cut, y!.shape);
};

const sliced: Lowering = ({ x }: OfX, { begin }, [y]) => {
  const from = [begin].flat();
  return slice(
    x,
    x.shape.map((size, axis): Range | undefined => {
      const start = from[axis] ?? 0;
      // the axis of the batch is always cut: at another size the slice may not be all of it
      return start === 0 && y!.shape[axis] === size && axis > 0 ? undefined : { start, end: start + y!.shape[axis]! };
    }),
  );
};

const unpacked: Lowering = ({ value }, { axis }, outputs) => {
  const at = axisOf(axis, value.shape.length);
  if (outputs.length === 1) return [squeeze(value, [at])];
  return split(
    value,
    outputs.map(() => 1),
    at,
  ).map((part) => squeeze(part, [at]));
};

const linspace = ({ start, stop, num }: { start: number; stop: number; num: number }): number[] =>
  Array.from({ length: num }, (_, i) => (num === 1 ? start : start + (i * (stop - start)) / (num - 1)));

const utf8 = new TextEncoder();

const fill = ({ value }: { readonly value: number | string }, { shape, dtype }: Value): Operand =>
  typeof value === 'string'
    ? expand(constant('value', 'string', [], [utf8.encode(value)]), shape)
    : filled(shape, value, dtype);

export const arrays = {
  BatchToSpaceND: batchToSpace,
  Bincount: counted,
  BroadcastArgs: ({ s0, s1 }) => {
    const rank = Math.max(s0.shape[0]!, s1.shape[0]!);
    const [a, b] = [s0, s1].map((s: Operand) => pad(s, [[rank - s.shape[0]!, 0]], 1)) as [Operand, Operand];
    return where(compare('Equal', a, numberLike(a, 1, 'one')), b, a);
  },
  BroadcastTo: ({ x }, { shape }) => expand(x, shape),
  Concat: (_, { axis }, __, all) => concat(all, axisOf(axis, all[0]!.shape.length)),
  DenseBincount: counted,
  DepthToSpace: ({ x }, attributes) => {
    const input = windowInput(attributes, x);
    const [batch, depth, height, width] = input.shape as [number, number, number, number];
    const block = attributes.blockSize;
    const shape = [batch, depth / block ** 2, height * block, width * block];
    // onnxruntime has it for floats
    const floats = cast(input, 'float32');
    const output = opOutput(
      'DepthToSpace',
      [floats],
      { shape, dtype: 'float32' },
      {
        blocksize: { i: block },
        mode: { s: 'DCR' },
      },
    );
    return windowOutput(attributes, cast(output, x.dtype));
  },
  Diag: ({ x }, _, [y]) => {
    const list = flattened(x);
    const [size] = list.shape as [number];
    const onDiagonal = compare('Equal', unsqueeze(indices(size), [1]), unsqueeze(indices(size), [0]));
    return reshape(where(onDiagonal, unsqueeze(list, [1]), numberLike(x, 0, 'zero')), y!.shape);
  },
  ExpandDims: ({ input }, { dim }) => unsqueeze(input, [axisOf(dim, input.shape.length + 1)]),
  Fill: (_, attributes, [y]) => fill(attributes, y!),
  GatherNd: ({ params, indices: at }, _, [y]) => opOutput('GatherND', [params, asIndices(at)], y!),
  GatherV2: ({ x, indices: at }, { axis, batchDims }) => {
    const along = axisOf(axis, x.shape.length);
    return batchDims > 0 ? gatherBatched(x, at, along, batchDims) : gather(x, cast(at, 'int32'), along);
  },
  LinSpace: (_, attributes, [y]) => constant('values', 'float32', y!.shape, linspace(attributes)),
  LowerBound: positions('Less'),
  MatrixBandPart: bandPart,
  MirrorPad: mirrored,
  Multinomial: multinomial,
  OneHot: oneHot,
  Pack: (_, { axis }, __, all) => {
    const at = axisOf(axis, all[0]!.shape.length + 1);
    return concat(
      all.map((x) => unsqueeze(x, [at])),
      at,
    );
  },
  PadV2: ({ x }, { paddings, constantValue }) => pad(x, paddings, constantValue),
  Range: range,
  Reshape: ({ x }, _, [y]) => reshape(x, y!.shape),
  Reverse: ({ x }, { dims }) =>
    reverse(
      x,
      [dims ?? axesOf(x)].flat().map((axis) => axisOf(axis, x.shape.length)),
    ),
  ScatterNd: ({ indices: at, updates }, { shape }) => scatterAdd(filled(shape, 0, updates.dtype), at, updates),
  SearchSorted: (inputs, { side }, ...rest) => positions(side === 'left' ? 'Less' : 'LessOrEqual')(inputs, {}, ...rest),
  Slice: sliced,
  SpaceToBatchND: spaceToBatch,
  SplitV: ({ x }, { axis }, outputs) => {
    const at = axisOf(axis, x.shape.length);
    return split(
      x,
      outputs.map(({ shape }) => shape[at]!),
      at,
    );
  },
  StridedSlice: stridedSlice,
  TensorScatterUpdate: ({ tensor, indices: at, updates }) =>
    opOutput('ScatterND', [tensor, asIndices(at), updates], tensor),
  Tile: ({ x }, { reps }) => tile(x, reps),
  TopK: ({ x }, { k, sorted }, [values, index]) => {
    const [largest, at] = outputsOf('TopK', [x, sizes('K', [k])], [values!, { shape: index!.shape, dtype: 'int64' }], {
      sorted: { i: sorted ? 1 : 0 },
    }) as [Operand, Operand];
    return [largest, cast(at, 'int32')];
  },
  Transpose: ({ x }, { perm }) => transpose(x, perm),
  Unpack: unpacked,
  UnsortedSegmentSum: segmentSum,
  UpperBound: positions('LessOrEqual'),
} satisfies Record<keyof typeof shapes, LoweringRow>;

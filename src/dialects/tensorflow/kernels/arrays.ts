// Kernels that move elements or make arrays. In: attributes and values. Out: TensorFlow ops.

import type { arrays as shapes } from '../../../kernels/shapes/arrays.ts';
import {
  cast,
  int32,
  type Lowering,
  type LoweringRow,
  list,
  pairs,
  scalar,
  text,
  through,
  typed,
  wire,
  wires,
} from './lowering.ts';
import { asGiven, channelsLast, lastShape } from './windowGeometry.ts';

const bound =
  (op: string): Lowering =>
  (_, [sorted]) => ({ op, attributes: { ...typed(sorted!.dtype), ...int32('out_type') } });

const indexed: Lowering = (_, [x, indices]) => ({
  op: 'GatherNd',
  attributes: { ...typed(x!.dtype, 'Tparams'), ...typed(indices!.dtype, 'Tindices') },
});

export const arrays = {
  BatchToSpaceND: ({ blockShape, crops }, [x]) => ({
    op: 'BatchToSpaceND',
    attributes: { ...typed(x!.dtype), ...int32('Tblock_shape'), ...int32('Tcrops') },
    constants: [list('block_shape', blockShape), pairs('crops', crops)],
  }),
  Bincount: ({ size }, [, weights]) => ({
    op: 'Bincount',
    attributes: typed(weights!.dtype),
    inputs: [0, scalar('size', size), 1],
  }),
  BroadcastArgs: (_, [s0]) => ({ op: 'BroadcastArgs', attributes: typed(s0!.dtype) }),
  BroadcastTo: ({ shape }, [x]) => ({
    op: 'BroadcastTo',
    attributes: { ...typed(x!.dtype), ...int32('Tidx') },
    inputs: [0, list('shape', shape)],
  }),
  Concat: ({ axis }, inputs) => ({
    op: 'ConcatV2',
    attributes: { ...typed(inputs[0]!.dtype), ...int32('Tidx'), N: { i: inputs.length } },
    constants: [scalar('axis', axis)],
  }),
  // of one row, binary output is tf.js's count all the same
  DenseBincount: ({ size, binaryOutput }, [x, weights]) => ({
    op: 'DenseBincount',
    attributes: {
      ...typed(x!.dtype, 'Tidx'),
      ...typed(weights!.dtype),
      binary_output: { b: Boolean(binaryOutput) && x!.shape.length === 2 },
    },
    inputs: [0, scalar('size', size), 1],
  }),
  DepthToSpace: (attributes, [x], [y]) => {
    const from = channelsLast(attributes, wire(0, x!));
    const dense = { shape: lastShape(attributes, y!.shape), dtype: y!.dtype };
    const op = { ...typed(x!.dtype), block_size: { i: attributes.blockSize }, data_format: { s: 'NHWC' } };
    return asGiven(attributes, through('DepthToSpace', op, dense, from)).from;
  },
  Diag: (_, [x]) => ({ op: 'Diag', attributes: typed(x!.dtype) }),
  ExpandDims: ({ dim }, [x]) => ({
    op: 'ExpandDims',
    attributes: { ...typed(x!.dtype), ...int32('Tdim') },
    constants: [scalar('dim', dim)],
  }),
  Fill: ({ shape, value }, _, [y]) => ({
    op: 'Fill',
    attributes: { ...typed(y!.dtype), ...int32('index_type') },
    constants: [
      list('dims', shape),
      typeof value === 'string' ? text('value', value) : scalar('value', value, y!.dtype),
    ],
  }),
  GatherNd: indexed,
  GatherV2: ({ axis, batchDims }, [x, indices]) => ({
    op: 'GatherV2',
    attributes: {
      ...typed(x!.dtype, 'Tparams'),
      ...typed(indices!.dtype, 'Tindices'),
      ...int32('Taxis'),
      batch_dims: { i: batchDims },
    },
    constants: [scalar('axis', axis)],
  }),
  LinSpace: ({ start, stop, num }) => ({
    op: 'LinSpace',
    attributes: { ...typed('float32'), ...int32('Tidx') },
    constants: [scalar('start', start, 'float32'), scalar('stop', stop, 'float32'), scalar('num', num)],
  }),
  LowerBound: bound('LowerBound'),
  MatrixBandPart: (_, inputs, __, named) => ({
    op: 'MatrixBandPart',
    attributes: { ...typed(inputs[0]!.dtype), ...typed(wires(inputs, named)('numLower').dtype, 'Tindex') },
  }),
  MirrorPad: ({ paddings, mode }, [x]) => ({
    op: 'MirrorPad',
    attributes: { ...typed(x!.dtype), ...int32('Tpaddings'), mode: { s: `${mode}`.toUpperCase() } },
    constants: [pairs('paddings', paddings)],
  }),
  // the same chances, other numbers: no two backends of tf.js draw alike
  Multinomial: ({ numSamples, seed, normalized }, [logits]) => {
    const chances = wire(0, logits!);
    const log = normalized ? through('Log', typed(logits!.dtype), logits!, chances) : chances;
    const types = { ...typed(logits!.dtype), ...int32('output_dtype') };
    const size = scalar('num_samples', numSamples);
    if (seed === 0)
      return { op: 'Multinomial', attributes: { ...types, seed: { i: 0 }, seed2: { i: 0 } }, inputs: [log.from, size] };
    // with a seed of its own it draws the same at each call, as only the stateless op does
    const whole = Number.isInteger(seed) ? seed | 0 : Math.floor((seed % 1) * 2 ** 31);
    return {
      op: 'StatelessMultinomial',
      attributes: { ...types, ...int32('Tseed') },
      inputs: [log.from, size, list('seed', [whole, 0])],
    };
  },
  OneHot: ({ depth, onValue, offValue }, [indices], [y]) => ({
    op: 'OneHot',
    attributes: { ...typed(y!.dtype), ...typed(indices!.dtype, 'TI'), axis: { i: -1 } },
    constants: [scalar('depth', depth), scalar('on_value', onValue, y!.dtype), scalar('off_value', offValue, y!.dtype)],
  }),
  Pack: ({ axis }, inputs) => ({
    op: 'Pack',
    attributes: { ...typed(inputs[0]!.dtype), N: { i: inputs.length }, axis: { i: axis } },
  }),
  PadV2: ({ paddings, constantValue }, [x]) => ({
    op: 'PadV2',
    attributes: { ...typed(x!.dtype), ...int32('Tpaddings') },
    constants: [pairs('paddings', paddings), scalar('constant_values', constantValue, x!.dtype)],
  }),
  Range: ({ start, stop, step, dtype }, _, [y]) => {
    const count = y!.shape[0]!;
    // a step that was not given is 1, also where the range falls
    const delta = stop < start && step === 1 ? -1 : step;
    // as many numbers as tf.js counts, which TensorFlow's rounding must not change
    const whole = [start, stop, delta].every(Number.isSafeInteger);
    const limit = whole && delta > 0 === stop > start ? stop : start + delta * Math.max(0, count - 0.5);
    return {
      op: 'Range',
      attributes: typed(dtype, 'Tidx'),
      constants: [scalar('start', start, dtype), scalar('limit', limit, dtype), scalar('delta', delta, dtype)],
    };
  },
  Reshape: (_, [x], [y]) => ({
    op: 'Reshape',
    attributes: { ...typed(x!.dtype), ...int32('Tshape') },
    constants: [list('shape', y!.shape)],
  }),
  Reverse: ({ dims }, [x]) => ({
    op: 'ReverseV2',
    attributes: { ...typed(x!.dtype), ...int32('Tidx') },
    constants: [list('axis', [dims ?? x!.shape.map((_, axis) => axis)].flat())],
  }),
  ScatterNd: ({ shape }, [indices, updates]) => ({
    op: 'ScatterNd',
    attributes: { ...typed(updates!.dtype), ...typed(indices!.dtype, 'Tindices') },
    constants: [list('shape', shape)],
  }),
  SearchSorted: ({ side }, ...values) => bound(side === 'left' ? 'LowerBound' : 'UpperBound')({}, ...values),
  Slice: ({ begin }, [x], [y]) => ({
    op: 'Slice',
    attributes: { ...typed(x!.dtype), ...int32('Index') },
    constants: [
      list(
        'begin',
        x!.shape.map((_, i) => [begin].flat()[i] ?? 0),
      ),
      list('size', y!.shape),
    ],
  }),
  SpaceToBatchND: ({ blockShape, paddings }, [x]) => ({
    op: 'SpaceToBatchND',
    attributes: { ...typed(x!.dtype), ...int32('Tblock_shape'), ...int32('Tpaddings') },
    constants: [list('block_shape', blockShape), pairs('paddings', paddings)],
  }),
  SplitV: ({ axis }, [x], outputs) => ({
    op: 'SplitV',
    attributes: { ...typed(x!.dtype), ...int32('Tlen'), num_split: { i: outputs.length } },
    constants: [
      list(
        'size_splits',
        outputs.map((output) => output.shape.at(axis)!),
      ),
      scalar('split_dim', axis),
    ],
  }),
  StridedSlice: (attributes, [x]) => ({
    op: 'StridedSlice',
    attributes: {
      ...typed(x!.dtype),
      ...int32('Index'),
      begin_mask: { i: attributes.beginMask },
      end_mask: { i: attributes.endMask },
      ellipsis_mask: { i: attributes.ellipsisMask },
      new_axis_mask: { i: attributes.newAxisMask },
      shrink_axis_mask: { i: attributes.shrinkAxisMask },
    },
    constants: ['begin', 'end', 'strides'].map((name) => list(name, attributes[name])),
  }),
  TensorScatterUpdate: (_, [x, indices]) => ({
    op: 'TensorScatterUpdate',
    attributes: { ...typed(x!.dtype), ...typed(indices!.dtype, 'Tindices') },
  }),
  Tile: ({ reps }, [x]) => ({
    op: 'Tile',
    attributes: { ...typed(x!.dtype), ...int32('Tmultiples') },
    constants: [list('multiples', reps)],
  }),
  TopK: ({ k, sorted }, [x]) => ({
    op: 'TopKV2',
    attributes: { ...typed(x!.dtype), sorted: { b: sorted }, ...int32('Tk'), ...int32('index_type') },
    constants: [scalar('k', k)],
  }),
  Transpose: ({ perm }, [x]) => ({
    op: 'Transpose',
    attributes: { ...typed(x!.dtype), ...int32('Tperm') },
    constants: [list('perm', perm)],
  }),
  Unpack: ({ axis }, [x], outputs) => ({
    op: 'Unpack',
    attributes: { ...typed(x!.dtype), num: { i: outputs.length }, axis: { i: axis } },
  }),
  UnsortedSegmentSum: ({ numSegments }, [x, ids], [y]) => {
    const types = { ...typed(x!.dtype), ...typed(ids!.dtype, 'Tindices'), ...int32('Tnumsegments') };
    const count = scalar('num_segments', numSegments);
    const output = { shape: y!.shape, dtype: x!.dtype };
    const sum = through('UnsortedSegmentSum', types, output, wire(0, x!), wire(1, ids!), count);
    // the cpu backend's is float32
    return y!.dtype === x!.dtype ? sum.from : cast(sum, y!.dtype).from;
  },
  UpperBound: bound('UpperBound'),
} satisfies Record<keyof typeof shapes, LoweringRow>;

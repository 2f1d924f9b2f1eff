// TensorFlow ops of kernels that move elements or make arrays.

import type { arrays as shapes } from '../../../kernels/shapes/arrays.ts';
import {
  cast,
  inputOperands,
  int32,
  type Lowering,
  type LoweringRow,
  list,
  operand,
  opNode,
  pairs,
  scalar,
  text,
  typeAttribute,
} from './lowering.ts';
import { asGiven, channelsLast, lastShape } from './windowGeometry.ts';

const bound =
  (op: string): Lowering =>
  (_, [sorted]) => ({ op, attributes: { ...typeAttribute(sorted!.dtype), ...int32('out_type') } });

const indexed: Lowering = (_, [x, indices]) => ({
  op: 'GatherNd',
  attributes: { ...typeAttribute(x!.dtype, 'Tparams'), ...typeAttribute(indices!.dtype, 'Tindices') },
});

export const arrays = {
  BatchToSpaceND: ({ blockShape, crops }, [x]) => ({
    op: 'BatchToSpaceND',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tblock_shape'), ...int32('Tcrops') },
    constants: [list('block_shape', blockShape), pairs('crops', crops)],
  }),
  Bincount: ({ size }, [, weights]) => ({
    op: 'Bincount',
    attributes: typeAttribute(weights!.dtype),
    inputs: [0, scalar('size', size), 1],
  }),
  BroadcastArgs: (_, [s0]) => ({ op: 'BroadcastArgs', attributes: typeAttribute(s0!.dtype) }),
  BroadcastTo: ({ shape }, [x]) => ({
    op: 'BroadcastTo',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tidx') },
    inputs: [0, list('shape', shape)],
  }),
  Concat: ({ axis }, inputs) => ({
    op: 'ConcatV2',
    attributes: { ...typeAttribute(inputs[0]!.dtype), ...int32('Tidx'), N: { i: inputs.length } },
    constants: [scalar('axis', axis)],
  }),
  // tf.js ignores binaryOutput for one row
  DenseBincount: ({ size, binaryOutput }, [x, weights]) => ({
    op: 'DenseBincount',
    attributes: {
      ...typeAttribute(x!.dtype, 'Tidx'),
      ...typeAttribute(weights!.dtype),
      binary_output: { b: Boolean(binaryOutput) && x!.shape.length === 2 },
    },
    inputs: [0, scalar('size', size), 1],
  }),
  DepthToSpace: (attributes, [x], [y]) => {
    const from = channelsLast(attributes, operand(0, x!));
    const dense = { shape: lastShape(attributes, y!.shape), dtype: y!.dtype };
    const op = { ...typeAttribute(x!.dtype), block_size: { i: attributes.blockSize }, data_format: { s: 'NHWC' } };
    return asGiven(attributes, opNode('DepthToSpace', op, dense, from)).source;
  },
  Diag: (_, [x]) => ({ op: 'Diag', attributes: typeAttribute(x!.dtype) }),
  ExpandDims: ({ dim }, [x]) => ({
    op: 'ExpandDims',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tdim') },
    constants: [scalar('dim', dim)],
  }),
  Fill: ({ shape, value }, _, [y]) => ({
    op: 'Fill',
    attributes: { ...typeAttribute(y!.dtype), ...int32('index_type') },
    constants: [
      list('dims', shape),
      typeof value === 'string' ? text('value', value) : scalar('value', value, y!.dtype),
    ],
  }),
  GatherNd: indexed,
  GatherV2: ({ axis, batchDims }, [x, indices]) => ({
    op: 'GatherV2',
    attributes: {
      ...typeAttribute(x!.dtype, 'Tparams'),
      ...typeAttribute(indices!.dtype, 'Tindices'),
      ...int32('Taxis'),
      batch_dims: { i: batchDims },
    },
    constants: [scalar('axis', axis)],
  }),
  LinSpace: ({ start, stop, num }) => ({
    op: 'LinSpace',
    attributes: { ...typeAttribute('float32'), ...int32('Tidx') },
    constants: [scalar('start', start, 'float32'), scalar('stop', stop, 'float32'), scalar('num', num)],
  }),
  LowerBound: bound('LowerBound'),
  MatrixBandPart: (_, inputs, __, named) => ({
    op: 'MatrixBandPart',
    attributes: {
      ...typeAttribute(inputs[0]!.dtype),
      ...typeAttribute(inputOperands(inputs, named)('numLower').dtype, 'Tindex'),
    },
  }),
  MirrorPad: ({ paddings, mode }, [x]) => ({
    op: 'MirrorPad',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tpaddings'), mode: { s: `${mode}`.toUpperCase() } },
    constants: [pairs('paddings', paddings)],
  }),
  // the same distribution but other numbers: backends of tf.js differ in their draws too
  Multinomial: ({ numSamples, seed, normalized }, [logits]) => {
    const chances = operand(0, logits!);
    const log = normalized ? opNode('Log', typeAttribute(logits!.dtype), logits!, chances) : chances;
    const types = { ...typeAttribute(logits!.dtype), ...int32('output_dtype') };
    const size = scalar('num_samples', numSamples);
    if (seed === 0)
      return {
        op: 'Multinomial',
        attributes: { ...types, seed: { i: 0 }, seed2: { i: 0 } },
        inputs: [log.source, size],
      };
    // with a seed tf.js draws the same numbers at each call, as only the stateless op does
    const whole = Number.isInteger(seed) ? seed | 0 : Math.floor((seed % 1) * 2 ** 31);
    return {
      op: 'StatelessMultinomial',
      attributes: { ...types, ...int32('Tseed') },
      inputs: [log.source, size, list('seed', [whole, 0])],
    };
  },
  OneHot: ({ depth, onValue, offValue }, [indices], [y]) => ({
    op: 'OneHot',
    attributes: { ...typeAttribute(y!.dtype), ...typeAttribute(indices!.dtype, 'TI'), axis: { i: -1 } },
    constants: [scalar('depth', depth), scalar('on_value', onValue, y!.dtype), scalar('off_value', offValue, y!.dtype)],
  }),
  Pack: ({ axis }, inputs) => ({
    op: 'Pack',
    attributes: { ...typeAttribute(inputs[0]!.dtype), N: { i: inputs.length }, axis: { i: axis } },
  }),
  PadV2: ({ paddings, constantValue }, [x]) => ({
    op: 'PadV2',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tpaddings') },
    constants: [pairs('paddings', paddings), scalar('constant_values', constantValue, x!.dtype)],
  }),
  Range: ({ start, stop, step, dtype }, _, [y]) => {
    const count = y!.shape[0]!;
    // tf.js's default step is 1 also for a falling range
    const delta = stop < start && step === 1 ? -1 : step;
    // a limit between two elements, so that TensorFlow's rounding gives the same count
    const whole = [start, stop, delta].every(Number.isSafeInteger);
    const limit = whole && delta > 0 === stop > start ? stop : start + delta * Math.max(0, count - 0.5);
    return {
      op: 'Range',
      attributes: typeAttribute(dtype, 'Tidx'),
      constants: [scalar('start', start, dtype), scalar('limit', limit, dtype), scalar('delta', delta, dtype)],
    };
  },
  Reshape: (_, [x], [y]) => ({
    op: 'Reshape',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tshape') },
    constants: [list('shape', y!.shape)],
  }),
  Reverse: ({ dims }, [x]) => ({
    op: 'ReverseV2',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tidx') },
    constants: [list('axis', [dims ?? x!.shape.map((_, axis) => axis)].flat())],
  }),
  ScatterNd: ({ shape }, [indices, updates]) => ({
    op: 'ScatterNd',
    attributes: { ...typeAttribute(updates!.dtype), ...typeAttribute(indices!.dtype, 'Tindices') },
    constants: [list('shape', shape)],
  }),
  SearchSorted: ({ side }, ...values) => bound(side === 'left' ? 'LowerBound' : 'UpperBound')({}, ...values),
  Slice: ({ begin }, [x], [y]) => ({
    op: 'Slice',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Index') },
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
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tblock_shape'), ...int32('Tpaddings') },
    constants: [list('block_shape', blockShape), pairs('paddings', paddings)],
  }),
  SplitV: ({ axis }, [x], outputs) => ({
    op: 'SplitV',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tlen'), num_split: { i: outputs.length } },
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
      ...typeAttribute(x!.dtype),
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
    attributes: { ...typeAttribute(x!.dtype), ...typeAttribute(indices!.dtype, 'Tindices') },
  }),
  Tile: ({ reps }, [x]) => ({
    op: 'Tile',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tmultiples') },
    constants: [list('multiples', reps)],
  }),
  TopK: ({ k, sorted }, [x]) => ({
    op: 'TopKV2',
    attributes: { ...typeAttribute(x!.dtype), sorted: { b: sorted }, ...int32('Tk'), ...int32('index_type') },
    constants: [scalar('k', k)],
  }),
  Transpose: ({ perm }, [x]) => ({
    op: 'Transpose',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tperm') },
    constants: [list('perm', perm)],
  }),
  Unpack: ({ axis }, [x], outputs) => ({
    op: 'Unpack',
    attributes: { ...typeAttribute(x!.dtype), num: { i: outputs.length }, axis: { i: axis } },
  }),
  UnsortedSegmentSum: ({ numSegments }, [x, ids], [y]) => {
    const types = { ...typeAttribute(x!.dtype), ...typeAttribute(ids!.dtype, 'Tindices'), ...int32('Tnumsegments') };
    const count = scalar('num_segments', numSegments);
    const output = { shape: y!.shape, dtype: x!.dtype };
    const sum = opNode('UnsortedSegmentSum', types, output, operand(0, x!), operand(1, ids!), count);
    // tf.js's cpu backend returns float32
    return y!.dtype === x!.dtype ? sum.source : cast(sum, y!.dtype).source;
  },
  UpperBound: bound('UpperBound'),
} satisfies Record<keyof typeof shapes, LoweringRow>;

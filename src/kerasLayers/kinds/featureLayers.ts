// Preprocessing of features: numbers and categories.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { layerKind, type Shape } from '../layerKind.ts';
import { anything, count, flag, integer, listOf, nullable, number, oneOf } from '../settings.ts';
import { fromFront, sameShape } from '../shapes.ts';

const epsilon = 1e-7;

/** Less the mean, divided by the standard deviation; both are weights where the file gives no numbers. */
export const normalization = layerKind({
  settings: { axis: nullable(listOf(integer())), mean: anything(), variance: anything(), invert: flag(false) },
  passesMask: true,
  weights({ config, shapes: [shape] }) {
    if (config.mean !== null) return [];
    const kept = keptAxes(config.axis, shape.length).map((axis) => shape[axis]!);
    return [
      { name: 'mean', shape: kept, trainable: false },
      { name: 'variance', shape: kept, initializer: 'ones', trainable: false },
      { name: 'count', shape: [], trainable: false, dtype: 'int32' },
    ];
  },
  outputShape: sameShape,
  call([x], { config, weights }) {
    const axes = keptAxes(config.axis, x.rank);
    const broadcast = (value: unknown): tf.Tensor => {
      const given = value instanceof tf.Tensor ? value : tf.tensor(value as tf.TensorLike, undefined, 'float32');
      if (given.rank === 0) return given;
      const ones = x.shape.map(() => 1);
      for (let i = 1; i <= given.rank; i++) ones[axes.at(-i)!] = given.shape.at(-i)!;
      return tf.reshape(given, ones);
    };
    const mean = broadcast(weights.mean ?? config.mean);
    const deviation = tf.maximum(tf.sqrt(broadcast(weights.variance ?? config.variance)), epsilon);
    return config.invert ? tf.add(mean, tf.mul(x, deviation)) : tf.div(tf.sub(x, mean), deviation);
  },
});

/** Axes from the front, in order, that keep their own statistics; none for null. */
const keptAxes = (axes: readonly number[] | null, rank: number): number[] =>
  (axes ?? []).map((axis) => fromFront(axis, rank)).sort((a, b) => a - b);

/** `x * scale + offset`; either may be a list for the last axis. */
export const rescaling = layerKind({
  settings: { scale: listOf(number()), offset: listOf(number(), [0]) },
  isRightInTfjs: ({ scale, offset }) => typeof scale === 'number' && typeof offset === 'number',
  passesMask: true,
  outputShape: sameShape,
  call: ([x], { config }) =>
    tf.add(tf.mul(tf.cast(x, 'float32'), tf.tensor1d([...config.scale])), tf.tensor1d([...config.offset])),
});

const modes = ['int', 'oneHot', 'multiHot', 'count'] as const;
type Mode = (typeof modes)[number];

/** Indices as they are, or as one number for each of `depth` categories. */
function encode(indices: tf.Tensor, mode: Mode, depth: number, weights?: tf.Tensor): tf.Tensor {
  if (mode === 'int') return indices;
  const narrow = indices.rank > 1 && indices.shape.at(-1) === 1 && mode === 'oneHot';
  const flat = narrow ? tf.squeeze(indices, [-1]) : indices;
  const each = tf.cast(tf.oneHot(tf.cast(flat, 'int32'), depth), 'float32');
  if (mode === 'oneHot') return each;
  const axis = flat.rank > 1 ? 1 : 0;
  return mode === 'multiHot'
    ? tf.max(each, axis)
    : tf.sum(weights ? tf.mul(each, tf.expandDims(weights, -1)) : each, axis);
}

function encodedShape(shape: Shape, mode: Mode, depth: number): Shape {
  if (mode === 'int') return shape;
  if (mode === 'oneHot') return [...(shape.at(-1) === 1 && shape.length > 1 ? shape.slice(0, -1) : shape), depth];
  return shape.length > 1 ? [shape[0]!, ...shape.slice(2), depth] : [depth];
}

/** Categories as numbers for each of them. */
export const categoryEncoding = layerKind({
  settings: { numTokens: count(), outputMode: oneOf(['oneHot', 'multiHot', 'count', 'binary'], 'multiHot') },
  parameters: ['inputs', 'countWeights'],
  outputShape: ({ config, shapes: [shape] }) => encodedShape(shape, plainMode(config.outputMode), config.numTokens),
  call: ([x], { config, args }) =>
    encode(x, plainMode(config.outputMode), config.numTokens, args.countWeights as tf.Tensor | undefined),
});

const plainMode = (mode: Mode | 'binary'): Mode => (mode === 'binary' ? 'multiHot' : mode);

/** The number of boundaries that are at most each number. */
export const discretization = layerKind({
  settings: { binBoundaries: nullable(listOf(number())), numBins: nullable(count()), outputMode: oneOf(modes, 'int') },
  outputShape: ({ config, shapes: [shape] }) =>
    encodedShape(
      shape,
      config.outputMode,
      config.binBoundaries ? config.binBoundaries.length + 1 : (config.numBins ?? 0),
    ),
  isSayable: ({ bin_boundaries: boundaries }) => Array.isArray(boundaries),
  call([x], { config }) {
    const boundaries = config.binBoundaries;
    if (boundaries === null)
      throw new UserError('a Discretization needs the boundaries that adapt() found, and the file has none');
    const passed = tf.greaterEqual(tf.expandDims(tf.cast(x, 'float32'), -1), tf.tensor1d([...boundaries]));
    return encode(tf.sum(tf.cast(passed, 'int32'), -1), config.outputMode, boundaries.length + 1);
  },
});

/** Whole numbers as indices of a vocabulary that the file has. */
export const integerLookup = layerKind({
  settings: {
    vocabulary: listOf(integer()),
    maskToken: nullable(integer()),
    oovToken: integer(-1),
    numOovIndices: integer(1),
    invert: flag(false),
    maxTokens: nullable(count()),
    padToMaxTokens: flag(false),
    outputMode: oneOf(['int', 'oneHot', 'multiHot', 'count'], 'int'),
  },
  // several indices for unknown numbers are hashes, and a vocabulary may lie in a file of its own
  isSayable: ({ vocabulary, num_oov_indices: unknown = 1, output_mode: mode, mask_token: mask = null }) =>
    Array.isArray(vocabulary) &&
    vocabulary.every(Number.isSafeInteger) &&
    unknown === 1 &&
    mode !== 'tf_idf' &&
    (mask === null || mode === 'int'),
  outputShape: ({ config, shapes: [shape] }) => encodedShape(shape, config.outputMode, lookupDepth(config)),
  call([x], { config }) {
    const tokens = lookupTokens(config);
    const table = tf.tensor1d(tokens, 'int32');
    const given = tf.cast(x, 'int32');
    if (config.invert) return tf.gather(table, given);
    const first = tokens.length - config.vocabulary.length;
    const same = tf.equal(tf.expandDims(given, -1), tf.tensor1d([...config.vocabulary], 'int32'));
    const found = tf.add(tf.argMax(tf.cast(same, 'int32'), -1), tf.scalar(first, 'int32'));
    const unknown = tf.fill(found.shape, config.maskToken === null ? 0 : 1, 'int32');
    const index = tf.where(tf.any(same, -1), found, unknown);
    const mask = config.maskToken;
    const masked =
      mask === null ? index : tf.where(tf.equal(given, tf.scalar(mask, 'int32')), tf.zerosLike(index), index);
    return encode(masked, config.outputMode, lookupDepth(config));
  },
});

interface Lookup {
  readonly vocabulary: readonly number[];
  readonly maskToken: number | null;
  readonly oovToken: number;
  readonly numOovIndices: number;
  readonly outputMode: Mode;
  readonly padToMaxTokens: boolean;
  readonly maxTokens: number | null;
}

/** The numbers of all indices: the mask's, that of unknown numbers, the vocabulary. Only indices have a mask. */
const lookupTokens = ({ vocabulary, maskToken, oovToken, numOovIndices, outputMode }: Lookup): number[] => [
  ...(maskToken !== null && outputMode === 'int' ? [maskToken] : []),
  ...Array<number>(numOovIndices).fill(oovToken),
  ...vocabulary,
];

const lookupDepth = (lookup: Lookup): number =>
  lookup.padToMaxTokens && lookup.maxTokens !== null ? lookup.maxTokens : lookupTokens(lookup).length;

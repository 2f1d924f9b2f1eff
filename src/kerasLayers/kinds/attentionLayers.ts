// Attention: of whole features, of heads, and of heads that share keys and values.
import * as tf from '@tensorflow/tfjs-core';
import { contract } from '../contract.ts';
import {
  type AnyKind,
  type Arguments,
  type ChildLayer,
  type Layer,
  type LayerTools,
  layerKind,
  type Shape,
} from '../layerKind.ts';
import { bools, shapeOf } from '../operands.ts';
import { anything, count, flag, integer, listOf, nullable, number, oneOf } from '../settings.ts';
import { softmax } from './activationLayers.ts';
import { repeat } from './reshapingLayers.ts';

const isTensor = (value: unknown): value is tf.Tensor => value instanceof tf.Tensor;
const asMask = (value: unknown): tf.Tensor | undefined => (isTensor(value) ? bools(value) : undefined);
const both = (a: tf.Tensor | undefined, b: tf.Tensor | undefined): tf.Tensor | undefined =>
  a && b ? tf.logicalAnd(a, b) : (a ?? b);

/** Steps that each query may see: those up to itself. [1, queries, keys] */
const causalMask = (queries: number, keys: number): tf.Tensor =>
  tf.greaterEqual(tf.reshape(tf.range(0, queries), [1, queries, 1]), tf.range(0, keys));

/** Steps nearer to each query than a window. [1, queries, keys] */
const windowMask = (queries: number, keys: number, window: number): tf.Tensor =>
  tf.less(tf.abs(tf.sub(tf.reshape(tf.range(0, queries), [1, queries, 1]), tf.range(0, keys))), window);

/** Attention of whole features; `additive` scores by a sum through tanh instead of a product. */
export const attention = (additive: boolean): AnyKind =>
  layerKind({
    settings: { useScale: flag(additive), scoreMode: oneOf(['dot', 'concat'], 'dot'), dropout: number(0) },
    parameters: ['inputs', 'mask', 'training', 'returnAttentionScores', 'useCausalMask'],
    weights: ({ config, shapes: [query] }) => [
      ...(config.useScale ? [{ name: 'scale', shape: additive ? [query.at(-1)!] : [], initializer: 'ones' }] : []),
      ...(config.scoreMode === 'concat' ? [{ name: 'concat_score_weight', shape: [], initializer: 'ones' }] : []),
    ],
    outputShape({ shapes, args }) {
      const [query, value, key = value] = (
        Array.isArray(args.inputs) ? args.inputs.map(shapeOf) : shapes
      ) as readonly Shape[];
      const output = [...query!.slice(0, -1), value!.at(-1)!];
      return args.returnAttentionScores === true ? [output, [...query!.slice(0, -1), key!.at(-2)!]] : output;
    },
    call(inputs, { config, args, weights }) {
      const [query, value, key = value] = (Array.isArray(args.inputs) ? args.inputs : inputs) as readonly tf.Tensor[];
      const [queryMask, valueMask] = Array.isArray(args.mask) ? args.mask.map(asMask) : [];
      const scores = scoresOf(query!, key!, additive, config.scoreMode, weights);
      const causal = args.useCausalMask === true ? causalMask(scores.shape.at(-2)!, scores.shape.at(-1)!) : undefined;
      const seen = both(valueMask && tf.expandDims(valueMask, -2), causal);
      const shares = tf.softmax(seen ? tf.where(seen, scores, tf.sub(scores, 1e9)) : scores);
      const output = tf.matMul(shares, value!);
      const kept = queryMask ? tf.mul(output, tf.cast(tf.expandDims(queryMask, -1), 'float32')) : output;
      return args.returnAttentionScores === true ? [kept, shares] : kept;
    },
  });

function scoresOf(
  query: tf.Tensor,
  key: tf.Tensor,
  additive: boolean,
  mode: 'dot' | 'concat',
  { scale, concat_score_weight: factor }: Readonly<Record<string, tf.Tensor>>,
): tf.Tensor {
  if (!additive && mode === 'dot') {
    const product = tf.matMul(query, key, false, true);
    return scale ? tf.mul(product, scale) : product;
  }
  const sum = tf.add(tf.expandDims(query, -2), tf.expandDims(key, -3));
  if (additive) return tf.sum(scale ? tf.mul(scale, tf.tanh(sum)) : tf.tanh(sum), -1);
  return tf.mul(factor!, tf.sum(tf.tanh(scale ? tf.mul(scale, sum) : sum), -1));
}

const headParameters = [
  ...['query', 'value', 'key', 'queryMask', 'valueMask', 'keyMask', 'attentionMask'],
  ...['returnAttentionScores', 'training', 'useCausalMask'],
];

const denseSettings = {
  useBias: flag(true),
  useGate: flag(false),
  dropout: number(0),
  slidingWindow: nullable(count()),
  kernelInitializer: anything('glorotUniform'),
  biasInitializer: anything('zeros'),
};

interface DenseSettings {
  readonly useBias: boolean;
  readonly useGate: boolean;
  readonly kernelInitializer: unknown;
  readonly biasInitializer: unknown;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** A dense layer that keeps the axes of an input but the last ones. @param sizes of the axes that it puts in their place */
function projection(
  tools: LayerTools,
  name: string,
  { useBias, kernelInitializer, biasInitializer }: DenseSettings,
  { shape, summed = 1, sizes, activation }: { shape: Shape; summed?: number; sizes: Shape; activation?: string },
): ChildLayer {
  const kept = letters.slice(0, shape.length - summed).join('');
  const inner = letters.slice(kept.length, shape.length).join('');
  const made = letters.slice(shape.length, shape.length + sizes.length).join('');
  const layer = tools.make('EinsumDense', {
    name,
    equation: `${kept}${inner},${inner}${made}->${kept}${made}`,
    outputShape: [...Array<null>(kept.length - 1).fill(null), ...sizes],
    biasAxes: useBias ? made : null,
    activation: activation ?? null,
    kernelInitializer,
    biasInitializer,
  });
  return { layer, shapes: [shape] };
}

const shapesOf = ({ query, value = query, key = value }: Arguments): { query: Shape; value: Shape; key: Shape } => ({
  query: shapeOf(query),
  value: shapeOf(value),
  key: shapeOf(key ?? value),
});

/** Attention of several heads. Its layers have Keras's names. */
export const multiHeadAttention = layerKind({
  settings: {
    ...denseSettings,
    numHeads: count(),
    keyDim: count(),
    valueDim: nullable(count()),
    outputShape: nullable(listOf(count())),
    attentionAxes: nullable(listOf(integer())),
  },
  parameters: headParameters,
  children({ config, args }, tools) {
    const { query, value, key } = shapesOf(args);
    const valueDim = config.valueDim ?? config.keyDim;
    const keys = [config.numHeads, config.keyDim];
    const values = [config.numHeads, valueDim];
    const make = (name: string, options: Parameters<typeof projection>[3]): ChildLayer =>
      projection(tools, name, config, options);
    return {
      queryDense: make('query', { shape: query, sizes: keys }),
      keyDense: make('key', { shape: key, sizes: keys }),
      ...(config.useGate && { gateDense: make('gate', { shape: query, sizes: values, activation: 'sigmoid' }) }),
      valueDense: make('value', { shape: value, sizes: values }),
      outputDense: make('attention_output', {
        shape: [...query.slice(0, -1), ...values],
        summed: 2,
        sizes: config.outputShape ?? [query.at(-1)!],
      }),
    };
  },
  outputShape({ config, args }) {
    const { query, key } = shapesOf(args);
    const output = [...query.slice(0, -1), ...(config.outputShape ?? [query.at(-1)!])];
    if (args.returnAttentionScores !== true) return output;
    const axes = attentionAxes(config.attentionAxes, query.length);
    const rest = query.slice(0, -1).flatMap((size, axis) => (axes.includes(axis) ? [] : [size]));
    return [output, [...rest, config.numHeads, ...axes.map((axis) => query[axis]!), ...axes.map((axis) => key[axis]!)]];
  },
  call(_, { config, args, children }) {
    const { query, value, key = value } = args as Readonly<Record<string, tf.Tensor>>;
    const axes = attentionAxes(config.attentionAxes, query!.rank);
    const mask = headMask(args, config.slidingWindow, query!.shape[1]!, value!.shape[1]!);
    return attend(args, children, {
      axes,
      mask,
      gated: config.useGate,
      byScores: config.dropout > 0 || args.returnAttentionScores === true || query!.rank !== 3,
      projected: {
        query: tf.mul(run(children.queryDense!, query!), 1 / Math.sqrt(config.keyDim)),
        key: run(children.keyDense!, key!),
        value: run(children.valueDense!, value!),
      },
    });
  },
});

/** Attention of several heads, of which some share their keys and values. Its layers have Keras's names. */
export const groupedQueryAttention = layerKind({
  settings: { ...denseSettings, headDim: count(), numQueryHeads: count(), numKeyValueHeads: count() },
  parameters: headParameters,
  children({ config, args }, tools) {
    const { query, value, key } = shapesOf(args);
    const queries = [config.numQueryHeads, config.headDim];
    const keys = [config.numKeyValueHeads, config.headDim];
    const make = (name: string, options: Parameters<typeof projection>[3]): ChildLayer =>
      projection(tools, name, config, options);
    return {
      queryDense: make('query', { shape: query, sizes: queries }),
      keyDense: make('key', { shape: key, sizes: keys }),
      ...(config.useGate && { gateDense: make('gate', { shape: query, sizes: queries, activation: 'sigmoid' }) }),
      valueDense: make('value', { shape: value, sizes: keys }),
      outputDense: make('attention_output', {
        shape: [...query.slice(0, -1), ...queries],
        summed: 2,
        sizes: [query.at(-1)!],
      }),
    };
  },
  outputShape({ config, args }) {
    const { query, key } = shapesOf(args);
    if (args.returnAttentionScores !== true) return query;
    return [query, [query[0]!, config.numQueryHeads, query[1]!, key[1]!]];
  },
  call(_, { config, args, children }) {
    const { query, value, key = value } = args as Readonly<Record<string, tf.Tensor>>;
    const repeats = config.numQueryHeads / config.numKeyValueHeads;
    return attend(args, children, {
      axes: [1],
      mask: headMask(args, config.slidingWindow, query!.shape[1]!, value!.shape[1]!),
      gated: config.useGate,
      byScores: config.dropout > 0 || args.returnAttentionScores === true,
      projected: {
        query: tf.mul(run(children.queryDense!, query!), 1 / Math.sqrt(config.headDim)),
        key: repeat(run(children.keyDense!, key!), 2, repeats),
        value: repeat(run(children.valueDense!, value!), 2, repeats),
      },
    });
  },
});

const run = (layer: Layer, x: tf.Tensor): tf.Tensor => layer.apply(x) as tf.Tensor;

/** The axes that are attended over, from the front. @param rank of the query, without the axis of the heads */
const attentionAxes = (axes: readonly number[] | null, rank: number): readonly number[] =>
  axes?.map((axis) => (axis < 0 ? axis + rank : axis)) ?? Array.from({ length: rank - 2 }, (_, i) => i + 1);

/** What each query may see: [batch, queries, keys], or as the call gives it; undefined where it sees all. */
function headMask(args: Arguments, window: number | null, queries: number, keys: number): tf.Tensor | undefined {
  const query = asMask(args.queryMask);
  const masks = [
    query && tf.expandDims(query, -1),
    ...[asMask(args.valueMask), asMask(args.keyMask)].map((mask) => mask && tf.expandDims(mask, -2)),
    args.useCausalMask === true ? causalMask(queries, keys) : undefined,
    window === null ? undefined : windowMask(queries, keys, window),
  ];
  return masks.reduce(both, asMask(args.attentionMask));
}

interface Heads {
  /** [batch, …, heads, size]; the query is scaled. */
  readonly projected: Readonly<Record<'query' | 'key' | 'value', tf.Tensor>>;
  readonly axes: readonly number[];
  readonly mask: tf.Tensor | undefined;
  readonly gated: boolean;
  /** Whether Keras computes the scores: only then does a query that sees nothing have none. */
  readonly byScores: boolean;
}

function attend(args: Arguments, children: Readonly<Record<string, Layer>>, heads: Heads): tf.Tensor | tf.Tensor[] {
  const { projected, axes, mask } = heads;
  const target = letters.slice(0, projected.query.rank);
  const source = target.map((letter, i) => (axes.includes(i) ? letters[target.length + axes.indexOf(i)]! : letter));
  const rest = target.filter((_, i) => !axes.includes(i) && i < target.length - 1);
  const product = [...rest, ...axes.map((axis) => target[axis]!), ...axes.map((axis) => source[axis]!)].join('');
  const logits = contract(`${source.join('')},${target.join('')}->${product}`, projected.key, projected.query);
  const scores = maskedSoftmax(logits, mask, axes.length, heads.byScores);
  const seen = contract(`${product},${source.join('')}->${target.join('')}`, scores, projected.value);
  const gated = heads.gated ? tf.mul(seen, run(children.gateDense!, args.query as tf.Tensor)) : seen;
  const output = run(children.outputDense!, gated);
  return args.returnAttentionScores === true ? [output, scores] : output;
}

function maskedSoftmax(
  logits: tf.Tensor,
  given: tf.Tensor | undefined,
  attended: number,
  byScores: boolean,
): tf.Tensor {
  const axes = Array.from({ length: attended }, (_, i) => logits.rank - attended + i);
  if (!given) return softmax(logits, axes);
  let mask = given;
  while (mask.rank < logits.rank) mask = tf.expandDims(mask, Math.max(mask.rank - 2 * attended, 0));
  const hidden = tf.fill(logits.shape, byScores ? -1e9 : -0.7 * 3.4028234663852886e38);
  const shares = softmax(tf.where(mask, logits, hidden), axes);
  return byScores ? tf.where(mask, shares, tf.zerosLike(shares)) : shares;
}

// Activations of Keras 3 that tf.js lacks, or computes otherwise. Formulas: keras/src/backend/tensorflow/nn.py.
import * as tf from '@tensorflow/tfjs-core';

type Activation = (x: tf.Tensor) => tf.Tensor;

/** x where it is above the slope's reach, and `slope * x` below 0. */
export const leakyRelu = (x: tf.Tensor, slope = 0.2): tf.Tensor => tf.leakyRelu(x, slope);

/** `max(x, 0) + alpha * (exp(min(x, 0) / alpha) - 1)`. */
export const celu = (x: tf.Tensor, alpha = 1): tf.Tensor =>
  tf.add(tf.relu(x), tf.mul(alpha, tf.expm1(tf.div(tf.minimum(x, 0), alpha))));

/** x above 0, and `alpha * (exp(x) - 1)` below. */
export const elu = (x: tf.Tensor, alpha = 1): tf.Tensor =>
  alpha === 1 ? tf.elu(x) : tf.where(tf.greater(x, 0), x, tf.mul(alpha, tf.elu(x)));

/** The first half of an axis times the sigmoid of the second. @param axis whose size halves */
export function glu(x: tf.Tensor, axis = -1): tf.Tensor {
  const [first, second] = tf.split(x, 2, axis);
  return tf.mul(first!, tf.sigmoid(second!));
}

/** x where it is further than `threshold` from 0, and 0 elsewhere. */
export const hardShrink = (x: tf.Tensor, threshold = 0.5): tf.Tensor =>
  tf.where(tf.greater(tf.abs(x), threshold), x, tf.zerosLike(x));

/** x nearer to 0 by `threshold`, and 0 where it would pass 0. */
export const softShrink = (x: tf.Tensor, threshold = 0.5): tf.Tensor =>
  tf.sub(tf.relu(tf.sub(x, threshold)), tf.relu(tf.sub(tf.neg(x), threshold)));

/** `(x + sqrt(x * x + b)) / 2`. */
export const squareplus = (x: tf.Tensor, b = 4): tf.Tensor => tf.div(tf.add(x, tf.sqrt(tf.add(tf.square(x), b))), 2);

/** x where it is above `threshold`, and `value` elsewhere. */
export const threshold = (x: tf.Tensor, threshold: number, value: number): tf.Tensor =>
  tf.where(tf.greater(x, threshold), x, tf.fill(x.shape, value));

/** `relu6(x + 3) / 6`; in Keras 2 and tf.js it is `clip(0.2 * x + 0.5)`. */
const hardSigmoid: Activation = (x) => tf.div(tf.relu6(tf.add(x, 3)), 6);

/**
 * Keras's sparsemax. Its threshold is that of the nearest point of the probability simplex (Martins and Astudillo 2016) where one
 * number is kept, and higher where several are: Keras adds up their cumulative sums.
 * @param axis along which numbers compete
 */
export function sparsemax(x: tf.Tensor, axis = -1): tf.Tensor {
  const last = x.rank - 1;
  const competing = axis < 0 ? axis + x.rank : axis;
  const rows = tf.transpose(x, moveAxis(x.rank, competing, last));
  const size = rows.shape[last]!;
  const sorted = tf.topk(rows, size, true).values;
  const sums = tf.cumsum(sorted, last);
  const kept = tf.greater(tf.sub(sorted, tf.div(tf.sub(sums, 1), tf.range(1, size + 1))), 0);
  const total = tf.sum(tf.where(kept, sums, tf.zerosLike(sums)), last, true);
  const threshold = tf.div(tf.sub(total, 1), tf.sum(tf.cast(kept, 'float32'), last, true));
  return tf.transpose(tf.relu(tf.sub(rows, threshold)), moveAxis(x.rank, last, competing));
}

/** The permutation that moves one axis to another index. */
function moveAxis(rank: number, from: number, to: number): number[] {
  const order = Array.from({ length: rank }, (_, i) => i).filter((i) => i !== from);
  order.splice(to, 0, from);
  return order;
}

/** The limited ReLU: `slope * (x - threshold)` below the threshold, x from it on, at most `max`. */
export function relu(x: tf.Tensor, slope = 0, max: number | null = null, limit = 0): tf.Tensor {
  const positive = limit === 0 ? tf.relu(x) : tf.where(tf.greater(x, limit), x, tf.zerosLike(x));
  const limited = max === null ? positive : tf.clipByValue(positive, 0, max);
  return slope === 0 ? limited : tf.sub(limited, tf.mul(slope, tf.relu(tf.sub(limit, x))));
}

/** Activations by Keras's name. */
export const activations = {
  celu: (x) => celu(x),
  exponential: (x) => tf.exp(x),
  glu: (x) => glu(x),
  hard_shrink: (x) => hardShrink(x),
  hard_sigmoid: hardSigmoid,
  hard_silu: (x) => tf.mul(x, hardSigmoid(x)),
  hard_swish: (x) => tf.mul(x, hardSigmoid(x)),
  hard_tanh: (x) => tf.clipByValue(x, -1, 1),
  leaky_relu: (x) => leakyRelu(x),
  log_sigmoid: (x) => tf.logSigmoid(x),
  silu: (x) => tf.mul(x, tf.sigmoid(x)),
  soft_shrink: (x) => softShrink(x),
  sparse_plus: (x) => tf.where(tf.less(x, 1), tf.mul(0.25, tf.square(tf.relu(tf.add(x, 1)))), x),
  sparse_sigmoid: (x) => tf.clipByValue(tf.mul(0.5, tf.add(x, 1)), 0, 1),
  sparsemax: (x) => sparsemax(x),
  squareplus: (x) => squareplus(x),
  tanh_shrink: (x) => tf.sub(x, tf.tanh(x)),
} satisfies Record<string, Activation>;

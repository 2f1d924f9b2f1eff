// The matrix product of a linear layer. tf.js's wasm backend multiplies by a transposed matrix in a plain loop, about ten
// times slower than XNNPACK, which takes no transposed matrix (tfjs-backend-wasm/src/cc/batch_mat_mul_impl.cc).
import * as tf from '@tensorflow/tfjs-core';
import { joined } from './joined.ts';
import { withGradients } from './ownGradients.ts';

/** Multiplies `x` [rows, in] by the transposed `weight` [out, in]; the result is [rows, out]. */
export function productTransposed(x: tf.Tensor2D, weight: tf.Tensor2D): tf.Tensor2D {
  // only the wasm backend has a property `wasm`; XNNPACK refuses matrices without elements
  if (!('wasm' in tf.backend()) || x.size === 0) return tf.matMul(x, weight, false, true);
  return withGradients(
    [x, weight],
    () => multiplied(x, weight, false, true, () => fastProduct(x, weight)),
    () => [x, weight],
    (dy, [x, weight]) => [tf.matMul(dy, weight), multiplied(dy, x, true, false, () => tf.matMul(tf.transpose(dy), x))],
  );
}

/** Transposes the smaller side: the weight, or `x` and the product. */
function fastProduct(x: tf.Tensor2D, weight: tf.Tensor2D): tf.Tensor2D {
  const [rows, inFeatures] = x.shape;
  const [outFeatures] = weight.shape;
  return rows * (inFeatures + outFeatures) < inFeatures * outFeatures
    ? tf.transpose(tf.matMul(weight, tf.transpose(x)))
    : tf.matMul(x, tf.transpose(weight));
}

const multiplied = (
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  transposeA: boolean,
  transposeB: boolean,
  product: () => tf.Tensor2D,
): tf.Tensor2D => joined('BatchMatMul', { a, b }, { transposeA, transposeB }, () => tf.tidy(product)) as tf.Tensor2D;

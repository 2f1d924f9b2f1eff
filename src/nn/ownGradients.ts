// Ops whose gradients tf.js 4.22 lacks or gets wrong on some backend, with gradients made of other ops there. In and out:
// tensors, channels last.
import * as tf from '@tensorflow/tfjs-core';

type Steps = readonly [number, number];
type Shape = tf.Tensor4D['shape'];

const has = (kernel: string): boolean => tf.getKernel(kernel, tf.getBackend()) !== undefined;

/**
 * Convolution of `x` [batch, height, width, in] by `filter` [kernel height, kernel width, in, out], unpadded. tf.js has no
 * gradient of a dilated one, and its wasm backend none with respect to a filter.
 */
export function convolveUnpadded(x: tf.Tensor4D, filter: tf.Tensor4D, stride: Steps, dilation: Steps): tf.Tensor4D {
  const convolve = (): tf.Tensor4D => tf.conv2d(x, filter, [...stride], 'valid', 'NHWC', [...dilation]);
  const isDilated = dilation.some((steps) => steps > 1);
  if (!isDilated && has('Conv2DBackpropFilter')) return convolve();
  return withGradients(
    [x, filter],
    convolve,
    () => [x, filter],
    (dy, [x, filter]) => [
      isDilated
        ? inputGradient(x.shape, filter, dy, stride, dilation)
        : tf.conv2dTranspose(dy, filter, x.shape, [...stride], 'valid'),
      filterGradient(x, filter.shape, dy, stride, dilation),
    ],
  );
}

// every place of the kernel sees the input through a grid of its own
function filterGradient(x: tf.Tensor4D, shape: Shape, dy: tf.Tensor4D, stride: Steps, dilation: Steps): tf.Tensor {
  const [height, width, inChannels, outChannels] = shape;
  const rows = tf.reshape(dy, [-1, outChannels]) as tf.Tensor2D;
  const products = offsets([height, width]).map(([row, column]) => {
    const seen = seenFrom(x, [row * dilation[0], column * dilation[1]], stride, dy.shape);
    // wasm multiplies ten times as fast what is transposed before
    return tf.matMul(tf.transpose(tf.reshape(seen, [-1, inChannels])) as tf.Tensor2D, rows);
  });
  return tf.reshape(tf.stack(products), [...shape]);
}

function inputGradient(shape: Shape, filter: tf.Tensor4D, dy: tf.Tensor4D, stride: Steps, dilation: Steps): tf.Tensor {
  const [height, width, inChannels, outChannels] = filter.shape;
  const rows = tf.reshape(dy, [-1, outChannels]) as tf.Tensor2D;
  const parts = offsets([height, width]).map(([row, column]) => {
    const weights = tf.slice4d(filter, [row, column, 0, 0], [1, 1, inChannels, outChannels]);
    const product = tf.matMul(rows, tf.transpose(tf.reshape(weights, [inChannels, outChannels])) as tf.Tensor2D);
    const part = tf.reshape(product, [dy.shape[0], dy.shape[1], dy.shape[2], inChannels]) as tf.Tensor4D;
    return spread(part, [row * dilation[0], column * dilation[1]], stride, shape);
  });
  return tf.addN(parts);
}

/**
 * Maximum over windows of `x` [batch, height, width, channels], unpadded. The gradient of tf.js's wasm backend takes the
 * first element for the largest where none is above 0.
 */
export function maxPoolUnpadded(x: tf.Tensor4D, kernel: Steps, stride: Steps): tf.Tensor4D {
  const pool = (): tf.Tensor4D => tf.maxPool(x, [...kernel], [...stride], 'valid');
  // what no other backend has
  if (!('wasm' in tf.backend())) return pool();
  return withGradients(
    [x],
    pool,
    (largest) => [x, largest],
    (dy, [x, largest]) => {
      let free: tf.Tensor = tf.onesLike(largest);
      const parts = offsets(kernel).map((from) => {
        const equal = tf.cast(tf.equal(seenFrom(x, from, stride, largest.shape), largest), 'float32');
        // of equal ones the first
        const chosen = tf.mul(equal, free);
        free = tf.sub(free, chosen);
        return spread(tf.mul(dy, chosen), from, stride, x.shape);
      });
      return [tf.addN(parts)];
    },
  );
}

/** Rows of `weight` [entries, features] at `indices` [...]; tf.js's wasm backend has no gradient of `tf.gather`. */
export function rowsAt(weight: tf.Tensor, indices: tf.Tensor): tf.Tensor {
  const at = tf.cast(indices, 'int32');
  if (has('UnsortedSegmentSum')) return tf.gather(weight, at);
  return withGradients(
    [weight],
    () => tf.gather(weight, at),
    () => [at],
    (dy, [at]) => {
      const offsets = tf.reshape(at, [-1, 1]);
      // it adds up what meets in one place
      return [tf.scatterND(offsets, tf.reshape(dy, [offsets.shape[0]!, ...weight.shape.slice(1)]), weight.shape)];
    },
  );
}

/**
 * Returns what `value` computes, with gradients of its own.
 * @param keep the tensors that the gradients need, of the result or of others
 * @param gradients with respect to each of `inputs`, from the gradient `dy` of the result and the kept tensors
 */
export function withGradients<Y extends tf.Tensor, Kept extends readonly tf.Tensor[]>(
  inputs: readonly tf.Tensor[],
  value: () => Y,
  keep: (y: Y) => readonly [...Kept],
  gradients: (dy: Y, kept: Kept) => tf.Tensor[],
): Y {
  const run = tf.customGrad((...given) => {
    // tf.js appends the function to the tensors, and declares the tensors alone
    const save = given.at(-1) as unknown as (tensors: readonly tf.Tensor[]) => void;
    const y = value();
    save(keep(y));
    return { value: y, gradFunc: (dy, kept) => gradients(dy as Y, kept as unknown as Kept) };
  });
  return run(...inputs) as Y;
}

/** Row and column of each place of a kernel, row by row. */
const offsets = ([height, width]: Steps): Steps[] =>
  Array.from({ length: height * width }, (_, i) => [Math.floor(i / width), i % width]);

/** What one place of a kernel meets: every `stride`-th element of `x` beginning at `from`, as many as `outputs` has. */
function seenFrom(x: tf.Tensor4D, from: Steps, stride: Steps, outputs: Shape): tf.Tensor4D {
  const [batch, height, width] = outputs;
  const end: Shape = [batch, from[0] + (height - 1) * stride[0] + 1, from[1] + (width - 1) * stride[1] + 1, x.shape[3]];
  return tf.stridedSlice(x, [0, ...from, 0], end, [1, ...stride, 1]) as tf.Tensor4D;
}

/** The reverse: `part` at every `stride`-th element beginning at `from`, zeros between and around, in all `shape`. */
function spread(part: tf.Tensor4D, from: Steps, stride: Steps, shape: Shape): tf.Tensor4D {
  const [batch, height, width, channels] = part.shape;
  const apart = tf.pad(tf.reshape(part, [batch, height, 1, width, 1, channels]), [
    [0, 0],
    [0, 0],
    [0, stride[0] - 1],
    [0, 0],
    [0, stride[1] - 1],
    [0, 0],
  ]);
  // the zeros behind the last element may reach out of the shape
  const spans = [(height - 1) * stride[0] + 1, (width - 1) * stride[1] + 1] as const;
  const whole = tf.reshape(apart, [batch, height * stride[0], width * stride[1], channels]) as tf.Tensor4D;
  const inner = tf.slice4d(whole, [0, 0, 0, 0], [batch, ...spans, channels]);
  return tf.pad(inner, [
    [0, 0],
    [from[0], shape[1] - from[0] - spans[0]],
    [from[1], shape[2] - from[1] - spans[1]],
    [0, 0],
  ]);
}

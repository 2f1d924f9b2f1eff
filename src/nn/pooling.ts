// Pooling of images, channels first: [batch, channels, height, width].
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import { maxPoolUnpadded } from './ownGradients.ts';
import { op, type Pair, pair } from './reportOp.ts';

/** Options of pooling, each one number for both axes or [height, width]. */
export interface PoolOptions {
  /** steps between windows; the kernel size unless given */
  readonly stride?: Pair;
  /** elements added on each side, at most half of the kernel; 0 unless given */
  readonly padding?: Pair;
  /** whether a last window may reach beyond the end, as long as it does not begin in the padding there; false unless given */
  readonly ceilMode?: boolean;
}

/** Names of the options of pooling. */
export const poolOptionNames: OptionNames<PoolOptions> = { stride: true, padding: true, ceilMode: true };

/** Options of average pooling. */
export interface AvgPoolOptions extends PoolOptions {
  /** whether zeros of the padding count as elements of a window; true unless given */
  readonly countIncludePad?: boolean;
}

/** Names of the options of average pooling. */
export const avgPoolOptionNames: OptionNames<AvgPoolOptions> = { ...poolOptionNames, countIncludePad: true };

/**
 * The maximum of each window; padding counts as -infinity. @returns [batch, channels, ...]
 * @throws UserError for a padding over half of the kernel, and for a window larger than the padded image
 */
export function maxPool2d(x: tf.Tensor, kernel: Pair, options: PoolOptions = {}): tf.Tensor {
  expectOptions(options, poolOptionNames);
  return op('max_pool2d', [x], () => {
    const { borders, strides } = windows(x, kernel, options);
    const padded = pad(channelsLast(x), borders, Number.NEGATIVE_INFINITY);
    return channelsFirst(maxPoolUnpadded(padded, pair(kernel), strides));
  });
}

/**
 * The mean of each window. @returns [batch, channels, ...]
 * @throws UserError for a padding over half of the kernel, and for a window larger than the padded image
 */
export function avgPool2d(x: tf.Tensor, kernel: Pair, options: AvgPoolOptions = {}): tf.Tensor {
  expectOptions(options, avgPoolOptionNames);
  return op('avg_pool2d', [x], () => {
    const { borders, strides, after } = windows(x, kernel, options);
    const { countIncludePad = true, padding = 0 } = options;
    const mean = (nhwc: tf.Tensor4D): tf.Tensor4D => tf.avgPool(nhwc, pair(kernel), strides, 'valid');
    const sums = mean(pad(channelsLast(x), borders, 0));
    const uncounted = after.some((n) => n > 0) || (!countIncludePad && pair(padding).some((n) => n > 0));
    if (!uncounted) return channelsFirst(sums);
    // the share of each window that counts: elements of x, and of the padding where it counts
    const [counted, rest] = countIncludePad
      ? [
          pair(padding),
          [
            [0, after[0]],
            [0, after[1]],
          ] as const,
        ]
      : [[0, 0], borders];
    const ones = tf.ones<tf.Rank.R4>([1, x.shape[2]! + 2 * counted[0]!, x.shape[3]! + 2 * counted[1]!, 1]);
    return channelsFirst(tf.div(sums, mean(pad(ones, rest, 0))));
  });
}

type Borders = readonly [readonly [number, number], readonly [number, number]];

interface Windows {
  /** [before, after] of height and width */
  readonly borders: Borders;
  readonly strides: [number, number];
  /** elements that `ceilMode` adds after height and width */
  readonly after: readonly [number, number];
}

// output sizes by PyTorch's pooling_output_shape (aten/src/ATen/native/Pool.h)
function windows(x: tf.Tensor, kernel: Pair, { stride = kernel, padding = 0, ceilMode = false }: PoolOptions): Windows {
  const [kernels, strides, paddings] = [pair(kernel), pair(stride), pair(padding)];
  const extra = (at: 0 | 1): number => {
    const [size, k, s, p] = [x.shape[2 + at]!, kernels[at], strides[at], paddings[at]];
    if (p > k / 2) throw new UserError(`padding must be at most half of the kernel size, got ${p} for ${k}`);
    const room = size + 2 * p - k;
    if (room < 0) throw new UserError(`a window of ${k} does not fit ${size} with padding ${p}`);
    if (!ceilMode) return 0;
    const steps = Math.ceil(room / s);
    // the last window must begin inside the image or the padding before it
    return Math.max(0, (steps * s >= size + p ? steps - 1 : steps) * s - room);
  };
  const after = [extra(0), extra(1)] as const;
  const border = (at: 0 | 1) => [paddings[at], paddings[at] + after[at]] as const;
  return { borders: [border(0), border(1)], strides, after };
}

const channelsLast = (x: tf.Tensor): tf.Tensor4D => tf.transpose(x, [0, 2, 3, 1]) as tf.Tensor4D;
const channelsFirst = (nhwc: tf.Tensor): tf.Tensor => tf.transpose(nhwc, [0, 3, 1, 2]);

function pad(nhwc: tf.Tensor4D, [rows, columns]: Borders, value: number): tf.Tensor4D {
  if (![...rows, ...columns].some((n) => n > 0)) return nhwc;
  return tf.pad(nhwc, [[0, 0], [...rows], [...columns], [0, 0]], value);
}

/** Averages `outputSize` windows on each axis, window `i` from floor(i * in / out) to ceil((i + 1) * in / out), as in PyTorch. */
export function adaptiveAvgPool2d(x: tf.Tensor, outputSize: Pair): tf.Tensor {
  return op('adaptive_avg_pool2d', [x], () => {
    const shrink = (t: tf.Tensor, axis: number, out: number): tf.Tensor => {
      const size = t.shape[axis]!;
      const parts = Array.from({ length: out }, (_, i) => {
        const begin = Math.floor((i * size) / out);
        const end = Math.ceil(((i + 1) * size) / out);
        const from = t.shape.map((_, a) => (a === axis ? begin : 0));
        const length = t.shape.map((dim, a) => (a === axis ? end - begin : dim));
        return tf.mean(tf.slice(t, from, length), axis, true);
      });
      return parts.length === 1 ? parts[0]! : tf.concat(parts, axis);
    };
    const [height, width] = pair(outputSize);
    return shrink(shrink(x, 2, height), 3, width);
  });
}

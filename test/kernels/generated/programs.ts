// Random functions of one image: a dozen ops, each of one or two tensors made before it.
import * as tf from '@tensorflow/tfjs-core';
import { axesOf, axisOf, type Draw, type Drawn, drawn, input, int, orderOf, pick, times } from './draw.ts';

/** Returns an op of the tensors that a draw chooses from those made so far; undefined where none fits. */
type StepMaker = (draw: Draw, made: readonly tf.Tensor[]) => ((...made: tf.Tensor[]) => tf.Tensor[]) | undefined;

const ofRank =
  (rank: number, make: (draw: Draw, x: tf.Tensor) => (x: tf.Tensor) => tf.Tensor | tf.Tensor[]): StepMaker =>
  (draw, made) => {
    const fitting = [...made.keys()].filter((i) => rank < 0 || made[i]!.rank === rank);
    if (fitting.length === 0) return undefined;
    const at = pick(draw, ...fitting);
    const run = make(draw, made[at]!);
    return (...all) => [run(all[at]!)].flat();
  };
const ofAny = (make: Parameters<typeof ofRank>[1]): StepMaker => ofRank(-1, make);

const constant = (draw: Draw, shape: readonly number[]): (() => tf.Tensor) => {
  const { values } = input(draw, shape);
  return () => tf.tensor(values as number[], [...shape], 'float32');
};

const windows: readonly StepMaker[] = [
  ofRank(4, (draw, x) => {
    const filter = constant(draw, [int(draw, 1, 3), int(draw, 1, 3), x.shape[3]!, int(draw, 1, 4)]);
    const [stride, dilation, pad] = [
      int(draw, 1, 2),
      int(draw, 1, 2),
      pick<'same' | 'valid' | 1>(draw, 'same', 'valid', 1),
    ];
    return (y) =>
      tf.conv2d(y as tf.Tensor4D, filter() as tf.Tensor4D, dilation > 1 ? 1 : stride, pad, 'NHWC', dilation);
  }),
  ofRank(4, (draw, x) => {
    const filter = constant(draw, [int(draw, 1, 3), int(draw, 1, 3), x.shape[3]!, int(draw, 1, 2)]);
    const pad = pick<'same' | 'valid'>(draw, 'same', 'valid');
    return (y) => tf.depthwiseConv2d(y as tf.Tensor4D, filter() as tf.Tensor4D, 1, pad);
  }),
  ofRank(4, (draw) => {
    const [size, stride, pad] = [int(draw, 1, 3), int(draw, 1, 2), pick<'same' | 'valid'>(draw, 'same', 'valid')];
    const pool = pick(draw, tf.maxPool, tf.avgPool);
    return (y) => pool(y as tf.Tensor4D, size, stride, pad);
  }),
  ofRank(4, (draw, x) => {
    const [mean, offset, scale] = times(3, () => constant(draw, [x.shape[3]!]));
    return (y) => tf.batchNorm(y, mean!(), tf.add(tf.abs(mean!()), 1), offset!(), scale!(), 0.01);
  }),
  ofRank(4, (draw) => {
    const size = [int(draw, 1, 7), int(draw, 1, 7)] as [number, number];
    const [resize, align] = [pick(draw, tf.image.resizeBilinear, tf.image.resizeNearestNeighbor), int(draw, 0, 2)];
    return (y) => resize(y as tf.Tensor4D, size, align === 1, align === 2);
  }),
];

const elements: readonly StepMaker[] = [
  ofAny((draw) => {
    const op = pick(draw, tf.relu, tf.abs, tf.neg, tf.tanh, tf.square, tf.sigmoid, tf.elu, tf.relu6);
    return (y) => op(y);
  }),
  // with a constant that is broadcast: of the channels, of a scalar, or with axes of 1
  ofAny((draw, x) => {
    const shape = x.shape.slice(int(draw, 0, x.rank)).map((size) => pick(draw, size, size, 1));
    const other = constant(draw, pick(draw, shape, [1, ...x.shape]).slice(0, 6));
    const op = pick(draw, tf.add, tf.mul, tf.sub, tf.maximum, tf.squaredDifference, tf.prelu);
    return (y) => op(y, other());
  }),
  (draw, made) => {
    const [a, b] = [int(draw, 0, made.length - 1), int(draw, 0, made.length - 1)];
    const op = pick(draw, tf.add, tf.mul, tf.sub, tf.minimum);
    return (...all) => [op(all[a]!, all[b]!)];
  },
  (draw, made) => {
    const a = int(draw, 0, made.length - 1);
    const fitting = [...made.keys()].filter((i) => `${made[i]!.shape}` === `${made[a]!.shape}`);
    const [b, rank] = [pick(draw, ...fitting), made[a]!.rank];
    if (rank === 0) return (...all) => [tf.where(tf.greater(all[a]!, 0), all[b]!, all[a]!)];
    const axis = axisOf(draw, rank);
    return (...all) => [tf.concat([all[a]!, all[b]!], axis), tf.where(tf.greater(all[a]!, 0), all[b]!, all[a]!)];
  },
];

const moves: readonly StepMaker[] = [
  ofAny((draw, x) => {
    const order = orderOf(draw, x.rank);
    return (y) => tf.transpose(y, order);
  }),
  ofAny((draw, x) => {
    const order = orderOf(draw, x.rank);
    const shape = pick(
      draw,
      [x.size],
      order.map((axis) => x.shape[axis]!),
      x.shape.filter((size) => size !== 1),
      [...x.shape.slice(0, 1), 1, ...x.shape.slice(1)],
    );
    return (y) => tf.reshape(y, shape);
  }),
  ofAny((draw, x) => {
    if (x.rank < 2) return (y) => tf.expandDims(y, axisOf(draw, x.rank + 1));
    const joined = [x.shape[0]! * x.shape[1]!, ...x.shape.slice(2)];
    return (y) => tf.reshape(y, joined);
  }),
  ofAny((draw, x) => {
    const pairs = x.shape.map(() => [int(draw, 0, 1), int(draw, 0, 2)] as [number, number]);
    const value = pick(draw, 0, 0, 1.5);
    return (y) => tf.pad(y, pairs, value);
  }),
  ofAny((draw, x) => {
    const begin = x.shape.map((size) => int(draw, 0, size - 1));
    const size = x.shape.map((full, axis) => int(draw, 1, full - begin[axis]!));
    return (y) => tf.slice(y, begin, size);
  }),
  ofAny((draw, x) => {
    if (x.rank === 0) return (y) => tf.stack([y, y]);
    const [axis, back] = [axisOf(draw, x.rank), axesOf(draw, x.rank)];
    const size = x.shape.at(axis)!;
    const cut = int(draw, 0, size);
    return pick<(y: tf.Tensor) => tf.Tensor | tf.Tensor[]>(
      draw,
      (y) => tf.split(y, [cut, size - cut], axis),
      (y) => tf.unstack(y, axis),
      (y) => tf.stack([y, y], axis),
      (y) => tf.reverse(y, back),
      (y) => tf.gather(y, tf.tensor1d([size - 1, 0], 'int32'), axis < 0 ? axis + x.rank : axis),
    );
  }),
  ofAny((draw, x) => {
    const reps = x.shape.map(() => int(draw, 1, 2));
    return (y) => tf.tile(y, reps);
  }),
];

const reductions: readonly StepMaker[] = [
  ofAny((draw, x) => {
    const [axes, keep] = [axesOf(draw, x.rank), int(draw, 0, 1) === 1];
    const op = pick(draw, tf.mean, tf.max, tf.min, tf.sum, tf.prod);
    return (y) => op(y, axes, keep);
  }),
  ofAny((draw, x) => {
    if (x.rank === 0) return (y) => tf.add(y, 1);
    const axis = axisOf(draw, x.rank);
    return pick(
      draw,
      (y: tf.Tensor) => tf.cast(tf.argMax(y, axis), 'float32'),
      (y: tf.Tensor) => tf.cumsum(y, axis, true),
      (y: tf.Tensor) => tf.softmax(y),
      (y: tf.Tensor) => tf.logSumExp(y, axis),
    );
  }),
  // rows times a matrix, as a dense layer has them
  ofAny((draw, x) => {
    if (x.rank < 2) return (y) => tf.mul(y, 0.5);
    const [matrix, bias] = [constant(draw, [x.shape.at(-1)!, 3]), constant(draw, [3])];
    const rows = x.size / x.shape.at(-1)!;
    return (y) => {
      const product = tf.matMul(tf.reshape(y, [rows, x.shape.at(-1)!]), matrix() as tf.Tensor2D);
      return tf.reshape(tf.relu(tf.add(product, bias())), [...x.shape.slice(0, -1), 3]);
    };
  }),
];

const steps = [...windows, ...windows, ...elements, ...elements, ...moves, ...reductions];
const maxSize = 4000;

/** A function of x [batch, height, width, channels] that returns the last tensors that it makes. */
export function program(draw: Draw): Drawn {
  const x = input(draw, [int(draw, 1, 2), int(draw, 1, 6), int(draw, 1, 6), int(draw, 1, 3)]);
  const taken: ((...made: tf.Tensor[]) => tf.Tensor[])[] = [];
  tf.tidy(() => {
    const made = [tf.tensor(x.values as number[], [...x.shape])];
    for (let i = 0; i < 12; i++) {
      const step = pick(draw, ...steps)(draw, made);
      const next = step && attempt(step, made);
      if (!next) continue;
      taken.push(step);
      made.push(...next);
    }
  });
  const run = (first: tf.Tensor): tf.Tensor[] => {
    const made = [first];
    for (const step of taken) made.push(...step(...made));
    return made.slice(-3);
  };
  return drawn('program', run, x);
}

/** The tensors of a step; undefined where tf.js refuses it, or where they are large, empty or of large numbers. */
function attempt(
  step: (...made: tf.Tensor[]) => tf.Tensor[],
  made: readonly tf.Tensor[],
): readonly tf.Tensor[] | undefined {
  try {
    const next = step(...made);
    const fits = next.every(
      (y) =>
        y.rank <= 5 &&
        y.shape.every((size) => size > 0) &&
        y.size < maxSize &&
        y.dataSync().every((value) => Math.abs(value) < 1e6),
    );
    return fits ? next : undefined;
  } catch {
    return undefined;
  }
}

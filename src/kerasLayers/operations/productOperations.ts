// Products of matrices and tensors, and operations on images.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { contract } from '../contract.ts';
import { channelsLast } from '../convolve.ts';
import type { AnyKind, Shape } from '../layerKind.ts';
import { broadcastShapes, floats, shapeOf } from '../operands.ts';
import { interpolations, resizeImage } from '../resizeImage.ts';
import { anything, count, dataFormat, flag, listOf, oneOf, perAxis, text } from '../settings.ts';
import { windowCount, withSpatial } from '../shapes.ts';
import { operation } from './operationKind.ts';

/** Batch axes broadcast; a vector is a row on the left and a column on the right. */
function productShape(a: Shape, b: Shape): Shape {
  const left = a.length === 1 ? [1, ...a] : a;
  const right = b.length === 1 ? [...b, 1] : b;
  const batch = broadcastShapes(left.slice(0, -2), right.slice(0, -2));
  return [...batch, ...(a.length > 1 ? [left.at(-2)!] : []), ...(b.length > 1 ? [right.at(-1)!] : [])];
}

function product(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const left = a.rank === 1 ? tf.expandDims(a, 0) : a;
  const right = b.rank === 1 ? tf.expandDims(b, -1) : b;
  return tf.reshape(tf.matMul(left, right), productShape(a.shape, b.shape) as number[]);
}

/** The axes that a product of tensors sums over, of the first and of the second. */
function summedAxes(axes: unknown, rank: number): [readonly number[], readonly number[]] {
  if (typeof axes === 'number')
    return [Array.from({ length: axes }, (_, i) => rank - axes + i), Array.from({ length: axes }, (_, i) => i)];
  if (!Array.isArray(axes) || axes.length !== 2)
    throw new UserError(
      `axes of a Tensordot must be a count or two lists, got ${`${JSON.stringify(axes)}`.slice(0, 80)}`,
    );
  return [[axes[0]].flat(), [axes[1]].flat()];
}

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The equation of a product of tensors that sums over axes. */
function tensordotEquation(a: number, b: number, axes: unknown): string {
  const [first, second] = summedAxes(axes, a).map((list, i) =>
    list.map((axis) => (axis < 0 ? axis + [a, b][i]! : axis)),
  );
  const left = letters.slice(0, a);
  const right = letters
    .slice(a, a + b)
    .map((letter, i) => (second!.includes(i) ? left[first![second!.indexOf(i)]!]! : letter));
  const kept = [...left.filter((_, i) => !first!.includes(i)), ...right.filter((_, i) => !second!.includes(i))];
  return `${left.join('')},${right.join('')}->${kept.join('')}`;
}

function equationShape(equation: string, shapes: readonly Shape[]): Shape {
  const [inputs = '', output = ''] = equation.split('->');
  const sizes = new Map(
    inputs.split(',').flatMap((axes, k) => [...axes].map((letter, i) => [letter, shapes[k]![i]!] as const)),
  );
  return [...output].map((letter) => sizes.get(letter) ?? null);
}

const products: Readonly<Record<string, AnyKind>> = {
  // of two tensors in numpy's way, which for more than two axes sums over the last but one of the second
  Dot: operation({
    parameters: ['x1', 'x2'],
    settings: {},
    shape: ({ x1, x2 }) => dotShape(shapeOf(x1), shapeOf(x2)),
    call({ x1, x2 }) {
      const [a, b] = [floats(x1), floats(x2)];
      if (a.rank === 0 || b.rank === 0) return tf.mul(a, b);
      return contract(tensordotEquation(a.rank, b.rank, [[a.rank - 1], [Math.max(b.rank - 2, 0)]]), a, b);
    },
  }),
  Einsum: operation({
    parameters: ['x1', 'x2'],
    settings: { subscripts: text() },
    shape: ({ x1, x2 }, { subscripts }) => equationShape(subscripts.replaceAll(' ', ''), [shapeOf(x1), shapeOf(x2)]),
    call: ({ x1, x2 }, { subscripts }) => contract(subscripts.replaceAll(' ', ''), floats(x1), floats(x2)),
  }),
  Matmul: operation({
    parameters: ['x1', 'x2'],
    settings: {},
    shape: ({ x1, x2 }) => productShape(shapeOf(x1), shapeOf(x2)),
    call: ({ x1, x2 }) => product(floats(x1), floats(x2)),
  }),
  Tensordot: operation({
    parameters: ['x1', 'x2'],
    settings: { axes: anything(2) },
    shape: ({ x1, x2 }, { axes }) =>
      equationShape(tensordotEquation(shapeOf(x1).length, shapeOf(x2).length, axes), [shapeOf(x1), shapeOf(x2)]),
    call({ x1, x2 }, { axes }) {
      const [a, b] = [floats(x1), floats(x2)];
      return contract(tensordotEquation(a.rank, b.rank, axes), a, b);
    },
  }),
};

const dotShape = (a: Shape, b: Shape): Shape => {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return [...a.slice(0, -1), ...b.toSpliced(Math.max(b.length - 2, 0), 1)];
};

/** The largest or the mean of windows over two axes. */
const pool = (kind: 'max' | 'avg'): AnyKind =>
  operation({
    parameters: ['inputs'],
    settings: {
      poolSize: perAxis(2, count()),
      strides: anything(),
      padding: oneOf(['valid', 'same'], 'valid'),
      dataFormat: dataFormat(),
    },
    shape: ({ inputs }, config) =>
      withSpatial(shapeOf(inputs), config.dataFormat, (size, i) =>
        windowCount(size, config.poolSize[i]!, i, { ...config, strides: stridesOf(config), dilationRate: [1, 1] }),
      ),
    call: ({ inputs }, config) =>
      channelsLast(floats(inputs), config.dataFormat, (last) =>
        tf.pool(last as tf.Tensor4D, config.poolSize as [number, number], kind, config.padding, 1, stridesOf(config)),
      ),
  });

const stridesOf = ({ strides, poolSize }: { strides: unknown; poolSize: readonly number[] }): [number, number] =>
  (strides === null ? poolSize : Array.isArray(strides) ? strides : [strides, strides]) as [number, number];

const images: Readonly<Record<string, AnyKind>> = {
  AveragePool: pool('avg'),
  MaxPool: pool('max'),
  Resize: operation({
    parameters: ['images'],
    settings: {
      size: listOf(count()),
      interpolation: oneOf(interpolations, 'bilinear'),
      antialias: flag(false),
      dataFormat: dataFormat(),
    },
    shape: ({ images }, { size, dataFormat }) => withSpatial(shapeOf(images), dataFormat, (_, i) => size[i]!),
    call: ({ images }, { size, interpolation, antialias, dataFormat }) =>
      channelsLast(floats(images), dataFormat, (last) =>
        resizeImage(last as tf.Tensor4D, [size[0]!, size[1]!], interpolation, antialias),
      ),
  }),
  RGBToGrayscale: operation({
    parameters: ['images'],
    settings: { dataFormat: dataFormat() },
    shape: ({ images }, { dataFormat }) => {
      const shape = shapeOf(images);
      return shape.with(dataFormat === 'channelsLast' ? -1 : -3, 1);
    },
    call: ({ images }, { dataFormat }) =>
      channelsLast(floats(images), dataFormat, (last) => tf.sum(tf.mul(last, [0.2989, 0.587, 0.114]), -1, true)),
  }),
};

/** Products and operations on images by Keras's names. */
export const productOperations: Readonly<Record<string, AnyKind>> = { ...products, ...images };

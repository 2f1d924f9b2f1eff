// Operations that are no layers in Keras, as kinds of layers.
import type * as tf from '@tensorflow/tfjs-core';
import { type AnyKind, type Arguments, layerKind, type Shape } from '../layerKind.ts';
import { bools, broadcastShapes, floats, shapeOf, tensorOf } from '../operands.ts';
import type { Setting, Values } from '../settings.ts';

type Settings = Readonly<Record<string, Setting<unknown>>>;

interface Operation<S extends Settings> {
  /** Names of the arguments of Keras's `call`, in order. */
  readonly parameters: readonly string[];
  /** The arguments of Keras's constructor. */
  readonly settings: S;
  /** Arguments are tensors, numbers, or on shapes objects with a shape. */
  shape(args: Arguments, config: Values<S>): Shape | readonly Shape[];
  call(args: Arguments, config: Values<S>): tf.Tensor | tf.Tensor[];
}

/** An operation as a kind of layer. */
export const operation = <S extends Settings>({ parameters, settings, shape, call }: Operation<S>): AnyKind =>
  layerKind({
    settings,
    parameters,
    outputShape: ({ args, config }) => shape(args, config as Values<S>),
    call: (_, { args, config }) => call(args, config as Values<S>),
  });

type Unary = (x: tf.Tensor) => tf.Tensor;
type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const unary = (read: (value: unknown) => tf.Tensor, run: Unary): AnyKind =>
  operation({ parameters: ['x'], settings: {}, shape: ({ x }) => shapeOf(x), call: ({ x }) => run(read(x)) });

/** A function of each number, in floating point. */
export const ofFloats = (run: Unary): AnyKind => unary(floats, run);

/** A function of each element, of whatever dtype. */
export const ofAny = (run: Unary): AnyKind => unary(tensorOf, run);

/** A function of each number with settings. */
export const withSettings = <S extends Settings>(
  settings: S,
  run: (x: tf.Tensor, config: Values<S>) => tf.Tensor,
): AnyKind =>
  operation({
    parameters: ['x'],
    settings,
    shape: ({ x }) => shapeOf(x),
    call: ({ x }, config) => run(floats(x), config),
  });

const binary = (read: (value: unknown, other: unknown) => tf.Tensor, run: Binary): AnyKind =>
  operation({
    parameters: ['x1', 'x2'],
    settings: {},
    shape: ({ x1, x2 }) => broadcastShapes(shapeOf(x1), shapeOf(x2)),
    call: ({ x1, x2 }) => run(read(x1, x2), read(x2, x1)),
  });

/** A function of two numbers each. */
export const ofTwo = (run: Binary): AnyKind => binary(tensorOf, run);

/** A function of two numbers each, in floating point. */
export const ofTwoFloats = (run: Binary): AnyKind => binary(floats, run);

/** A function of two truth values each. */
export const ofTwoBools = (run: Binary): AnyKind => binary(bools, run);

// Types of this room: a layer of Keras 3 as plain data, from which a class of tf.layers is made.
import type * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import type { Setting, Values } from './settings.ts';

/** The module `@tensorflow/tfjs-layers` that the user's models are built with. */
export type LayersModule = typeof tfl;

/** A layer of tf.layers. */
export type Layer = tfl.layers.Layer;

/** The class of a layer under the name by which tf.js finds it. */
export type LayerClass = (new (config: Readonly<Record<string, unknown>>) => Layer) & { readonly className: string };

/** Sizes of axes; null where an axis is open. */
export type Shape = readonly (number | null)[];

/** A weight that a layer adds when it is built. */
interface WeightSpec {
  readonly name: string;
  readonly shape: Shape;
  /** An initializer as a configuration has it: a name, or an object with className and config; zeros unless given. */
  readonly initializer?: unknown;
  /** False for statistics; true unless given. */
  readonly trainable?: boolean;
  /** float32 unless given. */
  readonly dtype?: 'int32';
}

/** The arguments of a call by the names of Keras's `call`: tensors, lists of them, and plain values. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a kind of layer takes from the library that its classes are made for. */
export interface LayerTools {
  /** Makes a layer of this room. @param name of the class in Keras */
  make(name: string, config: Readonly<Record<string, unknown>>): Layer;
  /** Makes a layer of this room or of tf.js from an object with className and config; a layer is returned as it is. */
  deserialize(value: unknown): Layer;
  /** The function of an activation: of a name, of an object with className and config, of null (the identity). */
  activation(value: unknown): (x: tf.Tensor) => tf.Tensor;
}

/** A call on shapes. */
export interface ShapeCall<C> {
  readonly config: C;
  /** The settings as they were given. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Shapes of the tensors, in the order of the call. */
  readonly shapes: readonly [Shape, ...Shape[]];
  /** The arguments with an object `{ shape }` for each tensor. */
  readonly args: Arguments;
  /** The layers that it holds, once it is built. */
  readonly children: Readonly<Record<string, Layer>>;
}

/** What a layer adds to one call on tensors. */
export interface LayerCall<C> extends LayerTools {
  readonly config: C;
  readonly args: Arguments;
  readonly weights: Readonly<Record<string, tf.Tensor>>;
  readonly children: Readonly<Record<string, Layer>>;
  readonly training: boolean;
}

type Settings = Readonly<Record<string, Setting<unknown>>>;

/** A layer of Keras 3. `S` is the table of the settings that its function depends on. */
export interface LayerKind<S extends Settings> {
  readonly settings: S;
  /**
   * Whether tf.js's class of the same name computes Keras 3's numbers; absent where tf.js has no such class, or none that does.
   * @param config of a file, keys in snake case
   * @param call the template of its call, where it is known
   */
  isRightInTfjs?(config: Readonly<Record<string, unknown>>, call?: { readonly shapes: readonly Shape[] }): boolean;
  /** Whether ops of tf.js can say the layer; true unless given. @param config of a file, keys in snake case */
  isSayable?(config: Readonly<Record<string, unknown>>): boolean;
  /** The settings in a form that survives tf.js, which turns every string of a file into snake case and back. */
  rewrite?(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Whether the mask of the input is the mask of the output. */
  readonly passesMask?: boolean;
  /** Names of the arguments of Keras's `call`, in order; `inputs` alone unless given. */
  readonly parameters?: readonly string[];
  /**
   * Layers that it holds, in Keras's order, and the shapes that they are built for, by the attribute that holds each; `cells_0`
   * and `cells_1` are the items of a list `cells`.
   */
  children?(call: ShapeCall<Values<S>>, tools: LayerTools): Readonly<Record<string, ChildLayer>>;
  /** Own weights, in Keras's order. */
  weights?(call: ShapeCall<Values<S>>): readonly WeightSpec[];
  /** The shape of the output as Keras gives it, or the shapes of several outputs. */
  outputShape(call: ShapeCall<Values<S>>): Shape | readonly Shape[];
  /** Computes the output, or several. */
  call(inputs: readonly [tf.Tensor, ...tf.Tensor[]], layer: LayerCall<Values<S>>): tf.Tensor | tf.Tensor[];
}

/** A layer that another one holds. */
export interface ChildLayer {
  readonly layer: Layer;
  readonly shapes: readonly Shape[];
}

/** A kind of layer, whatever its settings. */
// biome-ignore lint/suspicious/noExplicitAny: settings are read by the table that the kind itself has
export type AnyKind = LayerKind<any>;

/** A kind of layer, with the types of its settings inferred from their table. */
export const layerKind = <S extends Settings>(kind: LayerKind<S>): AnyKind => kind;

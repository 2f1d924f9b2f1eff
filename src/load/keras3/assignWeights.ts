// Which array of a file belongs to which variable of a tf.layers model built from a Keras 3 topology.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { shapeText } from '../../tensors.ts';
import type { LayerWeight } from '../../trace/traceable.ts';
import type { KerasModel } from './kerasTopology.ts';
import type { LayerNames } from './names.ts';
import { placeholderClass } from './placeholders.ts';
import { arraysIn, type StoredArray, type StoredArrays } from './storedArrays.ts';

/** A variable of tf.layers. */
export interface LayerVariable extends LayerWeight {
  readonly dtype: 'float32' | 'int32';
  write(values: tf.Tensor): unknown;
}

/** A layer of tf.layers, with the lists in which it keeps its own variables. */
export interface WeightedLayer {
  readonly name: string;
  readonly trainableWeights: readonly LayerVariable[];
  readonly nonTrainableWeights: readonly LayerVariable[];
  readonly _trainableWeights?: readonly LayerVariable[];
  readonly _nonTrainableWeights?: readonly LayerVariable[];
  readonly layers?: readonly WeightedLayer[];
  getClassName(): string;
}

/** The array of each variable. */
export type Assigned = ReadonlyMap<LayerVariable, StoredArray>;

/** Finds the array of each variable of a model that was built from Keras's. */
export type Assign = (keras: KerasModel, names: LayerNames, model: WeightedLayer, arrays: StoredArrays) => Assigned;

/**
 * Assigns the arrays of a model.json that `save_keras_model` wrote: layers of the outermost model in the order of their names'
 * bytes, of each the trainable variables and then the others. The names of arrays do not tell their layers.
 * @throws UserError where numbers or shapes of arrays are not those of the variables
 */
export const assignInOrder: Assign = (keras, layerNames, model, arrays) => {
  const names = layerNames(keras);
  const layers = new Map(model.layers!.map((layer) => [layer.name, layer]));
  const sorted = keras.layers.map(({ name }) => name).sort(byBytes);
  const variables = new Set(
    sorted.flatMap((name) => {
      const layer = layers.get(names.get(name)!);
      return layer ? [...layer.trainableWeights, ...layer.nonTrainableWeights] : [];
    }),
  );
  const stored = [...arrays];
  if (stored.length !== variables.size)
    throw new UserError(`the file holds ${stored.length} arrays, and the model takes ${variables.size}`);
  return new Map([...variables].map((variable, i) => [variable, fitting(variable, stored[i])]));
};

const utf8 = new TextEncoder();

/** HDF5's order of names. */
function byBytes(a: string, b: string): number {
  const [left, right] = [utf8.encode(a), utf8.encode(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return left.length - right.length;
}

function fitting(variable: LayerVariable, entry: readonly [string, StoredArray] | undefined): StoredArray {
  const [name, array] = entry ?? [];
  if (!array) throw new UserError(`the file holds no array for ${variable.originalName}`);
  if (`${array.shape}` !== `${variable.shape}`)
    throw new UserError(
      `${variable.originalName} is ${shapeText(variable.shape)}, and the file's ${name} is ${shapeText(array.shape)}`,
    );
  return array;
}

/**
 * Assigns the arrays of an HDF5 file of Keras 3, or of a model.json made of one: a group for each layer, named after its
 * class, `layers/dense_1/vars/0`, and inside it one for each layer that it holds, named after the attribute.
 * @throws UserError where an array is missing, and where shapes differ
 */
export const assignByGroups: Assign = (keras, names, model, arrays) => {
  const assigned = new Map<LayerVariable, StoredArray>();
  const assign = layerAssigner(arrays, assigned);
  const assignModel = (inner: KerasModel, built: WeightedLayer, prefix: string): void => {
    const layers = new Map(built.layers!.map((layer) => [layer.name, layer]));
    for (const [layer, group] of layerGroups(inner, prefix)) {
      const found = layers.get(names(inner).get(layer.name)!);
      if (!found) continue;
      if (layer.model) assignModel(layer.model, found, `${group}/`);
      else assign(group, found);
    }
  };
  assignModel(keras, model, '');
  return assigned;
};

type AssignLayer = (group: string, layer: WeightedLayer) => void;

/** The group of each layer of a model in the file. @param prefix of the model's own group */
function layerGroups(keras: KerasModel, prefix: string): [KerasModel['layers'][number], string][] {
  const free = counter();
  return keras.layers.flatMap((layer) => {
    if (layer.isOperation || (layer.className === 'InputLayer' && keras.className === 'Sequential')) return [];
    return [[layer, `${prefix}layers/${free(groupName(layer.className))}`]];
  });
}

/**
 * The shapes of the arrays of a layer that tf.js cannot build, by the layer's path.
 * @param isGrouped whether arrays are named after groups; else after layers, with the names of other layers around it
 */
export function shapesOfLayers(keras: KerasModel, arrays: StoredArrays, isGrouped: boolean): (path: Path) => Shapes {
  return (path) => {
    const list = isGrouped
      ? arraysIn(groupOf(keras, path), arrays)
      : [...arrays].filter(([name]) => `/${name}`.includes(`/${path.at(-1)}/`));
    return list.map(([, { shape }]) => shape);
  };
}

type Path = readonly string[];
type Shapes = readonly (readonly number[])[];

function groupOf(keras: KerasModel, [first, ...rest]: Path, prefix = ''): string {
  const [layer, group] = layerGroups(keras, prefix).find(([{ name }]) => name === first) ?? [];
  if (group === undefined || rest.length === 0) return group ?? '';
  return groupOf(layer!.model!, rest, `${group}/`);
}

/** Gives each later of equal names a number. */
function counter(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  };
}

/** Names of classes by the names under which Keras exports them: a topology has the latter, the groups of a file the former. */
const ownNames: Readonly<Record<string, string>> = { GroupQueryAttention: 'GroupedQueryAttention' };

const groupName = (className: string): string => snakeCase(ownNames[className] ?? className);

/** Keras's names of groups: https://github.com/keras-team/keras/blob/master/keras/src/utils/naming.py */
const snakeCase = (name: string): string =>
  name
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

function layerAssigner(arrays: StoredArrays, assigned: Map<LayerVariable, StoredArray>): AssignLayer {
  const assign: AssignLayer = (group, layer) => {
    const own = inFileOrder(layer, [...(layer._trainableWeights ?? []), ...(layer._nonTrainableWeights ?? [])]);
    if (layer.getClassName() === placeholderClass) {
      const inside = arraysIn(group, arrays);
      for (const [i, variable] of own.entries()) assigned.set(variable, fitting(variable, inside[i]));
      return;
    }
    const first = firstOwn[layer.getClassName()] ?? 0;
    for (const [i, variable] of own.entries()) {
      const name = `${group}/vars/${i + first}`;
      const array = arrays.get(name);
      assigned.set(variable, fitting(variable, array && [name, array]));
    }
    for (const [attribute, inner] of innerLayers(layer)) assign(innerGroup(group, attribute, arrays), inner);
  };
  return assign;
}

/** The group of an inner layer. Keras keeps some in private attributes, such as the gate of an attention. */
function innerGroup(group: string, attribute: string, arrays: StoredArrays): string {
  const isPrivate = arraysIn(`${group}/_${attribute}`, arrays).length > 0;
  return `${group}/${isPrivate ? '_' : ''}${attribute}`;
}

/** Variables in an order of the file's that is not the one of their making. */
function inFileOrder(layer: WeightedLayer, own: readonly LayerVariable[]): readonly LayerVariable[] {
  if (layer.getClassName() !== 'keras3>QuantizedDense') return own;
  const order = ['kernel', 'bias', 'kernel_scale'];
  const rank = ({ originalName }: LayerVariable): number => order.indexOf(originalName.split('/').at(-1)!);
  return own.toSorted((a, b) => rank(a) - rank(b));
}

/** Own variables of the file that tf.js's layer lacks: SpectralNormalization has the wrapped kernel again before its own. */
const firstOwn: Readonly<Record<string, number>> = { 'keras3>SpectralNormalization': 1 };

/** The layers that a layer holds, by the attribute that holds each in Keras. */
function innerLayers(layer: WeightedLayer): [string, WeightedLayer][] {
  const seen = new Set<unknown>([layer]);
  return Object.entries(layer).flatMap(([property, value]): [string, WeightedLayer][] => {
    // tf.js's Bidirectional does not run the layer that it made its two layers from
    if (property === 'layer' && 'forwardLayer' in layer) return [];
    const attribute = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (Array.isArray(value) && value.length > 0 && value.every(isLayer)) {
      const free = counter();
      return value.flatMap((inner) => {
        const name = free(groupName(inner.getClassName().split('>').at(-1)!));
        return seen.has(inner) ? [] : [[`${attribute}/${name}`, inner]];
      });
    }
    if (!isLayer(value) || seen.has(value)) return [];
    seen.add(value);
    return [[attribute, value]];
  });
}

const isLayer = (value: unknown): value is WeightedLayer =>
  typeof value === 'object' && value !== null && 'trainableWeights' in value && 'getClassName' in value;

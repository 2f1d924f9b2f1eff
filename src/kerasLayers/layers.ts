// The layers, operations and activations of Keras 3 that tf.js lacks, or computes otherwise, as classes of tf.layers.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { activations } from './activations.ts';
import { defineLayer, layerBase } from './defineLayer.ts';
import { kinds } from './kinds.ts';
import type { AnyKind, Layer, LayerClass, LayersModule, LayerTools } from './layerKind.ts';
import { operations } from './operations.ts';
import { registeredName, registeredOperation } from './registeredName.ts';
import { camelCase } from './settings.ts';

export { type CallTemplate, callTemplate, isPlainCall } from './callTemplate.ts';
export { activationName, isOperation, layerClassName } from './layerChoice.ts';
export { unsayableShape } from './unsayableShapes.ts';

/** Classes for one copy of tf.layers, by Keras's names. */
export interface Keras3Classes {
  readonly layers: ReadonlyMap<string, LayerClass>;
  readonly operations: ReadonlyMap<string, LayerClass>;
}

/**
 * Registers the classes of this room with tf.js, which then finds them by the names of `registeredName`.
 * @param tfl `import * as tfl from '@tensorflow/tfjs-layers'`; its own classes stay registered
 */
export function registerKeras3(tfl: LayersModule): Keras3Classes {
  const known = registered.get(tfl);
  const classes = known ?? defineClasses(tfl);
  registered.set(tfl, classes);
  // another copy of tf.layers may have registered its own meanwhile
  for (const layer of [...classes.layers.values(), ...classes.operations.values()])
    tf.serialization.registerClass(layer as never);
  for (const [name, apply] of Object.entries(activations)) tf.serialization.registerClass(activationClass(name, apply));
  return classes;
}

const registered = new WeakMap<LayersModule, Keras3Classes>();

function defineClasses(tfl: LayersModule): Keras3Classes {
  const tools: LayerTools = {
    make: (name, config) => new (layers.get(name)!)(config),
    deserialize,
    activation: activationOf,
  };
  const base = layerBase(tfl, tools);
  const define = (table: Readonly<Record<string, AnyKind>>, nameOf: (name: string) => string) =>
    new Map(Object.entries(table).map(([name, kind]) => [name, defineLayer(base, nameOf(name), kind)]));
  const layers = define(kinds, registeredName);
  return { layers, operations: define(operations, registeredOperation) };
}

interface Serialized {
  readonly className?: unknown;
  readonly config?: unknown;
}

/** @throws UserError for a class that is not registered */
function deserialize(value: unknown): Layer {
  const { className, config } = (value ?? {}) as Serialized;
  if (typeof value === 'object' && value !== null && 'getClassName' in value) return value as Layer;
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  const known = typeof className === 'string' && Object.hasOwn(classNameMap, className);
  const [type, fromConfig] = (known && classNameMap[className]) || [];
  if (!type || !fromConfig)
    throw new UserError(`the class of ${JSON.stringify(value)?.slice(0, 80)} must be one that tf.js has registered`);
  return fromConfig(type, { ...(config as tf.serialization.ConfigDict) }) as Layer;
}

function activationOf(value: unknown): (x: tf.Tensor) => tf.Tensor {
  if (value === null || value === undefined) return (x) => x;
  const own = typeof value === 'string' ? activationsByName.get(value) : undefined;
  if (own) return own;
  const found = deserialize(typeof value === 'string' ? { className: value, config: {} } : value);
  // an activation of tf.js has no type of its own, and is no Layer
  return (x) => (found as unknown as { apply(x: tf.Tensor): tf.Tensor }).apply(x);
}

const activationsByName = new Map(
  Object.entries<(x: tf.Tensor) => tf.Tensor>(activations).flatMap(([name, apply]) =>
    [name, camelCase(name), registeredName(camelCase(name))].map((key) => [key, apply]),
  ),
);

function activationClass(name: string, apply: (x: tf.Tensor) => tf.Tensor) {
  return class extends tf.serialization.Serializable {
    static readonly className = registeredName(camelCase(name));
    getConfig = () => ({});
    apply = (x: tf.Tensor): tf.Tensor => tf.tidy(() => apply(x));
  };
}

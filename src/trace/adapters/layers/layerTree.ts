// The layers of a tf.layers model, wherever they are held, and the paths of their weights.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../../errors.ts';
import { joinPath } from '../../../names/modulePath.ts';
import { freeName, siblingNames, withoutSeparator } from '../../../names/uniqueNames.ts';
import { type Settings, settingsOf } from '../../settings.ts';
import type { ModuleInfo, ParameterInfo } from '../../trace.ts';
import type { LayerLike, LayersModelLike, LayerWeight } from '../../traceable.ts';
import { ignoresTrainable, trainingOf } from './layerTraining.ts';

/** Whether a value is a tf.LayersModel or tf.Sequential. */
export function isLayersModel(value: unknown): value is LayersModelLike {
  return isLayer(value) && 'layers' in value && Array.isArray(value.layers) && 'predict' in value;
}

function isLayer(value: unknown): value is LayerLike {
  const methods = ['call', 'apply', 'getClassName'];
  if (typeof value !== 'object' || value === null) return false;
  const known = value as Readonly<Record<string, unknown>>;
  return methods.every((name) => typeof known[name] === 'function') && Array.isArray(known.weights);
}

interface Found {
  readonly path: string;
  readonly layer: LayerLike;
  readonly children: [name: string, child: LayerLike][];
  /** The layers that hold it, from the model down. */
  readonly around: readonly LayerLike[];
}

/** The layers of one model; grows while the model runs. */
export interface LayerTree {
  /** Each layer once, parents first, under the first path that leads to it. */
  readonly found: readonly Found[];
  indexOf(layer: LayerLike): number | undefined;
  /** Adds a layer that no property holds, and the layers that it holds. @param parent the index of the layer that ran it */
  add(layer: LayerLike, parent: number): void;
  /** The path of each known weight, by its tensor. */
  readonly weights: ReadonlyMap<tf.TensorInfo, string>;
  /** Adds the weights that the layer at `index` has now. */
  learn(index: number): void;
  modules(): ModuleInfo[];
}

/** Has later trees of `model` contain layers that no property holds, each as a child of the layer that ran it. */
export function remember(model: LayerLike, met: readonly (readonly [layer: LayerLike, by: LayerLike])[]): void {
  metBefore.set(model, [...(metBefore.get(model) ?? []), ...met]);
}
const metBefore = new WeakMap<LayerLike, readonly (readonly [LayerLike, LayerLike])[]>();

/** Finds the layers of a model. */
export function layerTree(model: LayerLike): LayerTree {
  const found: Found[] = [];
  const indices = new Map<LayerLike, number>();
  const paths = new Map<tf.TensorInfo, string>();
  const learn = (index: number): void => {
    for (const [name, weight] of ownWeights(found[index]!)) {
      const tensor = weight.read();
      if (!paths.has(tensor)) paths.set(tensor, joinPath(found[index]!.path, name));
    }
  };
  const walk = (layer: LayerLike, path: string, around: readonly LayerLike[]): void => {
    const children = namedChildren(layer, around);
    indices.set(layer, found.length);
    found.push({ path, layer, children, around });
    for (const [name, child] of children)
      if (!indices.has(child)) walk(child, joinPath(path, name), [...around, layer]);
  };
  walk(model, '', []);
  const add = (layer: LayerLike, parent: number): void => {
    const { path, children, around } = found[parent]!;
    const name = freeName(withoutSeparator(layer.name, '.'), new Set(children.map(([taken]) => taken)));
    children.push([name, layer]);
    walk(layer, joinPath(path, name), [...around, found[parent]!.layer]);
  };
  for (const [layer, by] of metBefore.get(model) ?? [])
    if (!indices.has(layer) && indices.has(by)) add(layer, indices.get(by)!);
  for (const index of found.keys()) learn(index);
  return {
    found,
    indexOf: (layer) => indices.get(layer),
    add,
    weights: paths,
    learn,
    modules: () => describe(found, indices),
  };
}

/**
 * Each child once, under unique names without a dot, so that a path identifies one layer. The layers around a layer are not
 * its children, even if a property refers to them.
 */
function namedChildren(layer: LayerLike, around: readonly LayerLike[]): [string, LayerLike][] {
  const seen = new Set([...around, layer]);
  const children = childrenOf(layer).filter(([, child]) => !seen.has(child) && seen.add(child));
  const names = siblingNames(
    children.map(([name]) => name),
    '.',
  );
  return children.map(([, child], i) => [names[i]!, child]);
}

/** The layers of a container, or the layers in the properties of any other layer: cells, wrapped layers, custom ones. */
function childrenOf(layer: LayerLike): [string, LayerLike][] {
  if ('layers' in layer && Array.isArray(layer.layers))
    return (layer.layers as readonly LayerLike[])
      .filter((child) => child.getClassName() !== 'InputLayer')
      .map((child) => [child.name, child]);
  const seen = new Set<unknown>();
  const held = Object.entries(layer).flatMap(([name, value]) => layersIn(name, value, seen));
  // Bidirectional does not run the layer that it made its two layers from
  return held.filter(([name]) => name !== 'layer' || !('forwardLayer' in layer));
}

/** The layers in a property, directly or in nested lists, plain objects, Maps or Sets. */
function layersIn(name: string, value: unknown, seen: Set<unknown>): [string, LayerLike][] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  if (isLayer(value)) return [[name, value]];
  seen.add(value);
  return entriesOf(value).flatMap(([key, inner]) => layersIn(`${name}_${key}`, inner, seen));
}

function entriesOf(value: object): [unknown, unknown][] {
  if (Array.isArray(value)) return [...value.entries()];
  if (value instanceof Map) return [...value];
  if (value instanceof Set) return [...[...value].entries()];
  return Object.getPrototypeOf(value) === Object.prototype ? Object.entries(value) : [];
}

/** A layer's weights by name, without the weights of the layers that it holds. */
function ownWeights({ layer, children }: Found): (readonly [string, LayerWeight])[] {
  const below = new Set(children.flatMap(([, child]) => child.weights));
  const own = layer.weights.filter((weight) => !below.has(weight));
  // names without their scopes
  const names = siblingNames(
    own.map(({ originalName }) => originalName.split('/').at(-1)!),
    '.',
  );
  return own.map((weight, i) => [names[i]!, weight]);
}

function describe(found: readonly Found[], indices: ReadonlyMap<LayerLike, number>): ModuleInfo[] {
  const first = new Map<tf.TensorInfo, string>();
  const training = trainingOf(found[0]!.layer);
  return found.map((one) => {
    const { path, layer, children } = one;
    const parameters = ownWeights(one).map(([name, weight]): ParameterInfo => {
      const tensor = weight.read();
      const { shape, size, dtype } = tensor;
      const sharedWith = first.get(tensor);
      if (sharedWith === undefined) first.set(tensor, joinPath(path, name));
      const about = { name, shape, size, dtype, buffer: false, ...training(weight) };
      return { ...about, ...(sharedWith !== undefined && { sharedWith }) };
    });
    const type = shownType(layer);
    const container: ModuleInfo['container'] = type === 'Sequential' ? 'sequential' : undefined;
    const settings = configuredSettings(layer);
    return {
      path,
      type,
      container,
      ...(isLayersModel(layer) && { isModel: true }),
      ...(path === '' && isLayersModel(layer) && modelNameOf(layer)),
      ...(ignoresTrainable(layer) && { ignoresTrainable: true }),
      children: children.map(([, child]) => indices.get(child)!),
      ...(settings && { settings, ...kernelSizeOf(settings) }),
      parameters,
    };
  });
}

/** The class's name without the package under which a class that stands for one of Keras is registered. */
const shownType = (layer: LayerLike & { readonly shownType?: string }): string =>
  layer.shownType ?? layer.getClassName().replace(/^keras3(-ops)?>/, '');

/** The name of a model, unless tf.js numbered it. */
const modelNameOf = ({ name }: LayerLike): Pick<ModuleInfo, 'modelName'> =>
  /^(sequential|model|functional)(_?\d+)?$/i.test(name) ? {} : { modelName: name };

/** The window of a convolution or a pooling, as the layer's settings tell it. */
function kernelSizeOf({ kernelSize, poolSize }: Settings): Pick<ModuleInfo, 'kernelSize'> {
  const size = kernelSize ?? poolSize;
  if (typeof size === 'number') return { kernelSize: size };
  return Array.isArray(size) && size.every((n) => typeof n === 'number') ? { kernelSize: size } : {};
}

// settings that have columns of their own in tables
const shownElsewhere = new Set(['name', 'trainable', 'batchInputShape', 'dtype']);

/** The plain data of `getConfig`; undefined for a model, whose configuration is its layers, and where `getConfig` throws. */
function configuredSettings(layer: LayerLike): Settings | undefined {
  const { getConfig } = layer as { getConfig?: unknown };
  if (typeof getConfig !== 'function' || 'layers' in layer) return undefined;
  let settings: Settings | undefined;
  try {
    // a custom layer may make tensors in it
    tf.tidy(() => {
      settings = settingsOf(getConfig.call(layer), shownElsewhere);
    });
  } catch {}
  return settings;
}

/**
 * The path of each weight, by the weight's name in a weights manifest.
 * @throws UserError for two weights of one name, into which tf.js can load nothing
 */
export function weightPaths(model: LayersModelLike): Map<string, string> {
  const { weights } = layerTree(model);
  const paths = new Map<string, string>();
  for (const weight of model.weights) {
    const { originalName } = weight;
    const path = weights.get(weight.read())!;
    const other = paths.get(originalName);
    if (other !== undefined && other !== path)
      throw new UserError(`each weight must have a name of its own, got ${originalName} for ${other} and ${path}`);
    paths.set(originalName, path);
  }
  return paths;
}

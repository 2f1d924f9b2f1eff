// Watches a tf.LayersModel, recognised by its structure: a user's project may have a copy of tf.js of its own.
// In: a model of tf.layers and its inputs' shapes. Out: a Trace whose modules are the model's layers.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../userError.ts';
import { watched } from './failure.ts';
import type { InputSpec, TraceOptions } from './record.ts';
import { createRecorder } from './recorder.ts';
import type { ModuleInfo, ParameterInfo, Trace } from './trace.ts';

interface LayerWeight {
  readonly originalName: string;
  readonly shape: readonly (number | null)[];
  readonly trainable: boolean;
  read(): tf.Tensor;
}

/** What a layer of tf.layers is known by. */
export interface LayerLike {
  readonly name: string;
  readonly weights: readonly LayerWeight[];
  call(...args: never[]): unknown;
  apply(...args: never[]): unknown;
  getClassName(): string;
}

/** What a tf.LayersModel or tf.Sequential is known by. */
export interface LayersModelLike extends LayerLike {
  readonly layers: readonly LayerLike[];
  readonly built: boolean;
  build(inputShape: never): void;
}

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
  readonly children: readonly (readonly [string, LayerLike])[];
}

/**
 * Afterwards the model is as before, but that a Sequential which was never used is built.
 * @throws UserError for a model that cannot be built without an input, and what `trace` throws
 */
export function traceLayersModel(
  model: LayersModelLike,
  inputs: readonly InputSpec[],
  { backend }: TraceOptions,
): Trace {
  expectBuilt(model);
  const found = [...layersOf(model)];
  const index = new Map(found.map(({ layer }, i) => [layer, i]));
  const { modules, paths } = describe(found, index);
  const recorder = createRecorder({ parameterOf: (tensor) => paths.get(tensor), backend });
  const restore = found.map(({ layer }, i) =>
    replaceCall(layer, (call, args) => {
      recorder.enterModule(i, [args[0]].flat());
      const output = call(...args);
      recorder.exitModule(output);
      return output;
    }),
  );
  try {
    return watched(
      recorder,
      'layers',
      () => modules,
      () => {
        const { tensors, places } = recorder.feed(inputs, inputNames(model));
        const output = model.apply(...([tensors.length === 1 ? tensors[0] : tensors] as never[]));
        return { inputs: places, outputs: recorder.structure(output), ...outputNames(model) };
      },
    );
  } finally {
    for (const undo of restore) undo();
  }
}

const inputNames = (model: LayersModelLike): string[] =>
  'inputs' in model && Array.isArray(model.inputs) ? model.inputs.map(({ name }: { name: string }) => name) : [];

// the layers that gave them, as in Keras
function outputNames(model: LayersModelLike): Pick<Trace, 'outputNames'> {
  if (!('outputs' in model) || !Array.isArray(model.outputs)) return {};
  const names = model.outputs.map((output?: { sourceLayer?: LayerLike }) => output?.sourceLayer?.name);
  return { outputNames: names };
}

// a Sequential is built at its first use, if it knows its input: as tf.js's own summary does
function expectBuilt(model: LayersModelLike): void {
  if (model.built) return;
  if (!('inputs' in model) || ![model.inputs].flat()[0])
    throw new UserError(`the model ${model.name} has no input: its first layer needs an inputShape`);
  // without a shape it takes its first layer's
  model.build(undefined as never);
}

type Call = (...args: unknown[]) => unknown;

/** Puts `around` in the way of one method of one instance. @returns what takes it away again */
function replaceCall(layer: LayerLike, around: (call: Call, args: unknown[]) => unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(layer, 'call');
  const call = (layer.call as Call).bind(layer);
  Object.defineProperty(layer, 'call', {
    value: (...args: unknown[]) => around(call, args),
    configurable: true,
    enumerable: true,
    writable: true,
  });
  return () => {
    if (own) Object.defineProperty(layer, 'call', own);
    else Reflect.deleteProperty(layer, 'call');
  };
}

/** Each layer once, parents first, under the first path that it is found at. */
function* layersOf(layer: LayerLike, path = '', seen = new Set<LayerLike>()): Generator<Found> {
  seen.add(layer);
  const children = childrenOf(layer);
  yield { path, layer, children };
  for (const [name, child] of children)
    if (!seen.has(child)) yield* layersOf(child, path === '' ? name : `${path}.${name}`, seen);
}

// a container's layers; of any other layer what its properties hold: cells, wrapped layers, those of custom layers
function childrenOf(layer: LayerLike): [string, LayerLike][] {
  if ('layers' in layer && Array.isArray(layer.layers))
    return (layer.layers as readonly LayerLike[])
      .filter((child) => child.getClassName() !== 'InputLayer')
      .map((child) => [child.name.replaceAll('.', '_'), child]);
  const held = Object.entries(layer).flatMap(([name, value]): [string, LayerLike][] => {
    if (isLayer(value)) return [[name, value]];
    return Array.isArray(value) ? value.filter(isLayer).map((child, i) => [`${name}_${i}`, child]) : [];
  });
  // the layer that Bidirectional made its two from is not run
  return held.filter(([name]) => name !== 'layer' || !('forwardLayer' in layer));
}

/** The path of each weight by the name that a weights manifest knows it by. */
export function weightPaths(model: LayersModelLike): Map<string, string> {
  const found = [...layersOf(model)];
  const { paths } = describe(found, new Map(found.map(({ layer }, i) => [layer, i])));
  return new Map(
    found.flatMap(({ layer }) => layer.weights.map((weight) => [weight.originalName, paths.get(weight.read())!])),
  );
}

/** The numbers of a model's weights by the paths that its trace gives them, in row-major order. */
export function layerNumbers(model: LayersModelLike): Map<string, { readonly values: ArrayLike<number> }> {
  const found = [...layersOf(model)];
  const { paths } = describe(found, new Map(found.map(({ layer }, i) => [layer, i])));
  return new Map([...paths].map(([tensor, path]) => [path, { values: (tensor as tf.Tensor).dataSync() }]));
}

function describe(
  found: readonly Found[],
  index: ReadonlyMap<LayerLike, number>,
): { modules: ModuleInfo[]; paths: Map<tf.TensorInfo, string> } {
  const paths = new Map<tf.TensorInfo, string>();
  const modules = found.map(({ path, layer, children }) => {
    const below = new Set(children.flatMap(([, child]) => child.weights));
    const weights = layer.weights.filter((weight) => !below.has(weight));
    const parameters = weights.map((weight): ParameterInfo => {
      const tensor = weight.read();
      const name = weight.originalName.split('/').at(-1)!.replaceAll('.', '_');
      const first = paths.get(tensor);
      if (first === undefined) paths.set(tensor, path === '' ? name : `${path}.${name}`);
      return {
        name,
        shape: tensor.shape,
        size: tensor.size,
        dtype: tensor.dtype,
        requiresGrad: weight.trainable,
        buffer: false,
        ...(first === undefined ? {} : { sharedWith: first }),
      };
    });
    const type = layer.getClassName();
    const container: ModuleInfo['container'] = type === 'Sequential' ? 'sequential' : undefined;
    return { path, type, container, children: children.map(([, child]) => index.get(child)!), parameters };
  });
  return { modules, paths };
}

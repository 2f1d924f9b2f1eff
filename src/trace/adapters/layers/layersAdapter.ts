// A model of tf.layers: its modules are its layers, wherever they are held.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../../errors.ts';
import type { Dtype } from '../../../tensors.ts';
import type { ModelAdapter, Pass, TraceOptions } from '../../adapter.ts';
import { isUndrawn } from '../../backend/shapeBackend.ts';
import type { InputSpec, OpenInput } from '../../inputs.ts';
import { Recorder } from '../../recorder.ts';
import { recordPass } from '../../recordPass.ts';
import { undoAll } from '../../replaceMethod.ts';
import { HeldProperties } from '../../state/heldProperties.ts';
import type { Trace } from '../../trace.ts';
import type { LayerLike, LayersModelLike } from '../../traceable.ts';
import { steadyTrace } from '../steadyTrace.ts';
import { isBuiltIn } from './builtInLayers.ts';
import { LayerObserver, ownersOf } from './layerObserver.ts';
import { isLayersModel, type LayerTree, layerTree } from './layerTree.ts';
import { addWeightsLazily } from './lazyWeights.ts';
import { tokenCounts } from './tokenCounts.ts';

/** The adapter of a model of tf.layers; undefined for any other value. */
export function layersAdapter(model: unknown): ModelAdapter | undefined {
  if (!isLayersModel(model)) return undefined;
  return {
    kind: 'layers',
    hasOps: false,
    hasGraph: false,
    keepsStates: 'stateful' in model && model.stateful === true,
    get inputs() {
      return openInputs(model);
    },
    tokenCounts: () => tokenCounts(model),
    waitsFor: undefined,
    // layers are built, and some found, at their first use
    modules: undefined,
    fit: (inputs) => inputs,
    trace: (inputs, options) => {
      let tree: LayerTree | undefined;
      const pass = (): Trace => {
        expectBuilt(model);
        tree = layerTree(model);
        return traceLayers(model, tree, inputs, options);
      };
      // a layer may hold another one only once it was built: that one then has another index
      return steadyTrace(pass, {
        runsUserCode: layerTree(model).found.some(({ layer }) => !isBuiltIn(layer.constructor)),
        isChanged: () => !sameLayers(tree!, layerTree(model)),
      });
    },
    forward: (inputs, pass) => {
      const tree = layerTree(model);
      if (pass.observer) return observeLayers(model, tree, inputs, pass, pass.observer);
      pass.hold(new HeldProperties(tree.found.map(({ layer }) => layer)));
      return pass.call(() => run(model, inputs));
    },
    weightTensors: () => new Map([...layerTree(model).weights].map(([tensor, path]) => [path, tensor as tf.Tensor])),
    undrawnCount: () => [...layerTree(model).weights.keys()].filter(isUndrawn).length,
  };
}

/** Afterwards the model is as before, except that layers which were never used are built. */
function traceLayers(
  model: LayersModelLike,
  tree: LayerTree,
  inputs: readonly InputSpec[],
  { backend }: TraceOptions,
): Trace {
  const recorder = new Recorder({ parameterOf: (tensor) => tree.weights.get(tensor), backend });
  // weights that layers add on shapes are initialized when they are first read
  const undo =
    backend === undefined ? [...ownersOf(tree.found, 'addWeight')].map((owner) => addWeightsLazily(owner)) : [];
  try {
    return recordPass(recorder, { trainable: true, hasOps: false }, tree.modules, (pass) => {
      const { tensors, indices } = recorder.feed(inputs, inputNames(model));
      const output = observeLayers(model, tree, tensors, pass, recorder);
      return { inputs: indices, outputs: recorder.outputs(output).outputs, ...outputNames(model) };
    });
  } finally {
    undoAll(undo);
  }
}

function observeLayers(
  model: LayersModelLike,
  tree: LayerTree,
  inputs: readonly tf.Tensor[],
  { hold, call }: Pass,
  observer: NonNullable<Pass['observer']>,
): unknown {
  const layers = new LayerObserver(model, tree, observer);
  hold(layers);
  try {
    layers.enter();
    return call(() => run(model, inputs));
  } finally {
    layers.leave();
  }
}

/** Runs the model as `predict` does: its layers get no kwargs, where `apply` gives all the same, with the initial states of an RNN. */
const run = (model: LayersModelLike, inputs: readonly tf.Tensor[]): unknown =>
  model.call(...([inputs.length === 1 ? inputs[0] : inputs] as never[]));

const sameLayers = (a: LayerTree, b: LayerTree): boolean =>
  a.found.length === b.found.length && a.found.every(({ layer }, index) => b.indexOf(layer) === index);

interface SymbolicTensor {
  readonly name: string;
  readonly shape: readonly (number | null)[];
  readonly dtype: Dtype;
  readonly sourceLayer?: LayerLike;
}

function openInputs(model: LayersModelLike): readonly OpenInput[] | undefined {
  if (!('inputs' in model) || !Array.isArray(model.inputs)) return undefined;
  // a Sequential without layers has none yet
  if (model.inputs.length === 0 || !model.inputs.every(Boolean)) return undefined;
  const names = inputNames(model);
  return (model.inputs as readonly SymbolicTensor[]).map(({ shape, dtype }, i) => ({ name: names[i]!, shape, dtype }));
}

/** An input is called after its layer: the names of tensors are numbered over all models that a process has made. */
function inputNames(model: LayersModelLike): string[] {
  if (!('inputs' in model) || !Array.isArray(model.inputs)) return [];
  const inputs = model.inputs as readonly SymbolicTensor[];
  const layers = inputs.map(({ name, sourceLayer }) => sourceLayer?.name ?? name);
  const isOne = new Set(layers).size === layers.length;
  return isOne ? layers : inputs.map(({ name }) => name);
}

/** As in Keras, an output is called after the layer that it comes from. */
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
  const flags = model.weights.map((weight) => [weight, weight.trainable] as const);
  // without a shape it takes its first layer's
  model.build(undefined as never);
  // building a Sequential sets the flags of its weights to its own
  for (const [weight, trainable] of flags) weight.trainable = trainable;
}

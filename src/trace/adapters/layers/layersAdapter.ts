// Watches a tf.LayersModel layer by layer. In: a model of tf.layers and its inputs' shapes. Out: a Trace whose modules are
// the model's layers.
import { UserError } from '../../../errors.ts';
import { watched } from '../../forwardError.ts';
import type { MakeRecorder } from '../../recorder.ts';
import { replaceMethod, undoAll } from '../../replaceMethod.ts';
import { holdAllTensors, holdTensors } from '../../state/heldTensors.ts';
import type { Trace } from '../../trace.ts';
import type { InputSpec, TraceOptions } from '../../traceModel.ts';
import { type LayerLike, type LayersModelLike, type LayerTree, layerTree, remember } from './layerTree.ts';
import { addWeightsLazily } from './lazyWeights.ts';

/**
 * Afterwards the model is as before, but that layers which were never used are built: weights that they have then are
 * drawn when they are first read.
 * @throws UserError for a model that cannot be built without an input, and what `trace` throws
 */
export function traceLayersModel(
  model: LayersModelLike,
  inputs: readonly InputSpec[],
  { backend }: TraceOptions,
  make: MakeRecorder,
): Trace {
  expectBuilt(model);
  const tree = layerTree(model);
  const recorder = make({ parameterOf: (tensor) => tree.weights.get(tensor), backend });
  const open = [0];
  const undo: (() => void)[] = [];
  const watch = (layer: LayerLike, index: number): void => {
    undo.push(holdTensors(layer));
    let known = layer.weights.length;
    const replaced = replaceMethod(layer, 'call', (call, args) => {
      // a layer is built by its first use
      if (layer.weights.length !== known) tree.learn(index);
      known = layer.weights.length;
      recorder.enterModule(index, [args[0]].flat());
      open.push(index);
      const output = call(...args);
      open.pop();
      recorder.exitModule(output);
      return output;
    });
    undo.push(replaced);
  };
  const met: [layer: LayerLike, by: LayerLike][] = [];
  // every layer runs through the `apply` of its class, those that no property holds too
  const meet = (layer: LayerLike): void => {
    if (tree.indexOf(layer) !== undefined) return;
    const from = tree.found.length;
    const by = open.at(-1)!;
    tree.add(layer, by);
    met.push([layer, tree.found[by]!.layer]);
    for (const [i, found] of tree.found.slice(from).entries()) {
      tree.learn(from + i);
      watch(found.layer, from + i);
    }
  };
  try {
    for (const [index, { layer }] of tree.found.entries()) watch(layer, index);
    for (const prototype of owners(tree.found, 'apply'))
      undo.push(
        replaceMethod(prototype, 'apply', (apply, args, self) => {
          meet(self as LayerLike);
          return apply(...args);
        }),
      );
    if (backend === undefined)
      for (const prototype of owners(tree.found, 'addWeight')) undo.push(addWeightsLazily(prototype));
    const run = () => {
      const { tensors, indices } = recorder.feed(inputs, inputNames(model));
      const output = model.apply(...([tensors.length === 1 ? tensors[0] : tensors] as never[]));
      return { inputs: indices, outputs: recorder.outputs(output).outputs, ...outputNames(model) };
    };
    return watched(recorder, 'layers', tree.modules, run, { isKnown: () => true, putBack: () => undoAll(undo) });
  } finally {
    undoAll(undo);
    if (met.length > 0) remember(model, met);
  }
}

/** Runs `body`, after which the states of stateful layers are as before. */
export function keepingStates<T>(model: LayersModelLike, body: () => T): T {
  const { putBack } = holdAllTensors(layerTree(model).found.map(({ layer }) => layer));
  try {
    return body();
  } finally {
    putBack();
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
  const flags = model.weights.map((weight) => [weight, weight.trainable] as const);
  // without a shape it takes its first layer's
  model.build(undefined as never);
  // a Sequential sets them to its own
  for (const [weight, trainable] of flags) weight.trainable = trainable;
}

/** The outermost prototypes that have a method of this name: that of tf.layers' own class, of each copy in use. */
function owners(found: LayerTree['found'], name: string): Set<object> {
  const all = new Set<object>();
  for (const { layer } of found) {
    let owner: object | undefined;
    for (let at: object | null = layer; at !== null; at = Object.getPrototypeOf(at))
      if (Object.hasOwn(at, name)) owner = at;
    if (owner) all.add(owner);
  }
  return all;
}

// Keras 3's topology in the form of Keras 2, which tf.js reads.
import { callTemplate } from '../../keras3/callTemplate.ts';
import type { Config, KerasLayer, KerasModel, KerasTensor } from './kerasTopology.ts';
import { type ImplicitMasks, implicitMasks } from './masks.ts';
import type { LayerNames } from './names.ts';
import { type NamedShapes, outputShapes } from './outputShapes.ts';
import {
  type LayerRules,
  type Placeholder,
  type RewrittenLayer,
  type RulesInModel,
  rewriteLayer,
} from './rewriteLayer.ts';

/** A topology that tf.js reads. */
export interface RewrittenModel {
  /** A model as an object with class_name and config. */
  readonly topology: RewrittenLayer;
  /** Layers that tf.js can run in no form. */
  readonly placeholders: readonly Placeholder[];
}

/**
 * Rewrites a model.
 * @param isRegistered whether tf.js finds a class under a name
 * @throws UserError for a placeholder whose output shape the file does not tell
 */
export function rewriteModel(
  model: KerasModel,
  names: LayerNames,
  isRegistered: (className: string) => boolean,
): RewrittenModel {
  const placeholders: Placeholder[] = [];
  const rules = { isRegistered, note: (one: Placeholder) => placeholders.push(one), path: [], names };
  return { topology: rewritten(model, rules), placeholders };
}

interface ModelRules extends LayerRules {
  readonly names: LayerNames;
}

function rewritten(model: KerasModel, rules: ModelRules): RewrittenLayer {
  return {
    class_name: model.className,
    config: model.className === 'Sequential' ? sequential(model, rules) : functional(model, rules),
  };
}

/** A layer, or a model that is one, whose layers' paths are under its own. */
const rewrittenLayer = (layer: KerasLayer, rules: ModelRules & RulesInModel): RewrittenLayer =>
  layer.model ? rewritten(layer.model, { ...rules, path: [...rules.path, layer.name] }) : rewriteLayer(layer, rules);

type Names = ReadonlyMap<string, string>;

function sequential(model: KerasModel, rules: ModelRules): Config {
  const { name, layers } = model;
  const names = rules.names(model);
  const masks = implicitMasks(layers, true);
  const list = layers.map((layer, index) => {
    const next = layers.slice(index + 1).find(({ buildShape }) => buildShape !== undefined);
    const shapes: NamedShapes = () => (layer.buildShape && next ? next.buildShape : undefined);
    const { class_name, config } = rewrittenLayer(layer, { ...rules, masks, shapes });
    return { class_name, config: { ...config, name: names.get(layer.name)! } };
  });
  return { name, layers: list };
}

function functional(model: KerasModel, rules: ModelRules): Config {
  const { name, layers, inputs, outputs } = model;
  const names = rules.names(model);
  const masks = implicitMasks(layers, false);
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const shapes = outputShapes(layers);
  const list = layers
    .filter((layer) => !masks.dropped.has(layer.name))
    .map((layer) => {
      const { class_name, config } = rewrittenLayer(layer, { ...rules, masks, shapes });
      const safe = names.get(layer.name)!;
      return {
        class_name,
        config: { ...config, name: safe },
        name: safe,
        inbound_nodes: layer.calls.map((call) =>
          tensorsOf(call, layer, masks).map((tensor) => sourceOf(tensor, byName, names)),
        ),
      };
    });
  const end = (tensor: KerasTensor): unknown[] => endOf(tensor, byName, names);
  return { name, layers: list, input_layers: inputs.map(end), output_layers: outputs.map(end) };
}

/** The tensors of a call in the order of the numbers in its template, without a mask that tf.js passes by itself. */
function tensorsOf(call: KerasLayer['calls'][number], layer: KerasLayer, masks: ImplicitMasks): KerasTensor[] {
  const { mask, ...others } = call.kwargs;
  const kwargs = masks.isPassed(layer) ? others : call.kwargs;
  return callTemplate({ args: call.args, kwargs }).tensors.map((history) => {
    const [source, node, tensor] = history as [string, number, number];
    return { layer: source, node, tensor };
  });
}

/** In the form of Keras 2 the first call of a model is node 1, since node 0 is its making. */
const sourceOf = ({ layer, node, tensor }: KerasTensor, layers: ReadonlyMap<string, KerasLayer>, names: Names) => [
  names.get(layer) ?? layer,
  node + (layers.get(layer)?.model ? 1 : 0),
  tensor,
  {},
];

/** In the lists of inputs and outputs Keras 3 counts a Functional's calls from 1 already. */
const endOf = ({ layer, node, tensor }: KerasTensor, layers: ReadonlyMap<string, KerasLayer>, names: Names) => [
  names.get(layer) ?? layer,
  node + (layers.get(layer)?.model?.className === 'Sequential' ? 1 : 0),
  tensor,
];

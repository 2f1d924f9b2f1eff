// Keras 3's topology in the form of Keras 2, which tf.js reads.
import { type Config, type KerasLayer, type KerasModel, type KerasTensor, tensorsIn } from './kerasTopology.ts';
import { implicitMasks, mayDependOnMask } from './masks.ts';
import type { LayerNames } from './names.ts';
import { type NamedShapes, outputShapes } from './outputShapes.ts';
import {
  type CalledLayer,
  type LayerRules,
  type Placeholder,
  placeholder,
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
  /** Classes in it that the user registered. */
  readonly customClasses: readonly string[];
}

/**
 * Rewrites a model.
 * @throws UserError for a placeholder whose output shape the file does not tell
 */
export function rewriteModel(
  model: KerasModel,
  names: LayerNames,
  known: Pick<LayerRules, 'isRegistered' | 'isCustom' | 'registerHint'>,
): RewrittenModel {
  const placeholders: Placeholder[] = [];
  const custom = new Set<string>();
  const topology = rewritten(model, {
    ...known,
    note: (placeholder) => placeholders.push(placeholder),
    noteCustom: (className) => custom.add(className),
    path: [],
    names,
  });
  return { topology, placeholders, customClasses: [...custom].sort() };
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
function rewrittenLayer(layer: KerasLayer, rules: ModelRules & RulesInModel): CalledLayer {
  if (!layer.model) return rewriteLayer(layer, rules);
  const isMasked = layer.calls.some(({ kwargs }) => tensorsIn(kwargs.mask).length > 0);
  if (isMasked && hasMasked(layer.model)) return placeholder(layer, 'the mask of a model that is a layer', rules);
  return {
    ...rewritten(layer.model, { ...rules, path: [...rules.path, layer.name] }),
    sources: layer.calls.map(({ args, kwargs: { mask, ...kwargs } }) => tensorsIn([args, kwargs])),
  };
}

const hasMasked = ({ layers }: KerasModel): boolean =>
  layers.some(({ className, model }) => mayDependOnMask(className) || (model !== undefined && hasMasked(model)));

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
      const { class_name, config, sources } = rewrittenLayer(layer, { ...rules, masks, shapes });
      const safe = names.get(layer.name)!;
      return {
        class_name,
        config: { ...config, name: safe },
        name: safe,
        inbound_nodes: sources.map((tensors) => tensors.map((tensor) => sourceOf(tensor, byName, names))),
      };
    });
  const end = (tensor: KerasTensor): unknown[] => endOf(tensor, byName, names);
  return { name, layers: list, input_layers: inputs.map(end), output_layers: outputs.map(end) };
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

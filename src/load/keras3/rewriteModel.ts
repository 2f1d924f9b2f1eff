// Keras 3's topology in the form of Keras 2, which tf.js reads.
import { callTemplate } from '../../keras3/callTemplate.ts';
import { type Config, type KerasLayer, type KerasModel, type KerasTensor, parseModel } from './kerasTopology.ts';
import { type ImplicitMasks, implicitMasks } from './masks.ts';
import { safeNames } from './names.ts';
import { type NamedShapes, outputShapes } from './outputShapes.ts';
import { type LayerRules, type Placeholder, type RewrittenLayer, rewriteLayer } from './rewriteLayer.ts';

/** A topology that tf.js reads. */
export interface RewrittenModel {
  /** A model as an object with class_name and config. */
  readonly topology: Config;
  /** Layers that tf.js can run in no form. */
  readonly placeholders: readonly Placeholder[];
}

/**
 * Rewrites a model.
 * @param json the model as an object with class_name and config
 * @param isRegistered whether tf.js finds a class under a name
 * @throws UserError for JSON that is no model, and for a placeholder whose output shape the file does not tell
 */
export function rewriteModel(json: unknown, isRegistered: (className: string) => boolean): RewrittenModel {
  const placeholders: Placeholder[] = [];
  const rules: LayerRules = { isRegistered, note: (placeholder) => placeholders.push(placeholder), path: [] };
  return { topology: rewritten(parseModel(json), rules), placeholders };
}

function rewritten(model: KerasModel, rules: LayerRules): Config {
  const names = safeNames(model.layers.map(({ name }) => name));
  const within = { ...rules, path: rules.path };
  return {
    class_name: model.className,
    config: model.className === 'Sequential' ? sequential(model, names, within) : functional(model, names, within),
  };
}

/** A model that is a layer is rewritten with its layers' paths under its own. */
const nested =
  (rules: LayerRules) =>
  (layer: KerasLayer): Config =>
    rewritten(layer.model!, { ...rules, path: [...rules.path, layer.name] });

type Names = ReadonlyMap<string, string>;

function sequential({ name, layers }: KerasModel, names: Names, rules: LayerRules): Config {
  const masks = implicitMasks(layers, true);
  const list = layers.map((layer, index) => {
    const next = layers.slice(index + 1).find(({ buildShape }) => buildShape !== undefined);
    const shapes: NamedShapes = () => (layer.buildShape && next ? next.buildShape : undefined);
    const { class_name, config } = layer.model
      ? (nested(rules)(layer) as unknown as RewrittenLayer)
      : rewriteLayer(layer, { ...rules, masks, shapes });
    return { class_name, config: { ...config, name: names.get(layer.name)! } };
  });
  return { name, layers: list };
}

function functional({ name, layers, inputs, outputs }: KerasModel, names: Names, rules: LayerRules): Config {
  const masks = implicitMasks(layers, false);
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const shapes = outputShapes(layers);
  const list = layers
    .filter((layer) => !masks.dropped.has(layer.name))
    .map((layer) => {
      const { class_name, config } = layer.model
        ? (nested(rules)(layer) as unknown as RewrittenLayer)
        : rewriteLayer(layer, { ...rules, masks, shapes });
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

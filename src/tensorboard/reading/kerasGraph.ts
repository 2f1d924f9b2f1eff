// The graph of a Keras model by its configuration, as Keras's callback for TensorBoard writes it: one node for each layer.
import type { Attributes, Graph, GraphNode } from '../../graph/graph.ts';

type Config = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Layers of an inner model stand in a scope of its name. */
export function kerasGraph(json: string): Graph {
  const nodes: GraphNode[] = [];
  // tensors that stand for the outputs of inner models, and for the inputs within them
  const aliases = new Map<string, string>();
  const model: unknown = JSON.parse(json);
  if (isObject(model)) addLayers(model, '', [], nodes, aliases);
  const resolved = (tensor: string): string => {
    let at = tensor;
    // each alias leads to another model's tensor, none back
    for (let steps = 0; steps <= aliases.size && aliases.has(at); steps++) at = aliases.get(at)!;
    return at.replace(/:0$/, '');
  };
  return { nodes: nodes.map((node) => ({ ...node, inputs: node.inputs.map(resolved) })), producer: 0 };
}

/** @param given what an inner model reads @returns the tensors that the model returns */
function addLayers(
  model: Config,
  scope: string,
  given: readonly string[],
  nodes: GraphNode[],
  aliases: Map<string, string>,
): readonly string[] {
  const config = isObject(model.config) ? model.config : {};
  const entries = listOf(config.layers).filter(isObject);
  const isSequence = config.output_layers === undefined;
  const inputLayers = histories(config.input_layers).map(({ layer }) => layer);
  let last = given;
  for (const entry of entries) {
    const own = isObject(entry.config) ? entry.config : {};
    const name = `${entry.name ?? own.name ?? entry.class_name}`;
    const path = scope + name;
    const read = histories(entry.inbound_nodes).map(({ layer, tensor }) => `${scope}${layer}:${tensor}`);
    const inputs = isSequence ? last : read;
    const outer = given[isSequence ? 0 : inputLayers.indexOf(name)];
    if (entry.class_name === 'InputLayer' && outer !== undefined) aliases.set(`${path}:0`, outer);
    else if (Array.isArray(own.layers)) {
      const outputs = addLayers(entry, `${path}/`, inputs, nodes, aliases);
      for (const [i, output] of outputs.entries()) aliases.set(`${path}:${i}`, output);
    } else nodes.push(layerNode(path, `${entry.class_name}`, own, inputs));
    last = [`${path}:0`];
  }
  return isSequence ? last : histories(config.output_layers).map(({ layer, tensor }) => `${scope}${layer}:${tensor}`);
}

function layerNode(name: string, type: string, config: Config, inputs: readonly string[]): GraphNode {
  if (type !== 'InputLayer') return { name, op: type, inputs, attributes: {} };
  const shape = listOf(config.batch_shape ?? config.batch_input_shape);
  const sizes = shape.map((size) => (typeof size === 'number' ? size : -1));
  const attributes: Attributes = sizes.length > 0 ? { _output_shapes: { shapes: [sizes] } } : {};
  return { name, op: 'Placeholder', inputs: [], attributes };
}

/** Tensors by the layer that made them and their index: `[layer, call, tensor]`, in Keras 3 within a `keras_history`. */
function histories(value: unknown): { readonly layer: string; readonly tensor: number }[] {
  if (Array.isArray(value)) {
    const [layer, call, tensor] = value;
    if (typeof layer === 'string' && Number.isInteger(call) && Number.isInteger(tensor)) return [{ layer, tensor }];
    return value.flatMap(histories);
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'keras_history' || typeof inner === 'object' ? histories(inner) : [],
  );
}

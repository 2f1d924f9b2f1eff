// Refuses topologies of tf.layers that make tf.js loop for ever or lose layers, in time linear in the file.
import { addTo } from '../addTo.ts';
import { UserError } from '../errors.ts';

type Config = Readonly<Record<string, unknown>>;

/**
 * tf.js builds a functional model by calling each layer when its inputs exist, and waits for ever for inputs that never will.
 * @throws UserError for a layer without a name, for two of one name, and for one that takes from a layer or node that is not
 * there or that follows from it
 */
export function expectBuildable(topology: object): void {
  const waiting: unknown[] = [topology];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) {
      expectShapes(value as Config);
      expectClassName(value as Config);
      if (field(value as Config, 'class_name') === 'Sequential') expectSequence(value as Config);
      if (isFunctional(value as Config)) expectGraph(value as Config);
    }
    for (const inner of Object.values(value)) waiting.push(inner);
  }
}

const isObject = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const shown = (value: unknown): string => `${JSON.stringify(value)}`.slice(0, 80);

// keys are written as Python does, or as tf.js holds them
const field = (config: Config, python: string): unknown =>
  config[python] ?? config[python.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];

const isFunctional = (config: Config): boolean =>
  Array.isArray(config.layers) && (field(config, 'input_layers') ?? field(config, 'output_layers')) !== undefined;

function expectClassName(config: Config): void {
  const name = field(config, 'class_name');
  if (name === undefined || name === null || typeof name === 'string') return;
  throw new UserError(`class_name must be the name of a class, got ${shown(name)}`);
}

function expectShapes(config: Config): void {
  const shape = field(config, 'batch_input_shape');
  if (shape === undefined || shape === null) return;
  if (!Array.isArray(shape) || !shape.every((dim) => dim === null || isIndex(dim)))
    throw new UserError(`batch_input_shape must be a list of sizes, or null where one is open, got ${shown(shape)}`);
}

function expectSequence({ config }: Config): void {
  const layers = isObject(config) ? config.layers : config;
  if (!Array.isArray(layers) || !layers.every(isObject))
    throw new UserError(`the layers of a Sequential must be a list of objects, got ${shown(layers)}`);
}

/** A tensor that a layer reads: an output of one call (a node) of another layer. */
interface Source {
  readonly layer: string;
  readonly node: number;
}

interface LayerCalls {
  readonly name: string;
  /** For each call in the file, the tensors that it reads. */
  readonly calls: readonly (readonly Source[])[];
  /** nodes that it has before it is called in this model */
  readonly own: number;
}

function expectGraph(model: Config): void {
  const name = `the model ${typeof model.name === 'string' ? model.name : ''}`.trimEnd();
  const layers = new Map<string, LayerCalls>();
  for (const [index, layer] of (model.layers as readonly unknown[]).entries()) {
    const read = layerOf(layer, index, name);
    if (layers.has(read.name))
      throw new UserError(`two layers of ${name} are called ${read.name}, and tf.js takes one`);
    layers.set(read.name, read);
  }
  const made = nodesOf(layers);
  for (const key of ['input_layers', 'output_layers']) {
    const list = field(model, key);
    if (!Array.isArray(list)) throw new UserError(`${key} of ${name} must be a list, got ${shown(list)}`);
    for (const end of list) {
      const { layer, node } = sourceOf(end, `${key} of ${name}`);
      if (node >= (made.get(layer) ?? 0)) throw missing(`${key} of ${name} names`, { layer, node }, layers);
    }
  }
}

function layerOf(layer: unknown, index: number, model: string): LayerCalls {
  if (!isObject(layer)) throw new UserError(`layer ${index} of ${model} must be an object, got ${shown(layer)}`);
  const config = isObject(layer.config) ? layer.config : {};
  const { name } = layer;
  if (typeof name !== 'string' || name === '') throw new UserError(`layer ${index} of ${model} has no name`);
  // tf.js keeps layers by their names in plain objects
  if (name in {}) throw new UserError(`a layer of ${model} is called ${name}, which tf.js cannot hold: rename it`);
  if (config.name !== undefined && config.name !== name)
    throw new UserError(`the layer ${name} of ${model} is called ${shown(config.name)} in its own settings`);
  const nodes = field(layer, 'inbound_nodes');
  if (!Array.isArray(nodes))
    throw new UserError(`inbound_nodes of the layer ${name} must be a list, got ${shown(nodes)}`);
  const calls = nodes.map((call: unknown) => {
    if (!Array.isArray(call))
      throw new UserError(`inbound_nodes of the layer ${name} must be a list of lists, got ${shown(call)}`);
    return call.map((source) => sourceOf(source, `inbound_nodes of the layer ${name}`));
  });
  return { name, calls, own: ownNodes(field(layer, 'class_name'), layer.config) };
}

/** A model that is a layer has a node for its own inputs, as has an input. */
function ownNodes(type: unknown, config: unknown): number {
  const layers = isObject(config) ? config.layers : config;
  return type === 'InputLayer' || (Array.isArray(layers) && layers.length > 0) ? 1 : 0;
}

function sourceOf(source: unknown, where: string): Source {
  const [layer, node, tensor] = Array.isArray(source) ? source : [];
  if (typeof layer !== 'string' || !isIndex(node) || !isIndex(tensor))
    throw new UserError(`${where} must name a layer, a node and an output, got ${shown(source)}`);
  return { layer, node };
}

/**
 * How many nodes each layer has when all calls were made, each as soon as what it takes is there.
 * @throws UserError for a call that can never be made
 */
function nodesOf(layers: ReadonlyMap<string, LayerCalls>): Map<string, number> {
  const made = new Map([...layers].map(([name, { own }]) => [name, own]));
  type Call = { readonly layer: string; readonly sources: readonly Source[]; next: number };
  const waiting = new Map<string, Call[]>();
  const ready: Call[] = [];
  const total = new Map<string, number>();
  for (const [layer, { calls, own }] of layers) {
    // a call that takes nothing is none
    const taking = calls.filter((sources) => sources.length > 0);
    total.set(layer, own + taking.length);
    for (const sources of taking) ready.push({ layer, sources, next: 0 });
  }
  let left = ready.length;
  for (let call = ready.pop(); call; call = ready.pop()) {
    const { layer, sources } = call;
    while (call.next < sources.length && sources[call.next]!.node < (made.get(sources[call.next]!.layer) ?? 0))
      call.next += 1;
    const blocking = sources[call.next];
    if (blocking) {
      if (blocking.node >= (total.get(blocking.layer) ?? 0))
        throw missing(`the layer ${layer} takes`, blocking, layers);
      // one list for each node that is waited for
      addTo(waiting, `${blocking.node} ${blocking.layer}`, call);
      continue;
    }
    left -= 1;
    const node = made.get(layer)!;
    made.set(layer, node + 1);
    const key = `${node} ${layer}`;
    for (const one of waiting.get(key) ?? []) ready.push(one);
    waiting.delete(key);
  }
  if (left === 0) return made;
  throw new UserError(`${ring([...waiting.values()].flat())}, and no layer can be called before what it takes`);
}

function missing(subject: string, { layer, node }: Source, layers: ReadonlyMap<string, LayerCalls>): UserError {
  const known = layers.get(layer);
  const reason = known
    ? `which has ${known.own + known.calls.filter((sources) => sources.length > 0).length}`
    : 'and no layer has that name';
  return new UserError(`${subject} node ${node} of the layer ${layer}, ${reason}`);
}

/** @param calls that all wait for others of them */
function ring(
  calls: readonly { readonly layer: string; readonly sources: readonly Source[]; readonly next: number }[],
) {
  const from = new Map(calls.map(({ layer, sources, next }) => [layer, sources[next]!.layer]));
  const seen = new Set<string>();
  let at = calls[0]!.layer;
  while (!seen.has(at)) {
    seen.add(at);
    at = from.get(at)!;
  }
  const other = from.get(at)!;
  return other === at
    ? `the layer ${at} takes from itself`
    : `the layer ${at} takes from ${other}, which follows from it`;
}

// Keras 3's topology of a model, parsed: layers, calls of layers, and the tensors between them.
// https://github.com/keras-team/keras/blob/master/keras/src/models/functional.py
import { UserError } from '../../errors.ts';
import { isOperation } from '../../kerasLayers/layerChoice.ts';

/** An object of the file. */
export type Config = Readonly<Record<string, unknown>>;

/** Sizes of the axes, null where one is open. */
export type OpenShape = readonly (number | null)[];

/** An output of one call of a layer; the first call of a layer in its model is node 0. */
export interface KerasTensor {
  readonly layer: string;
  readonly node: number;
  readonly tensor: number;
  /** undefined in lists of a model's inputs and outputs */
  readonly shape?: OpenShape;
  readonly dtype?: string;
}

/** One call of a layer: the arguments as Keras wrote them, tensors as objects of the class `__keras_tensor__`. */
export interface KerasCall {
  readonly args: readonly unknown[];
  readonly kwargs: Config;
}

/** A layer, a model that is used as a layer, or an operation such as the one of `x * 2`. */
export interface KerasLayer {
  readonly className: string;
  /** Name under which a class of the user is registered, such as `my_lib>ScaleShift`; the class name of Keras's own. */
  readonly registeredName: string;
  readonly name: string;
  readonly config: Config;
  readonly isOperation: boolean;
  /** Empty in a Sequential. */
  readonly calls: readonly KerasCall[];
  /** The shape that the layer was built for, where the file tells one. */
  readonly buildShape?: OpenShape;
  /** The layers and tensors of a model that is a layer. */
  readonly model?: KerasModel;
}

/** A Functional or Sequential model. */
export interface KerasModel {
  readonly className: 'Functional' | 'Sequential';
  readonly name: string;
  readonly config: Config;
  readonly layers: readonly KerasLayer[];
  /** Empty in a Sequential. */
  readonly inputs: readonly KerasTensor[];
  readonly outputs: readonly KerasTensor[];
}

/** Whether a value is an object of the file, and no list. */
export const isObject = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether a topology of a model.json is Keras 3's: its version says so, or its inputs have a `batch_shape`.
 * @param topology with the model in `model_config`, or the model itself
 */
export function isKeras3(topology: unknown): boolean {
  if (!isObject(topology)) return false;
  const { keras_version: version } = topology;
  if (typeof version === 'string') return /^[3-9]\./.test(version);
  return JSON.stringify(topology).includes('"batch_shape":');
}

/** A value of the file, cut short, for an error text. */
const shown = (value: unknown): string => `${JSON.stringify(value)}`.slice(0, 80);

/**
 * Parses a model.
 * @param subject names the model in error texts
 * @throws UserError for a class of the user, which has no layers in the file, and for JSON of another shape
 */
export function parseModel(json: unknown, subject = 'the model'): KerasModel {
  if (!isObject(json)) throw new UserError(`${subject} must be an object, got ${shown(json)}`);
  const { config } = json;
  const className = modelClass(json);
  if (!className || !isObject(config))
    throw new UserError(
      `${subject} must be a Functional or a Sequential, whose layers the file lists, got the class ${shown(json.registered_name ?? json.class_name)}: save it as a SavedModel and convert that`,
    );
  const name = typeof config.name === 'string' ? config.name : className.toLowerCase();
  const layers = (config.layers as readonly unknown[]).map((layer, index) =>
    parseLayer(layer, `layer ${index} of the model ${name}`),
  );
  const ends = (key: 'input_layers' | 'output_layers'): readonly KerasTensor[] =>
    className === 'Sequential' ? [] : parseEnds(config[key], `${key} of the model ${name}`);
  return { className, name, config, layers, inputs: ends('input_layers'), outputs: ends('output_layers') };
}

/** The class of a model whose layers the file lists; undefined for any other object. */
const modelClass = ({ class_name: name, config }: Config): 'Functional' | 'Sequential' | undefined =>
  (name === 'Functional' || name === 'Sequential') && isObject(config) && Array.isArray(config.layers)
    ? name
    : undefined;

/**
 * Parses a layer, also one inside the settings of another, which has no name beside its class.
 * @throws UserError for JSON of another shape
 */
export function parseLayer(json: unknown, subject: string): KerasLayer {
  if (!isObject(json)) throw new UserError(`${subject} must be an object, got ${shown(json)}`);
  const { class_name: className, config, module, inbound_nodes: nodes = [] } = json;
  if (typeof className !== 'string' || !isObject(config))
    throw new UserError(`${subject} must have a class_name and a config, got ${shown(json)}`);
  const name = json.name ?? config.name;
  if (typeof name !== 'string' || name === '') throw new UserError(`${subject} has no name`);
  if (!Array.isArray(nodes))
    throw new UserError(`inbound_nodes of the layer ${name} must be a list, got ${shown(nodes)}`);
  const registered = json.registered_name;
  const built = isObject(json.build_config) ? json.build_config.input_shape : undefined;
  const model = modelClass(json) ? parseModel(json, `the layer ${name}`) : undefined;
  return {
    className: className.split('>').at(-1)!,
    registeredName: typeof registered === 'string' && registered.includes('>') ? registered : className,
    name,
    config,
    // A and C leave the module out
    isOperation: typeof module === 'string' ? module.startsWith('keras.src.ops') : isOperation(className, config),
    calls: nodes.map((call: unknown) => parseCall(call, name)),
    ...(isOpenShape(built) && { buildShape: built }),
    ...(model && { model }),
  };
}

function parseCall(call: unknown, layer: string): KerasCall {
  if (!isObject(call) || !Array.isArray(call.args) || !isObject(call.kwargs ?? {}))
    throw new UserError(`a call of the layer ${layer} must have args and kwargs, got ${shown(call)}`);
  return { args: call.args, kwargs: (call.kwargs ?? {}) as Config };
}

/** Ends are one tensor, or tensors in lists and objects, nested; the keys of an object are in the order of their sorting. */
function parseEnds(value: unknown, subject: string): KerasTensor[] {
  if (Array.isArray(value)) {
    const [layer, node, tensor] = value as readonly unknown[];
    if (typeof layer === 'string') return [expectTensor({ layer, node, tensor }, subject)];
    return value.flatMap((inner) => parseEnds(inner, subject));
  }
  if (isObject(value)) return sortedValues(value).flatMap((inner) => parseEnds(inner, subject));
  throw new UserError(`${subject} must be a list or an object of tensors, got ${shown(value)}`);
}

/** The values of an object in the order that Keras flattens it: that of its sorted keys. */
const sortedValues = (value: Config): unknown[] =>
  Object.keys(value)
    .sort(byCodePoints)
    .map((key) => value[key]);

/** Python's order of strings. */
const byCodePoints = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** The tensor that an object of a call's arguments stands for; undefined for any other value. */
export function tensorIn(value: unknown): KerasTensor | undefined {
  if (!isObject(value) || value.class_name !== '__keras_tensor__') return undefined;
  const { config } = value;
  const { keras_history: history, shape, dtype } = isObject(config) ? config : ({} as Config);
  const [layer, node, tensor] = Array.isArray(history) ? history : [];
  const named = expectTensor({ layer, node, tensor }, 'keras_history');
  return { ...named, ...(isOpenShape(shape) && { shape }), ...(typeof dtype === 'string' && { dtype }) };
}

/** Whether a value is a list of sizes, null where one is open. */
const isOpenShape = (value: unknown): value is OpenShape =>
  Array.isArray(value) && value.every((dim) => dim === null || isIndex(dim));

const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function expectTensor(
  { layer, node, tensor }: { layer: unknown; node: unknown; tensor: unknown },
  subject: string,
): KerasTensor {
  if (typeof layer !== 'string' || !isIndex(node) || !isIndex(tensor))
    throw new UserError(`${subject} must name a layer, a node and an output, got ${shown([layer, node, tensor])}`);
  return { layer, node, tensor };
}

/** The tensors in a call's arguments, in order: positional ones first, objects by their sorted keys. */
export function tensorsIn(value: unknown): KerasTensor[] {
  const tensor = tensorIn(value);
  if (tensor) return [tensor];
  if (Array.isArray(value)) return value.flatMap(tensorsIn);
  return isObject(value) ? sortedValues(value).flatMap(tensorsIn) : [];
}

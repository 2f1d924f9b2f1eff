// The arguments of a call of Keras as plain data: tf.js keeps a list of tensors for each call, and nothing else.
import { UserError } from '../errors.ts';
import type { Arguments, Shape } from './layerKind.ts';
import { camelCase } from './settings.ts';

/**
 * The arguments of a call, as Keras's files have them, with `{ tensor: i }` for the call's i-th tensor. It is the setting
 * `call` of a layer of this room, which thus knows what each of its inputs is; a list of them where the layer is called in
 * several ways, which the inputs' shapes tell apart.
 */
export interface CallTemplate {
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  /** Shapes of the tensors, null where an axis is open. */
  readonly shapes: readonly Shape[];
}

type PlainObject = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Takes the tensors out of a call of a Keras file: an entry `{ args, kwargs }` of `inbound_nodes`.
 * @returns the template, and the `keras_history` (layer, node, output) of each tensor in the order of its numbers
 * @throws UserError for an object that is no tensor, constant, slice, ellipsis or dictionary
 */
export function callTemplate(call: { readonly args: readonly unknown[]; readonly kwargs?: PlainObject }): {
  template: CallTemplate;
  tensors: readonly unknown[];
} {
  const tensors: unknown[] = [];
  const shapes: Shape[] = [];
  // tf.js disposes of a tensor early that a layer takes twice
  const indices = new Map<string, number>();
  const add = ({ keras_history: history, shape }: PlainObject): number => {
    const key = JSON.stringify(history);
    const index = indices.get(key) ?? tensors.push(history) - 1;
    indices.set(key, index);
    shapes[index] = shape as Shape;
    return index;
  };
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (!isPlain(value)) return value;
    const { class_name: type, config } = value;
    if (type === undefined) {
      // the order of a dictionary is that of its sorted keys
      const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return { dict: entries.map(([key, inner]) => [key, convert(inner)]) };
    }
    if (type === '__ellipsis__') return { ellipsis: true };
    if (isPlain(config) && type === '__keras_tensor__') return { tensor: add(config) };
    if (isPlain(config) && type === '__slice__')
      return { slice: [config.start, config.stop, config.step].map(convert) };
    if (isPlain(config) && (type === '__tensor__' || type === '__numpy__'))
      return { constant: config.value, dtype: config.dtype };
    throw new UserError(
      `an argument of a call must be a tensor or plain data, got ${`${JSON.stringify(type)}`.slice(0, 80)}`,
    );
  };
  const args = call.args.map(convert);
  const kwargs = Object.fromEntries(Object.entries(call.kwargs ?? {}).map(([key, value]) => [key, convert(value)]));
  return { template: { args, kwargs, shapes }, tensors };
}

/** Whether the arguments of a call are its tensors in order, in one list or one by one, and nothing else. */
export function isPlainCall({ args, kwargs }: CallTemplate): boolean {
  const idle = Object.values(kwargs).every((value) => value === null || value === false || isEmptyMask(value));
  const isInOrder = (values: readonly unknown[]): boolean =>
    values.every((value, i) => isPlain(value) && value.tensor === i);
  return idle && (isInOrder(args) || (args.length === 1 && Array.isArray(args[0]) && isInOrder(args[0])));
}

/** A dictionary or list of nulls, as Keras writes it for a mask that is not there. */
const isEmptyMask = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every((one) => one === null)
    : isPlain(value) && Array.isArray(value.dict) && value.dict.every(([, one]) => one === null);

/**
 * The template of one call.
 * @param call the setting `call` of a layer
 * @param shapes of the call's tensors
 * @throws UserError where several templates fit, or none
 */
export function templateOf(call: unknown, shapes: readonly Shape[]): CallTemplate | undefined {
  if (!Array.isArray(call)) return call as CallTemplate | undefined;
  const fitting = (call as CallTemplate[]).filter((template) => fits(template.shapes, shapes));
  if (fitting.length === 1) return fitting[0];
  throw new UserError(
    `a layer that is called in ${call.length} ways must tell them by its inputs' shapes, got ${fitting.length} that fit [${shapes.join('], [')}]`,
  );
}

const fits = (expected: readonly Shape[], shapes: readonly Shape[]): boolean =>
  expected.length === shapes.length &&
  expected.every(
    (shape, i) =>
      shape.length === shapes[i]!.length &&
      shape.every((size, axis) => size === null || shapes[i]![axis] === null || size === shapes[i]![axis]),
  );

/** Part of an index: Python's `start:stop:step`. */
export interface Slice {
  readonly slice: readonly [start: number | null, stop: number | null, step: number | null];
}

/** Whether a value is a slice of a template. */
export const isSlice = (value: unknown): value is Slice => isPlain(value) && Array.isArray(value.slice);

/** Whether a value stands for `...` in an index. */
export const isEllipsis = (value: unknown): boolean => isPlain(value) && value.ellipsis === true;

/** An array in the file. */
export interface Constant {
  readonly constant: unknown;
  readonly dtype: string;
}

/** Whether a value is a constant of a template. */
export const isConstant = (value: unknown): value is Constant => isPlain(value) && 'constant' in value;

/**
 * Names the arguments of a call.
 * @param parameters names of the arguments of Keras's `call`, in order, in camel case
 * @param inputs what stands for each tensor: the tensor, or its shape
 * @param template undefined where the inputs are the arguments, in order
 * @throws UserError for a template that has not one number for each input
 */
export function nameArguments(
  parameters: readonly string[],
  inputs: readonly unknown[],
  template: CallTemplate | undefined,
): Arguments {
  if (!template) return Object.fromEntries(inputs.map((input, i) => [parameters[i] ?? `${i}`, input]));
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (!isPlain(value)) return value;
    if (Array.isArray(value.dict))
      return Object.fromEntries(value.dict.map(([key, inner]: [string, unknown]) => [key, fill(inner)]));
    if (!('tensor' in value)) return value;
    const input = inputs[value.tensor as number];
    if (input === undefined)
      throw new UserError(`a call takes tensor ${JSON.stringify(value.tensor)}, and has ${inputs.length} tensors`);
    return input;
  };
  const positional = template.args.map((value, i) => [parameters[i] ?? `${i}`, fill(value)]);
  const named = Object.entries(template.kwargs).map(([key, value]) => [camelCase(key), fill(value)]);
  return Object.fromEntries([...positional, ...named]);
}

// Inputs of a model: the forms in which they may be given, and the one form in which they are traced.
import { choice } from '../choice.ts';
import { UserError } from '../errors.ts';
import { type Dtype, dtypes } from '../tensors.ts';

/** An input as it is traced; a `tf.Tensor` is one, too. */
export interface InputSpec {
  /** The name of the input's node in a graph. */
  readonly name?: string;
  /** [batch, ...] */
  readonly shape: readonly number[];
  /** float32 unless given. */
  readonly dtype?: Dtype;
}

/** An input as a model declares it, with null for an axis of any size; the first axis is the batch. */
export interface OpenInput {
  readonly name?: string;
  /** Another name by which it is found. */
  readonly alias?: string;
  readonly shape: readonly (number | null)[];
  readonly dtype: Dtype;
}

/** A shape with the batch, such as [batch, channels, height, width]; null or -1 is a batch that stays open. */
export type InputShape = readonly (number | null)[];

/**
 * One input of a model: a shape, a tensor, or a shape with a name and a dtype.
 * @example
 * trace(model, [1, 28, 28]);
 * trace(model, { shape: [1, 10], dtype: 'int32' });
 */
export type ModelInput = InputShape | { readonly name?: string; readonly shape: InputShape; readonly dtype?: Dtype };

/**
 * The inputs of a model: one, a list of them, or a record of them by name. Inputs of a model that knows its own are found by
 * name, or else by their order; a record, and a list whose inputs all have names, may leave some out.
 * @example
 * trace(model, [[1, 28, 28], [1, 10]]);
 * trace(model, { image: [1, 28, 28], tokens: { shape: [1, 10], dtype: 'int32' } });
 */
export type ModelInputs = ModelInput | readonly ModelInput[] | Readonly<Record<string, ModelInput>>;

/** An input in the form that it was given, read. */
export interface GivenInput {
  readonly name?: string;
  /** With null for a batch that stays open. */
  readonly shape: InputShape;
  readonly dtype?: Dtype;
  /** The tensor itself, where one was given. */
  readonly tensor?: InputSpec;
  /** Whether it was given as a list of numbers alone. */
  readonly isShape: boolean;
}

/**
 * Reads inputs in any form.
 * @throws UserError for a value that is none of the forms, and for an unknown dtype
 */
export function readInputs(inputs: ModelInputs): GivenInput[] {
  // a list of none, and not the shape of a number, which is [[]]
  if (Array.isArray(inputs) && inputs.length === 0) return [];
  if (isInput(inputs)) return [readInput(inputs)];
  if (Array.isArray(inputs)) return inputs.map((input: ModelInput) => readInput(input));
  if (isRecord(inputs)) return Object.entries(inputs).map(([name, input]) => ({ ...readInput(input), name }));
  throw new UserError(unreadable(inputs));
}

function readInput(input: unknown): GivenInput {
  if (isShape(input)) return { shape: read(input), isShape: true };
  if (!isInput(input)) throw new UserError(unreadable(input));
  const { name, shape, dtype } = input as Exclude<ModelInput, InputShape>;
  const given = {
    shape: read(shape),
    isShape: false,
    ...(dtype && { dtype: choice('dtype', dtype, dtypes) }),
    ...(name !== undefined && { name }),
  };
  return 'dataId' in input ? { ...given, tensor: input as InputSpec } : given;
}

/**
 * The inputs and the options of a call whose inputs may be left out.
 * @param first the inputs, or else the options
 */
export function splitArguments<I, O extends object>(
  first: I | O | undefined,
  options: O | undefined,
): { readonly inputs: I | undefined; readonly options: O | undefined } {
  if (options !== undefined || !isRecord(first) || isInput(first) || holdsInputs(first))
    return { inputs: first as I | undefined, options };
  return { inputs: undefined, options: first as O };
}

// an empty list is a list of columns as well as the shape of a number
const holdsInputs = (record: Readonly<Record<string, unknown>>): boolean =>
  Object.values(record).some((value) => isInput(value) && !(Array.isArray(value) && value.length === 0));

const isInput = (value: unknown): value is ModelInput =>
  isShape(value) || (isRecord(value) && 'shape' in value && isShape(value.shape));

const isShape = (value: unknown): value is InputShape =>
  Array.isArray(value) && value.every((dim) => typeof dim === 'number' || dim === null);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The shape with null for axes of any size. @throws UserError for an axis that is no count */
function read(shape: InputShape): InputShape {
  const dims = shape.map((dim) => (dim === -1 ? null : dim));
  // an empty batch is a batch, too
  if (dims.every((dim) => dim === null || (Number.isSafeInteger(dim) && dim >= 0))) return dims;
  throw new UserError(
    `the axes of an input must be whole numbers, null for a batch of any size, got ${axesText(shape)}`,
  );
}

const unreadable = (value: unknown): string =>
  `an input must be a shape such as [1, 224, 224, 3], a tensor or { name, shape, dtype }, got ${described(value)}`;

function described(value: unknown): string {
  if (typeof value === 'function') return `the function ${value.name || 'without a name'}`;
  return bounded(JSON.stringify(value) ?? `${String(value)}`);
}

const maxText = 60;
const bounded = (text: string): string => (text.length > maxText ? `${text.slice(0, maxText)}…` : text);

/** A shape as it is printed, with `?` for an axis of any size. */
export const axesText = (shape: InputShape): string =>
  `[${shape.map((dim) => (dim === null || dim === -1 ? '?' : dim)).join(', ')}]`;

// The inputs of one pass: those that were given, and for the others those that the model declares.
import { unknownText } from '../choice.ts';
import { UserError } from '../errors.ts';
import type { ModelAdapter } from './adapter.ts';
import {
  axesText,
  type GivenInput,
  type InputShape,
  type InputSpec,
  type ModelInputs,
  type OpenInput,
  readInputs,
} from './inputs.ts';

/** An input whose batch may be open, and the tensor that was given for it. */
export interface JoinedInput extends OpenInput {
  readonly tensor?: InputSpec;
}

/**
 * The inputs of a pass in any form as specs; those that the model declares where none are given.
 * @param example a call with inputs, for the error text, such as `trace(model, [1, 224, 224, 3])`
 * @param batch the size of a batch that stays open
 * @throws UserError where nobody knows the inputs, and for inputs that are not the model's
 */
export function specsOf(
  adapter: Pick<ModelAdapter, 'inputs' | 'fit'>,
  inputs: ModelInputs | undefined,
  example: string,
  batch = 1,
): readonly InputSpec[] {
  const given = inputs === undefined ? undefined : readInputs(inputs);
  return adapter.fit(closedInputs(joinInputs(given, adapter.inputs, example), batch));
}

/**
 * The given inputs in the order of the declared ones; the declared ones where none are given. A given input is found by its
 * name, else by its place among those without a name.
 * @param own undefined for a model that declares none
 * @throws UserError where there are neither, for unknown names, other counts, axes and dtypes
 */
export function joinInputs(
  given: readonly GivenInput[] | undefined,
  own: readonly OpenInput[] | undefined,
  example: string,
): JoinedInput[] {
  if (given === undefined) {
    if (!own) throw new UserError(`this model does not say what it takes: give ${example}`);
    return [...own];
  }
  if (!own) return given.map(({ dtype = 'float32', isShape: _, ...input }) => ({ ...input, dtype }));
  // [] is the shape of a number, and what a model is given that takes nothing
  if (own.length === 0 && given.length === 1 && given[0]!.shape.length === 0) return [];
  const { named, others } = byName(given, own);
  const unnamed = own.filter((declared) => !named.has(declared));
  if (given.length === 0 ? own.length > 0 : others.length > 0 && others.length !== unnamed.length)
    throw new UserError(
      `the model takes ${own.length} ${own.length === 1 ? 'input' : 'inputs'} (${namesOf(own).join(', ')}), got ${given.length}`,
    );
  return own.map((declared) => {
    const input = named.get(declared) ?? others[unnamed.indexOf(declared)];
    return input ? fitted(input, declared) : declared;
  });
}

const namesOf = (own: readonly OpenInput[]): string[] => own.map(({ name = '' }) => name);

/** The given inputs whose names are declared, and the others. @throws UserError for an unknown name, and for one that comes twice */
function byName(
  given: readonly GivenInput[],
  own: readonly OpenInput[],
): { readonly named: ReadonlyMap<OpenInput, GivenInput>; readonly others: readonly GivenInput[] } {
  const named = new Map<OpenInput, GivenInput>();
  const others: GivenInput[] = [];
  for (const input of given) {
    const { name, tensor } = input;
    const declared = name === undefined ? undefined : own.find((one) => one.name === name || one.alias === name);
    if (declared) {
      if (named.has(declared)) throw new UserError(`the input ${name} was given twice`);
      named.set(declared, input);
    }
    // a tf.Variable has a name of its own
    else if (name === undefined || tensor) others.push(input);
    else throw new UserError(unknownText('input', name, namesOf(own)));
  }
  return { named, others };
}

/** @throws UserError for another count of axes or other axes than declared; the batch is free */
function fitted({ shape, dtype, tensor }: GivenInput, declared: OpenInput): JoinedInput {
  const subject = declared.name === undefined ? 'the input' : `the input ${declared.name}`;
  const [, ...inner] = declared.shape;
  const fits = (axes: InputShape): boolean =>
    axes.length === declared.shape.length && inner.every((dim, axis) => dim === null || dim === axes[axis + 1]);
  if (!fits(shape)) {
    const example = [1, ...inner.map((dim, axis) => dim ?? shape[axis] ?? 1)];
    const missing = fits([null, ...shape]) ? `: the batch comes first, ${axesText(example)}` : '';
    throw new UserError(`${subject} is ${axesText(declared.shape)}, got ${axesText(shape)}${missing}`);
  }
  return { ...declared, shape, dtype: dtype ?? declared.dtype, ...(tensor && { tensor }) };
}

/** Closes open batches. @throws UserError for an open axis that is not the batch */
export function closedInputs(inputs: readonly JoinedInput[], batch: number): InputSpec[] {
  return inputs.map(({ name, shape, dtype, tensor }, index) => {
    if (tensor) return tensor;
    const open = shape.findIndex((dim, axis) => axis > 0 && dim === null);
    if (open > 0)
      throw new UserError(
        `the input ${name ?? index} leaves axis ${open} open, ${axesText(shape)}: give all its axes, such as ${axesText(shape.map((dim, axis) => dim ?? (axis === 0 ? 1 : 32)))}`,
      );
    return { shape: shape.map((dim) => dim ?? batch), dtype, ...(name !== undefined && { name }) };
  });
}

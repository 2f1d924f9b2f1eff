// Inputs of a model, from `--input`, `--batch-size` and the inputs that the model declares.

import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { Dtype } from '../../src/tensors.ts';
import type { InputSpec, OpenInput } from '../../src/trace/inputs.ts';

const dtypes = ['float32', 'int32', 'bool', 'complex64', 'string'] as const satisfies readonly Dtype[];

/** Parses `1,224,224,3` or `name:1,224,224,3:int32`. @throws UserError for another text */
export function parseInput(text: string): OpenInput {
  const parts = text.split(':');
  const at = parts.findIndex((part) => /^[\d\s,-]*$/.test(part));
  const dtype = parts[at + 1] ?? 'float32';
  if (at < 0 || at > 1 || parts.length > at + 2)
    throw new UserError(
      `--input must be a shape such as 1,224,224,3 or name:1,224,224,3:int32, got ${text || 'nothing'}`,
    );
  const known = dtypes.find((name) => name === dtype);
  if (!known) throw new UserError(unknownText('dtype', dtype, dtypes));
  const shape = parts[at]!.trim() === '' ? [] : parts[at]!.split(',').map(Number);
  if (!shape.every((dim) => Number.isSafeInteger(dim) && dim >= 1))
    throw new UserError(`the axes of --input must be whole numbers of at least 1, got ${parts[at]}`);
  return { shape, dtype: known, ...(at === 1 && { name: parts[0]! }) };
}

/**
 * The given inputs in the order of the model's declared inputs; the declared inputs where none are given.
 * @throws UserError where there are neither, and where names, counts or axes differ from the declared ones
 */
export function chosenInputs(given: readonly OpenInput[], own: readonly OpenInput[] | undefined): readonly OpenInput[] {
  if (given.length === 0) {
    if (!own) throw new UserError('this model does not say what it takes: give --input 1,224,224,3, the batch first');
    return own;
  }
  if (!own) return given;
  if (given.length !== own.length)
    throw new UserError(`the model takes ${own.length} inputs, --input was given ${given.length} times`);
  const names = own.map(({ name = '' }) => name);
  for (const { name } of given)
    if (name !== undefined && !names.includes(name)) throw new UserError(unknownText('input', name, names));
  return own.map((expected, index) => {
    const found = given.find(({ name }) => name !== undefined && name === expected.name) ?? given[index]!;
    const fits =
      found.shape.length === expected.shape.length &&
      expected.shape.every((dim, axis) => dim === null || dim === found.shape[axis]);
    if (!fits)
      throw new UserError(
        `the input ${expected.name ?? index} is [${expected.shape.map((dim) => dim ?? '?').join(', ')}], got [${found.shape.join(', ')}]`,
      );
    return { ...expected, shape: found.shape };
  });
}

/**
 * Closes open batch axes with the requested batch, or else with a default.
 * @throws UserError for a requested batch where no input leaves it open, and as `withBatch` does
 */
export function withAskedBatch(
  inputs: readonly OpenInput[],
  asked: number | undefined,
  otherwise: number,
): InputSpec[] {
  if (asked !== undefined && !inputs.some(({ shape }) => shape[0] === null))
    throw new UserError(`--batch-size ${asked} changes nothing: no input leaves its first axis open`);
  return withBatch(inputs, asked ?? otherwise);
}

/** Closes open batch axes. @throws UserError for an open axis that is not the batch */
export function withBatch(inputs: readonly OpenInput[], batch: number): InputSpec[] {
  return inputs.map(({ name, shape, dtype }, index) => {
    const open = shape.findIndex((dim, axis) => axis > 0 && dim === null);
    if (open > 0)
      throw new UserError(
        `the input ${name ?? index} leaves axis ${open} open, [${shape.map((dim) => dim ?? '?').join(', ')}]: give --input with all axes`,
      );
    return { shape: shape.map((dim) => dim ?? batch), dtype, ...(name !== undefined && { name }) };
  });
}

// Inputs of a model, from `--input`, `--batch-size` and the inputs that the model declares.

import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { Dtype } from '../../src/tensors.ts';
import type { GivenInput, InputSpec, OpenInput } from '../../src/trace/inputs.ts';
import { closedInputs, joinInputs } from '../../src/trace/joinInputs.ts';

const dtypes = ['float32', 'int32', 'bool', 'complex64', 'string'] as const satisfies readonly Dtype[];

/** Parses `1,224,224,3` or `name:1,224,224,3:int32`. @throws UserError for another text */
export function parseInput(text: string): GivenInput {
  const parts = text.split(':');
  const at = parts.findIndex((part) => /^[\d\s,-]*$/.test(part));
  const dtype = parts[at + 1];
  if (at < 0 || at > 1 || parts.length > at + 2)
    throw new UserError(
      `--input must be a shape such as 1,224,224,3 or name:1,224,224,3:int32, got ${text || 'nothing'}`,
    );
  const known = dtypes.find((name) => name === dtype);
  if (dtype !== undefined && !known) throw new UserError(unknownText('dtype', dtype, dtypes));
  const shape = parts[at]!.trim() === '' ? [] : parts[at]!.split(',').map(Number);
  if (!shape.every((dim) => Number.isSafeInteger(dim) && dim >= 1))
    throw new UserError(`the axes of --input must be whole numbers of at least 1, got ${parts[at]}`);
  return { shape, isShape: false, ...(known && { dtype: known }), ...(at === 1 && { name: parts[0]! }) };
}

/**
 * The given inputs in the order of the model's declared inputs; the declared inputs where none are given.
 * @throws UserError where there are neither, and for inputs that are not the model's
 */
export const chosenInputs = (
  given: readonly GivenInput[],
  own: readonly OpenInput[] | undefined,
): readonly OpenInput[] =>
  joinInputs(given.length === 0 ? undefined : given, own, '--input 1,224,224,3, the batch first');

/**
 * Closes open batch axes with the requested batch, or else with a default.
 * @throws UserError for a requested batch where no input leaves it open, and for another axis that is open
 */
export function withAskedBatch(
  inputs: readonly OpenInput[],
  asked: number | undefined,
  otherwise: number,
): InputSpec[] {
  expectOpenBatch(inputs, asked);
  return closedInputs(inputs, asked ?? otherwise);
}

/** @throws UserError for a requested batch where no input leaves it open */
export function expectOpenBatch(inputs: readonly OpenInput[], asked: number | undefined): void {
  if (asked !== undefined && !inputs.some(({ shape }) => shape[0] === null))
    throw new UserError(`--batch-size ${asked} changes nothing: no input leaves its first axis open`);
}

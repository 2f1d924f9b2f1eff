// The inputs that a model is run on: those of `--input` and those that it declares, with the batch of `--batch-size`.
import type { GivenInput, InputSpec, OpenInput } from '../../src/trace/inputs.ts';
import { closedInputs, joinInputs } from '../../src/trace/joinInputs.ts';
import { expectOpenBatch } from './parseInput.ts';

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

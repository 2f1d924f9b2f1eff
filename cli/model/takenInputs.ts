// The inputs that a model is run on: those of `--input` and those that it declares, with the batch of `--batch-size`.
import type { GivenInput, InputSpec, OpenInput } from '../../src/trace/inputs.ts';
import { closedInputs, joinInputs } from '../../src/trace/joinInputs.ts';
import type { Traceable } from '../../src/trace/traceable.ts';
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

/** A model, and inputs that may leave axes open. */
interface OpenModel {
  readonly model: Traceable;
  readonly inputs: readonly OpenInput[];
}

/** Its inputs at sizes at which it runs, and the options that give those; undefined where none is open beyond the batch. */
async function stated({ model, inputs }: OpenModel, batch: number | undefined) {
  const open = inputs.filter(({ shape }) => shape.slice(1).includes(null));
  if (open.length === 0) return undefined;
  const [{ inputLine, withRunningSizes }, { adapterOf }] = await Promise.all([
    import('../../src/axes/explainAxes.ts'),
    import('../../src/trace/adapters.ts'),
  ]);
  const running = withRunningSizes(adapterOf(model), inputs);
  return { inputs: running, line: inputLine(closedInputs(running, batch ?? 1), open) };
}

/**
 * The model with sizes for the axes that its inputs leave open beyond the batch, which a note on stderr states.
 * @throws UserError where the model runs at no size that is tried
 */
export async function withStatedSizes<T extends OpenModel>(
  chosen: T,
  batch: number | undefined,
  stderr: { note(text: string): void },
): Promise<T> {
  const found = await stated(chosen, batch);
  if (!found) return chosen;
  stderr.note(`the model leaves axes open, and this is for ${found.line}, which can choose other sizes`);
  return { ...chosen, inputs: found.inputs };
}

// Tells inputs whose batch is missing, or was given where none is meant, by tracing the model with the inputs that were meant.
import { UserError } from '../errors.ts';
import { shapeText } from '../tensors.ts';
import { type Steps, wait } from '../trace/awaitable.ts';
import { ForwardError } from '../trace/forwardError.ts';
import type { InputSpec } from '../trace/inputs.ts';
import { tracePass } from '../trace/traceModel.ts';
import { type SummaryInputs, shownBatch, withBatchError } from './summaryInputs.ts';

/** The error of a pass: of one that would run with other batch axes, an error that says so. */
export function* batchError(asked: SummaryInputs, error: unknown): Steps<unknown> {
  const { adapter, sizes, batchSize, hasOwnBatch, inputsAt, options } = asked;
  // inputs that the model declares were compared before
  if (!(error instanceof ForwardError) || adapter.inputs || !sizes || options.batchDim !== undefined) return error;
  const inputs = inputsAt(shownBatch(batchSize));
  if (hasOwnBatch) {
    const whole = inputs.map(({ shape }) => [1, ...shape]);
    if (!(yield* runs(asked, withShapes(inputs, whole)))) return error;
    return new UserError(
      `the input ${shapeText(inputs[0]!.shape)} has no batch: it comes first, ${shapeText(whole[0]!)}, and the model fails without it: ${error.message}`,
      { cause: error },
    );
  }
  if (sizes.some((size) => size.length < 2) || !(yield* runs(asked, withShapes(inputs, sizes)))) return error;
  return withBatchError(sizes[0]!);
}

/**
 * Checks that the only axis of an input is a batch: the model then runs with any size of it.
 * @throws UserError for a Module or function that runs with the given size alone
 */
export function* expectBatchAxis(asked: SummaryInputs): Steps<void> {
  const { adapter, sizes, batchSize, hasOwnBatch, inputsAt } = asked;
  if (!hasOwnBatch || adapter.inputs || !sizes?.every((size) => size.length === 0)) return;
  if (yield* runs(asked, inputsAt(batchSize + 1))) return;
  throw new UserError(
    `the input [${batchSize}] has no batch: the model takes ${batchSize} as an axis of its own, so give [1, ${batchSize}]`,
  );
}

const withShapes = (inputs: readonly InputSpec[], shapes: readonly (readonly number[])[]): readonly InputSpec[] =>
  inputs.map(({ name, dtype }, i) => ({
    shape: shapes[i]!,
    ...(name !== undefined && { name }),
    ...(dtype && { dtype }),
  }));

function* runs({ adapter, options }: SummaryInputs, inputs: readonly InputSpec[]): Steps<boolean> {
  try {
    yield* wait(tracePass(adapter, inputs, options));
    return true;
  } catch {
    return false;
  }
}

// The largest batch that fits into a memory budget.
import { type Awaitable, runSteps, type Steps, synchronous, wait } from '../trace/awaitable.ts';

/**
 * The largest batch that fits into a budget: 0 if not even 1 does, Infinity where bytes do not grow with the batch.
 * Weights are constant and activations proportional to the batch, so that a straight line through the first two batches is
 * nearly always right; that guess is confirmed, or else the batch is found by bisection.
 * @param bytesAt bytes at a batch, which grow with it
 */
export const largestBatch = (bytesAt: (batch: number) => number, budgetBytes: number): number =>
  synchronous(runSteps(largestBatchSteps(bytesAt, budgetBytes)));

/** `largestBatch` where bytes may have to be waited for. */
export function* largestBatchSteps(bytesAt: (batch: number) => Awaitable<number>, budgetBytes: number): Steps<number> {
  function* fits(batch: number): Steps<boolean> {
    return (yield* wait(bytesAt(batch))) <= budgetBytes;
  }
  const one = yield* wait(bytesAt(1));
  if (one > budgetBytes) return 0;
  const two = yield* wait(bytesAt(2));
  if (two <= one) return Number.POSITIVE_INFINITY;
  const guess = Math.max(1, 1 + Math.floor((budgetBytes - one) / (two - one)));
  const guessFits = yield* fits(guess);
  if (guessFits && !(yield* fits(guess + 1))) return guess;
  let [low, high] = guessFits ? [guess, guess * 2] : [1, guess];
  while (yield* fits(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (yield* fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

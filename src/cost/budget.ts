/**
 * The largest batch that fits into a budget: 0 if not even 1 does, Infinity where bytes do not grow with the batch.
 * Weights are constant and activations proportional to the batch, so that a straight line through the first two batches is
 * nearly always right; that guess is confirmed, or else the batch is found by bisection.
 * @param bytesAt bytes at a batch, which grow with it
 */
export function largestBatch(bytesAt: (batch: number) => number, budgetBytes: number): number {
  const fits = (batch: number): boolean => bytesAt(batch) <= budgetBytes;
  if (!fits(1)) return 0;
  const [one, two] = [bytesAt(1), bytesAt(2)];
  if (two <= one) return Number.POSITIVE_INFINITY;
  const guess = Math.max(1, 1 + Math.floor((budgetBytes - one) / (two - one)));
  if (fits(guess) && !fits(guess + 1)) return guess;
  let [low, high] = fits(guess) ? [guess, guess * 2] : [1, guess];
  while (fits(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

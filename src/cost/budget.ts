// The largest batch that memory allows. In: a function from batch to bytes, and a budget. Out: a batch, 0 if none fits.

/**
 * `bytesAt` grows with the batch. A straight line through the first two batches is nearly always right, since weights
 * are constant and activations proportional; the answer is then confirmed, or searched for by halving.
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

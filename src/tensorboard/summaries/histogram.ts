// Histograms for TensorBoard's Histograms and Distributions dashboards.
import { expectCount } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { arrayIn, type Values } from '../../media/tensorInput.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { type Bins, histogramOf, isFloat } from './histogramBins.ts';

export function histogramSummary(
  tag: string,
  values: Values,
  bins: Bins,
  maxBins?: number,
): tensorboard.Summary.IValue {
  if (maxBins !== undefined) expectCount('maxBins', maxBins, 1);
  const { numbers, dtype } = arrayIn(values, `the values of ${tag}`);
  return { tag, histo: histogramOf(numbers, bins, maxBins, /int/.test(dtype)) };
}

interface RawHistogram extends tensorboard.IHistogramProto {
  readonly min: number;
  readonly max: number;
  readonly bucketLimit: number[];
  readonly bucket: number[];
}

/**
 * The summary of counts that were made elsewhere.
 * @param histo `bucketLimit` holds the right limits of the bins
 * @throws UserError for another number of limits than of counts, for limits that fall, for a count below 0, and for what is
 * not finite as a float32: TensorBoard's page would be blank
 */
export function rawHistogramSummary(tag: string, histo: RawHistogram): tensorboard.Summary.IValue {
  const { min, max, bucketLimit, bucket } = histo;
  if (bucketLimit.length !== bucket.length)
    throw new UserError(
      `the histogram of ${tag} has ${bucketLimit.length} limits and ${bucket.length} counts: expected as many`,
    );
  // TensorBoard takes the greatest number in place of the last limit, which may be TensorFlow's, 1.8e308
  const shown = { extremes: [min, max], limits: bucketLimit.slice(0, -1), counts: bucket };
  for (const [name, numbers] of Object.entries(shown)) {
    const odd = numbers.find((number) => !isFloat(number));
    if (odd !== undefined) throw new UserError(`the ${name} of the histogram of ${tag} must be finite, got ${odd}`);
  }
  const last = bucketLimit.at(-1);
  if (last !== undefined && !Number.isFinite(last))
    throw new UserError(`the limits of the histogram of ${tag} must be finite, got ${last}`);
  const negative = bucket.find((count) => count < 0);
  if (negative !== undefined)
    throw new UserError(`the counts of the histogram of ${tag} must be at least 0, got ${negative}`);
  const falling = bucketLimit.findIndex((limit, i) => i > 0 && !(limit >= bucketLimit[i - 1]!));
  if (falling > 0)
    throw new UserError(
      `the limits of the histogram of ${tag} must grow, got ${bucketLimit[falling]} after ${bucketLimit[falling - 1]}`,
    );
  return { tag, histo };
}

// Histograms for TensorBoard's Histograms and Distributions dashboards.
import { expectCount } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { arrayIn, type Values } from '../../media/tensorInput.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { type Bins, histogramOf } from './histogramBins.ts';

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
 * @throws UserError for another number of limits than of counts, and for numbers that are not finite, of which TensorBoard's
 * page would be blank
 */
export function rawHistogramSummary(tag: string, histo: RawHistogram): tensorboard.Summary.IValue {
  const { min, max, bucketLimit, bucket } = histo;
  if (bucketLimit.length !== bucket.length)
    throw new UserError(
      `the histogram of ${tag} has ${bucketLimit.length} limits and ${bucket.length} counts: expected as many`,
    );
  for (const [name, numbers] of Object.entries({ extremes: [min, max], limits: bucketLimit, counts: bucket })) {
    const odd = numbers.find((number) => !Number.isFinite(number));
    if (odd !== undefined) throw new UserError(`the ${name} of the histogram of ${tag} must be finite, got ${odd}`);
  }
  return { tag, histo };
}

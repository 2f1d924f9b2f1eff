// Counts in bins, for the Histograms and the Distributions dashboard. In: a tag and numbers. Out: their summary.
import type { tensorboard } from '../../proto/messages.js';
import { UserError } from '../../userError.ts';
import { expectCount } from '../expect.ts';
import { type Bins, histogramOf } from '../histogram.ts';
import { numbersIn, type Values } from '../values.ts';

export function histogramSummary(
  tag: string,
  values: Values,
  bins: Bins,
  maxBins?: number,
): tensorboard.Summary.IValue {
  if (maxBins !== undefined) expectCount('maxBins', maxBins, 1);
  return { tag, histo: histogramOf(numbersIn(values, `the values of ${tag}`), bins, maxBins) };
}

/** Counts made elsewhere; `bucketLimit` holds the right limits of the bins. */
export function rawHistogramSummary(tag: string, histo: tensorboard.IHistogramProto): tensorboard.Summary.IValue {
  const { bucketLimit = [], bucket = [] } = histo;
  if (bucketLimit?.length !== bucket?.length)
    throw new UserError(
      `the histogram of ${tag} has ${bucketLimit?.length} limits and ${bucket?.length} counts: expected as many`,
    );
  return { tag, histo };
}

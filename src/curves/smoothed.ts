// Smoothing of a curve as TensorBoard's scalars page does it.
import { UserError } from '../errors.ts';

/**
 * The exponential moving average of a curve, divided by the weights so far, so that it does not begin near 0. Values that are
 * not finite stay as they are and do not count; a curve of one constant stays as it is.
 *
 * The rule is `classicSmoothing` of tensorboard/webapp/widgets/line_chart_v2/data_transformer.ts.
 * @param weight of the values before: 0 leaves the curve as it is, TensorBoard's page begins with 0.6
 * @throws UserError for a weight that is not from 0 to below 1
 */
export function smoothed(values: ArrayLike<number>, weight: number): Float64Array {
  if (!(weight >= 0 && weight < 1)) throw new UserError(`smoothing must be from 0 to below 1, got ${weight}`);
  const result = Float64Array.from(values);
  if (weight === 0 || result.every((value) => value === result[0])) return result;
  let average = 0;
  let remaining = 1;
  for (const [i, value] of result.entries()) {
    if (!Number.isFinite(value)) continue;
    average = average * weight + (1 - weight) * value;
    remaining *= weight;
    result[i] = average / (1 - remaining);
  }
  return result;
}

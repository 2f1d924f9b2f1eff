// Precision and recall at even thresholds, for TensorBoard's PR Curves dashboard.

import { expectCount } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { shapeMessage } from '../../formats/tensorProto.ts';
import { arrayIn, type NumberArray, numbersIn, type Values } from '../../media/tensorInput.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { tensorboard as plugins } from '../../proto/generated/plugins.js';
import { tensorMetadata } from './metadata.ts';

const maxThresholds = 1_000_000;

/** Counts and ratios of a curve, each with one number per threshold; thresholds are even from 0 to 1. */
export interface PrCounts<T> {
  readonly truePositives: T;
  readonly falsePositives: T;
  readonly trueNegatives: T;
  readonly falseNegatives: T;
  readonly precision: T;
  readonly recall: T;
}

export function prCurveSummary(
  tag: string,
  labels: Values,
  predictions: Values,
  numThresholds: number,
  weights: Values = 1,
): tensorboard.Summary.IValue {
  expectCount('numThresholds', numThresholds, 2, maxThresholds);
  const given = arrayIn(predictions, `the predictions of ${tag}`);
  const truths = numbersIn(labels, `the labels of ${tag}`);
  const weighed = numbersIn(weights, `the weights of ${tag}`);
  const count = given.numbers.length;
  if (truths.length !== count)
    throw new UserError(`the labels of ${tag} must be ${count}, one a prediction, got ${truths.length}`);
  if (weighed.length !== 1 && weighed.length !== count)
    throw new UserError(`the weights of ${tag} must be one or ${count}, one a prediction, got ${weighed.length}`);
  for (let i = 0; i < count; i++) {
    const [truth, prediction] = [truths[i]!, given.numbers[i]!];
    if (truth !== 0 && truth !== 1) throw new UserError(`the labels of ${tag} must be 0 or 1, got ${truth}`);
    if (!(prediction >= 0 && prediction <= 1))
      throw new UserError(`the predictions of ${tag} must lie between 0 and 1, got ${prediction}`);
  }
  return summaryOf(tag, countsOf(truths, given, weighed, numThresholds), numThresholds);
}

/** A curve whose counts were made elsewhere. */
export function rawPrCurveSummary(
  tag: string,
  counts: PrCounts<Values>,
  numThresholds: number | undefined,
): tensorboard.Summary.IValue {
  const columns = inOrder(counts).map((values, i) => numbersIn(values, `the ${words[i]} of ${tag}`));
  const length = numThresholds ?? columns[0]!.length;
  expectCount('numThresholds', length, 1);
  columns.forEach((numbers, i) => {
    if (numbers.length !== length)
      throw new UserError(`the ${words[i]} of ${tag} must be ${length}, one a threshold, got ${numbers.length}`);
  });
  return summaryOf(tag, columns, length);
}

const words = ['true positives', 'false positives', 'true negatives', 'false negatives', 'precisions', 'recalls'];

// rows of the tensor
function inOrder<T>({
  truePositives,
  falsePositives,
  trueNegatives,
  falseNegatives,
  precision,
  recall,
}: PrCounts<T>): T[] {
  return [truePositives, falsePositives, trueNegatives, falseNegatives, precision, recall];
}

function summaryOf(tag: string, rows: readonly ArrayLike<number>[], numThresholds: number): tensorboard.Summary.IValue {
  const content = plugins.PrCurvePluginData.encode({ numThresholds }).finish();
  const tensor = {
    dtype: tensorboard.DataType.DT_FLOAT,
    tensorShape: shapeMessage([rows.length, numThresholds]),
    floatVal: rows.flatMap((numbers) => Array.from(numbers)),
  };
  return { tag, metadata: tensorMetadata('pr_curves', content), tensor };
}

// TensorBoard's plugins/pr_curve/summary.py does the same
const minCount = 1e-7;

function countsOf(
  labels: ArrayLike<number>,
  { numbers, dtype }: NumberArray,
  weights: ArrayLike<number>,
  numThresholds: number,
): Float64Array[] {
  const positives = new Float64Array(numThresholds);
  const negatives = new Float64Array(numThresholds);
  for (let i = 0; i < numbers.length; i++) {
    const index = numbers[i]! * (numThresholds - 1);
    // 0.7 as a float32 is less than 0.7, and counts at a threshold of 0.7
    const bucket = Math.floor(dtype === 'float32' ? Math.fround(index) : index);
    const weight = weights[weights.length === 1 ? 0 : i]!;
    positives[bucket]! += labels[i]! * weight;
    negatives[bucket]! += (1 - labels[i]!) * weight;
  }
  // a prediction counts at each threshold that it reaches
  for (let at = numThresholds - 2; at >= 0; at--) {
    positives[at]! += positives[at + 1]!;
    negatives[at]! += negatives[at + 1]!;
  }
  const trueNegatives = negatives.map((count) => negatives[0]! - count);
  const falseNegatives = positives.map((count) => positives[0]! - count);
  return inOrder({
    truePositives: positives,
    falsePositives: negatives,
    trueNegatives,
    falseNegatives,
    precision: positives.map((count, i) => count / Math.max(minCount, count + negatives[i]!)),
    recall: positives.map((count, i) => count / Math.max(minCount, count + falseNegatives[i]!)),
  });
}

// The add methods of a SummaryWriter for curves: scalars, charts of them, histograms, precision and recall.
import type { Values } from '../../media/tensorInput.ts';
import { CurveRuns } from '../runFolders.ts';
import { type CustomScalarsLayout, customScalarsSummary, mergedLayout } from '../summaries/customScalars.ts';
import { histogramSummary, rawHistogramSummary } from '../summaries/histogram.ts';
import type { Bins } from '../summaries/histogramBins.ts';
import { prCurveSummary, rawPrCurveSummary } from '../summaries/prCurve.ts';
import { describedScalar, oneNumber, scalarEvent } from '../summaries/scalar.ts';
import { MediaWriter } from './mediaWriter.ts';
import { addValues, eventsOf } from './runWriter.ts';

/** Writes scalars, charts of scalars, histograms, and curves of precision and recall. */
export class CurveWriter extends MediaWriter {
  readonly #runs = new CurveRuns();
  #layout: CustomScalarsLayout = {};

  /**
   * @param value a number, or a tensor of one
   * @param displayName the title of the chart in place of the tag
   * @param summaryDescription markdown behind the (i) of the chart
   * @throws UserError for what is not one number
   */
  addScalar(
    tag: string,
    value: Values,
    globalStep = 0,
    wallTime = this.now(),
    displayName = '',
    summaryDescription = '',
  ): void {
    const number = oneNumber(value, tag);
    if (displayName === '' && summaryDescription === '')
      eventsOf(this).addMessage(scalarEvent(tag, number, globalStep, wallTime));
    else addValues(this, [describedScalar(tag, number, displayName, summaryDescription)], globalStep, wallTime);
  }

  /**
   * Curves in one chart: each key is a run of its own, `<logdir>/<mainTag>_<key>` with `_` for separators of folders; a second
   * key of that name gets `_1`.
   */
  addScalars(mainTag: string, values: Readonly<Record<string, Values>>, globalStep = 0, wallTime = this.now()): void {
    const made = Object.entries(values).map(
      ([key, value]) => [key, scalarEvent(mainTag, oneNumber(value, key), globalStep, wallTime)] as const,
    );
    for (const [key, message] of made) eventsOf(this).run(this.#runs.folderOf(mainTag, key)).addMessage(message);
  }

  /** @param maxBins neighbouring bins are merged until there are about as many */
  addHistogram(
    tag: string,
    values: Values,
    globalStep = 0,
    bins: Bins = 'tensorflow',
    wallTime = this.now(),
    maxBins?: number,
  ): void {
    addValues(this, [histogramSummary(tag, values, bins, maxBins)], globalStep, wallTime);
  }

  /** Counts made elsewhere: `bucketLimits` are the right limits of the bins, as many as counts. */
  addHistogramRaw(
    tag: string,
    min: number,
    max: number,
    num: number,
    sum: number,
    sumSquares: number,
    bucketLimits: readonly number[],
    bucketCounts: readonly number[],
    globalStep = 0,
    wallTime = this.now(),
  ): void {
    const counted = { min, max, num, sum, sumSquares, bucketLimit: [...bucketLimits], bucket: [...bucketCounts] };
    addValues(this, [rawHistogramSummary(tag, counted)], globalStep, wallTime);
  }

  /**
   * Precision and recall of a binary classifier at even thresholds from 0 to 1.
   * @param labels 0 or 1, or booleans
   * @param predictions between 0 and 1, as many as labels
   * @param weights one, or as many as labels, by which each counts
   * @throws UserError for other lengths and ranges
   */
  addPrCurve(
    tag: string,
    labels: Values,
    predictions: Values,
    globalStep = 0,
    numThresholds = 127,
    weights?: Values,
    wallTime = this.now(),
  ): void {
    addValues(this, [prCurveSummary(tag, labels, predictions, numThresholds, weights)], globalStep, wallTime);
  }

  /**
   * A curve that was counted elsewhere: one number for each of the thresholds, which are even from 0 to 1.
   * @param numThresholds as many as the numbers
   * @param _weights without effect, as in the reference: counts are weighted already
   */
  addPrCurveRaw(
    tag: string,
    truePositiveCounts: Values,
    falsePositiveCounts: Values,
    trueNegativeCounts: Values,
    falseNegativeCounts: Values,
    precision: Values,
    recall: Values,
    globalStep = 0,
    numThresholds?: number,
    _weights?: Values,
    wallTime = this.now(),
  ): void {
    const counts = {
      truePositives: truePositiveCounts,
      falsePositives: falsePositiveCounts,
      trueNegatives: trueNegativeCounts,
      falseNegatives: falseNegativeCounts,
      precision,
      recall,
    };
    addValues(this, [rawPrCurveSummary(tag, counts, numThresholds)], globalStep, wallTime);
  }

  /**
   * Charts of scalars by categories, `{ losses: { all: ['Multiline', ['loss/.*']] } }`. Several calls add up; TensorBoard
   * merges what several runs lay out.
   * @throws UserError for an unknown kind of chart, and for tags that it cannot take
   */
  addCustomScalars(layout: CustomScalarsLayout, wallTime = this.now()): void {
    const merged = mergedLayout(this.#layout, layout);
    addValues(this, [customScalarsSummary(merged)], 0, wallTime);
    this.#layout = merged;
  }

  /** One chart of every scalar whose tag matches one of `tags`, regular expressions. */
  addCustomScalarsMultilinechart(
    tags: readonly string[],
    category = 'default',
    title = 'untitled',
    wallTime?: number,
  ): void {
    this.addCustomScalars({ [category]: { [title]: ['Multiline', tags] } }, wallTime);
  }

  /** One chart of a value between a lower and an upper one: their three tags, in this order. */
  addCustomScalarsMarginchart(
    tags: readonly string[],
    category = 'default',
    title = 'untitled',
    wallTime?: number,
  ): void {
    this.addCustomScalars({ [category]: { [title]: ['Margin', tags] } }, wallTime);
  }
}

// The add methods of a SummaryWriter for curves: scalars, charts of them, histograms, precision and recall.
import { expectRecord } from '../../checks.ts';
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
   * Writes a scalar.
   * @param value a number, or a tensor of one
   * @param displayName the title of the chart; the tag
   * @param summaryDescription the text behind the (i) of the chart, in markdown; none
   * @throws UserError for another count of numbers than one
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
   * Writes scalars that share a chart: each key is a run of its own, `<logdir>/<mainTag>_<key>` with `_` for separators of
   * folders; a second key of that name gets `_1`.
   * @param values numbers by key
   * @throws UserError for values that are no object, for another count of numbers than one, and for a key that makes no folder's name: one with a NUL
   * character, or of more than 255 bytes with the tag
   */
  addScalars(mainTag: string, values: Readonly<Record<string, Values>>, globalStep = 0, wallTime = this.now()): void {
    expectRecord(`the values of ${mainTag}`, values);
    const made = Object.entries(values).map(
      ([key, value]) => [key, scalarEvent(mainTag, oneNumber(value, key), globalStep, wallTime)] as const,
    );
    const folders = this.#runs.foldersOf(
      mainTag,
      made.map(([key]) => key),
    );
    for (const [i, [, message]] of made.entries()) eventsOf(this).run(folders[i]!).addMessage(message);
  }

  /**
   * Writes a histogram.
   * @param bins the limits of the bins, see `Bins`
   * @param maxBins neighbouring bins are merged until there are about this many; no limit
   * @throws UserError where no number is finite
   */
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

  /**
   * Writes a histogram whose counts were made elsewhere.
   * @param bucketLimits the right limits of the bins, as many as counts
   * @throws UserError for numbers that are not finite
   */
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
   * Writes precision and recall of a binary classifier at even thresholds from 0 to 1.
   * @param labels 0 or 1, or booleans
   * @param predictions between 0 and 1, as many as labels
   * @param numThresholds how many thresholds there are
   * @param weights weights of the predictions, one or as many as labels; 1
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
   * Writes precision and recall that were computed elsewhere: each argument has one number per threshold, even from 0 to 1.
   * @param numThresholds how many thresholds there are; as many as numbers
   * @param _weights without effect, as in tensorboardX: the counts are weighted already
   * @throws UserError for other lengths and ranges
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
   * Writes a layout of charts for the Custom Scalars dashboard. Layouts of several calls and of several runs are merged.
   * @param layout charts by category and title, such as `{ losses: { all: ['Multiline', ['loss/.*']] } }`
   * @throws UserError for an unknown kind of chart, and for tags that do not suit it
   */
  addCustomScalars(layout: CustomScalarsLayout, wallTime = this.now()): void {
    expectRecord('the layout', layout);
    const merged = mergedLayout(this.#layout, layout);
    addValues(this, [customScalarsSummary(merged)], 0, wallTime);
    this.#layout = merged;
  }

  /** Writes a chart of each scalar whose tag matches one of the regular expressions `tags`. */
  addCustomScalarsMultilinechart(
    tags: readonly string[],
    category = 'default',
    title = 'untitled',
    wallTime?: number,
  ): void {
    this.addCustomScalars({ [category]: { [title]: ['Multiline', tags] } }, wallTime);
  }

  /** Writes a chart of a value between bounds. @param tags of the value, its lower bound and its upper bound */
  addCustomScalarsMarginchart(
    tags: readonly string[],
    category = 'default',
    title = 'untitled',
    wallTime?: number,
  ): void {
    this.addCustomScalars({ [category]: { [title]: ['Margin', tags] } }, wallTime);
  }
}

// tensorboardX's SummaryWriter: events in a file that TensorBoard reads. In: models and numbers. Out: one event file.

import { expectStep, expectTime } from '../checks.ts';
import { UserError } from '../errors.ts';
import type { Values } from '../media/tensorInput.ts';
import type { tensorboard } from '../proto/generated/messages.js';
import { type GraphInput, inputSpecs } from '../trace/inputs.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { trace } from '../trace/traceModel.ts';
import { EventWriter, type SummaryWriterOptions } from './files/eventWriter.ts';
import { type EmbeddingMetadata, embedding, writeEmbedding } from './projector.ts';
import { CurveRuns, folderOf } from './runFolders.ts';
import { audioSummary } from './summaries/audio.ts';
import { type CustomScalarsLayout, customScalarsSummary, mergedLayout } from './summaries/customScalars.ts';
import { closeFigures, type Figure, figureSummary } from './summaries/figure.ts';
import { type GraphOptions, graphEvents } from './summaries/graphEvents.ts';
import { histogramSummary, rawHistogramSummary } from './summaries/histogram.ts';
import type { Bins } from './summaries/histogramBins.ts';
import { type Columns, expectColumns, type Hparams, type HparamsOptions, hparamsSession } from './summaries/hparams.ts';
import { type ImageSource, imageSummary, imagesSummary, imageWithBoxesSummary } from './summaries/image.ts';
import { layersGraphSummary } from './summaries/layersGraph.ts';
import { type MeshConfig, meshSummaries } from './summaries/mesh.ts';
import { prCurveSummary, rawPrCurveSummary } from './summaries/prCurve.ts';
import { describedScalar, oneNumber, scalarEvent } from './summaries/scalar.ts';
import { tensorSummary } from './summaries/tensor.ts';
import { textSummary } from './summaries/text.ts';
import { videoSummary } from './summaries/video.ts';

/**
 * Every `add*` is synchronous and throws what it finds wrong, a disk that is full included. `globalStep` is where the value
 * stands on the horizontal axis, 0; `wallTime` is in seconds since 1970, now. Half a surrogate pair in a text is written as
 * U+FFFD.
 */
export class SummaryWriter {
  readonly #events: EventWriter;
  readonly #runs = new CurveRuns();
  // the folders of trials
  readonly #sessions = new Set<string>();
  // of the HParams dashboard's table, where a trial with domains names them
  #columns: Columns | undefined;
  #layout: CustomScalarsLayout = {};

  /** @throws UserError for options out of range, and what the file system answers */
  constructor(options: SummaryWriterOptions = {}) {
    this.#events = new EventWriter(options);
  }

  get logdir(): string {
    return this.#events.logdir;
  }

  /** the event file, undefined when nothing is written to disk */
  get path(): string | undefined {
    return this.#events.path;
  }

  getLogdir(): string {
    return this.logdir;
  }

  /**
   * Traces `model` once, on shapes alone unless a backend is named, and writes its graph; TensorBoard shows one graph a run,
   * and as many as have tags. A model of tf.layers also has its conceptual graph written, of layers alone.
   * @throws UserError for a kernel that the trace or the dialect does not know, and whatever the model throws
   */
  addGraph(model: Traceable, inputs: GraphInput | readonly GraphInput[], options: GraphOptions = {}): void {
    this.addTrace(trace(model, inputSpecs(inputs), options), options);
  }

  /** As `addGraph`, for a forward pass that was traced before, such as that of a `profile`. */
  addTrace(traced: Trace, options: GraphOptions = {}): void {
    const wallTime = Date.now() / 1000;
    const made = graphEvents(traced, options, wallTime);
    const conceptual = traced.modules[0]?.isModel ? [layersGraphSummary(traced, options.tag)] : [];
    for (const event of made) this.#events.add({ wallTime, ...event });
    for (const value of conceptual) this.#add([value], 0, wallTime);
  }

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
    wallTime = Date.now() / 1000,
    displayName = '',
    summaryDescription = '',
  ): void {
    const number = oneNumber(value, tag);
    if (displayName === '' && summaryDescription === '')
      this.#events.addMessage(scalarEvent(tag, number, globalStep, wallTime));
    else this.#add([describedScalar(tag, number, displayName, summaryDescription)], globalStep, wallTime);
  }

  /**
   * Curves in one chart: each key is a run of its own, `<logdir>/<mainTag>_<key>` with `_` for separators of folders; a second
   * key of that name gets `_1`.
   */
  addScalars(
    mainTag: string,
    values: Readonly<Record<string, Values>>,
    globalStep = 0,
    wallTime = Date.now() / 1000,
  ): void {
    const made = Object.entries(values).map(
      ([key, value]) => [key, scalarEvent(mainTag, oneNumber(value, key), globalStep, wallTime)] as const,
    );
    for (const [key, message] of made) this.#events.run(this.#runs.folderOf(mainTag, key)).addMessage(message);
  }

  /** @param maxBins neighbouring bins are merged until there are about as many */
  addHistogram(
    tag: string,
    values: Values,
    globalStep = 0,
    bins: Bins = 'tensorflow',
    wallTime = Date.now() / 1000,
    maxBins?: number,
  ): void {
    this.#add([histogramSummary(tag, values, bins, maxBins)], globalStep, wallTime);
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
    wallTime = Date.now() / 1000,
  ): void {
    const counted = { min, max, num, sum, sumSquares, bucketLimit: [...bucketLimits], bucket: [...bucketCounts] };
    this.#add([rawHistogramSummary(tag, counted)], globalStep, wallTime);
  }

  /** Markdown, under `<tag>/text_summary` as the reference has it. */
  addText(tag: string, text: string, globalStep = 0, wallTime = Date.now() / 1000): void {
    this.#add([textSummary(tag, text)], globalStep, wallTime);
  }

  /**
   * A tensor as it is, of numbers, booleans or strings; plain numbers are float64. No dashboard shows it: read it back with
   * `readEvents`, or TensorBoard's EventAccumulator.
   */
  addTensor(tag: string, tensor: Values, globalStep = 0, wallTime = Date.now() / 1000): void {
    this.#add([tensorSummary(tag, tensor)], globalStep, wallTime);
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
    wallTime = Date.now() / 1000,
  ): void {
    this.#add([prCurveSummary(tag, labels, predictions, numThresholds, weights)], globalStep, wallTime);
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
    wallTime = Date.now() / 1000,
  ): void {
    const counts = {
      truePositives: truePositiveCounts,
      falsePositives: falsePositiveCounts,
      trueNegatives: trueNegativeCounts,
      falseNegatives: falseNegativeCounts,
      precision,
      recall,
    };
    this.#add([rawPrCurveSummary(tag, counts, numThresholds)], globalStep, wallTime);
  }

  /**
   * Meshes, or clouds of points where there are no faces. The page shows best what lies within -1 and 1.
   * @param vertices [batch, vertices, 3], x, y and z
   * @param colors [batch, vertices, 3], red, green and blue, whole numbers from 0 to 255
   * @param faces [batch, faces, 3], the three vertices of a triangle by their places
   * @param configDict three.js settings: `{ camera: { cls: 'PerspectiveCamera', fov: 75 } }`
   * @throws UserError for other shapes and ranges
   */
  addMesh(
    tag: string,
    vertices: Values,
    colors?: Values,
    faces?: Values,
    configDict?: MeshConfig,
    globalStep = 0,
    wallTime = Date.now() / 1000,
  ): void {
    this.#add(meshSummaries(tag, vertices, { faces, colors }, configDict), globalStep, wallTime);
  }

  /**
   * Charts of scalars by categories, `{ losses: { all: ['Multiline', ['loss/.*']] } }`. Several calls add up; TensorBoard
   * merges what several runs lay out.
   * @throws UserError for an unknown kind of chart, and for tags that it cannot take
   */
  addCustomScalars(layout: CustomScalarsLayout, wallTime = Date.now() / 1000): void {
    const merged = mergedLayout(this.#layout, layout);
    this.#add([customScalarsSummary(merged)], 0, wallTime);
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

  /**
   * Hyperparameters of a training and the metrics that it came to, as a row of the HParams dashboard.
   * @param metrics by their tags, which are best not those of other scalars
   * @param name of the run below this one that holds them, the time if none is given; `.` is this run itself
   * @throws UserError for values of other types or outside their domains, a name that has hyperparameters already, and a
   * column that an earlier trial with domains lacks
   */
  addHparams(
    hparams: Hparams,
    metrics: Readonly<Record<string, Values>>,
    name?: string,
    globalStep = 0,
    options: HparamsOptions = {},
  ): void {
    const made = hparamsSession(hparams, metrics, globalStep, options);
    const session = folderOf(name ?? this.#unusedSession(`${options.wallTime ?? Date.now() / 1000}`));
    if (session === '' || session === '..') throw new UserError(`name must name a folder, got ${JSON.stringify(name)}`);
    // TensorBoard reads the first ones of a run and no others
    if (this.#sessions.has(session)) throw new UserError(`the run ${session} has hyperparameters already`);
    if (this.#columns) expectColumns(made, this.#columns, session);
    if (session === '.') for (const event of made.events) this.#events.add(event);
    else this.#events.writeRun(session, made.events);
    this.#sessions.add(session);
    if (made.namesColumns) this.#columns ??= made;
  }

  /**
   * Points for the Projector: files beside the event file, and their entry in projector_config.pbtxt.
   * @param mat [points, dimensions]
   * @param metadata a label a point, or a row of labels a point
   * @param labelImg [points, channels, size, size]: a picture a point, as `addImage` takes its numbers
   * @param metadataHeader names the columns of such rows
   * @throws UserError for other shapes and lengths, and for a tag that has other files at this step
   */
  addEmbedding(
    mat: Values,
    metadata?: EmbeddingMetadata,
    labelImg?: Values,
    globalStep = 0,
    tag = 'default',
    metadataHeader?: readonly string[],
  ): void {
    writeEmbedding(this.#events, embedding(mat, { metadata, labelImg, metadataHeader, globalStep, tag }));
  }

  /**
   * Floats are from 0 to 1 and cut off outside; bytes are a Uint8Array with its shape, an int32 tensor, or ImageData, whose
   * order is known. A pixel with a NaN is red.
   * @param dataformats the order of axes, `CHW`, `HWC`, `HW`; 1 channel is grey, 2 with alpha, 3 RGB, 4 with alpha
   * @throws UserError for a shape that does not fit, and for whole numbers that are no bytes
   */
  addImage(
    tag: string,
    imgTensor: ImageSource,
    globalStep = 0,
    wallTime = Date.now() / 1000,
    dataformats = 'CHW',
  ): void {
    this.#add([imageSummary(tag, imgTensor, dataformats)], globalStep, wallTime);
  }

  /** A batch as one grid, 8 images a row. @param imgTensor as of `addImage`, with an axis N, or a list of images */
  addImages(
    tag: string,
    imgTensor: ImageSource | readonly ImageSource[],
    globalStep = 0,
    wallTime = Date.now() / 1000,
    dataformats = 'NCHW',
  ): void {
    this.#add([imagesSummary(tag, imgTensor, dataformats)], globalStep, wallTime);
  }

  /**
   * Red boxes on an image of `addImage`.
   * @param boxTensor [boxes, 4], xmin, ymin, xmax, ymax in pixels
   * @param labels one a box, drawn with the letters of Latin-1
   * @param rescale the factor by which the picture grows once boxes are drawn
   */
  addImageWithBoxes(
    tag: string,
    imgTensor: ImageSource,
    boxTensor: Values,
    globalStep = 0,
    wallTime = Date.now() / 1000,
    dataformats = 'CHW',
    labels?: string | readonly string[],
    rescale = 1,
  ): void {
    this.#add([imageWithBoxesSummary(tag, imgTensor, boxTensor, dataformats, labels, rescale)], globalStep, wallTime);
  }

  /**
   * What another program drew: a PNG, or a canvas that makes one; several of one size are shown one beside another.
   * @param close calls the `close()` of a canvas that has one
   * @throws UserError for what is no whole PNG
   */
  addFigure(
    tag: string,
    figure: Figure | readonly Figure[],
    globalStep = 0,
    close = true,
    wallTime = Date.now() / 1000,
  ): void {
    this.#add([figureSummary(tag, figure)], globalStep, wallTime);
    if (close) closeFigures(figure);
  }

  /**
   * An animated GIF, exact up to 256 colours a frame; a batch becomes a grid.
   * @param vidTensor numbers as of `addImage`, [N, T, C, H, W]
   * @param fps frames a second; a GIF shows at most 50
   */
  addVideo(
    tag: string,
    vidTensor: Values,
    globalStep = 0,
    fps = 4,
    wallTime = Date.now() / 1000,
    dataformats = 'NTCHW',
  ): void {
    this.#add([videoSummary(tag, vidTensor, fps, dataformats)], globalStep, wallTime);
  }

  /**
   * A WAV of 16-bit samples.
   * @param sndTensor [frames], [frames, channels] or [channels, frames] of 1 or 2 channels; floats from -1 to 1, cut off
   *   outside, or an Int16Array
   * @param sampleRate frames a second
   */
  addAudio(tag: string, sndTensor: Values, globalStep = 0, sampleRate = 44_100, wallTime = Date.now() / 1000): void {
    this.#add([audioSummary(tag, sndTensor, sampleRate)], globalStep, wallTime);
  }

  /** Resolves when the operating system has what was added, and with `sync` when the disk has. */
  async flush({ sync = false } = {}): Promise<void> {
    await this.#events.flush(sync);
  }

  /** Flushes and closes the file; a second call does nothing. */
  async close(): Promise<void> {
    await this.#events.close();
  }

  /** Closes the file and takes it away, with the folders made for it: one that is begun and cannot be finished. */
  discard(): void {
    this.#events.discard();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #add(value: tensorboard.Summary.IValue[], step: number, wallTime: number): void {
    expectStep(step);
    expectTime(wallTime);
    this.#events.add({ step, wallTime, summary: { value } });
  }

  #unusedSession(name: string): string {
    let unused = name;
    for (let n = 1; this.#sessions.has(unused); n++) unused = `${name}.${n}`;
    return unused;
  }
}

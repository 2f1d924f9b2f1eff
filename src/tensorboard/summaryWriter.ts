// tensorboardX's SummaryWriter: models and values become events in a file that TensorBoard reads.
import type { Values } from '../media/tensorInput.ts';
import { type GraphInput, inputSpecs } from '../trace/inputs.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { trace } from '../trace/traceModel.ts';
import { type EmbeddingMetadata, embedding, writeEmbedding } from './projector.ts';
import { type GraphOptions, graphEvents } from './summaries/graphEvents.ts';
import { type Hparams, type HparamsOptions, hparamsSession } from './summaries/hparams.ts';
import { layersGraphSummary } from './summaries/layersGraph.ts';
import { tensorSummary } from './summaries/tensor.ts';
import { textSummary } from './summaries/text.ts';
import { Trials } from './trials.ts';
import { CurveWriter } from './writers/curveWriter.ts';
import { addValues, eventsOf } from './writers/runWriter.ts';

/**
 * Writes event files that TensorBoard reads. Here are the methods for graphs, text, tensors, hyperparameters and embeddings;
 * `CurveWriter` has those for scalars, histograms and curves, `MediaWriter` those for pictures, sound and meshes, and
 * `RunWriter` has `flush` and `close`.
 *
 * Each `add*` is synchronous, and throws a UserError for wrong values and the storage's error where that is full. In all of
 * them `globalStep` is the position on the horizontal axis, 0 by default, and `wallTime` is in seconds since 1970, now by
 * default. Half a surrogate pair in a text is written as U+FFFD.
 */
export class SummaryWriter extends CurveWriter {
  readonly #trials = new Trials();

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
    const wallTime = this.now();
    const made = graphEvents(traced, options, wallTime);
    const conceptual = traced.modules[0]?.isModel ? [layersGraphSummary(traced, options.tag)] : [];
    for (const event of made) eventsOf(this).add({ wallTime, ...event });
    for (const value of conceptual) addValues(this, [value], 0, wallTime);
  }

  /** Markdown, under `<tag>/text_summary` as the reference has it. */
  addText(tag: string, text: string, globalStep = 0, wallTime = this.now()): void {
    addValues(this, [textSummary(tag, text)], globalStep, wallTime);
  }

  /**
   * A tensor as it is, of numbers, booleans or strings; plain numbers are float64. No dashboard shows it: read it back with
   * `readEvents`, or TensorBoard's EventAccumulator.
   */
  addTensor(tag: string, tensor: Values, globalStep = 0, wallTime = this.now()): void {
    addValues(this, [tensorSummary(tag, tensor)], globalStep, wallTime);
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
    const wallTime = options.wallTime ?? this.now();
    const made = hparamsSession(hparams, metrics, globalStep, { ...options, wallTime });
    const run = this.#trials.runOf(made, name, wallTime);
    if (run === '.') for (const event of made.events) eventsOf(this).add(event);
    else eventsOf(this).writeRun(run, made.events);
    this.#trials.add(run, made);
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
    writeEmbedding(eventsOf(this), embedding(mat, { metadata, labelImg, metadataHeader, globalStep, tag }));
  }
}

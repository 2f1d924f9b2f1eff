// tensorboardX's SummaryWriter: models and values become events in a file that TensorBoard reads.

import { runningSpecs } from '../axes/explainAxes.ts';
import type { Values } from '../media/tensorInput.ts';
import { expectOptions } from '../options.ts';
import { adapterOf } from '../trace/adapters.ts';
import { type ModelInputs, splitArguments } from '../trace/inputs.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { traceSpecs } from '../trace/traceModel.ts';
import { type EmbeddingMetadata, embedding, writeEmbedding } from './projector.ts';
import { type GraphOptions, graphEvents, graphOptionNames } from './summaries/graphEvents.ts';
import { type Hparams, type HparamsOptions, hparamsOptionNames, hparamsSession } from './summaries/hparams.ts';
import { layersGraphSummary } from './summaries/layersGraph.ts';
import { tensorSummary } from './summaries/tensor.ts';
import { textSummary } from './summaries/text.ts';
import { Trials } from './trials.ts';
import { CurveWriter } from './writers/curveWriter.ts';
import { addValues, eventsOf } from './writers/runWriter.ts';

/**
 * Writes event files that TensorBoard reads: graphs, text, tensors, hyperparameters and embeddings. Inherited: scalars,
 * histograms and curves (`CurveWriter`), images, audio and meshes (`MediaWriter`), `flush` and `close` (`RunWriter`).
 *
 * Each `add*` is synchronous, and throws a UserError for wrong values and the storage's error, such as that of a full disk. In all of
 * them `globalStep` is the position on the horizontal axis, 0 by default, and `wallTime` is in seconds since 1970, now by
 * default. A lone surrogate in a text is written as U+FFFD.
 * @example
 * const storage = memoryStorage();
 * const writer = new SummaryWriter({ logdir: 'logs', storage });
 * writer.addScalar('loss', 0.5, 1);
 * await writer.close();
 */
export class SummaryWriter extends CurveWriter {
  readonly #trials = new Trials();

  /**
   * Traces `model` once, on shapes alone unless a backend is named, and writes its graph. TensorBoard shows one graph without a
   * tag per run, and any number with tags. The conceptual graph of a tf.layers model, of layers alone, is written too.
   * @param inputs in any form of `ModelInputs`, with the batch; may be left out where the model knows them, whose batch is then 1
   * @throws UserError for an unknown option, for inputs that nobody knows, for a kernel that the trace or the dialect does not
   * know, and the model's own errors
   * @example
   * writer.addGraph(model); // a tf.LayersModel knows its inputs
   * writer.addGraph(module, [1, 3, 224, 224]);
   */
  addGraph(model: Traceable, inputs?: ModelInputs, options?: GraphOptions): void;
  addGraph(model: Traceable, options: GraphOptions): void;
  addGraph(model: Traceable, first?: ModelInputs | GraphOptions, second?: GraphOptions): void {
    const { inputs, options = {} } = splitArguments<ModelInputs, GraphOptions>(first, second);
    expectOptions(options, graphOptionNames);
    const adapter = adapterOf(model);
    const specs = runningSpecs(adapter, inputs, 'addGraph(model, [1, 224, 224, 3])');
    this.addTrace(traceSpecs(adapter, specs, options), options);
  }

  /** Writes the graph of a forward pass that was traced before, as `addGraph` does, such as that of a `profile`. */
  addTrace(traced: Trace, options: GraphOptions = {}): void {
    expectOptions(options, graphOptionNames);
    const wallTime = this.now();
    const made = graphEvents(traced, options, wallTime);
    const conceptual = traced.modules[0]?.isModel ? [layersGraphSummary(traced, options.tag)] : [];
    for (const event of made) eventsOf(this).add({ wallTime, ...event });
    for (const value of conceptual) addValues(this, [value], 0, wallTime);
  }

  /** Writes a text in markdown, under the tag `<tag>/text_summary` as tensorboardX does. */
  addText(tag: string, text: string, globalStep = 0, wallTime = this.now()): void {
    addValues(this, [textSummary(tag, text)], globalStep, wallTime);
  }

  /**
   * Writes a tensor of numbers, booleans or strings as it is; plain numbers become float64. No dashboard shows it: read it back
   * by `readEvents`, or by TensorBoard's EventAccumulator.
   */
  addTensor(tag: string, tensor: Values, globalStep = 0, wallTime = this.now()): void {
    addValues(this, [tensorSummary(tag, tensor)], globalStep, wallTime);
  }

  /**
   * Writes the hyperparameters of a training and its final metrics, a row of the HParams dashboard.
   * @param metrics numbers by tag; use no tag that another scalar of that run has
   * @param name folder of the trial's run, below this run; `.` writes into this run; the wall time by default
   * @throws UserError for values of other types or outside their domains, for a name that has hyperparameters already, and for
   * a column that an earlier trial with domains lacks
   */
  addHparams(
    hparams: Hparams,
    metrics: Readonly<Record<string, Values>>,
    name?: string,
    globalStep = 0,
    options: HparamsOptions = {},
  ): void {
    expectOptions(options, hparamsOptionNames);
    const wallTime = options.wallTime ?? this.now();
    const made = hparamsSession(hparams, metrics, globalStep, { ...options, wallTime });
    const run = this.#trials.runOf(made, name, wallTime);
    if (run === '.') for (const event of made.events) eventsOf(this).add(event);
    else eventsOf(this).writeRun(run, made.events);
    this.#trials.add(run, made);
  }

  /**
   * Writes points for the Projector dashboard: files next to the event file, and their entry in projector_config.pbtxt.
   * @param mat [points, dimensions]
   * @param metadata one label per point, or one row of labels per point; no labels by default
   * @param labelImg one image per point, [points, channels, size, size], with pixels as in `addImage`; no images by default
   * @param metadataHeader the names of the columns, where labels are rows; no header by default
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

// tensorboardX's SummaryWriter: events in a file that TensorBoard reads. In: models and numbers. Out: one event file.
import type { tensorboard } from '../proto/messages.js';
import { type GraphInput, inputSpecs } from '../trace/graphInput.ts';
import { type Traceable, trace } from '../trace/record.ts';
import type { Trace } from '../trace/trace.ts';
import { EventWriter, type SummaryWriterOptions } from './eventWriter.ts';
import { expectStep } from './expect.ts';
import type { Bins } from './histogram.ts';
import { type GraphOptions, graphEvents } from './summaries/graph.ts';
import { histogramSummary, rawHistogramSummary } from './summaries/histogram.ts';
import { scalarEvent } from './summaries/scalar.ts';
import { textSummary } from './summaries/text.ts';
import type { Values } from './values.ts';

/**
 * Every `add*` is synchronous and throws what it finds wrong, a disk that is full included. `globalStep` is where the value
 * stands on the horizontal axis, 0; `wallTime` is in seconds since 1970, now.
 */
export class SummaryWriter {
  readonly #events: EventWriter;

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
   * Traces `model` once, on shapes alone unless a backend is named, and writes its graph; TensorBoard shows one graph a run.
   * @throws UserError for a kernel that the trace or the dialect does not know, and whatever the model throws
   */
  addGraph(model: Traceable, inputs: GraphInput | readonly GraphInput[], options: GraphOptions = {}): void {
    this.addTrace(trace(model, inputSpecs(inputs), options), options);
  }

  /** As `addGraph`, for a forward pass that was traced before. */
  addTrace(traced: Trace, options: GraphOptions = {}): void {
    for (const event of graphEvents(traced, options)) this.#events.add(event);
  }

  addScalar(tag: string, value: number, globalStep = 0, wallTime = Date.now() / 1000): void {
    this.#events.addMessage(scalarEvent(tag, value, globalStep, wallTime));
  }

  /** Curves in one chart: each key is a run of its own, `<logdir>/<mainTag>_<key>`. */
  addScalars(
    mainTag: string,
    values: Readonly<Record<string, number>>,
    globalStep = 0,
    wallTime = Date.now() / 1000,
  ): void {
    const made = Object.entries(values).map(
      ([key, value]) => [key, scalarEvent(mainTag, value, globalStep, wallTime, key)] as const,
    );
    for (const [key, message] of made) this.#events.run(`${mainTag}_${key}`).addMessage(message);
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
    this.#add(histogramSummary(tag, values, bins, maxBins), globalStep, wallTime);
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
    this.#add(rawHistogramSummary(tag, counted), globalStep, wallTime);
  }

  /** Markdown, under `<tag>/text_summary` as the reference has it. */
  addText(tag: string, text: string, globalStep = 0, wallTime = Date.now() / 1000): void {
    this.#add(textSummary(tag, text), globalStep, wallTime);
  }

  /** Resolves when the operating system has what was added, and with `sync` when the disk has. */
  async flush({ sync = false } = {}): Promise<void> {
    await this.#events.flush(sync);
  }

  /** Flushes and closes the file; a second call does nothing. */
  async close(): Promise<void> {
    await this.#events.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #add(value: tensorboard.Summary.IValue, step: number, wallTime: number): void {
    expectStep(step);
    this.#events.add({ step, wallTime, summary: { value: [value] } });
  }
}

// Writes the progress of a training: loss and metrics, the graph, weights, embeddings.
import { UserError } from '../errors.ts';
import type { SummaryWriter } from '../tensorboard/summaryWriter.ts';
import type { CheckedOptions } from './callbackOptions.ts';
import { type FittedModel, innerOf, learningRateOf } from './fittedModel.ts';
import { TrainingRuns } from './trainingRuns.ts';
import { addEmbeddings, addWeights, expectLabels } from './weightSummaries.ts';

/** Loss and metrics as fit tells them; those of tf.layers' own callbacks may still be tensors. */
type Logs = Readonly<Record<string, number | { data(): Promise<ArrayLike<number>> }>>;

/** Events of a training in the order in which fit tells them. Batches are counted on from fit to fit. */
export class TrainingLog {
  readonly #options: CheckedOptions;
  readonly #runs: TrainingRuns;
  #model: FittedModel | undefined;
  #graphWritten = false;
  #batches = 0;
  #epochStart = { batches: 0, milliseconds: 0 };
  #batchStart = 0;

  constructor(logdir: string, options: CheckedOptions) {
    this.#options = options;
    this.#runs = new TrainingRuns(logdir, options);
    this.#model = options.model;
  }

  setModel(fitted: FittedModel): void {
    const { model } = this.#options;
    // a Sequential trains a model that it holds
    this.#model = model && innerOf(model) === fitted ? model : fitted;
  }

  async beginTraining(): Promise<void> {
    await this.#runs.close();
    const { histogramFreq, embeddingsFreq, embeddingsMetadata, writeGraph } = this.#options;
    for (const [name, wanted] of Object.entries({ histogramFreq, embeddingsFreq, writeGraph }))
      if (wanted) this.#modelFor(name);
    if (embeddingsFreq > 0) expectLabels(this.#modelFor('embeddingsFreq'), embeddingsMetadata);
    if (!this.#model || writeGraph === false || this.#graphWritten) return;
    addGraph(this.#runs.train, this.#model, writeGraph === true);
    this.#graphWritten = true;
    await this.#runs.flush();
  }

  beginEpoch(): void {
    this.#epochStart = { batches: this.#batches, milliseconds: performance.now() };
  }

  beginBatch(): void {
    this.#batches += 1;
    this.#batchStart = performance.now();
  }

  async endBatch(logs: Logs | null | undefined): Promise<void> {
    const { updateFreq, writeStepsPerSecond } = this.#options;
    if (updateFreq === 'epoch' || (updateFreq !== 'batch' && this.#batches % updateFreq !== 0)) return;
    const { train } = this.#runs;
    for (const [name, value] of await scalarsIn(logs)) train.addScalar(`batch_${name}`, value, this.#batches);
    if (writeStepsPerSecond)
      train.addScalar('batch_steps_per_second', 1000 / (performance.now() - this.#batchStart), this.#batches);
  }

  async endEpoch(epoch: number, logs: Logs | null | undefined): Promise<void> {
    await this.#addMetrics(epoch, logs);
    await this.#addModel(epoch);
    await this.#runs.flush();
  }

  async close(): Promise<void> {
    await this.#runs.close();
  }

  async #addMetrics(epoch: number, logs: Logs | null | undefined): Promise<void> {
    const numbers = await scalarsIn(logs);
    for (const [name, value] of numbers)
      if (name.startsWith('val_')) {
        const { validation } = this.#runs;
        const metric = name.slice('val_'.length);
        validation.addScalar(`epoch_${metric}`, value, epoch);
        validation.addScalar(`evaluation_${metric}_vs_iterations`, value, this.#batches);
      } else this.#runs.train.addScalar(`epoch_${name}`, value, epoch);
    const rate = this.#model && learningRateOf(this.#model);
    if (rate !== undefined) this.#runs.train.addScalar('epoch_learning_rate', rate, epoch);
    if (!this.#options.writeStepsPerSecond) return;
    const { batches, milliseconds } = this.#epochStart;
    const seconds = (performance.now() - milliseconds) / 1000;
    this.#runs.train.addScalar('epoch_steps_per_second', (this.#batches - batches) / seconds, epoch);
  }

  async #addModel(epoch: number): Promise<void> {
    const { histogramFreq, embeddingsFreq, embeddingsMetadata = {}, writeImages = false } = this.#options;
    if (histogramFreq > 0 && epoch % histogramFreq === 0)
      await addWeights(this.#runs.train, this.#modelFor('histogramFreq'), epoch, writeImages);
    if (embeddingsFreq > 0 && epoch % embeddingsFreq === 0)
      await addEmbeddings(this.#runs.train, this.#modelFor('embeddingsFreq'), epoch, embeddingsMetadata);
  }

  /** @throws UserError where fit told no model, with the name of the `option` that needs one */
  #modelFor(option: string): FittedModel {
    if (!this.#model) throw new UserError(`${option} needs the model: give { model }, or { Callback: tf.Callback }`);
    return this.#model;
  }
}

/** Loss and metrics of a batch or an epoch by Keras's names. */
async function scalarsIn(logs: Logs | null | undefined): Promise<[string, number][]> {
  const numbers: [string, number][] = [];
  // `batch` and `size` are no metrics
  for (const [name, value] of Object.entries(logs ?? {}))
    if (name !== 'batch' && name !== 'size') {
      // a tensor without elements has none
      const number = typeof value === 'number' ? value : (await value.data())[0];
      if (number !== undefined) numbers.push([kerasName(name), number]);
    }
  return numbers;
}

// tf.layers calls accuracy `acc`, whichever name the user gave
const kerasName = (name: string): string => name.replace(/(^|_)acc$/, '$1accuracy');

/** Writes the graph, or the reason why there is none, unless the user `insists`: a training must not end for a picture. */
function addGraph(writer: SummaryWriter, model: FittedModel, insists: boolean): void {
  try {
    writer.addGraph(model);
  } catch (error) {
    // an error of the disk has a code
    if (insists || !(error instanceof Error) || 'code' in error) throw error;
    writer.addText('graph', `no graph: ${error.message}`);
  }
}

// Keras's TensorBoard callback for `model.fit` and `model.fitDataset` of tf.layers. In: what fit tells. Out: the runs
// `<logdir>/train` and `<logdir>/validation`.

import { UserError } from '../errors.ts';
import { expectOptions } from '../options.ts';
import type { EventStorage } from '../storage/storage.ts';
import type { SummaryWriterOptions } from '../tensorboard/files/eventWriter.ts';
import type { EmbeddingMetadata } from '../tensorboard/projector.ts';
import { SummaryWriter } from '../tensorboard/summaryWriter.ts';
import { baseCallbackOf, instanceOf } from './baseCallback.ts';
import { type FittedModel, innerOf, inputsOf, learningRateOf } from './fittedModel.ts';
import { addEmbeddings, addWeights, expectLabels } from './weightSummaries.ts';

export interface TensorBoardCallbackOptions
  extends Pick<SummaryWriterOptions, 'maxQueue' | 'flushSecs' | 'filenameSuffix' | 'storage'> {
  /** the model that is trained, where fit does not tell it: a bundle for browsers needs it for all but scalars, or `Callback` */
  readonly model?: FittedModel;
  /** when the loss and the metrics of a batch are written: never (`epoch`), after each `batch`, or after every so many */
  readonly updateFreq?: 'epoch' | 'batch' | number;
  /** epochs from one histogram of each weight to the next; 0, none */
  readonly histogramFreq?: number;
  /** the graph of the model, where it is known; where none can be drawn the text `graph` says why, unless it is `true` */
  readonly writeGraph?: boolean;
  /** weights as pictures too, where histograms are written */
  readonly writeImages?: boolean;
  readonly writeStepsPerSecond?: boolean;
  /** epochs from one copy of each Embedding layer for the Projector to the next; 0, none */
  readonly embeddingsFreq?: number;
  /** labels of an Embedding layer's rows, by the layer's name */
  readonly embeddingsMetadata?: Readonly<Record<string, EmbeddingMetadata>>;
}

/** What fit tells; scalars of tf.layers' own callbacks may still be tensors. */
type Logs = Readonly<Record<string, number>>;

export interface TensorBoardCallback {
  /** what tf.layers' own callbacks have, so that a list may hold both */
  readonly validationData: never;
  readonly params: never;
  onTrainBegin(logs?: Logs): Promise<void>;
  onTrainEnd(logs?: Logs): Promise<void>;
  onEpochBegin(epoch: number, logs?: Logs): Promise<void>;
  onEpochEnd(epoch: number, logs?: Logs): Promise<void>;
  onBatchBegin(batch: number, logs?: Logs): Promise<void>;
  onBatchEnd(batch: number, logs?: Logs): Promise<void>;
  /** as a list of tf.layers' own callbacks calls them */
  setParams(params: object): void;
  setModel(model: FittedModel): void;
}

type Handlers = Omit<TensorBoardCallback, 'validationData' | 'params' | 'onBatchEnd'> & {
  onBatchEnd?: (batch: number, logs?: Logs) => Promise<void>;
};

const optionNames = [
  'model',
  'updateFreq',
  'histogramFreq',
  'writeGraph',
  'writeImages',
  'writeStepsPerSecond',
  'embeddingsFreq',
  'embeddingsMetadata',
  'maxQueue',
  'flushSecs',
  'filenameSuffix',
  'storage',
] satisfies (keyof TensorBoardCallbackOptions)[];

/** tf.Callback, of the copy of tf.layers that trains */
type CallbackClass<T extends object> = abstract new () => T;

/**
 * Keras's TensorBoard callback, for the option `callbacks` of `model.fit` and `model.fitDataset`, alone or in a list with
 * others. It is one of tf.layers' own where it can tell their class: by `Callback: tf.Callback`, by `model`, or in Node by the
 * package @tensorflow/tfjs-layers. Steps of batches go on from fit to fit; whatever numbers the weights come to, so does the
 * training.
 * @throws UserError for options that are unknown or out of range; fit rejects with what a disk answers
 */
export function tensorBoardCallback<T extends object>(
  logdir: string,
  options: TensorBoardCallbackOptions & { readonly Callback: CallbackClass<T> },
): T;
export function tensorBoardCallback(logdir: string, options?: TensorBoardCallbackOptions): TensorBoardCallback;
export function tensorBoardCallback(
  logdir: string,
  given: TensorBoardCallbackOptions & { readonly Callback?: CallbackClass<object> } = {},
): object {
  if (typeof logdir !== 'string' || logdir === '')
    throw new UserError(`logdir must name a folder, got ${JSON.stringify(logdir)}`);
  expectOptions(given, [...optionNames, 'Callback']);
  const { Callback, ...options } = given;
  if (Callback !== undefined && typeof Callback !== 'function')
    throw new UserError(`Callback must be the class tf.Callback, got ${JSON.stringify(Callback)}`);
  const callback = handlers(logdir, options);
  if (Callback) return Object.assign(Reflect.construct(Callback, []), callback);
  const base = options.model && baseCallbackOf(options.model);
  return base ? instanceOf(base, callback) : callback;
}

function handlers(logdir: string, options: TensorBoardCallbackOptions): Handlers {
  const { updateFreq = 'epoch', histogramFreq = 0, embeddingsFreq = 0, storage } = options;
  if (!storage) throw new UserError('there is no disk here: give { storage: memoryStorage() }');
  if (updateFreq !== 'epoch' && updateFreq !== 'batch' && !(Number.isSafeInteger(updateFreq) && updateFreq >= 1))
    throw new UserError(`updateFreq must be epoch, batch or a whole number of at least 1, got ${updateFreq}`);
  for (const [name, epochs] of Object.entries({ histogramFreq, embeddingsFreq }))
    if (!Number.isSafeInteger(epochs) || epochs < 0)
      throw new UserError(`${name} must be a whole number of epochs from 0, got ${epochs}`);
  const everyBatches = updateFreq === 'batch' ? 1 : updateFreq;
  const runs = new Runs(logdir, { ...options, storage });
  let { model } = options;
  let graphWritten = false;
  let batches = 0;
  let epochStart = { batches: 0, milliseconds: 0 };
  let batchStart = 0;

  const modelFor = (what: string): FittedModel => {
    if (!model) throw new UserError(`${what} needs the model: give { model }, or { Callback: tf.Callback }`);
    return model;
  };
  // fit is told, and what was written until then is kept
  const orClose =
    <A extends unknown[]>(handler: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      try {
        await handler(...args);
      } catch (error) {
        await runs.close().catch(() => undefined);
        throw error;
      }
    };
  const callback: Handlers = {
    setParams() {
      // a list calls every method; alone, an onBatchEnd that does nothing would make fit wait for the numbers of each batch
      callback.onBatchEnd ??= async () => undefined;
    },
    setModel(fitted) {
      // a Sequential trains a model that it holds
      model = options.model && innerOf(options.model) === fitted ? options.model : fitted;
    },
    onTrainBegin: orClose(async () => {
      await runs.close();
      for (const [name, wanted] of Object.entries({ histogramFreq, embeddingsFreq, writeGraph: options.writeGraph }))
        if (wanted) modelFor(name);
      if (embeddingsFreq > 0) expectLabels(modelFor('embeddingsFreq'), options.embeddingsMetadata);
      if (!model || options.writeGraph === false || graphWritten) return;
      addGraph(runs.train, model, options.writeGraph === true);
      graphWritten = true;
      await runs.flush();
    }),
    async onEpochBegin() {
      epochStart = { batches, milliseconds: performance.now() };
    },
    async onBatchBegin() {
      batches += 1;
      batchStart = performance.now();
    },
    onEpochEnd: orClose(async (epoch: number, logs?: Logs | null) => {
      const numbers = await scalarsIn(logs ?? {});
      for (const [name, value] of numbers)
        if (name.startsWith('val_')) {
          const metric = name.slice('val_'.length);
          runs.validation.addScalar(`epoch_${metric}`, value, epoch);
          runs.validation.addScalar(`evaluation_${metric}_vs_iterations`, value, batches);
        } else runs.train.addScalar(`epoch_${name}`, value, epoch);
      const rate = model && learningRateOf(model);
      if (rate !== undefined) runs.train.addScalar('epoch_learning_rate', rate, epoch);
      if (options.writeStepsPerSecond) {
        const seconds = (performance.now() - epochStart.milliseconds) / 1000;
        runs.train.addScalar('epoch_steps_per_second', (batches - epochStart.batches) / seconds, epoch);
      }
      if (histogramFreq > 0 && epoch % histogramFreq === 0)
        await addWeights(runs.train, modelFor('histogramFreq'), epoch, options.writeImages === true);
      if (embeddingsFreq > 0 && epoch % embeddingsFreq === 0)
        await addEmbeddings(runs.train, modelFor('embeddingsFreq'), epoch, options.embeddingsMetadata ?? {});
      await runs.flush();
    }),
    async onTrainEnd() {
      await runs.close();
    },
  };
  if (everyBatches !== 'epoch')
    callback.onBatchEnd = orClose(async (_: number, logs?: Logs | null) => {
      if (batches % everyBatches !== 0) return;
      for (const [name, value] of await scalarsIn(logs ?? {})) runs.train.addScalar(`batch_${name}`, value, batches);
      if (options.writeStepsPerSecond)
        runs.train.addScalar('batch_steps_per_second', 1000 / (performance.now() - batchStart), batches);
    });
  return callback;
}

/** The writers of both runs, each from when it is first needed. */
class Runs {
  readonly #logdir: string;
  readonly #options: SummaryWriterOptions & { readonly storage: EventStorage };
  readonly #open = new Map<string, SummaryWriter>();

  constructor(logdir: string, options: TensorBoardCallbackOptions & { readonly storage: EventStorage }) {
    const { storage, maxQueue, flushSecs, filenameSuffix } = options;
    this.#logdir = logdir;
    this.#options = {
      storage,
      ...(maxQueue !== undefined && { maxQueue }),
      ...(flushSecs !== undefined && { flushSecs }),
      ...(filenameSuffix !== undefined && { filenameSuffix }),
    };
  }

  get train(): SummaryWriter {
    return this.#writer('train');
  }

  get validation(): SummaryWriter {
    return this.#writer('validation');
  }

  async flush(): Promise<void> {
    for (const writer of this.#open.values()) await writer.flush();
  }

  async close(): Promise<void> {
    const writers = [...this.#open.values()];
    this.#open.clear();
    const closed = await Promise.allSettled(writers.map((writer) => writer.close()));
    for (const result of closed) if (result.status === 'rejected') throw result.reason;
  }

  #writer(run: string): SummaryWriter {
    const known = this.#open.get(run);
    if (known) return known;
    const logdir = this.#options.storage.join(this.#logdir, run);
    const writer = new SummaryWriter({ ...this.#options, logdir });
    this.#open.set(run, writer);
    return writer;
  }
}

/** Loss and metrics by Keras's names; `batch` and `size` say what was trained on. */
async function scalarsIn(logs: Readonly<Record<string, number | { data(): Promise<ArrayLike<number>> }>>) {
  const numbers: [string, number][] = [];
  for (const [name, value] of Object.entries(logs))
    if (name !== 'batch' && name !== 'size') {
      // undefined of a tensor without elements
      const number = typeof value === 'number' ? value : (await value.data())[0];
      if (number !== undefined) numbers.push([kerasName(name), number]);
    }
  return numbers;
}

// tf.layers calls accuracy `acc` however the user does
const kerasName = (name: string): string => name.replace(/(^|_)acc$/, '$1accuracy');

/** A training must not end for a picture that nobody asked for. */
function addGraph(writer: SummaryWriter, model: FittedModel, insists: boolean): void {
  try {
    writer.addGraph(model as never, inputsOf(model));
  } catch (error) {
    // what a disk answers has a code
    if (insists || !(error instanceof Error) || 'code' in error) throw error;
    writer.addText('graph', `no graph: ${error.message}`);
  }
}

// Keras's TensorBoard callback for `model.fit` and `model.fitDataset` of tf.layers.
import { UserError } from '../errors.ts';
import { expectKinds } from '../options.ts';
import { baseCallbackOf, instanceOf } from './baseCallback.ts';
import { callbackOptionKinds, type TensorBoardCallbackOptions, withDefaults } from './callbackOptions.ts';
import type { FittedModel } from './fittedModel.ts';
import { TrainingLog } from './trainingLog.ts';

/** Loss and metrics of a batch or an epoch, by their names. */
export type Logs = Readonly<Record<string, number>>;

/** The callback, for the option `callbacks` of `model.fit` and `model.fitDataset`; fit calls its methods. */
export interface TensorBoardCallback {
  /** a property of tf.layers' own callbacks, so that a list may hold both */
  readonly validationData: never;
  /** a property of tf.layers' own callbacks, so that a list may hold both */
  readonly params: never;
  /** called once before the first epoch */
  onTrainBegin(logs?: Logs): Promise<void>;
  /** called once after the last epoch; closes the writers */
  onTrainEnd(logs?: Logs): Promise<void>;
  /** called before each epoch, counted from 0 */
  onEpochBegin(epoch: number, logs?: Logs): Promise<void>;
  /** called after each epoch with its loss and metrics, those of validation too */
  onEpochEnd(epoch: number, logs?: Logs): Promise<void>;
  /** called before each batch, counted from 0 in each epoch */
  onBatchBegin(batch: number, logs?: Logs): Promise<void>;
  /** called after each batch with its loss and metrics */
  onBatchEnd(batch: number, logs?: Logs): Promise<void>;
  /** called by a list of tf.layers' own callbacks, as `setModel` is */
  setParams(params: object): void;
  /** called with the model that trains, before `onTrainBegin` */
  setModel(model: FittedModel): void;
}

type Handlers = Omit<TensorBoardCallback, 'validationData' | 'params' | 'onBatchEnd'> & {
  onBatchEnd?: (batch: number, logs?: Logs) => Promise<void>;
};

/** The class tf.Callback, of the copy of tf.layers that trains. */
export type CallbackClass<T extends object> = abstract new () => T;

/**
 * Creates Keras's TensorBoard callback, for the option `callbacks` of `model.fit` and `model.fitDataset`, alone or in a list
 * with others. It writes the runs `<logdir>/train` and `<logdir>/validation`. Batches are counted on from fit to fit. Weights
 * that cannot be drawn, such as those without a finite value, do not end a training.
 *
 * The callback is an instance of tf.Callback where that class is known: by the option `Callback: tf.Callback`, by the option
 * `model`, or in Node by the package @tensorflow/tfjs-layers. tf.js takes no plain object of handlers in a list after such an
 * instance, and ends fit with `callback.setParams is not a function`: make it a `new tf.CustomCallback({ onEpochEnd })`.
 * @throws UserError for options that are unknown or out of range; fit rejects with the errors of the disk
 * @example
 * await model.fit(x, y, { epochs: 5, callbacks: tensorBoardCallback('logs', { histogramFreq: 1 }) });
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
    throw new UserError(
      `the first argument must be the folder, such as tensorBoardCallback('logs', { histogramFreq: 1 }), got ${JSON.stringify(logdir)}`,
    );
  expectKinds(given, callbackOptionKinds);
  const { Callback, ...options } = given;
  const callback = handlers(logdir, options);
  if (Callback) return Object.assign(Reflect.construct(Callback, []), callback);
  const base = options.model && baseCallbackOf(options.model);
  return base ? instanceOf(base, callback) : callback;
}

function handlers(logdir: string, options: TensorBoardCallbackOptions): Handlers {
  const checked = withDefaults(options);
  const log = new TrainingLog(logdir, checked);
  /** A handler whose error reaches fit, after the events before it are written. */
  const orClose =
    <A extends unknown[]>(handler: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      try {
        await handler(...args);
      } catch (error) {
        await log.close().catch(() => undefined);
        throw error;
      }
    };
  const callback: Handlers = {
    setParams() {
      // a list calls every method; alone, an onBatchEnd that does nothing would make fit wait for the metrics of each batch
      callback.onBatchEnd ??= async () => undefined;
    },
    setModel: (model) => log.setModel(model),
    onTrainBegin: orClose(() => log.beginTraining()),
    onEpochBegin: async () => log.beginEpoch(),
    onBatchBegin: async () => log.beginBatch(),
    onEpochEnd: orClose((epoch: number, logs?: Logs | null) => log.endEpoch(epoch, logs)),
    onTrainEnd: () => log.close(),
  };
  if (checked.updateFreq !== 'epoch')
    callback.onBatchEnd = orClose((_: number, logs?: Logs | null) => log.endBatch(logs));
  return callback;
}

// Options of the callback for tf.layers.
import { got } from '../checks.ts';
import { UserError } from '../errors.ts';
import type { SummaryWriterOptions } from '../tensorboard/files/eventWriter.ts';
import type { EmbeddingMetadata } from '../tensorboard/projector.ts';
import type { FittedModel } from './fittedModel.ts';

/** Options of `tensorBoardCallback`. */
export interface TensorBoardCallbackOptions
  extends Pick<SummaryWriterOptions, 'maxQueue' | 'flushSecs' | 'filenameSuffix' | 'storage'> {
  /**
   * the model that is trained; the one that fit tells. In a bundle for browsers fit tells none, and all but scalars need this
   * or `Callback`
   */
  readonly model?: FittedModel;
  /** when loss and metrics of batches are written: `epoch` never, `batch` after each, a number after so many batches; `epoch` */
  readonly updateFreq?: 'epoch' | 'batch' | number;
  /** epochs between two histograms of each weight; 0, none */
  readonly histogramFreq?: number;
  /**
   * whether the graph of the model is written: `false` no; `true` yes, or fit rejects with the reason; by default the reason
   * why there is none is written as the text `graph`
   */
  readonly writeGraph?: boolean;
  /** whether weights are written as images too, in the epochs that have histograms; false */
  readonly writeImages?: boolean;
  /** whether steps per second are written, for each epoch and each written batch; false */
  readonly writeStepsPerSecond?: boolean;
  /** epochs between two copies of each Embedding layer for the Projector; 0, none */
  readonly embeddingsFreq?: number;
  /** labels of an Embedding layer's rows, by the layer's name; none */
  readonly embeddingsMetadata?: Readonly<Record<string, EmbeddingMetadata>>;
}

/** Names of the options that `tensorBoardCallback` takes. */
export const callbackOptionNames: readonly string[] = [
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
  'Callback',
] satisfies (keyof TensorBoardCallbackOptions | 'Callback')[];

/** Options with their defaults. */
export type CheckedOptions = TensorBoardCallbackOptions &
  Required<Pick<TensorBoardCallbackOptions, 'updateFreq' | 'histogramFreq' | 'embeddingsFreq' | 'storage'>>;

/** @throws UserError for a value out of range, and where there is no storage */
export function checkedOptions(options: TensorBoardCallbackOptions): CheckedOptions {
  const { updateFreq = 'epoch', histogramFreq = 0, embeddingsFreq = 0, storage } = options;
  if (!storage) throw new UserError('there is no disk here: give { storage: memoryStorage() }');
  if (updateFreq !== 'epoch' && updateFreq !== 'batch' && !(Number.isSafeInteger(updateFreq) && updateFreq >= 1))
    throw new UserError(`updateFreq must be epoch, batch or a whole number of at least 1, got ${got(updateFreq)}`);
  for (const [name, epochs] of Object.entries({ histogramFreq, embeddingsFreq }))
    if (!Number.isSafeInteger(epochs) || epochs < 0)
      throw new UserError(`${name} must be a whole number of epochs from 0, got ${got(epochs)}`);
  return { ...options, updateFreq, histogramFreq, embeddingsFreq, storage };
}

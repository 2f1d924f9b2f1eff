// Options of the callback for tf.layers.
import { UserError } from '../errors.ts';
import { countKind, type OptionKind, type OptionKinds, optionKinds } from '../options.ts';
import { type SummaryWriterOptions, writerOptionKinds } from '../tensorboard/files/writerOptions.ts';
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

const epochs: OptionKind = {
  must: 'be a whole number of epochs from 0',
  fits: countKind(0).fits,
};

/** The values that each option of `tensorBoardCallback` takes. */
export const callbackOptionKinds: OptionKinds<TensorBoardCallbackOptions & { readonly Callback?: unknown }> = {
  model: {
    must: 'be a model of tf.layers',
    fits: (value) => optionKinds.object.fits(value) && Array.isArray((value as FittedModel).layers),
  },
  updateFreq: {
    must: 'be epoch, batch or a whole number of at least 1',
    fits: (value) => value === 'epoch' || value === 'batch' || countKind(1).fits(value),
  },
  histogramFreq: epochs,
  writeGraph: optionKinds.flag,
  writeImages: optionKinds.flag,
  writeStepsPerSecond: optionKinds.flag,
  embeddingsFreq: epochs,
  embeddingsMetadata: {
    must: 'be labels by the name of a layer',
    fits: (value) => optionKinds.object.fits(value) && !Array.isArray(value),
  },
  maxQueue: writerOptionKinds.maxQueue,
  flushSecs: writerOptionKinds.flushSecs,
  filenameSuffix: writerOptionKinds.filenameSuffix,
  storage: writerOptionKinds.storage,
  Callback: { must: 'be the class tf.Callback', fits: (value) => typeof value === 'function' },
};

/** Options with their defaults. */
export type CheckedOptions = TensorBoardCallbackOptions &
  Required<Pick<TensorBoardCallbackOptions, 'updateFreq' | 'histogramFreq' | 'embeddingsFreq' | 'storage'>>;

/** @throws UserError where there is no storage */
export function withDefaults(options: TensorBoardCallbackOptions): CheckedOptions {
  const { updateFreq = 'epoch', histogramFreq = 0, embeddingsFreq = 0, storage } = options;
  if (!storage) throw new UserError('there is no disk here: give { storage: memoryStorage() }');
  return { ...options, updateFreq, histogramFreq, embeddingsFreq, storage };
}

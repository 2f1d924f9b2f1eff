// The comparison of one kernel call: its result, and the steps to it.
import type * as tf from '@tensorflow/tfjs-core';
import type { Difference, Gap } from './difference.ts';
import type { Step } from './program.ts';
import type { ReadableTensor } from './readableTensor.ts';

/** The comparison of one value that has a counterpart in the reference. */
export interface ComparedValue {
  /** Difference of the value that the tested program carried from the reference's. */
  readonly carried: Difference;
  /** Difference that this kernel makes: its output from the reference's inputs, against the reference's output. */
  readonly made: Gap;
  /** `carried` as one number, see `errorOf`. */
  readonly carriedError: number;
  readonly madeError: number;
}

/** The comparison of one kernel call. */
export interface ComparedStep {
  readonly call: number;
  /** The largest `carriedError` among its inputs that were compared. */
  readonly inputError: number;
  /** By index of the output, undefined for one without a counterpart. */
  readonly outputs: readonly (ComparedValue | undefined)[];
  /** The message of an error that the kernel threw. */
  readonly failure?: string;
}

/** Values that a step is about to read. */
export interface Reads {
  /** Tensors of the tested program. */
  readonly tensors: readonly tf.Tensor[];
  /** Values whose counterparts are read. */
  readonly values: readonly number[];
}

/** The outputs of a kernel, or the message of the error that it threw. */
export interface Attempt {
  readonly outputs?: readonly tf.Tensor[];
  readonly failure?: string;
}

/** An output of a kernel that ran on the reference's values: its gap from the counterpart, or the tensor where there is none. */
export type Remade = { readonly gap: Gap; readonly expected: ReadableTensor } | { readonly tensor: tf.Tensor };

/** A kernel that ran on the reference's values, or the message of the error that it threw. */
export interface RemadeStep {
  readonly outputs?: readonly (Remade | undefined)[] | undefined;
  readonly failure?: string | undefined;
}

/** A kernel that ran, and whose outputs are not compared yet. */
export interface RanStep {
  readonly step: Step;
  /** Tensors of the inputs that do not differ from the reference's, by value. */
  readonly equal: ReadonlyMap<number, tf.Tensor>;
  /** Outputs from the values that the tested program carried; undefined where the kernel failed. */
  readonly carried: readonly tf.Tensor[] | undefined;
  /** Outputs from the reference's values, where the kernel ran on these too. */
  readonly remade: RemadeStep['outputs'];
  /** Whether an input differs from the reference's. */
  readonly inputsDiffer: boolean;
  /** Whether the reference ran the same kernel, so that this one need not run on the reference's values. */
  readonly hasRun: boolean;
  readonly failure: string | undefined;
}

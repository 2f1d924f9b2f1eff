// What a comparison knows of one kernel call: its result, and what it has while the kernel is compared.
import type * as tf from '@tensorflow/tfjs-core';
import type { Difference, Gap } from './difference.ts';
import type { Step } from './program.ts';
import type { ReadableTensor } from './readableTensor.ts';

/** The comparison of one value that has a counterpart in the reference. */
export interface ComparedValue {
  /** Difference of the carried value from the reference's. */
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

/** The tensors that a step is about to read: tested ones, and counterparts of values. */
export interface Reads {
  readonly tensors: readonly tf.Tensor[];
  readonly values: readonly number[];
}

/** An output of a kernel on the reference's values: its gap from the counterpart where there is one, else the output. */
export type Remade = { readonly gap: Gap; readonly expected: ReadableTensor } | { readonly tensor: tf.Tensor };

/** A kernel that ran on the reference's values. */
export interface RemadeStep {
  readonly outputs?: readonly (Remade | undefined)[] | undefined;
  readonly failure?: string | undefined;
}

/** A kernel that ran, of which the outputs on the carried values are not compared yet. */
export interface RanStep {
  readonly step: Step;
  /** Inputs that do not differ, by value. */
  readonly equal: ReadonlyMap<number, tf.Tensor>;
  /** Outputs from the values that the program carried; undefined where the kernel failed. */
  readonly carried: readonly tf.Tensor[] | undefined;
  /** Outputs from the reference's values, where the kernel ran on these. */
  readonly remade: RemadeStep['outputs'];
  /** Whether an input differs. */
  readonly isFed: boolean;
  /** Whether the reference ran the same kernel, so that this one need not run on the reference's values. */
  readonly hasRun: boolean;
  readonly failure: string | undefined;
}

// Inputs of a model: shapes or tensors, with the batch.
import type { Dtype } from '../tensors.ts';

/** An input of a model; a `tf.Tensor` is one, too. */
export interface InputSpec {
  /** The name of the input's node in a graph. */
  readonly name?: string;
  /** [batch, ...] */
  readonly shape: readonly number[];
  /** float32 unless given. */
  readonly dtype?: Dtype;
}

/** An input as a model declares it, with null for an axis of any size; the first axis is the batch. */
export interface OpenInput {
  readonly name?: string;
  readonly shape: readonly (number | null)[];
  readonly dtype: Dtype;
}

/** A tensor, an `InputSpec`, or a shape with the batch, such as [batch, channels, height, width]. */
export type GraphInput = InputSpec | readonly number[];

/** One input or a list of inputs as a list of `InputSpec`. */
export function inputSpecs(inputs: GraphInput | readonly GraphInput[]): InputSpec[] {
  const several = Array.isArray(inputs) && !inputs.every((part) => typeof part === 'number');
  const list = (several ? inputs : [inputs]) as readonly GraphInput[];
  return list.map((input) => ('shape' in input ? input : { shape: input }));
}

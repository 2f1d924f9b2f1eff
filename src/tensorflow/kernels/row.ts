// What the rows of this room are made of: a kernel's attributes and values to a TensorFlow op.
import type { Attribute, TensorValue } from '../../graph/graph.ts';
import type { Dtype, Elements, Value } from '../../trace/trace.ts';

export interface Constant extends TensorValue {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly values: Elements;
}

/** A TensorFlow op, and what stands behind it when one is not enough. */
export interface Lowered {
  readonly op: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** the kernel's inputs by place, constants, and further ops; all of the kernel's inputs unless given */
  readonly inputs?: readonly Operand[];
  /** inputs that tf.js has as attributes, behind the others */
  readonly constants?: readonly Constant[];
}

/** An op on the way, with the shape and dtype of its one output. */
export interface Step extends Lowered {
  readonly output: Pick<Value, 'shape' | 'dtype'>;
}
export type Operand = number | Constant | Step;

/** @param named the place among `inputs` of the input with that name, undefined where it was not given */
export type Row = (
  // biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
  attributes: any,
  inputs: readonly Value[],
  outputs: readonly Value[],
  named: (name: string) => number | undefined,
) => Lowered;

export const typed = (dtype: Dtype, name = 'T'): Record<string, Attribute> => ({ [name]: { type: dtype } });
export const int32 = (name: string): Record<string, Attribute> => typed('int32', name);

export const list = (name: string, values: readonly number[]): Constant => ({
  name,
  values,
  shape: [values.length],
  dtype: 'int32',
});
/** Pairs such as paddings, [pairs, 2]. */
export const pairs = (name: string, values: readonly (readonly number[])[]): Constant => ({
  ...list(name, values.flat()),
  shape: [values.length, 2],
});
export const scalar = (name: string, value: number, dtype: Dtype = 'int32'): Constant => ({
  name,
  values: [value],
  shape: [],
  dtype,
});

/** The op of this name, with the dtype of the first input. */
export const direct =
  (op: string): Row =>
  (_, [x]) => ({ op, attributes: typed(x!.dtype) });

/** Each kernel of a list as the op of the same name. */
export const each = (kernels: string, row: (kernel: string) => Row): Record<string, Row> =>
  Object.fromEntries(kernels.split(/\s+/).map((kernel) => [kernel, row(kernel)]));

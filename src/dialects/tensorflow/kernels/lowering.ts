// What the rows of this room are made of: a kernel's attributes and values to a TensorFlow op.
import type { Attribute, NodeDtype, TensorValue } from '../../../graph/graph.ts';
import type { NoRule } from '../../../kernels/noRule.ts';
import type { Dtype, Elements } from '../../../tensors.ts';
import type { Value } from '../../../trace/trace.ts';

export interface Constant extends TensorValue {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly values: Elements;
}

/** A shape and dtype inside a graph. */
export interface Spec {
  readonly shape: readonly number[];
  readonly dtype: NodeDtype;
}

/** A TensorFlow op, and what stands behind it when one is not enough. */
export interface Lowered {
  readonly op: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** the kernel's inputs by index, constants, and further ops; all of the kernel's inputs unless given */
  readonly inputs?: readonly Operand[];
  /** inputs that tf.js has as attributes, behind the others */
  readonly constants?: readonly Constant[];
  /** those of the kernel unless given */
  readonly outputs?: readonly Spec[];
}

/** An op on the way. It is written once however many ops read it. */
export interface Step extends Lowered {
  readonly outputs: readonly Spec[];
}
/** One of the outputs of a step that has several. */
export interface Port {
  readonly step: Step;
  readonly at: number;
}
export type Operand = number | Constant | Step | Port;

/** An operand whose shape and dtype are known. */
export interface Wire<From extends Operand = Operand> extends Spec {
  readonly from: From;
}

/**
 * What the op gives is what the kernel gives; a list has one operand for each output of the kernel.
 * @param named the index among `inputs` of the input with that name, undefined where it was not given
 */
export type Lowering = (
  // biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
  attributes: any,
  inputs: readonly Value[],
  outputs: readonly Value[],
  named: (name: string) => number | undefined,
) => Lowered | readonly (Step | Port)[];

/** A row of a family's table. */
export type LoweringRow = Lowering | NoRule;

/** The inputs of a kernel by their names. */
export const wires =
  (inputs: readonly Value[], named: (name: string) => number | undefined) =>
  (name: string): Wire => {
    const index = named(name)!;
    return wire(index, inputs[index]!);
  };

export const wire = <From extends Operand>(from: From, { shape, dtype }: Spec): Wire<From> => ({ from, shape, dtype });

/** An op on the way that reads `inputs`. */
export const through = (
  op: string,
  attributes: Lowered['attributes'],
  output: Spec,
  ...inputs: readonly (Wire | Constant)[]
): Wire<Step> =>
  wire({ op, attributes, inputs: inputs.map((i) => ('from' in i ? i.from : i)), outputs: [output] }, output);

/** The op of this name with the dtype of `output` as its T. */
export const step = (op: string, output: Spec, ...inputs: readonly (Wire | Constant)[]): Wire<Step> =>
  through(op, typed(output.dtype), output, ...inputs);

/** As TensorFlow casts: a float towards zero, whatever is not zero to true; what is no number to any integer. */
export const cast = (x: Wire, dtype: NodeDtype): Wire<Step> =>
  through('Cast', { ...typed(x.dtype, 'SrcT'), ...typed(dtype, 'DstT') }, { shape: x.shape, dtype }, x);

export const typed = (dtype: NodeDtype, name = 'T'): Record<string, Attribute> => ({ [name]: { type: dtype } });
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

const utf8 = new TextEncoder();
export const text = (name: string, value: string): Constant => ({
  name,
  values: [utf8.encode(value)],
  shape: [],
  dtype: 'string',
});

/** The op of this name, with the dtype of the first input. */
export const direct =
  (op: string): Lowering =>
  (_, [x]) => ({ op, attributes: typed(x!.dtype) });

// A lowering turns the attributes and values of a kernel call into TensorFlow ops.
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

/** A TensorFlow op, and the ops and constants that it reads. */
export interface Lowered {
  readonly op: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Indices of the kernel's inputs, constants, and other ops; by default all inputs of the kernel. */
  readonly inputs?: readonly Source[];
  /** Further inputs, after the others, which are attributes in tf.js. */
  readonly constants?: readonly Constant[];
  /** By default the outputs of the kernel. */
  readonly outputs?: readonly Spec[];
}

/** An op that others read. It is emitted once, however many ops read it. */
export interface OpNode extends Lowered {
  readonly outputs: readonly Spec[];
}
/** One output of an op that has several. */
export interface OpOutput {
  readonly node: OpNode;
  readonly output: number;
}
/** A tensor that an op reads: an input of the kernel by index, a constant, or an output of another op. */
export type Source = number | Constant | OpNode | OpOutput;

/** A source with its shape and dtype. */
export interface Operand<From extends Source = Source> extends Spec {
  readonly source: From;
}

/**
 * Returns the op whose outputs are those of the kernel, or a list with one source for each output of the kernel.
 * @param named returns the index among `inputs` of the input with that name; undefined for an absent optional input
 */
export type Lowering = (
  // biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
  attributes: any,
  inputs: readonly Value[],
  outputs: readonly Value[],
  named: (name: string) => number | undefined,
) => Lowered | readonly (OpNode | OpOutput)[];

/** A row of a family's table. */
export type LoweringRow = Lowering | NoRule;

/** Returns a function from the name of a kernel's input to its operand. */
export const inputOperands =
  (inputs: readonly Value[], named: (name: string) => number | undefined) =>
  (name: string): Operand => {
    const index = named(name)!;
    return operand(index, inputs[index]!);
  };

export const operand = <From extends Source>(from: From, { shape, dtype }: Spec): Operand<From> => ({
  source: from,
  shape,
  dtype,
});

/** An op that reads `inputs` and has one output. */
export const opNode = (
  op: string,
  attributes: Lowered['attributes'],
  output: Spec,
  ...inputs: readonly (Operand | Constant)[]
): Operand<OpNode> =>
  operand({ op, attributes, inputs: inputs.map((i) => ('source' in i ? i.source : i)), outputs: [output] }, output);

/** An op whose attribute T is the dtype of `output`. */
export const typedOp = (op: string, output: Spec, ...inputs: readonly (Operand | Constant)[]): Operand<OpNode> =>
  opNode(op, typeAttribute(output.dtype), output, ...inputs);

/** TensorFlow's Cast: floats are rounded towards zero, and NaN becomes an arbitrary integer. */
export const cast = (x: Operand, dtype: NodeDtype): Operand<OpNode> =>
  opNode('Cast', { ...typeAttribute(x.dtype, 'SrcT'), ...typeAttribute(dtype, 'DstT') }, { shape: x.shape, dtype }, x);

export const typeAttribute = (dtype: NodeDtype, name = 'T'): Record<string, Attribute> => ({ [name]: { type: dtype } });
export const int32 = (name: string): Record<string, Attribute> => typeAttribute('int32', name);

export const list = (name: string, values: readonly number[]): Constant => ({
  name,
  values,
  shape: [values.length],
  dtype: 'int32',
});
/** Pairs such as paddings, of shape [pairs, 2]. */
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

/** A lowering to one op whose T is the dtype of the first input. */
export const direct =
  (op: string): Lowering =>
  (_, [x]) => ({ op, attributes: typeAttribute(x!.dtype) });

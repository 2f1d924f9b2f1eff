// Tensors of an ONNX graph as expressions: an operand has a shape, a dtype, and the op, constant or value that it comes from.
import type { Attributes, NodeDtype } from '../../graph/graph.ts';
import type { NoRule } from '../../kernels/noRule.ts';
import type { Elements } from '../../tensors.ts';
import type { Value } from '../../trace/trace.ts';

/** A shape and a dtype. */
export interface Spec {
  readonly shape: readonly number[];
  readonly dtype: NodeDtype;
}

/** An op of ONNX that operands come from. It is written once, however many ops read it. */
export interface OnnxOp {
  readonly op: string;
  readonly attributes: Attributes;
  /** Undefined for an optional input that is left out. */
  readonly inputs: readonly (Operand | undefined)[];
  readonly outputs: readonly Spec[];
}

/** A constant; `name` is the last part of its node's name. */
export interface OnnxConstant {
  readonly name: string;
  readonly values: Elements;
}

/** An output of an op, a constant, or a value of the trace by its index. */
type Source =
  | { readonly node: OnnxOp; readonly output: number }
  | { readonly constant: OnnxConstant }
  | { readonly valueId: number };

/** A tensor. A complex one of shape [...] is written as float32 of shape [..., 2]. */
export interface Operand extends Spec {
  readonly source: Source;
}

/**
 * Returns the operands that compute the outputs of a kernel.
 * @param inputs the kernel's inputs by name; an optional input may be missing
 * @param all the kernel's inputs in order, those of a list too
 */
export type Lowering = (
  // biome-ignore lint/suspicious/noExplicitAny: each kernel has inputs of its own
  inputs: any,
  // biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
  attributes: any,
  outputs: readonly Value[],
  all: readonly Operand[],
) => Operand | readonly Operand[];

/** A row of a family's table. */
export type LoweringRow = Lowering | NoRule;

/** All outputs of an op. */
export function outputsOf(
  op: string,
  inputs: OnnxOp['inputs'],
  outputs: readonly Spec[],
  attributes: Attributes = {},
): Operand[] {
  const node = { op, attributes, inputs, outputs };
  return outputs.map(({ shape, dtype }, output) => ({ shape, dtype, source: { node, output } }));
}

/** The output of an op that has one. */
export const opOutput = (op: string, inputs: OnnxOp['inputs'], output: Spec, attributes: Attributes = {}): Operand =>
  outputsOf(op, inputs, [output], attributes)[0]!;

export const constant = (name: string, dtype: NodeDtype, shape: readonly number[], values: Elements): Operand => ({
  shape,
  dtype,
  source: { constant: { name, values } },
});

/** A scalar of the dtype of `like`. */
export const scalar = (value: number, dtype: NodeDtype = 'float32', name = 'value'): Operand =>
  constant(name, dtype, [], [value]);

/** An int64 list: a shape, axes, or other sizes that ops of ONNX read. */
export const sizes = (name: string, values: readonly number[]): Operand =>
  constant(name, 'int64', [values.length], values);

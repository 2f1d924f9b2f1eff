// Const nodes, nodes whose attributes are dtypes, and the attribute that TensorBoard reads shapes from.
import type { Attribute, Attributes, GraphNode, NodeDtype, NodeShape, TensorValue } from '../../graph/graph.ts';

/** @param inputs control inputs that the constant waits for */
export const constantNode = (name: string, tensor: TensorValue, inputs: readonly string[] = []): GraphNode => ({
  name,
  op: 'Const',
  inputs,
  attributes: { dtype: { type: tensor.dtype }, value: { tensor }, ...outputShapes(tensor) },
});

/** One shape for each output of a node. */
export const outputShapes = (...outputs: readonly { readonly shape: NodeShape }[]): Attributes => ({
  _output_shapes: { shapes: outputs.map(({ shape }) => shape) },
});

/** Dtypes by the names of a node's attributes. */
export type Types = Readonly<Record<string, NodeDtype>>;

/** A node with one output. */
export function typedNode(
  name: string,
  op: string,
  inputs: readonly string[],
  shape: readonly number[],
  types: Types,
): GraphNode {
  const typeAttributes = Object.entries(types).map(([key, type]): [string, Attribute] => [key, { type }]);
  return { name, op, inputs, attributes: { ...Object.fromEntries(typeAttributes), ...outputShapes({ shape }) } };
}

/** A whole number. */
export const wholeScalar = (value: number): TensorValue => ({ dtype: 'int32', shape: [], values: [value] });

/** A list of whole numbers. */
export const wholeList = (values: readonly number[]): TensorValue => ({
  dtype: 'int32',
  shape: [values.length],
  values,
});

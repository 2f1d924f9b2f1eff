// Const nodes, and the attribute that TensorBoard reads shapes from.
import type { Attributes, GraphNode, NodeShape, TensorValue } from '../../graph/graph.ts';

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

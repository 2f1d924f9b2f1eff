// Nodes of an ONNX graph before it is written as bytes. Attributes whose names begin with an underscore are facts for the
// encoder and the passes, not attributes of ONNX.
import type { Attribute, Attributes, GraphNode, NodeDtype, TensorValue } from '../../graph/graph.ts';
import type { Spec } from './operand.ts';

/** The op of a node that stands for an input of the graph. */
export const inputOp = 'Input';
/** The op of a node that holds a tensor. */
export const constantOp = 'Constant';

/** Shapes and dtypes of a node's outputs. */
export const outputSpecs = (
  ...outputs: readonly { readonly shape: Spec['shape'] | null; readonly dtype: NodeDtype }[]
): Attributes => ({
  _output_shapes: { shapes: outputs.map(({ shape }) => shape) },
  _output_types: { types: outputs.map(({ dtype }) => dtype) },
});

export const constantNode = (name: string, tensor: TensorValue): GraphNode => ({
  name,
  op: constantOp,
  inputs: [],
  attributes: { value: { tensor }, ...outputSpecs({ shape: tensor.shape, dtype: tensor.dtype }) },
});

/** The tensor of a Constant node; undefined for any other node. */
export const tensorOf = ({ op, attributes: { value } }: GraphNode): TensorValue | undefined =>
  op === constantOp && value && 'tensor' in value ? value.tensor : undefined;

/** The numbers of a constant; undefined for any other node, and for strings. */
export function numbersOf(node: GraphNode | undefined): ArrayLike<number> | undefined {
  const tensor = node && tensorOf(node);
  return tensor?.dtype === 'string' ? undefined : (tensor?.values as ArrayLike<number> | undefined);
}

/** Shapes of a node's outputs, with -1 for an unknown size. */
export const shapesOf = ({ attributes: { _output_shapes } }: GraphNode): readonly (readonly number[] | null)[] =>
  _output_shapes && 'shapes' in _output_shapes ? _output_shapes.shapes : [];

export const typesOf = ({ attributes: { _output_types } }: GraphNode): readonly NodeDtype[] =>
  _output_types && 'types' in _output_types ? _output_types.types : [];

/** The integers of an attribute, an empty list where the node lacks it. */
export const intsOf = (attribute: Attribute | undefined): readonly number[] =>
  attribute && 'ints' in attribute ? attribute.ints : [];

/** The number of an attribute, or `otherwise` where the node lacks it. */
export function numberOf(attribute: Attribute | undefined, otherwise: number): number {
  if (attribute && 'i' in attribute) return attribute.i;
  return attribute && 'f' in attribute ? attribute.f : otherwise;
}

/** Whether a node has a graph inside. */
export function holdsGraph({ attributes }: GraphNode): boolean {
  for (const key in attributes) if ('graph' in attributes[key]!) return true;
  return false;
}

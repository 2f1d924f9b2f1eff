// Constant folding: sizes, and the order and shape of weights. What else follows from constants is left to the runtime.
import type { GraphNode, TensorValue } from '../../../graph/graph.ts';
import { product } from '../../../tensors.ts';
import { constantNode, intsOf, shapesOf, tensorOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';
import { reshapedTensor, transposedTensor } from './reordered.ts';

type Rule = (node: GraphNode, x: TensorValue) => TensorValue | undefined;

const withShape: Rule = (node, x) => {
  const [shape] = shapesOf(node);
  return shape?.every((size) => size >= 0) ? reshapedTensor(x, shape) : undefined;
};

const rules: Readonly<Record<string, Rule>> = {
  Reshape: withShape,
  Squeeze: withShape,
  Unsqueeze: withShape,
  Transpose: (node, x) => {
    if (!('values' in x) || x.dtype === 'string') return withShape(node, x);
    return transposedTensor(x, intsOf(node.attributes.perm));
  },
};

/** The numbers of an op on integers, which are sizes or indices. */
const integerRules: Readonly<Record<string, (x: ArrayLike<number>, y: number[]) => number[]>> = {
  Cast: (x) => Array.from(x),
};

/** Replaces nodes that compute constants from constants by moving or casting them. */
export function foldConstants(graph: GraphEditor): void {
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    const [input] = node?.inputs ?? [];
    const from = input ? graph.source(input) : undefined;
    const tensor = from && tensorOf(from);
    if (!node || !tensor || !node.inputs.slice(1).every((one) => tensorOf(graph.source(one)!))) continue;
    const folded = rules[node.op]?.(node, tensor) ?? foldedIntegers(node, tensor);
    if (!folded) continue;
    // the constant keeps the name of the parameter where nobody else reads it
    const alone = graph.hasOneReader(input!);
    if (!alone) {
      graph.replace({ ...node, ...constantNode(name, folded) });
      continue;
    }
    graph.replace({ ...from!, attributes: constantNode(from!.name, folded).attributes });
    graph.redirect(name, input!);
  }
}

function foldedIntegers(node: GraphNode, tensor: TensorValue): TensorValue | undefined {
  const rule = integerRules[node.op];
  const { to } = node.attributes;
  const integers = ['int32', 'int64', 'bool'];
  if (!rule || !to || !('type' in to) || !integers.includes(tensor.dtype) || !integers.includes(to.type))
    return undefined;
  if (product(tensor.shape ?? []) > maxSizes || tensor.values === undefined) return undefined;
  const numbers = tensor.values as ArrayLike<number>;
  return {
    dtype: to.type,
    shape: tensor.shape,
    values: Array.from(numbers, to.type === 'bool' ? (n) => Number(n !== 0) : Number),
  };
}

/** A longer list is data, not sizes. */
const maxSizes = 1024;

// Constant folding: sizes, and the order and shape of weights. What else follows from constants is left to the runtime.
import type { GraphNode, TensorValue } from '../../../graph/graph.ts';
import { product } from '../../../tensors.ts';
import { constantNode, intsOf, shapesOf, tensorOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';

type Rule = (node: GraphNode, x: TensorValue) => TensorValue | undefined;

const withShape: Rule = (node, x) => {
  const [shape] = shapesOf(node);
  return shape?.every((size) => size >= 0) ? { ...x, shape } : undefined;
};

/** An array of the kind of `values`, of the same length. */
const emptyLike = (values: ArrayLike<number>): number[] =>
  (ArrayBuffer.isView(values)
    ? new (values.constructor as Float32ArrayConstructor)(values.length)
    : new Array<number>(values.length)) as number[];

/** The elements of a tensor whose axis `i` becomes axis `perm[i]` of `shape`. */
export function transposed(values: ArrayLike<number>, shape: readonly number[], perm: readonly number[]): number[] {
  const result = emptyLike(values);
  const rank = shape.length;
  const strides = new Array<number>(rank).fill(1);
  for (let axis = rank - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  const sizes = perm.map((axis) => shape[axis]!);
  const steps = perm.map((axis) => strides[axis]!);
  const at = new Array<number>(rank).fill(0);
  let from = 0;
  for (let to = 0; to < values.length; to++) {
    result[to] = values[from]!;
    for (let axis = rank - 1; axis >= 0; axis--) {
      from += steps[axis]!;
      if (++at[axis]! < sizes[axis]!) break;
      from -= steps[axis]! * sizes[axis]!;
      at[axis] = 0;
    }
  }
  return result;
}

const rules: Readonly<Record<string, Rule>> = {
  Reshape: withShape,
  Squeeze: withShape,
  Unsqueeze: withShape,
  Transpose: (node, x) => {
    if (x.values === undefined || x.dtype === 'string') return withShape(node, x);
    const values = transposed(x.values as ArrayLike<number>, x.shape!, intsOf(node.attributes.perm));
    return { ...x, shape: shapesOf(node)[0]!, values };
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
  if (!rule || !to || !('type' in to) || !integers.includes(tensor.dtype) || tensor.values === undefined)
    return undefined;
  if (product(tensor.shape ?? []) > maxSizes || !integers.includes(to.type)) return undefined;
  const numbers = tensor.values as ArrayLike<number>;
  return {
    dtype: to.type,
    shape: tensor.shape,
    values: Array.from(numbers, to.type === 'bool' ? (n) => Number(n !== 0) : Number),
  };
}

/** A longer list is data, not sizes. */
const maxSizes = 1024;

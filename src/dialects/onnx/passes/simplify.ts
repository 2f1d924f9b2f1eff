// Removes ops that change nothing, joins reshapes that follow each other, and the reshapes around products of matrices.
import type { GraphNode, NodeShape } from '../../../graph/graph.ts';
import { allowZero } from '../arrayOps.ts';
import { numbersOf, typesOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';

/** Ops that keep the order of the elements. */
const reshaping: ReadonlySet<string> = new Set(['Reshape', 'Squeeze', 'Unsqueeze']);

const unknowns = (shape: NodeShape): number => shape?.filter((size) => size < 0).length ?? Number.POSITIVE_INFINITY;
const equal = (a: NodeShape, b: NodeShape): boolean => a !== null && `${a}` === `${b}` && unknowns(a) < 2;

function changesNothing(graph: GraphEditor, { name, op, inputs }: GraphNode): boolean {
  const [x] = inputs;
  if (op === 'Identity') return true;
  if (op === 'Cast') return graph.dtype(x!) === graph.dtype(name);
  if (op === 'Pad' && isZero(graph, inputs[1]!)) return true;
  if (reshaping.has(op) || op === 'Expand' || op === 'Pad') return equal(graph.shape(x!), graph.shape(name));
  if (op === 'Concat') return inputs.length === 1;
  if (op !== 'Slice' || !equal(graph.shape(x!), graph.shape(name)) || unknowns(graph.shape(x!)) > 0) return false;
  const steps = inputs[4] ? numbersOf(graph.source(inputs[4])) : [1];
  return Array.from(steps ?? [-1]).every((step) => step === 1);
}

function isZero(graph: GraphEditor, name: string): boolean {
  const numbers = numbersOf(graph.source(name));
  return numbers !== undefined && Array.from(numbers).every((one) => Number(one) === 0);
}

/** Redirects the readers of ops that change nothing to their input. */
export function removeIdentities(graph: GraphEditor): void {
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    if (!node || !changesNothing(graph, node)) continue;
    graph.redirect(name, node.inputs[0]!);
  }
}

/** A reshape of a reshape becomes one. */
export function joinReshapes(graph: GraphEditor): void {
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    if (!node || !reshaping.has(node.op)) continue;
    let [x] = node.inputs as readonly [string, ...string[]];
    let from = graph.source(x);
    while (from && reshaping.has(from.op)) {
      x = from.inputs[0]!;
      from = graph.source(x);
    }
    if (x === node.inputs[0]) continue;
    const shape = graph.shape(name);
    if (equal(graph.shape(x), shape)) graph.redirect(name, x);
    else reshapeTo(graph, node, x, shape);
  }
}

/** Makes `node` a Reshape of `x`, where one size at most is unknown. */
export function reshapeTo(graph: GraphEditor, node: GraphNode, x: string, shape: NodeShape): boolean {
  if (!shape || unknowns(shape) > 1 || (shape.includes(0) && unknowns(shape) > 0)) return false;
  const list = graph.addConstant(node, 'shape', 'int64', [shape.length], shape);
  const { perm: _, ...attributes } = node.attributes;
  const before = node.inputs;
  graph.replace({
    ...node,
    op: 'Reshape',
    inputs: [x, list],
    attributes: { ...attributes, ...allowZero(shape) },
  });
  for (const input of before) if (input !== '') graph.removeUnread(input);
  return true;
}

/** Ops of one tensor that compute each element, or each row of the last axis, alone. */
const rowWise: ReadonlySet<string> = new Set([
  'Abs',
  'Add',
  'Cast',
  'Clip',
  'Div',
  'Elu',
  'Erf',
  'Exp',
  'Gelu',
  'LeakyRelu',
  'Max',
  'Min',
  'Mul',
  'Neg',
  'PRelu',
  'Pow',
  'Reciprocal',
  'Relu',
  'Selu',
  'Sigmoid',
  'Softplus',
  'Sqrt',
  'Sub',
  'Tanh',
  'Where',
]);

/**
 * tf.js multiplies rows by a matrix: [..., in] becomes [rows, in] before, and [rows, out] becomes [..., out] after. ONNX's
 * MatMul takes any rank, so that both reshapes fall away, with what computes each row between them.
 */
export function unfoldRows(graph: GraphEditor): void {
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    if (!node || !reshaping.has(node.op)) continue;
    const [x] = node.inputs as readonly [string, ...string[]];
    const [from, to] = [graph.shape(x), graph.shape(name)];
    if (!from || !to || to.length !== 2 || from.length < 3 || from.at(-1) !== to.at(-1)) continue;
    const chain = rowsUntilReshape(graph, name, from.slice(0, -1));
    if (!chain) continue;
    for (const one of chain.between) {
      const shape = [...from.slice(0, -1), graph.shape(one.name)!.at(-1)!];
      const [type] = typesOf(one);
      graph.replace({
        ...one,
        attributes: { ...one.attributes, _output_shapes: { shapes: [shape] }, _output_types: { types: [type!] } },
      });
    }
    graph.redirect(chain.last.name, chain.last.inputs[0]!);
    graph.redirect(name, x);
  }
}

/** The nodes from the rows `name` to the reshape that gives them the axes `leading` back; undefined where none follows. */
function rowsUntilReshape(
  graph: GraphEditor,
  name: string,
  leading: readonly number[],
): { readonly between: readonly GraphNode[]; readonly last: GraphNode } | undefined {
  const between: GraphNode[] = [];
  let at = name;
  let multiplied = false;
  for (;;) {
    if (!graph.hasOneReader(at)) return undefined;
    const [reader] = graph.readers(at) as readonly [GraphNode];
    if (reshaping.has(reader.op)) {
      const shape = graph.shape(reader.name);
      const fits = shape && `${shape.slice(0, -1)}` === `${leading}` && shape.at(-1) === graph.shape(at)?.at(-1);
      return fits && multiplied && unknowns(shape) < 2 && !graph.isOutput(at) ? { between, last: reader } : undefined;
    }
    const others = reader.inputs.filter((input) => input !== at && input !== '');
    const isProduct = reader.op === 'MatMul' && reader.inputs[0] === at && graph.shape(others[0] ?? '')?.length === 2;
    const small = others.every((other) => (graph.shape(other)?.length ?? 9) <= 1);
    if (others.length === reader.inputs.length || !(isProduct || (rowWise.has(reader.op) && small))) return undefined;
    multiplied ||= isProduct;
    between.push(reader);
    at = reader.name;
  }
}

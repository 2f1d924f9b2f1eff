// Transposes move towards the outputs, past ops that can do without them, until two meet and cancel.
import type { GraphNode } from '../../../graph/graph.ts';
import { outputText } from '../../../names/nodeInput.ts';
import { intsOf, outputSpecs, shapesOf, tensorOf, typesOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';
import { type Passed, passAxes } from './passAxes.ts';
import { reshapedTensor, transposedTensor } from './reordered.ts';
import { reshapeTo } from './simplify.ts';

type Perm = readonly number[];

const inverse = (perm: Perm): number[] => {
  const result = new Array<number>(perm.length);
  for (const [i, axis] of perm.entries()) result[axis] = i;
  return result;
};

const permuted = (shape: readonly number[], perm: Perm): number[] => perm.map((axis) => shape[axis]!);

/** Whether a transpose moves only axes of size 1, so that the elements keep their order. */
const keepsOrder = (shape: readonly number[], perm: Perm): boolean => {
  const moved = perm.filter((axis) => shape[axis] !== 1);
  return moved.every((axis, i) => i === 0 || moved[i - 1]! < axis);
};

/** The permutation of a transpose; undefined for any other node. */
const permOf = (node: GraphNode | undefined): Perm | undefined =>
  node?.op === 'Transpose' ? intsOf(node.attributes.perm) : undefined;

/** Moves, joins and cancels transposes. */
export function moveTransposes(graph: GraphEditor): void {
  const queue = graph.nodes.map(({ name }) => name);
  for (let at = 0; at < queue.length; at++) {
    const node = graph.node(queue[at]!);
    if (!node) continue;
    const changed = node.op === 'Transpose' ? joined(graph, node) : moved(graph, node);
    for (const name of changed) queue.push(name, ...graph.readers(name).map((reader) => reader.name));
  }
}

/** Joins a transpose with the one before it. @returns names of the nodes that changed */
function joined(graph: GraphEditor, node: GraphNode): readonly string[] {
  const { name, attributes } = node;
  const [x] = node.inputs as readonly [string];
  const perm = intsOf(attributes.perm);
  const shape = graph.shape(x);
  const before = graph.source(x);
  const first = permOf(before);
  if (first) {
    const [source] = before!.inputs as readonly [string];
    const both = perm.map((axis) => first[axis]!);
    if (both.every((axis, i) => axis === i)) {
      const readers = graph.readers(name).map((reader) => reader.name);
      graph.redirect(name, source);
      return readers;
    }
    graph.replace({ ...node, inputs: [source], attributes: { ...attributes, perm: { ints: both } } });
    graph.removeUnread(x);
    return [name];
  }
  if (shape && keepsOrder(shape, perm) && reshapeTo(graph, node, x, graph.shape(name))) return [name];
  const twin = graph.readers(x).find((other) => other.name !== name && `${permOf(other)}` === `${perm}`);
  if (!twin || graph.isOutput(name)) return [];
  graph.redirect(name, twin.name);
  return [twin.name];
}

/** Ops whose inputs are broadcast to the shape of their output. */
const elementwise: ReadonlySet<string> = new Set([
  'Abs',
  'Acos',
  'Acosh',
  'Add',
  'And',
  'Asin',
  'Asinh',
  'Atan',
  'Atanh',
  'BitwiseAnd',
  'Cast',
  'Ceil',
  'Clip',
  'Cos',
  'Cosh',
  'Div',
  'Elu',
  'Equal',
  'Erf',
  'Exp',
  'Floor',
  'Gelu',
  'Greater',
  'GreaterOrEqual',
  'Identity',
  'IsInf',
  'IsNaN',
  'LeakyRelu',
  'Less',
  'LessOrEqual',
  'Log',
  'Max',
  'Min',
  'Mod',
  'Mul',
  'Neg',
  'Not',
  'Or',
  'PRelu',
  'Pow',
  'Reciprocal',
  'Relu',
  'Round',
  'Selu',
  'Sigmoid',
  'Sign',
  'Sin',
  'Sinh',
  'Softplus',
  'Sqrt',
  'Sub',
  'Sum',
  'Tan',
  'Tanh',
  'Where',
  'Xor',
]);

/** Moves the transposes before a node behind it. @returns names of the nodes that changed */
function moved(graph: GraphEditor, node: GraphNode): readonly string[] {
  const perm = commonPerm(graph, node);
  if (!perm) return [];
  const all = elementwise.has(node.op) || node.op === 'Concat';
  const passed: Passed | undefined = elementwise.has(node.op)
    ? { perm, attributes: node.attributes, lists: new Map() }
    : passAxes(graph, node, perm);
  if (!passed || (all && !node.inputs.every((input) => input === '' || canPermute(graph, input, perm)))) return [];
  const before = node.inputs;
  const inputs = before.map((input, i) => {
    const list = passed.lists.get(i);
    if (list) return graph.addConstant(node, list.name, 'int64', [list.values.length], list.values);
    return input !== '' && (all || i === 0) ? permuteBack(graph, node, input, perm) : input;
  });
  const [shapes, types] = [shapesOf(node), typesOf(node)];
  const inner = shapes.map((shape, i) => ({ shape: permuted(shape!, inverse(passed.perm)), dtype: types[i]! }));
  graph.replace({ ...node, inputs, attributes: { ...passed.attributes, ...outputSpecs(...inner) } });
  for (const input of new Set(before)) if (input !== '') graph.removeUnread(input);
  if (passed.perm.every((axis, i) => axis === i)) return [node.name];
  return shapes.map((shape, output) => {
    const text = outputText({ node: node.name, output });
    const specs = [{ shape: shape!, dtype: types[output]! }];
    const back = graph.add(node, 'Transpose', [text], specs, { perm: { ints: passed.perm } });
    graph.redirect(text, back, back);
    return back;
  });
}

/** The permutation of the transposes that a node reads, where it is one and the node can pass it on. */
function commonPerm(graph: GraphEditor, node: GraphNode): Perm | undefined {
  const [shape] = shapesOf(node);
  if (!shape) return undefined;
  const all = elementwise.has(node.op) || node.op === 'Concat';
  const perms = (all ? node.inputs : node.inputs.slice(0, 1)).flatMap((input) => {
    const perm = input === '' ? undefined : permOf(graph.source(input));
    return perm ? [perm] : [];
  });
  const [perm] = perms;
  if (!perm || perms.some((other) => `${other}` !== `${perm}`)) return undefined;
  return all && perm.length !== shape.length ? undefined : perm;
}

/** Whether `input`, or what it is broadcast to, can be had in the order before the transpose without a further transpose. */
function canPermute(graph: GraphEditor, input: string, perm: Perm): boolean {
  const source = graph.source(input);
  const shape = graph.shape(input);
  if (!source || !shape) return false;
  const own = permOf(source);
  if (own && `${own}` === `${perm}`) return true;
  if (shape.every((size) => size === 1)) return true;
  if (tensorOf(source)) return tensorOf(source)!.dtype !== 'string';
  if (shape.length !== perm.length) return false;
  return keepsOrder(shape, inverse(perm)) || transposeOf(graph, input, inverse(perm)) !== undefined;
}

const transposeOf = (graph: GraphEditor, input: string, perm: Perm): GraphNode | undefined =>
  graph.readers(input).find((reader) => `${permOf(reader)}` === `${perm}`);

/** The tensor from which a transpose by `perm` makes `input`. */
function permuteBack(graph: GraphEditor, reader: GraphNode, input: string, perm: Perm): string {
  const source = graph.source(input)!;
  if (`${permOf(source)}` === `${perm}`) return source.inputs[0]!;
  const shape = graph.shape(input)!;
  if (shape.length < 2 && shape.every((size) => size === 1)) return input;
  const back = inverse(perm);
  const whole = [...new Array<number>(perm.length - shape.length).fill(1), ...shape];
  const inner = permuted(whole, back);
  const tensor = tensorOf(source);
  if (tensor && 'values' in tensor) {
    const made = keepsOrder(whole, back) ? reshapedTensor(tensor, inner) : transposedTensor(tensor, back, whole);
    return graph.addTensor(reader, lastName(source.name), made);
  }
  const dtype = graph.dtype(input);
  return (
    transposeOf(graph, input, back)?.name ??
    graph.add(reader, 'Transpose', [input], [{ shape: inner, dtype }], { perm: { ints: back } })
  );
}

const lastName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

// Convolutions take up the padding before them and the bias after them.
import type { GraphNode } from '../../../graph/graph.ts';
import { intsOf, numbersOf, outputSpecs, tensorOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';

/** Zeros that a Pad adds to the spatial axes become paddings of a convolution, with or without a transpose between them. */
export function joinPadding(graph: GraphEditor): void {
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    // one whose paddings follow from its input's size takes none up
    if (node?.op !== 'Conv' || !node.attributes.pads) continue;
    const [x] = node.inputs as readonly [string, ...string[]];
    const before = graph.source(x)!;
    const perm = before.op === 'Transpose' && graph.hasOneReader(x) ? intsOf(before.attributes.perm) : undefined;
    const pad = perm ? graph.source(before.inputs[0]!)! : before;
    const sides = pad.op === 'Pad' ? addedSides(graph, pad, perm) : undefined;
    if (!sides) continue;
    const [unpadded] = pad.inputs as readonly [string, ...string[]];
    const pads = intsOf(node.attributes.pads).map((side, i) => side + sides[i]!);
    const attributes = { ...node.attributes, pads: { ints: pads } };
    if (perm) {
      const shape = perm.map((axis) => graph.shape(unpadded)![axis]!);
      const specs = outputSpecs({ shape, dtype: graph.dtype(unpadded) });
      graph.replace({ ...before, inputs: [unpadded], attributes: { ...before.attributes, ...specs } });
      graph.replace({ ...node, attributes });
    } else graph.replace({ ...node, inputs: [unpadded, ...node.inputs.slice(1)], attributes });
    graph.removeUnread(pad.name);
  }
}

/**
 * The sides of the spatial axes that a Pad adds zeros to, first those before; undefined for a Pad that does anything else.
 * @param perm of the transpose that follows
 */
function addedSides(
  graph: GraphEditor,
  { inputs, attributes }: GraphNode,
  perm: readonly number[] | undefined,
): readonly number[] | undefined {
  const [, list, value] = inputs.map((input) => numbersOf(graph.source(input)));
  if (!list || 'mode' in attributes || value?.[0] !== 0) return undefined;
  const rank = list.length / 2;
  const axes = perm ?? Array.from({ length: rank }, (_, axis) => axis);
  const [before, after] = [axes.map((axis) => list[axis]!), axes.map((axis) => list[axis + rank]!)];
  const isInner = [...before.slice(0, 2), ...after.slice(0, 2)].every((side) => side === 0);
  const sides = [...before.slice(2), ...after.slice(2)];
  return isInner && sides.every((side) => side >= 0) ? sides : undefined;
}

/** A constant that is added to each channel becomes the bias of the convolution that alone it is added to. */
export function joinBias(graph: GraphEditor): void {
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    if (node?.op !== 'Add') continue;
    const at = node.inputs.findIndex((input) => isBareConvolution(graph.source(input)) && graph.hasOneReader(input));
    if (at < 0 || node.inputs[0] === node.inputs[1]) continue;
    const convolution = graph.source(node.inputs[at]!)!;
    const added = graph.source(node.inputs[1 - at]!)!;
    const tensor = tensorOf(added);
    const shape = graph.shape(convolution.name)!;
    const channels = shape[1]!;
    if (!tensor?.values || !tensor.shape || tensor.shape.length > shape.length) continue;
    const around = [...new Array<number>(shape.length - tensor.shape.length).fill(1), ...tensor.shape];
    if (!around.every((size, axis) => size === (axis === 1 ? channels : 1))) continue;
    const bias = graph.addConstant(convolution, 'bias', tensor.dtype, [channels], tensor.values as ArrayLike<number>);
    graph.replace({ ...convolution, inputs: [...convolution.inputs, bias] });
    graph.redirect(name, convolution.name);
  }
}

const isBareConvolution = (node: GraphNode | undefined): boolean =>
  (node?.op === 'Conv' || node?.op === 'ConvTranspose') && node.inputs.length === 2;

// Convolutions take up the padding before them and the bias after them.
import type { GraphNode } from '../../../graph/graph.ts';
import { intsOf, numbersOf, tensorOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';

/** Zeros that a Pad adds to the spatial axes become paddings of the convolution that alone reads them. */
export function joinPadding(graph: GraphEditor): void {
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    if (node?.op !== 'Conv') continue;
    const [x] = node.inputs as readonly [string, ...string[]];
    const pad = graph.source(x)!;
    const sides = pad.op === 'Pad' ? addedSides(graph, pad) : undefined;
    if (!sides) continue;
    const before = intsOf(node.attributes.pads);
    const spatial = before.length / 2;
    const added = [...sides.slice(2, 2 + spatial), ...sides.slice(4 + spatial)];
    const pads = before.map((side, i) => side + added[i]!);
    graph.replace({
      ...node,
      inputs: [pad.inputs[0]!, ...node.inputs.slice(1)],
      attributes: { ...node.attributes, pads: { ints: pads } },
    });
    graph.removeUnread(x);
  }
}

/** The sides of a Pad with zeros that leaves batch and channels as they are; undefined for any other. */
function addedSides(graph: GraphEditor, { inputs, attributes }: GraphNode): readonly number[] | undefined {
  const [, sides, value] = inputs.map((input) => numbersOf(graph.source(input)));
  if (!sides || 'mode' in attributes || value?.[0] !== 0) return undefined;
  const list = Array.from(sides);
  const rank = list.length / 2;
  const outer = [0, 1, rank, rank + 1].every((i) => list[i] === 0);
  return outer && list.every((side) => side >= 0) ? list : undefined;
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
    const around = [
      ...new Array<number>(shape.length - (tensor?.shape?.length ?? 0)).fill(1),
      ...(tensor?.shape ?? []),
    ];
    const fits = around.every((size, axis) => size === (axis === 1 ? channels : 1));
    if (!tensor?.values || !fits) continue;
    const bias = graph.addConstant(convolution, 'bias', tensor.dtype, [channels], tensor.values as ArrayLike<number>);
    graph.replace({ ...convolution, inputs: [...convolution.inputs, bias] });
    graph.redirect(name, convolution.name);
  }
}

const isBareConvolution = (node: GraphNode | undefined): boolean =>
  (node?.op === 'Conv' || node?.op === 'ConvTranspose') && node.inputs.length === 2;

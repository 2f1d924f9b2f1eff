// Windows whose paddings follow from the size of their input, as TensorFlow's padding SAME does.
import type { GraphNode, SignedGraph } from '../../graph/graph.ts';
import { parseUnspelledInput } from '../../names/nodeInput.ts';
import { intsOf, shapesOf } from './onnxNodes.ts';

// onnxruntime gives a transposed convolution with this attribute another output
const windowOps = ['Conv', 'MaxPool', 'AveragePool'];

/**
 * Returns a convolution or a pool with the attribute `auto_pad` in place of `pads`; undefined for a node whose paddings are
 * not those of SAME_UPPER, or that has dilations, which onnxruntime refuses beside it.
 * https://onnx.ai/onnx/operators/onnx__Conv.html
 */
export function withAutoPad(node: GraphNode, { nodes }: SignedGraph): GraphNode | undefined {
  const { pads, ...attributes } = node.attributes;
  if (!windowOps.includes(node.op) || !pads) return undefined;
  if (intsOf(attributes.dilations).some((dilation) => dilation !== 1)) return undefined;
  const { node: source, output } = parseUnspelledInput(node.inputs[0]!);
  const before = nodes.find(({ name }) => name === source);
  const input = (before && shapesOf(before)[output])?.slice(2);
  if (!input) return undefined;
  const strides = intsOf(attributes.strides);
  const totals = intsOf(attributes.kernel_shape).map((window, axis) => {
    const stride = strides[axis]!;
    return Math.max(0, (Math.ceil(input[axis]! / stride) - 1) * stride + window - input[axis]!);
  });
  const firsts = totals.map((total) => Math.floor(total / 2));
  const lasts = totals.map((total, axis) => total - firsts[axis]!);
  if (`${intsOf(pads)}` !== `${[...firsts, ...lasts]}`) return undefined;
  return { ...node, attributes: { ...attributes, auto_pad: { s: 'SAME_UPPER' } } };
}

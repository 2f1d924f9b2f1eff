// Splits the converter's fused ops, which TensorFlow lacks or defines otherwise. The last of the resulting nodes keeps the
// name of the fused one; the nodes before it are in a scope of that name.

import { UserError } from '../../errors.ts';
import type { Attribute, Attributes, GraphNode } from '../../graph/graph.ts';
import { isControl, parseNodeInput } from '../../names/nodeInput.ts';

const plain: Readonly<Record<string, { readonly op: string; readonly attributes: readonly string[] }>> = {
  _FusedConv2D: {
    op: 'Conv2D',
    attributes: ['T', 'strides', 'use_cudnn_on_gpu', 'padding', 'explicit_paddings', 'data_format', 'dilations'],
  },
  FusedDepthwiseConv2dNative: {
    op: 'DepthwiseConv2dNative',
    attributes: ['T', 'strides', 'padding', 'explicit_paddings', 'data_format', 'dilations'],
  },
  _FusedMatMul: { op: 'MatMul', attributes: ['T', 'transpose_a', 'transpose_b'] },
};

// the spelling of the attribute `fused_ops`
const activations: ReadonlySet<string> = new Set(['Elu', 'LeakyRelu', 'Prelu', 'Relu', 'Relu6', 'Sigmoid', 'Tanh']);

/** TensorFlow's names of the outputs of the resulting ops; inputs inside a function contain them. */
const outputNames: Readonly<Record<string, string>> = {
  AddV2: 'z',
  BiasAdd: 'output',
  Conv2D: 'output',
  DepthwiseConv2dNative: 'output',
  Elu: 'activations',
  LeakyRelu: 'activations',
  MatMul: 'product',
  Mul: 'z',
  Neg: 'y',
  Relu: 'activations',
  Relu6: 'activations',
  Sigmoid: 'y',
  Sub: 'z',
  Tanh: 'y',
};

/** Returns the rank of an input; undefined where it is unknown. */
export type RankOf = (input: string) => number | undefined;

/** Splits the fused ops of a function; its results name the new nodes. */
export function unfusedFunction(
  nodes: readonly GraphNode[],
  results: Readonly<Record<string, string>>,
): { readonly nodes: readonly GraphNode[]; readonly results: Readonly<Record<string, string>> } {
  // the text of each node's first output
  const renamed = new Map<string, string>();
  const constants = new Map(nodes.map(({ name, attributes: { value } }) => [name, value]));
  const rankOf: RankOf = (input) => {
    const value = constants.get(parseNodeInput(input).node);
    return value && 'tensor' in value ? value.tensor.shape?.length : undefined;
  };
  const parts = nodes.flatMap((node) => {
    const made = unfused(node, rankOf);
    if (made.at(-1)!.op !== node.op) for (const { name, op } of made) renamed.set(name, `${name}:${outputNames[op]}:0`);
    return made;
  });
  const known = (input: string): string =>
    isControl(input) ? input : (renamed.get(parseNodeInput(input).node) ?? input);
  return {
    nodes: parts.map((node) => ({ ...node, inputs: node.inputs.map(known) })),
    results: Object.fromEntries(Object.entries(results).map(([name, input]) => [name, known(input)])),
  };
}

/**
 * Returns the nodes that a fused op is split into, or the node itself.
 * @throws UserError for a fused op that tf.js does not run either
 */
export function unfused(node: GraphNode, rankOf: RankOf): readonly GraphNode[] {
  if (node.op === 'Prelu') return prelu(node, node.inputs[0]!, node.inputs[1]!);
  if (node.op === 'BiasAdd') return [{ ...node, ...biased(node.attributes, rankOf(node.inputs[1]!)) }];
  const known = plain[node.op];
  if (!known) return [node];
  const { name, inputs, attributes } = node;
  const fused = 'fused_ops' in attributes && 'strings' in attributes.fused_ops! ? attributes.fused_ops.strings : [];
  // a NoOp takes the place of a missing bias
  const steps = fused.filter((op) => op !== 'BiasAdd' && op !== 'NoOp');
  const wrong = steps.find((op) => !activations.has(op));
  if (wrong !== undefined || steps.length > 1)
    throw new UserError(`${name} is fused with ${steps.join(', ')}, which tf.js does not run`);
  const [activation] = steps;
  const [x, filter, ...rest] = inputs.filter((input) => !isControl(input));
  const bias = fused.includes('BiasAdd') ? rest[0] : undefined;
  const common = { ...kept(attributes, ['T']), ...shapes(attributes) };
  const parts: Omit<GraphNode, 'name'>[] = [
    {
      op: known.op,
      inputs: [x!, filter!],
      attributes: { ...kept(attributes, known.attributes), ...shapes(attributes) },
    },
  ];
  if (bias !== undefined)
    parts.push({ inputs: [bias], ...biased({ ...common, ...kept(attributes, ['data_format']) }, rankOf(bias)) });
  if (activation !== undefined && activation !== 'Prelu')
    parts.push({
      op: activation,
      inputs: [],
      attributes: { ...common, ...(activation === 'LeakyRelu' && slope(attributes)) },
    });
  const whole = activation !== 'Prelu';
  const nodes: GraphNode[] = [];
  for (const [i, part] of parts.entries()) {
    const before = nodes.at(-1)?.name;
    const own = whole && i === parts.length - 1 ? name : `${name}/${part.op}`;
    nodes.push({ ...part, name: own, inputs: before === undefined ? part.inputs : [before, ...part.inputs] });
  }
  if (!whole) nodes.push(...prelu(node, nodes.at(-1)!.name, rest[bias === undefined ? 0 : 1]!));
  return controlled(nodes, inputs);
}

/** The converter turns any sum with a product into a BiasAdd, whatever the shape; TensorFlow's BiasAdd wants one axis. */
function biased(attributes: Attributes, rank: number | undefined): Pick<GraphNode, 'op' | 'attributes'> {
  const { data_format: layout, ...rest } = attributes;
  const firstAxis = layout && 's' in layout && layout.s === 'NCHW';
  return firstAxis || rank === 1 ? { op: 'BiasAdd', attributes } : { op: 'AddV2', attributes: rest };
}

// max(x, 0) - alpha * max(-x, 0), without constants, since a constant in a loop would have to belong to the loop
function prelu({ name, attributes }: GraphNode, x: string, alpha: string): GraphNode[] {
  const type: Attribute = attributes.T ?? { type: 'float32' };
  const step = (op: string, inputs: readonly string[], as = `${name}/${op}`): GraphNode => ({
    name: as,
    op,
    inputs,
    attributes: { T: type, ...shapes(attributes) },
  });
  const [above, negated] = [step('Relu', [x]), step('Neg', [x])];
  const below = step('Relu', [negated.name], `${name}/Relu_1`);
  const scaled = step('Mul', [alpha, below.name]);
  return [above, negated, below, scaled, step('Sub', [above.name, scaled.name], name)];
}

const slope = ({ leakyrelu_alpha: alpha = { f: 0.2 } }: Attributes): Attributes => ({ alpha });

const kept = (attributes: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (attributes[name] ? [[name, attributes[name]]] : [])));

const shapes = (attributes: Attributes): Attributes => kept(attributes, ['_output_shapes']);

// moves the control inputs of the fused op to its first part
function controlled([first, ...rest]: readonly GraphNode[], inputs: readonly string[]): GraphNode[] {
  const controls = inputs.filter(isControl);
  return [{ ...first!, inputs: [...first!.inputs, ...controls] }, ...rest];
}

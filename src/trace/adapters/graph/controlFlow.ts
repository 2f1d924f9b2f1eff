// Loops and branches of a converted model that are functions (While and If), and a tf.GraphModel of a part of its graph.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../../errors.ts';
import { isControl, outputText, parseNodeInput } from '../../../names/nodeInput.ts';
import { outputOfFunctionInput } from '../../../names/outputNames.ts';
import type { InputSpec } from '../../inputs.ts';
import type { GraphTopology, TopologyFunction, TopologyNode } from '../../sourceGraph.ts';
import type { GraphModelLike } from '../../traceable.ts';

/** A loop or branch, and the names of its functions. */
export type Control =
  | { readonly kind: 'If'; readonly node: TopologyNode; readonly taken: string; readonly otherwise: string }
  | { readonly kind: 'While'; readonly node: TopologyNode; readonly condition: string; readonly body: string };

/** The loop or branch that a node is; undefined for any other node. */
export function controlOf(node: TopologyNode): Control | undefined {
  const named = (key: string): string =>
    (node.attr?.[key] as { readonly func?: { readonly name?: string } } | undefined)?.func?.name ?? '';
  if (node.op === 'If' || node.op === 'StatelessIf')
    return { kind: 'If', node, taken: named('then_branch'), otherwise: named('else_branch') };
  if (node.op === 'While' || node.op === 'StatelessWhile')
    return { kind: 'While', node, condition: named('cond'), body: named('body') };
  return undefined;
}

/** Texts of the tensors that a node reads, without its control inputs. */
export const tensorInputs = ({ input = [] }: TopologyNode): readonly string[] =>
  input.filter((text) => !isControl(text));

/** Values of the constants of a model, by node. */
export type ConstantTensors = Pick<ReadonlyMap<string, tf.Tensor>, 'get' | 'has'>;

/** A graph that calls functions only in its loops and branches. */
export interface PlainGraph {
  readonly nodes: readonly TopologyNode[];
  /** Names of the nodes that are its inputs. */
  readonly inputs: readonly string[];
  /** Texts of the tensors that are its outputs. */
  readonly outputs: readonly string[];
}

const functionMaps = new WeakMap<GraphTopology, ReadonlyMap<string, TopologyFunction>>();

/** The functions of a graph, by name. */
function functionsOf(topology: GraphTopology): ReadonlyMap<string, TopologyFunction> {
  const functions =
    functionMaps.get(topology) ?? new Map(topology.library?.function?.map((one) => [one.signature.name, one]));
  functionMaps.set(topology, functions);
  return functions;
}

/** The body of a function, with its arguments as Placeholders and inputs spelled as outside of functions. */
export function functionGraph(topology: GraphTopology, name: string): PlainGraph {
  const found = functionsOf(topology).get(name);
  if (!found) throw new UserError(`no function is called ${name}`);
  const { signature, nodeDef = [], ret = {} } = found;
  const inputs = (signature.inputArg ?? []).map((argument) => argument.name);
  const inner = byName(nodeDef);
  const plain = (text: string): string => {
    if (isControl(text)) return text;
    const { node } = parseNodeInput(text);
    // the converter puts the function's name in front of a constant's name, but not where the function returns the constant
    const known = inner.has(node) || inputs.includes(node) || !inner.has(`${name}/${node}`);
    const output = outputOfFunctionInput(text, (one) => inner.get(one)?.op);
    return outputText({ node: known ? node : `${name}/${node}`, output });
  };
  return {
    nodes: [
      ...inputs.map((argument) => ({ name: argument, op: 'Placeholder' })),
      ...nodeDef.map((node) => ({ ...node, input: (node.input ?? []).map(plain) })),
    ],
    inputs,
    outputs: (signature.outputArg ?? []).map((argument) => plain(ret[argument.name] ?? '')),
  };
}

/** The nodes that lead to `outputs`, in topological order. @param nodes by name */
export function leadingTo(
  nodes: Pick<ReadonlyMap<string, TopologyNode>, 'get'>,
  outputs: readonly string[],
): readonly TopologyNode[] {
  const sorted = new Set<TopologyNode>();
  const entered = new Set<TopologyNode>();
  const stack = outputs.map((text) => nodes.get(parseNodeInput(text).node)!).toReversed();
  while (stack.length > 0) {
    const node = stack.at(-1)!;
    if (entered.has(node)) {
      sorted.add(node);
      stack.pop();
      continue;
    }
    entered.add(node);
    for (const text of node.input ?? []) {
      const before = nodes.get(parseNodeInput(text).node);
      if (before && !entered.has(before)) stack.push(before);
    }
  }
  return [...sorted];
}

const typeNames = new Map<string, string>([
  ['float32', 'DT_FLOAT'],
  ['int32', 'DT_INT32'],
  ['bool', 'DT_BOOL'],
]);

/** Whether a Placeholder of `placeholderOf` may have the dtype. */
export const isSupported = (dtype: string): boolean => typeNames.has(dtype);

/** Nodes by their names. */
export const byName = (nodes: readonly TopologyNode[]): Map<string, TopologyNode> =>
  new Map(nodes.map((node) => [node.name, node]));

/** A Placeholder of a known shape and one of these dtypes. */
export function placeholderOf(name: string, { shape, dtype = 'float32' }: InputSpec): TopologyNode {
  const type = typeNames.get(dtype);
  return {
    name,
    op: 'Placeholder',
    attr: { dtype: { type }, shape: { shape: { dim: shape.map((size) => ({ size: `${size}` })) } } },
  };
}

/**
 * Builds a model of some nodes by the class of `model`; its weights are the given ones.
 * @param inputs names of Placeholders
 * @param outputs names of nodes, each once
 */
export function partialModel(
  model: GraphModelLike,
  nodes: readonly TopologyNode[],
  inputs: readonly string[],
  outputs: readonly string[],
  weights: ConstantTensors,
): GraphModelLike {
  const known = byName(nodes);
  const info = (name: string) => {
    const attr = known.get(name)!.attr as
      | { readonly dtype?: { readonly type?: unknown }; readonly shape?: { readonly shape?: object } }
      | undefined;
    const dtype = attr?.dtype?.type;
    const tensorShape = attr?.shape?.shape;
    return [name, { name: `${name}:0`, ...(dtype !== undefined && { dtype }), ...(tensorShape && { tensorShape }) }];
  };
  const signature = { inputs: Object.fromEntries(inputs.map(info)), outputs: Object.fromEntries(outputs.map(info)) };
  // built as the model itself was, by its own class: tf.GraphModel(handler)
  const GraphModel = model.constructor as new (handler: {
    load(): tf.io.ModelArtifacts;
  }) => GraphModelLike & { load(): boolean };
  const part = new GraphModel({
    load: () => ({
      modelTopology: { node: nodes, versions: { producer: 1 } },
      signature,
      weightSpecs: [],
      weightData: new ArrayBuffer(0),
    }),
  });
  part.load();
  const own = nodes.flatMap(({ name, op }) =>
    op === 'Const' && weights.has(name) ? [[name, [weights.get(name)]]] : [],
  );
  Object.assign(part.weights, Object.fromEntries(own));
  return part;
}

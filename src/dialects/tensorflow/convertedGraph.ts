// The own graph of a converted model, as TensorFlow runs it: fused ops are split, values of constants and shapes are
// filled in, and nodes keep their names.

import { got } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import type { Attributes, GraphFunction, GraphNode, NodeShape, SignedGraph, TensorInfo } from '../../graph/graph.ts';
import { parseNodeInput } from '../../names/nodeInput.ts';
import type { Elements } from '../../tensors.ts';
import type { Weights } from '../../trace/adapter.ts';
import { follower } from '../../trace/adapters/graph/followChain.ts';
import { looksUp } from '../../trace/adapters/graph/lookupTables.ts';
import { outputCount } from '../../trace/adapters/graph/outputCounts.ts';
import type { SignatureTensor, SourceGraph, TopologyFunction, TopologyNode } from '../../trace/sourceGraph.ts';
import type { Trace } from '../../trace/trace.ts';
import { attributesOf } from './attributes.ts';
import { dtypeOf } from './dataTypes.ts';
import { type RankOf, unfused, unfusedFunction } from './fused.ts';
import { zeroElements } from './inlineTensor.ts';
import { lookupNodes, tableNodes } from './tableNodes.ts';

/**
 * Returns the graph that a converted model was loaded with. Parameters are constants, without values unless `numbers` are
 * given: only a graph with values runs.
 * @throws UserError for a parameter that `numbers` lacks, and for a node that TensorFlow cannot have
 */
export function convertedGraph(
  trace: Trace,
  source: SourceGraph,
  numbers: Weights | undefined,
  producer: number,
): SignedGraph {
  const { topology } = source;
  const inputs = new Map(source.inputs.map(({ node }, i) => [node, trace.values[trace.inputs[i]!]!]));
  const runs = numbers !== undefined;
  const elementsOf = (name: string): Elements | undefined => {
    const path = source.parameters.get(name);
    if (path === undefined) return source.constants.get(name);
    if (!numbers) return undefined;
    const given = numbers.get(path);
    if (!given) throw new UserError(`no numbers for the parameter ${path}`);
    return given.values;
  };
  const rankOf = ranksOf(trace, source);
  const nodeOf = (node: TopologyNode): readonly GraphNode[] => {
    const { name, op, input = [] } = node;
    const table = source.tables.get(name);
    if (table) return tableNodes(name, table, nodeOf);
    const attributes = nodeAttributes(node);
    if (op === 'Const') return [constant(name, attributes, input, elementsOf(name), runs ? 'refuse' : 'leave out')];
    const fed = inputs.get(name);
    // the shape of the input in the trace
    const tracedShape: Attributes = fed && op.startsWith('Placeholder') ? { shape: { shape: fed.shape } } : {};
    const lowered = {
      name,
      op,
      inputs: input,
      attributes: { ...attributes, ...tracedShape, ...shapesOf(trace, source, node) },
    };
    return looksUp(node) ? lookupNodes(lowered, rankOf(input[1] ?? '') === 1) : unfused(lowered, rankOf);
  };
  const callOf = callsOf(source);
  const nodes = topology.node.flatMap((node) => {
    const call = callOf.get(node.name);
    const made = {
      ...(call !== undefined && { call }),
      ...(source.parameters.has(node.name) && { parameter: true as const }),
    };
    return nodeOf(node).map((one) => ({ ...one, ...made }));
  });
  const functions = functionsOf(source, elementsOf, runs);
  const own = Number(topology.versions?.producer ?? 0);
  return {
    nodes,
    scopes: scopesOf(trace, source),
    ...(functions.length > 0 && { functions }),
    signature: {
      inputs: source.inputs.map((end) => tensorInfo(end, trace, source)),
      outputs: source.outputs.map((end) => tensorInfo(end, trace, source)),
    },
    producer: own > 20 ? own : producer,
  };
}

function functionsOf(
  { topology, parameters, constants }: SourceGraph,
  elementsOf: (name: string) => Elements | undefined,
  runs: boolean,
): GraphFunction[] {
  const library = topology.library?.function ?? [];
  // a converter that moves constants of functions to the weights moves all of them
  const isMoved = library.some(({ nodeDef = [] }) =>
    nodeDef.some(({ name, op }) => op === 'Const' && (parameters.has(name) || constants.has(name))),
  );
  const missing = isMoved ? 'refuse' : 'read as zeros';
  return library.map((fn) => functionOf(fn, elementsOf, runs ? missing : 'leave out'));
}

function ranksOf(trace: Trace, { topology, values }: SourceGraph): RankOf {
  const byName = new Map(topology.node.map((node) => [node.name, node]));
  const traced = (input: string): number | undefined => {
    const { node, output } = parseNodeInput(input);
    return values.get(node)?.[output];
  };
  const source = follower((input) => {
    const node = byName.get(parseNodeInput(input).node);
    return traced(input) === undefined && node?.op === 'Identity' ? node.input?.[0] : undefined;
  });
  return (input) => {
    const last = source(input);
    const index = traced(last);
    if (index !== undefined) return trace.values[index]!.shape.length;
    const node = byName.get(parseNodeInput(last).node);
    const { value } = node?.op === 'Const' ? nodeAttributes(node) : {};
    return value && 'tensor' in value ? value.tensor.shape?.length : undefined;
  };
}

/** @throws UserError that names the node, for attributes that TensorFlow does not have */
function nodeAttributes({ name, op, attr }: TopologyNode, within = ''): Attributes {
  try {
    return attributesOf(attr);
  } catch (cause) {
    const reason = cause instanceof UserError ? cause.message : 'its attributes are not as TensorFlow writes them';
    throw new UserError(`${op} ${name}${within} cannot be exported: ${reason}`, { cause });
  }
}

/** Index of the call of each node; a node that did not run, such as a constant, has the call of its first reader. */
function callsOf({ topology, calls }: SourceGraph): Map<string, number> {
  const found = new Map(calls);
  // in reverse order, since a constant may be read through other constants
  for (const { name, input = [] } of topology.node.toReversed()) {
    const call = found.get(name);
    if (call === undefined) continue;
    for (const { node } of input.map(parseNodeInput))
      if (!calls.has(node)) found.set(node, Math.min(call, found.get(node) ?? call));
  }
  return found;
}

/** Scope of each module call, as it is in the names of the nodes. */
const scopesOf = ({ calls, modules }: Trace, { prefixes }: SourceGraph): Map<number, string> =>
  new Map(
    calls.flatMap((call, valueIndex) => {
      if (call.level !== 'module') return [];
      return [[valueIndex, prefixes[call.module] || modules[call.module]!.type] as const];
    }),
  );

/**
 * Treatments of a constant without values: they are left out of a graph to look at; TensorFlow reads zeros, which is an error
 * where the values are lost.
 */
type MissingValues = 'leave out' | 'read as zeros' | 'refuse';

function constant(
  name: string,
  { value, _output_shapes, ...attributes }: Attributes,
  inputs: readonly string[],
  weights: Elements | undefined,
  missing: MissingValues,
  within = '',
): GraphNode {
  if (!value || !('tensor' in value)) throw new UserError(`the constant ${name} has no value`);
  const { dtype, shape } = value.tensor;
  const held = weights ?? value.tensor.values;
  const values = held ?? (missing === 'read as zeros' ? zeroElements(dtype, shape) : undefined);
  if (missing === 'refuse' && values === undefined && !shape?.includes(0))
    throw new UserError(`the constant ${name}${within} has no value, neither in the graph nor among the weights`);
  const tensor = { dtype, shape, ...(values !== undefined && { values }) };
  return {
    name,
    op: 'Const',
    inputs,
    attributes: { ...attributes, dtype: { type: dtype }, value: { tensor }, _output_shapes: { shapes: [shape] } },
  };
}

// TensorFlow refuses a list of shapes that is shorter or longer than the list of the op's outputs
function shapesOf(trace: Trace, { values }: SourceGraph, node: TopologyNode): Attributes {
  const indices = values.get(node.name);
  if (!indices) return {};
  const count = outputCount(node) ?? indices.length;
  const shapes = Array.from({ length: count }, (_, i): NodeShape => {
    const valueIndex = indices[i];
    return valueIndex === undefined ? null : trace.values[valueIndex]!.shape;
  });
  return { _output_shapes: { shapes } };
}

function functionOf(
  { signature, nodeDef = [], ret = {}, attr }: TopologyFunction,
  elementsOf: (name: string) => Elements | undefined,
  missing: MissingValues,
): GraphFunction {
  const { name, inputArg = [], outputArg = [] } = signature;
  const argument = (arg: { readonly name: string; readonly type: unknown }) => {
    const type = dtypeOf(arg.type);
    if (!type) throw new UserError(`the argument ${arg.name} of ${name} has an unknown dtype: ${got(arg.type)}`);
    return { name: arg.name, type };
  };
  const nodes = nodeDef.map((node): GraphNode => {
    const attributes = nodeAttributes(node, ` of the function ${name}`);
    if (node.op === 'Const')
      return constant(
        node.name,
        attributes,
        node.input ?? [],
        elementsOf(node.name),
        missing,
        ` of the function ${name}`,
      );
    return { name: node.name, op: node.op, inputs: node.input ?? [], attributes };
  });
  // the converter puts the function's name in front of a constant's name, but not where the function returns the constant
  const own = new Set([...inputArg, ...nodes].map((one) => one.name));
  const renamed = (input: string): string => {
    const { node } = parseNodeInput(input);
    return !own.has(node) && own.has(`${name}/${node}`) ? `${name}/${input}` : input;
  };
  const results = Object.fromEntries(Object.entries(ret).map(([key, input]) => [key, renamed(input)]));
  return {
    name,
    inputs: inputArg.map(argument),
    outputs: outputArg.map(argument),
    ...unfusedFunction(nodes, results),
    attributes: attributesOf(attr),
  };
}

function tensorInfo(
  { name, node, output, type, shape }: SignatureTensor,
  trace: Trace,
  { values }: SourceGraph,
): TensorInfo {
  const valueIndex = values.get(node)?.[output];
  const value = valueIndex === undefined ? undefined : trace.values[valueIndex]!;
  return {
    name,
    tensor: `${node}:${output}`,
    dtype: dtypeOf(type) ?? value?.dtype ?? 'float32',
    shape: value?.shape ?? shape ?? null,
  };
}

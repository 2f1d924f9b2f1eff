// Calls of functions replaced by the bodies of these, as TensorFlow 2 writes a model: a graph of one call.
import { isControl } from '../names/nodeInput.ts';
import type { Graph, GraphFunction, GraphNode } from './graph.ts';

const callOps = new Set(['PartitionedCall', 'StatefulPartitionedCall', 'SymbolicGradient', 'RemoteCall']);

/** A file may claim more: functions that call each other twice each double with every level. */
export const maxInlinedNodes = 1_000_000;
const maxDepth = 50;

/**
 * The nodes of a body stand in a scope with the name of the call. Loops and branches stay as they are.
 * @param maxNodes how many nodes a call may make the graph grow to; beyond, it stays a call
 */
export function inlineFunctions(
  { nodes, functions = [] }: Pick<Graph, 'nodes' | 'functions'>,
  maxNodes = maxInlinedNodes,
): readonly GraphNode[] {
  if (functions.length === 0) return nodes;
  const byName = new Map(functions.map((one) => [one.name, one]));
  const inlined: GraphNode[] = [];
  const calls = new Set<string>();
  // the tensor that stands for an output of a call
  const outputs = new Map<string, string>();
  const add = (node: GraphNode, depth: number): void => {
    const body = calledBy(node, byName);
    if (!body || depth > maxDepth || inlined.length + body.nodes.length > maxNodes) inlined.push(node);
    else addBody(node, body, depth);
  };
  const addBody = (call: GraphNode, body: GraphFunction, depth: number): void => {
    calls.add(call.name);
    const data = call.inputs.filter((input) => !isControl(input));
    const given = new Map(body.inputs.map(({ name }, i) => [name, data[i]]));
    const inside = (input: string): string | undefined => {
      if (given.has(input)) return given.get(input);
      if (!isControl(input)) return `${call.name}/${input}`;
      return given.has(input.slice(1)) ? undefined : `^${call.name}/${input.slice(1)}`;
    };
    for (const node of body.nodes) {
      const inputs = node.inputs.flatMap((input) => inside(input) ?? []);
      add({ ...node, name: `${call.name}/${node.name}`, inputs }, depth + 1);
    }
    for (const [i, { name }] of body.outputs.entries()) {
      const result = body.results[name];
      const tensor = result === undefined ? undefined : inside(result);
      if (tensor === undefined) continue;
      if (i === 0) outputs.set(call.name, tensor);
      outputs.set(`${call.name}:${i}`, tensor);
      outputs.set(`${call.name}:output:${i}`, tensor);
    }
  };
  for (const node of nodes) add(node, 0);
  const resolved = (input: string): string => {
    let at = input;
    for (let steps = 0; steps <= maxDepth && outputs.has(at); steps++) at = outputs.get(at)!;
    return at;
  };
  // a call that is not there cannot be waited for
  const isThere = (input: string): boolean => !isControl(input) || !calls.has(input.slice(1));
  return inlined.map((node) => ({ ...node, inputs: node.inputs.filter(isThere).map(resolved) }));
}

/** A call names its function in an attribute, or as its op. */
function calledBy(
  { op, attributes }: GraphNode,
  functions: ReadonlyMap<string, GraphFunction>,
): GraphFunction | undefined {
  if (functions.has(op)) return functions.get(op);
  const { f } = attributes;
  return callOps.has(op) && f && 'func' in f ? functions.get(f.func.name) : undefined;
}

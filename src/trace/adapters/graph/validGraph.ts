// Refuses graphs of a model.json that TensorFlow refuses, before tf.js reads them: it would loop for ever, or lose nodes.
// Takes time linear in the graph.

import { UserError } from '../../../errors.ts';
import { isControl, parseNodeInput } from '../../../names/nodeInput.ts';
import type { GraphTopology, TopologyFunction, TopologyNode } from '../../sourceGraph.ts';
import { expectAcyclic } from './acyclicGraph.ts';
import { outputCount } from './outputCounts.ts';

const valid = new WeakSet<object>();

/**
 * Checks a graph and its functions, once for each object.
 * @throws UserError for a node without a name or op, for a shape with a size that is none, for two nodes of one name, for an
 * input that names no node or an output that its node lacks, for a cycle that is no loop, for a loop that nothing enters or ends, and
 * for a function that is missing or calls itself
 */
export function expectValidGraph(topology: GraphTopology): void {
  if (valid.has(topology)) return;
  const functions = functionsOf(topology);
  const nodes = expectNodes(topology.node, 'the graph');
  expectWired(nodes, new Set(), '');
  for (const fn of functions.values()) expectFunction(fn);
  expectCalled(nodes, functions);
  valid.add(topology);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

// the scopes of a name are nested, and walked recursively
const maxScopes = 1000;

/** @throws UserError for a node that is no NodeDef */
function expectNodes(nodes: readonly TopologyNode[], where: string): readonly TopologyNode[] {
  for (const [index, node] of nodes.entries()) {
    if (!isObject(node)) throw new UserError(`node ${index} of ${where} must be an object, got ${kindOf(node)}`);
    const { name, op, input = [], attr = {} } = node;
    if (!isText(name)) throw new UserError(`node ${index} of ${where} has no name`);
    if (name === '__proto__') throw new UserError(`a node of ${where} is called __proto__, which tf.js cannot hold`);
    if (!isText(op)) throw new UserError(`the node ${name} of ${where} has no op`);
    if (name.length > maxScopes && name.split('/').length > maxScopes)
      throw new UserError(`the name of node ${index} of ${where} has more than ${maxScopes} scopes`);
    if (!Array.isArray(input) || !input.every(isText))
      throw new UserError(`the inputs of ${op} ${name} must be a list of names, got ${kindOf(input)}`);
    if (!isObject(attr)) throw new UserError(`the attributes of ${op} ${name} must be an object, got ${kindOf(attr)}`);
    for (const [key, value] of Object.entries(attr)) {
      if (!isObject(value))
        throw new UserError(`the attribute ${key} of ${op} ${name} must be an object, got ${kindOf(value)}`);
      if ('shape' in value) expectShape(value.shape, `the ${key} of ${op} ${name}`, op !== 'Placeholder');
    }
  }
  return nodes;
}

/** @throws UserError for a TensorShapeProto with a size that is none: tf.js would take `2.5` for 2 and `1e3` for 1 */
function expectShape(shape: unknown, whose: string, takesNoSize = false): void {
  if (!isObject(shape)) throw new UserError(`${whose} must be a shape, got ${kindOf(shape)}`);
  const { dim = [] } = shape;
  if (!Array.isArray(dim) || !dim.every(isObject))
    throw new UserError(`${whose} must have a list of sizes, got ${kindOf(dim)}`);
  // protobuf's JSON leaves out a size of 0, and tf.js reads none there
  for (const { size } of dim as readonly Readonly<Record<string, string | number | undefined>>[])
    if (!(takesNoSize && size === undefined) && !/^(-1|\d{1,15})$/.test(`${size}`))
      throw new UserError(
        `${whose} must have whole numbers for sizes, or -1 for any size, got ${JSON.stringify(size) ?? 'no size'}`,
      );
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list of other things' : typeof value;

/** @param given names of a function's arguments, which its nodes read like nodes */
function expectWired(nodes: readonly TopologyNode[], given: ReadonlySet<string>, within: string): void {
  const byName = new Map<string, TopologyNode | undefined>([...given].map((name) => [name, undefined]));
  for (const node of nodes) {
    if (byName.has(node.name))
      throw new UserError(`two nodes are called ${node.name}${within}, and TensorFlow takes one`);
    byName.set(node.name, node);
  }
  for (const { name, op, input = [] } of nodes) {
    const reader = `${op} ${name}${within}`;
    let control = false;
    for (const text of input) {
      const { node, output } = parseNodeInput(text);
      if (!byName.has(node)) throw new UserError(`${reader} takes ${text}, and no node is called ${node}`);
      if (isControl(text)) control = true;
      else if (control)
        throw new UserError(`${reader} takes ${text} after what it waits for, and TensorFlow wants it before`);
      // inside a function an output may be named without its index
      else if (within === '' || Number.isSafeInteger(output))
        expectOutput(byName.get(node), output, `${reader} takes ${text}`);
    }
  }
  expectAcyclic(nodes, within);
}

/** @throws UserError for an output that the node lacks, where the number of its outputs is known */
function expectOutput(node: TopologyNode | undefined, output: number, reader: string): void {
  if (!Number.isSafeInteger(output) || output < 0) throw new UserError(`${reader}, which names no output of a node`);
  const count = node && outputCount(node);
  if (node && count !== undefined && output >= count)
    throw new UserError(`${reader}, and ${node.op} ${node.name} has ${outputsText(count)}`);
}

const outputsText = (count: number): string =>
  count === 0 ? 'no output' : count === 1 ? 'one output' : `${count} outputs`;

/** @throws UserError for a signature with an output that the graph lacks: tf.js would drop the output */
export function expectSignature(signature: unknown, { node }: GraphTopology): void {
  if (signature === undefined || signature === null) return;
  if (!isObject(signature)) throw new UserError(`the signature must be an object, got ${kindOf(signature)}`);
  const byName = new Map(node.map((one) => [one.name, one]));
  for (const side of ['inputs', 'outputs'] as const) {
    const ends = signature[side] ?? {};
    if (!isObject(ends)) throw new UserError(`the ${side} of the signature must be an object, got ${kindOf(ends)}`);
    for (const [key, end] of Object.entries(ends)) {
      if (!isObject(end) || !isText(end.name))
        throw new UserError(`${key} of the signature’s ${side} must name a tensor, got ${JSON.stringify(end)}`);
      const { node: name, output } = parseNodeInput(end.name);
      if (side === 'outputs' && !byName.has(name))
        throw new UserError(`${key} of the signature’s outputs is ${end.name}, and no node has that name`);
      expectOutput(byName.get(name), output, `${key} of the signature’s ${side} is ${end.name}`);
      if ('tensorShape' in end) expectShape(end.tensorShape, `the shape of ${key} in the signature’s ${side}`);
    }
  }
}

/** The functions of the graph's library, by name. @throws UserError for two functions of one name */
function functionsOf({ library }: GraphTopology): Map<string, TopologyFunction> {
  const list: unknown = library?.function ?? [];
  if (!Array.isArray(list)) throw new UserError(`the functions of the graph must be a list, got ${kindOf(list)}`);
  const functions = new Map<string, TopologyFunction>();
  for (const [index, fn] of (list as readonly TopologyFunction[]).entries()) {
    if (!isObject(fn) || !isObject(fn.signature) || !isText(fn.signature.name))
      throw new UserError(`function ${index} of the graph has no name`);
    const { name } = fn.signature;
    if (functions.has(name)) throw new UserError(`two functions are called ${name}, and TensorFlow takes one`);
    functions.set(name, list[index]);
  }
  return functions;
}

function expectFunction({ signature, nodeDef = [], ret = {} }: TopologyFunction): void {
  const { name, inputArg = [], outputArg = [] } = signature;
  const within = ` of the function ${name}`;
  for (const list of [inputArg, outputArg])
    if (!Array.isArray(list) || !list.every((argument) => isObject(argument) && isText(argument.name)))
      throw new UserError(`the arguments${within} must be a list of names and types, got ${kindOf(list)}`);
  if (!Array.isArray(nodeDef)) throw new UserError(`the nodes${within} must be a list, got ${kindOf(nodeDef)}`);
  if (!isObject(ret)) throw new UserError(`the results${within} must be an object, got ${kindOf(ret)}`);
  const nodes = expectNodes(nodeDef, `the function ${name}`);
  const given = new Set<string>();
  for (const argument of inputArg) {
    if (given.has(argument.name))
      throw new UserError(`two arguments are called ${argument.name}${within}, and TensorFlow takes one`);
    given.add(argument.name);
  }
  expectWired(nodes, given, within);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  for (const { name: result } of outputArg) {
    const text: unknown = Object.hasOwn(ret, result) ? ret[result] : undefined;
    if (!isText(text)) throw new UserError(`the result ${result}${within} is none of its nodes`);
    const { node, output } = parseNodeInput(text);
    // the converter puts the function's name before a constant's, except where the function returns the constant
    const returned = byName.get(node) ?? byName.get(`${name}/${node}`);
    if (!returned && !given.has(node))
      throw new UserError(`the result ${result}${within} is ${text}, and no node is called ${node}`);
    if (Number.isSafeInteger(output)) expectOutput(returned, output, `the result ${result}${within} is ${text}`);
  }
}

/** @throws UserError for a call of a missing function, and for a function that calls itself, directly or through others */
function expectCalled(nodes: readonly TopologyNode[], functions: ReadonlyMap<string, TopologyFunction>): void {
  const callsOf = (caller: string, list: readonly TopologyNode[]): TopologyNode => {
    const called = new Set(list.flatMap(calledBy));
    for (const name of called)
      if (!functions.has(name)) throw new UserError(`${caller} calls the function ${name}, which is not there`);
    return { name: caller, op: 'function', input: [...called] };
  };
  callsOf('the graph', nodes);
  const calls = [...functions.values()].map(({ signature, nodeDef }) => callsOf(signature.name, nodeDef ?? []));
  expectAcyclic(calls, '', (ring) => `the function ${ring[0]} calls itself${by(ring)}, and TensorFlow would never end`);
}

const by = ([, ...others]: readonly string[]): string => (others.length === 0 ? '' : ` by ${others[0]}`);

/** The functions that a node's attributes name. */
export function calledBy({ attr = {} }: TopologyNode): string[] {
  type Call = { readonly name?: unknown };
  const values = Object.values(attr) as readonly { func?: Call | null; list?: { func?: readonly Call[] } | null }[];
  return values.flatMap(({ func, list }) => {
    const calls = [func, ...(Array.isArray(list?.func) ? list.func : [])];
    return calls.flatMap((call) => (isObject(call) && isText(call.name) ? [call.name] : []));
  });
}

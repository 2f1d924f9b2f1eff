// The name scopes of a converted model as modules, the module of each node, and the paths of the parameters.

import { addTo } from '../../../addTo.ts';
import { UserError } from '../../../errors.ts';
import { joinPath } from '../../../names/modulePath.ts';
import { parseNodeInput } from '../../../names/nodeInput.ts';
import { freeName, siblingNames, withoutSeparator } from '../../../names/uniqueNames.ts';
import type { Dtype } from '../../../tensors.ts';
import type { GraphTopology, SignatureTensor, TopologyNode } from '../../sourceGraph.ts';
import type { ModuleInfo, ParameterInfo } from '../../trace.ts';
import { follower } from './followChain.ts';
import { shapeArithmetic, unfetchableNodes } from './reachability.ts';
import { calledBy } from './validGraph.ts';

interface Weight {
  readonly shape: readonly number[];
  readonly size: number;
  readonly dtype: Dtype;
}
/** Weights of the manifest, by the node that they belong to. */
export type Weights = ReadonlyMap<string, Weight>;

/** The modules of a converted model, and its nodes in relation to them. */
export interface GraphScopes {
  readonly modules: readonly ModuleInfo[];
  /** The prefix that the names of each module's nodes share, without its last slash; '' for the root. */
  readonly prefixes: readonly string[];
  /** The index of each node's module, for nodes that lead to an output, without constants. */
  readonly moduleOf: ReadonlyMap<string, number>;
  /** The same nodes in topological order (back edges of loops ignored), depth first per input. */
  readonly order: readonly TopologyNode[];
  /** Nodes whose outputs depend on shapes and constants alone. */
  readonly sizes: ReadonlySet<string>;
  /** Nodes of loops, and of branches that may not be taken, whose tensors cannot be fetched. */
  readonly unfetchable: ReadonlySet<string>;
  /** Paths of parameters, by node. */
  readonly parameters: ReadonlyMap<string, string>;
}

interface Scope {
  readonly name: string;
  /** The beginning of its nodes' names, with the last slash. */
  readonly prefix: string;
  readonly children: Map<string, Scope>;
  ownNodes: number;
}

/**
 * Parameters are the floats of the manifest. Shapes, axes, indices and strings are not, and a single number such as an epsilon
 * is one only if TensorFlow read it from a variable.
 */
const isParameter = (name: string, { dtype, shape }: Weight): boolean =>
  (dtype === 'float32' || dtype === 'complex64') && (shape.length > 0 || /\/ReadVariableOp(_\d+)?(\/|$)/.test(name));

/**
 * Makes modules of name scopes. A parameter belongs to the module of the first node that reads it, whatever its own name: a
 * scope of its own would hold nothing else. A scope that holds one other scope and no node is merged with that one.
 */
export function scopesOf(topology: GraphTopology, outputs: readonly SignatureTensor[], weights: Weights): GraphScopes {
  const byName = new Map(topology.node.map((node) => [node.name, node]));
  const reached = inOrder(byName, outputs);
  const bare = reached.find(({ name, op }) => op === 'Const' && !weights.has(name));
  if (bare)
    throw new UserError(`the constant ${bare.name} has no value among the weights, and tf.js reads none elsewhere`);
  // an Identity of a weight represents the weight
  const passed = follower((name) => {
    const node = byName.get(name);
    return node?.op === 'Identity' && node.input?.[0] !== undefined ? parseNodeInput(node.input[0]).node : undefined;
  });
  const reads = (node: TopologyNode): boolean => node.op === 'Identity' && weights.has(passed(node.name));
  const ends = new Set(outputs.map(({ node }) => node));
  const order = reached.filter(
    (node) => node.op !== 'Const' && !weights.has(node.name) && (ends.has(node.name) || !reads(node)),
  );

  const root: Scope = { name: '', prefix: '', children: new Map(), ownNodes: 1 };
  const scopeOf = new Map<string, Scope>();
  // nodes that compute sizes and bounds make no scope of their own
  const sizes = shapeArithmetic(order);
  const segments = ({ name, op }: TopologyNode): string[] => (op === 'Placeholder' ? [] : name.split('/').slice(0, -1));
  for (const node of order) {
    if (sizes.has(node.name)) continue;
    const scope = scopeAt(root, segments(node));
    scope.ownNodes += 1;
    scopeOf.set(node.name, scope);
  }
  for (const node of order) if (sizes.has(node.name)) scopeOf.set(node.name, nearest(root, segments(node)));
  const { described, indexOf } = describe(root);
  const moduleOf = new Map([...scopeOf].map(([name, scope]) => [name, indexOf.get(scope)!]));
  const { own, paths } = addParameters(topology, order, weights, passed, moduleOf, described);
  const modules = described.map(({ prefix: _, ...module }, i) => ({ ...module, parameters: own[i]! }));
  const prefixes = described.map(({ prefix }) => prefix.slice(0, -1));
  return { modules, prefixes, moduleOf, order, sizes, unfetchable: unfetchableNodes(reached), parameters: paths };
}

/**
 * Nodes that lead to the outputs in topological order, depth first, so that a branch stays together. The nodes on the back
 * edge of a loop come before its Exit.
 */
function inOrder(byName: ReadonlyMap<string, TopologyNode>, outputs: readonly SignatureTensor[]): TopologyNode[] {
  const result: TopologyNode[] = [];
  const seen = new Set<string>();
  // back edges that were not followed yet, by loop
  const back = new Map<unknown, string[]>();
  const loopOf = loopsOf(byName);
  const stack: { node: TopologyNode; inputs: readonly string[]; next: number }[] = [];
  const enter = (name: string): void => {
    const node = byName.get(name);
    if (node === undefined || seen.has(name)) return;
    seen.add(name);
    stack.push({ node, inputs: (node.input ?? []).map((text) => parseNodeInput(text).node), next: 0 });
  };
  for (const { node: output } of outputs) {
    enter(output);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const { node, inputs } = top;
      const input = inputs[top.next++];
      if (input !== undefined) {
        if (node.op !== 'Merge' || byName.get(input)?.op !== 'NextIteration') enter(input);
        else addTo(back, loopOf(node), input);
        continue;
      }
      const loop = node.op === 'Exit' ? loopOf(node) : undefined;
      const ways = back.get(loop);
      if (ways) {
        back.delete(loop);
        Object.assign(top, { inputs: ways, next: 0 });
      } else result.push(stack.pop()!.node);
    }
  }
  return result;
}

/** Makes a function that gives the name of an Exit's or Merge's loop: its Enter, reached through first inputs, has it. */
function loopsOf(byName: ReadonlyMap<string, TopologyNode>): (node: TopologyNode) => unknown {
  const entered = follower((name) => {
    const node = byName.get(name);
    return node === undefined || node.op === 'Enter' || node.input?.[0] === undefined
      ? undefined
      : parseNodeInput(node.input[0]).node;
  });
  return ({ name }) => {
    const node = byName.get(entered(name));
    return node?.op === 'Enter' ? (node.attr?.frame_name as { readonly s?: unknown } | undefined)?.s : undefined;
  };
}

function scopeAt(root: Scope, segments: readonly string[]): Scope {
  let scope = root;
  for (const name of segments) {
    let child = scope.children.get(name);
    if (!child) {
      child = { name, prefix: `${scope.prefix}${name}/`, children: new Map(), ownNodes: 0 };
      scope.children.set(name, child);
    }
    scope = child;
  }
  return scope;
}

function nearest(root: Scope, segments: readonly string[]): Scope {
  let scope = root;
  for (const name of segments) {
    const child = scope.children.get(name);
    if (!child) break;
    scope = child;
  }
  return scope;
}

type Described = Omit<ModuleInfo, 'parameters'> & { readonly prefix: string };

function describe(root: Scope): { described: Described[]; indexOf: Map<Scope, number> } {
  const described: Described[] = [];
  const indexOf = new Map<Scope, number>();
  const visit = (outer: Scope, outerPath: string, name: string): number => {
    const { scope, label, through } = alone(outer, name);
    const index = described.length;
    for (const passed of through) indexOf.set(passed, index);
    const path = outer === root ? '' : joinPath(outerPath, label);
    const children: number[] = [];
    const type = outer === root ? 'GraphModel' : typeOf(scope.name);
    described.push({ path, type, container: undefined, children, prefix: scope.prefix });
    const names = siblingNames([...scope.children.keys()], '.');
    for (const [i, child] of [...scope.children.values()].entries()) children.push(visit(child, path, names[i]!));
    return index;
  };
  visit(root, '', '');
  return { described, indexOf };
}

/** Merges a scope that holds one other scope and no node with that one, and so on. */
function alone(outer: Scope, name: string): { scope: Scope; label: string; through: readonly Scope[] } {
  const through = [outer];
  let label = name;
  for (;;) {
    const scope = through.at(-1)!;
    const [only, second] = scope.children.values();
    if (scope.ownNodes > 0 || only === undefined || second !== undefined) return { scope, label, through };
    through.push(only);
    label += `/${withoutSeparator(only.name, '.')}`;
  }
}

/** The name of a scope without the number that tells it from others of its kind. */
function typeOf(name: string): string {
  const stem = name.replace(/_\d+$/, '').replace(/([a-z]{2})\d+$/, '$1');
  return /^\d*$/.test(stem) ? 'scope' : stem;
}

function addParameters(
  topology: GraphTopology,
  order: readonly TopologyNode[],
  weights: Weights,
  passed: (name: string) => string,
  moduleOf: ReadonlyMap<string, number>,
  described: readonly Described[],
): { own: readonly ParameterInfo[][]; paths: Map<string, string> } {
  const own: ParameterInfo[][] = described.map(() => []);
  const names = described.map(() => new Set<string>());
  const paths = new Map<string, string>();
  const held = new Set<string>();
  const index = (node: string, module: number): void => {
    const weight = weights.get(node);
    if (!weight || !isParameter(node, weight) || held.has(`${module} ${node}`)) return;
    held.add(`${module} ${node}`);
    const { path, prefix } = described[module]!;
    const name = freeName(wordFor(node, prefix), names[module]!);
    names[module]!.add(name);
    const first = paths.get(node);
    if (first === undefined) paths.set(node, joinPath(path, name));
    const { shape, size, dtype } = weight;
    // a converted model cannot be trained
    const about = { name, shape, size, dtype, requiresGrad: false, buffer: false };
    own[module]!.push(first === undefined ? about : { ...about, sharedWith: first });
  };
  const functions = new Map(topology.library?.function?.map((fn) => [fn.signature.name, fn.nodeDef ?? []]));
  for (const node of order) {
    const module = moduleOf.get(node.name)!;
    for (const input of node.input ?? []) index(passed(parseNodeInput(input).node), module);
    if (functions.size > 0) for (const inner of innerNodes(node, functions)) index(inner.name, module);
  }
  // weights that no node reads belong to the root
  for (const node of weights.keys()) if (!paths.has(node)) index(node, 0);
  return { own, paths };
}

/** The nodes of the functions that a node calls, directly or through other functions. */
function innerNodes(node: TopologyNode, functions: ReadonlyMap<string, readonly TopologyNode[]>): TopologyNode[] {
  const inner: TopologyNode[] = [];
  const seen = new Set<string>();
  const callers: { readonly names: readonly string[]; next: number }[] = [{ names: calledBy(node), next: 0 }];
  while (callers.length > 0) {
    const top = callers.at(-1)!;
    const name = top.names[top.next++];
    if (name === undefined) callers.pop();
    else if (!seen.has(name)) {
      seen.add(name);
      const nodes = functions.get(name) ?? [];
      for (const one of nodes) inner.push(one);
      callers.push({ names: nodes.flatMap(calledBy), next: 0 });
    }
  }
  return inner;
}

/** The name of a parameter's node without the scopes that it shares with the module. */
function wordFor(node: string, prefix: string): string {
  const [parts, outer] = [node.split('/'), prefix.split('/')];
  let common = 0;
  while (common < parts.length - 1 && parts[common] === outer[common]) common += 1;
  const word = withoutSeparator(parts.slice(common).join('/'), '.');
  return word.replace(/(.)\/ReadVariableOp$/, '$1');
}

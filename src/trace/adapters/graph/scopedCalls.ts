// The calls of a converted model, put together scope by scope, as a Trace has them: tf.js runs nodes across scopes.

import { parseNodeInput } from '../../../names/nodeInput.ts';
import type { TopologyNode } from '../../sourceGraph.ts';
import type { Call, KernelCall, ModuleCall, Value } from '../../trace.ts';
import { follower } from './followChain.ts';
import { scopeBoundaries, takenBy } from './scopeBoundaries.ts';
import type { GraphScopes } from './scopes.ts';

/** A run of a converted model, as it was recorded. */
export interface Ran {
  readonly values: readonly Value[];
  /** Kernels in the order they ran. */
  readonly kernels: readonly KernelCall[];
  /** Indices of each node's outputs. */
  readonly indices: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** Nodes of loops and branches, whose outputs cannot be fetched; some may not have run. */
  readonly unfetchable: ReadonlySet<string>;
  /** Indices of the model's inputs. */
  readonly inputs: readonly number[];
  /** Indices of the model's outputs. */
  readonly outputs: readonly number[];
}

/** The calls of a Trace, and the op of each node. */
export interface GraphCalls {
  readonly calls: readonly Call[];
  readonly returned: readonly number[];
  /** Indices of the kernels in `calls`, in the order they ran. */
  readonly ran: readonly number[];
  /** The index of each node's op in `calls`. */
  readonly nodes: ReadonlyMap<string, number>;
  /** The index of the module call that holds the failing node. */
  readonly failed: number | undefined;
}

/** The one call of a scope: its nodes and inner scopes, in the order of their first nodes. */
interface Group {
  readonly module: number;
  readonly items: (Group | TopologyNode)[];
}

// ops with multiply-adds: where one did not run, the count is unknown
const heavy = /MatMul|Conv|Einsum|While|^(Stateless)?(If|Case)$|PartitionedCall|LSTM|GRU/;

export function callsOf(scopes: GraphScopes, ran: Ran, failing?: TopologyNode): GraphCalls {
  const kernelsOf = byNode(ran, readersOf(scopes, ran.unfetchable));
  const sizes = new Set<number | undefined>();
  for (const name of scopes.sizes) for (const index of ran.indices.get(name) ?? []) sizes.add(index);
  // results that tf.js computes asynchronously are recorded as constants
  const made = new Set([...ran.indices.values()].flat());
  const isActivation = (value: number): boolean => {
    const { parameter, constant } = ran.values[value]!;
    return parameter === undefined && (constant === undefined || made.has(value)) && !sizes.has(value);
  };
  const taken = takenBy(scopes.order, ran.indices);
  const ends = scopeBoundaries(scopes, ran.indices, taken, isActivation, ran.outputs);
  const calls: Call[] = [];
  const returned: number[] = [];
  // index of each kernel's call, by the position of the kernel among those that ran
  const indexOfKernel: (number | undefined)[] = [];
  const opOf = new Map<string, number>();
  let failed: number | undefined;

  const kernel = (position: number, parent: number): void => {
    indexOfKernel[position] = calls.length;
    calls.push({ ...ran.kernels[position]!, parent });
  };
  const node = (item: TopologyNode, parent: number): void => {
    const outputs = (ran.indices.get(item.name) ?? []).filter((index) => index !== undefined);
    const index = calls.length;
    opOf.set(item.name, index);
    calls.push({ level: 'op', op: item.op, inputs: taken.get(item.name) ?? [], outputs, parent });
    for (const position of kernelsOf.get(item.name) ?? []) kernel(position, index);
    if (outputs.length === 0 && heavy.test(item.op) && item !== failing && !ran.unfetchable.has(item.name))
      calls.push({ level: 'kernel', kernel: item.op, attributes: {}, inputs: {}, outputs: [], parent: index });
  };
  /** Adds the calls of a scope; returns whether the failing node is in it. */
  const visit = ({ module, items }: Group, parent: number): boolean => {
    const index = calls.length;
    const inputs = parent === -1 ? ran.inputs : [...ends.inputs[module]!];
    calls.push({ level: 'module', module, inputs, outputs: [], parent });
    let broken = false;
    for (const item of items) {
      if ('items' in item) broken = visit(item, index) || broken;
      else {
        node(item, index);
        if (item === failing) [failed, broken] = [index, true];
      }
    }
    if (broken) return true;
    const outputs = parent === -1 ? ran.outputs : [...ends.outputs[module]!].sort((a, b) => a - b);
    calls[index] = { ...(calls[index] as ModuleCall), outputs: outputs.length === 1 ? outputs[0]! : outputs };
    returned.push(index);
    return false;
  };

  visit(groupsOf(scopes, failing === undefined ? undefined : ran.indices, failing), -1);
  const order = indexOfKernel.filter((index) => index !== undefined);
  return { calls, returned, ran: order, nodes: opOf, failed };
}

// ops that forward their first input unchanged
const passes = new Set(['Enter', 'Switch', 'Merge', 'Identity', 'NextIteration', 'Exit']);

/** The one unfetchable node that computes with a parameter, by the parameter's path. */
function readersOf({ order, parameters }: GraphScopes, unfetchable: ReadonlySet<string>): Map<string, string> {
  if (unfetchable.size === 0) return new Map();
  const byName = new Map(order.map((node) => [node.name, node]));
  const passed = follower((name) => {
    const node = byName.get(name);
    return node && passes.has(node.op) && node.input?.[0] !== undefined
      ? parseNodeInput(node.input[0]).node
      : undefined;
  });
  const parameterAt = (name: string): string | undefined => parameters.get(passed(name));
  const readers = new Map<string, string | undefined>();
  for (const { name, op, input = [] } of order) {
    if (passes.has(op)) continue;
    for (const path of new Set(input.map((text) => parameterAt(parseNodeInput(text).node)))) {
      if (path !== undefined) readers.set(path, readers.has(path) || !unfetchable.has(name) ? undefined : name);
    }
  }
  return new Map([...readers].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * Assigns each kernel to the node whose output it made, or to the only node that computes with the kernel's parameter, or else
 * to the next node whose output was made.
 * @returns positions among the kernels
 */
function byNode({ values, kernels, indices }: Ran, readers: ReadonlyMap<string, string>): Map<string, number[]> {
  const makers = new Map<number, string>();
  for (const [name, outputs] of indices)
    for (const index of outputs) if (index !== undefined && !makers.has(index)) makers.set(index, name);
  const result = new Map<string, number[]>();
  const add = (node: string, positions: number[]): void => {
    const known = result.get(node);
    if (known) known.push(...positions);
    else result.set(node, positions);
  };
  // a reshaped parameter still counts as the parameter
  const paths = new Map<number, string | undefined>();
  const pathOf = (index: number): string | undefined => values[index]!.parameter ?? paths.get(index);
  let waiting: number[] = [];
  for (const [position, call] of kernels.entries()) {
    const made = call.outputs.find((index) => makers.has(index));
    const maker = made === undefined ? undefined : makers.get(made);
    if (readers.size > 0) {
      const taken = Object.values(call.inputs).flat().map(pathOf);
      if (taken.every((path) => path === taken[0])) for (const index of call.outputs) paths.set(index, taken[0]);
      const reader = taken.map((path) => readers.get(path ?? '')).find((name) => name !== undefined);
      if (maker === undefined && reader !== undefined) {
        add(reader, [position]);
        continue;
      }
    }
    waiting.push(position);
    if (maker === undefined) continue;
    add(maker, waiting);
    waiting = [];
  }
  return result;
}

/** @param indices the node outputs of a run that failed, of which only nodes that ran are grouped */
function groupsOf(scopes: GraphScopes, indices: Ran['indices'] | undefined, failing: TopologyNode | undefined): Group {
  // the modules around each module and itself, without the root
  const chains = new Map<number, readonly number[]>([[0, []]]);
  for (const [index, { children }] of scopes.modules.entries())
    for (const child of children) chains.set(child, [...chains.get(index)!, child]);
  const groups = new Map<number, Group>([[0, { module: 0, items: [] }]]);
  // nodes that compute sizes could run at any time, and so do not decide the order of scopes
  const { order, sizes } = scopes;
  const nodes = [...order.filter(({ name }) => !sizes.has(name)), ...order.filter(({ name }) => sizes.has(name))];
  for (const node of nodes) {
    if (indices && !indices.has(node.name) && node !== failing) continue;
    let outer = groups.get(0)!;
    for (const module of chains.get(scopes.moduleOf.get(node.name)!)!) {
      let group = groups.get(module);
      if (!group) {
        group = { module, items: [] };
        groups.set(module, group);
        outer.items.push(group);
      }
      outer = group;
    }
    outer.items.push(node);
  }
  return groups.get(0)!;
}

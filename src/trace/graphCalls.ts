// The calls of a converted model, scope by scope: tf.js runs its nodes across them. In: what ran, in the order it ran.
// Out: calls as a Trace has them, a module's together.
import { shapeArithmetic } from './graphReach.ts';
import type { GraphScopes } from './graphScopes.ts';
import { endOf, type TopologyNode } from './graphTopology.ts';
import type { Call, KernelCall, Structure, Value } from './trace.ts';

export interface Ran {
  readonly values: readonly Value[];
  /** in the order they ran */
  readonly kernels: readonly KernelCall[];
  /** places of each node's outputs */
  readonly places: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** places of the model's outputs */
  readonly outputs: readonly number[];
}

export interface GraphCalls {
  readonly calls: readonly Call[];
  readonly returned: readonly number[];
  /** places of the kernels in `calls`, in the order they ran */
  readonly ran: readonly number[];
  /** the place of the call in which `failed` stands */
  readonly failed: number | undefined;
}

/** A scope that is called once: its nodes, and the scopes in it, in the order of their first nodes. */
interface Group {
  readonly module: number;
  readonly items: (Group | TopologyNode)[];
}

// what did not run and might multiply: its multiply-adds are not known
const heavy = /MatMul|Conv|Einsum|While|^(Stateless)?(If|Case)$|PartitionedCall|LSTM|GRU/;

export function callsOf(scopes: GraphScopes, ran: Ran, failing?: TopologyNode): GraphCalls {
  const kernelsOf = byNode(ran);
  const users = usersOf(scopes.order, ran);
  const sizes = new Set(
    [...shapeArithmetic(scopes.order)]
      .flatMap((name) => ran.places.get(name) ?? [])
      .filter((place) => place !== undefined),
  );
  const calls: Call[] = [];
  const returned: number[] = [];
  const placed = new Map<KernelCall, number>();
  let failed: number | undefined;

  const kernel = (call: KernelCall, parent: number): void => {
    placed.set(call, calls.length);
    calls.push({ ...call, parent });
  };
  const node = (item: TopologyNode, parent: number): void => {
    const outputs = (ran.places.get(item.name) ?? []).filter((place) => place !== undefined);
    const place = calls.length;
    calls.push({ level: 'op', op: item.op, inputs: users.takes.get(item.name) ?? [], outputs, parent });
    for (const call of kernelsOf.get(item.name) ?? []) kernel(call, place);
    if (outputs.length === 0 && heavy.test(item.op) && item !== failing)
      calls.push({ level: 'kernel', kernel: item.op, attributes: {}, inputs: {}, outputs: [], parent: place });
  };
  /** @returns the places that the group's nodes made, and whether the failing node is in it */
  const visit = (group: Group, parent: number): { made: Set<number>; names: string[]; broken: boolean } => {
    const place = calls.length;
    // filled in when its nodes are known
    calls.push({ level: 'module', module: group.module, inputs: [], outputs: [], parent });
    const names: string[] = [];
    let broken = false;
    for (const item of group.items) {
      if ('items' in item) {
        const inner = visit(item, place);
        names.push(...inner.names);
        broken ||= inner.broken;
      } else {
        node(item, place);
        names.push(item.name);
        if (item === failing) [failed, broken] = [place, true];
      }
    }
    const made = new Set(names.flatMap((name) => ran.places.get(name) ?? []).filter((value) => value !== undefined));
    const inside = new Set(names);
    const taken = new Set(names.flatMap((name) => users.takes.get(name) ?? []));
    const inputs = [...taken].filter((value) => !made.has(value) && isActivation(value));
    const outputs =
      parent === -1 ? ran.outputs : [...made].filter((value) => isActivation(value) && users.leaves(value, inside));
    Object.assign(calls[place]!, { inputs, outputs: broken ? [] : oneOrMore(outputs) });
    if (!broken) returned.push(place);
    return { made, names, broken };
  };
  const isActivation = (value: number): boolean => {
    const { parameter, constant } = ran.values[value]!;
    return parameter === undefined && constant === undefined && !sizes.has(value);
  };

  visit(groupsOf(scopes, failing === undefined ? undefined : ran.places, failing), -1);
  const order = ran.kernels.filter((call) => placed.has(call)).map((call) => placed.get(call)!);
  return { calls, returned, ran: order, failed };
}

const oneOrMore = (places: readonly number[]): Structure => (places.length === 1 ? places[0]! : places);

/** Each kernel for the node whose output it made, or else for the next node that was made. */
function byNode({ kernels, places }: Ran): Map<string, KernelCall[]> {
  const makers = new Map<number, string>();
  for (const [name, outputs] of places)
    for (const place of outputs) if (place !== undefined && !makers.has(place)) makers.set(place, name);
  const result = new Map<string, KernelCall[]>();
  let waiting: KernelCall[] = [];
  for (const call of kernels) {
    waiting.push(call);
    const maker = call.outputs.map((place) => makers.get(place)).find((name) => name !== undefined);
    if (maker === undefined) continue;
    result.set(maker, [...(result.get(maker) ?? []), ...waiting]);
    waiting = [];
  }
  return result;
}

interface Users {
  /** places that a node takes */
  readonly takes: ReadonlyMap<string, readonly number[]>;
  /** whether a value is taken by a node that is not in `inside`, or is the model's */
  leaves(value: number, inside: ReadonlySet<string>): boolean;
}

function usersOf(order: readonly TopologyNode[], { places, outputs }: Ran): Users {
  const takes = new Map<string, number[]>();
  const takers = new Map<number, string[]>();
  for (const { name, input = [] } of order) {
    const taken = input.flatMap((text) => {
      const { node, output } = endOf(text);
      return text.startsWith('^') ? [] : (places.get(node)?.[output] ?? []);
    });
    takes.set(name, taken);
    for (const place of taken) takers.set(place, [...(takers.get(place) ?? []), name]);
  }
  const given = new Set(outputs);
  const leaves = (value: number, inside: ReadonlySet<string>): boolean =>
    given.has(value) || (takers.get(value) ?? []).some((user) => !inside.has(user));
  return { takes, leaves };
}

/** @param places of a run that failed, which holds what ran until then */
function groupsOf(scopes: GraphScopes, places: Ran['places'] | undefined, failing: TopologyNode | undefined): Group {
  const chains = new Map<number, readonly number[]>([[0, [0]]]);
  for (const [place, { children }] of scopes.modules.entries())
    for (const child of children) chains.set(child, [...chains.get(place)!, child]);
  const groups = new Map<number, Group>([[0, { module: 0, items: [] }]]);
  // sizes are at hand from the inputs on: they say nothing of where a scope stands
  const sizes = shapeArithmetic(scopes.order);
  const nodes = [
    ...scopes.order.filter(({ name }) => !sizes.has(name)),
    ...scopes.order.filter(({ name }) => sizes.has(name)),
  ];
  for (const node of nodes) {
    if (places && !places.has(node.name) && node !== failing) continue;
    let outer = groups.get(0)!;
    for (const module of chains.get(scopes.moduleOf.get(node.name)!)!.slice(1)) {
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

// Edges between boxes anywhere cut into links within one group each: a link ends at a child of the group or at a port, a
// point of the group's border where an edge goes on outside.
import { addTo } from '../../addTo.ts';
import { backEdges } from './backEdges.ts';
import type { LayoutEdge, LayoutGraph } from './layout.ts';

interface Port {
  readonly side: 'start' | 'end';
}

export interface LocalLink {
  /** A child's index in `boxes`, or a port as -1 - its index in the group. */
  readonly from: number;
  readonly to: number;
  /** Index of the port at which it goes on inside an open child, -1 if it ends there. */
  readonly fromPort: number;
  readonly toPort: number;
  readonly value: number;
  readonly back: boolean;
  readonly edges: number[];
  label: LayoutEdge['label'];
}

export interface Group {
  readonly children: number[];
  readonly ports: Port[];
  readonly links: LocalLink[];
}

export interface Nest {
  /** By index of an open group; the last is the top. */
  readonly groups: ReadonlyMap<number, Group>;
  /** Edges of a box that is shown to itself, by box. */
  readonly loops: ReadonlyMap<number, readonly number[]>;
}

/** The top, which has no box. */
export const top = -1;
/** Values that cross one side of a group apart from each other; with more they share a port. */
const maxPorts = 6;

interface Oriented {
  readonly edge: number;
  /** Boxes from the top inwards, the end that is drawn first and the one drawn last. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** How many boxes both share. */
  readonly shared: number;
  readonly back: boolean;
  readonly value: number;
}

export function nestOf(graph: LayoutGraph, open: (box: number) => boolean): Nest {
  const { groups, pathTo } = openGroups(graph, open);
  const { crossing, loops } = orientedEdges(graph, groups, pathTo);
  const ports = portsOf(groups, crossing);
  const known = new Map<string, LocalLink>();
  for (const one of crossing) {
    const { upper, lower, shared, edge } = one;
    const add = (group: number, from: number, to: number, fromPort: number, toPort: number): void => {
      const key = `${group} ${from} ${fromPort} ${to} ${toPort} ${one.back}`;
      const link = known.get(key);
      const { label } = graph.edges[edge]!;
      if (link) {
        link.edges.push(edge);
        if (link.value === one.value) link.label ??= label;
        return;
      }
      const made: LocalLink = { from, to, fromPort, toPort, value: one.value, back: one.back, edges: [edge], label };
      known.set(key, made);
      groups.get(group)!.links.push(made);
    };
    const out = (group: number): number => (groups.has(group) ? ports(group, 'end', one.value) : -1);
    const into = (group: number): number => (groups.has(group) ? ports(group, 'start', one.value) : -1);
    // an edge may end at an open group itself
    const inUpper = (i: number): number => (i === upper.length - 1 ? -1 : out(upper[i]!));
    const inLower = (i: number): number => (i === lower.length - 1 ? -1 : into(lower[i]!));
    for (let i = upper.length - 1; i > shared; i--)
      add(upper[i - 1]!, upper[i]!, -1 - out(upper[i - 1]!), inUpper(i), -1);
    add(shared === 0 ? top : upper[shared - 1]!, upper[shared]!, lower[shared]!, inUpper(shared), inLower(shared));
    for (let i = shared + 1; i < lower.length; i++)
      add(lower[i - 1]!, -1 - into(lower[i - 1]!), lower[i]!, -1, inLower(i));
  }
  return { groups, loops };
}

/** The groups that show their children, outer ones first, and the way to each box that is shown, or around a hidden one. */
function openGroups(
  { boxes }: LayoutGraph,
  open: (box: number) => boolean,
): { readonly groups: Map<number, Group>; readonly pathTo: (box: number) => readonly number[] } {
  const children = new Map<number, number[]>();
  for (const [i, { parent }] of boxes.entries()) addTo(children, parent, i);
  const groups = new Map<number, Group>([[top, { children: children.get(top) ?? [], ports: [], links: [] }]]);
  const paths = new Map<number, readonly number[]>([[top, []]]);
  for (const [group, { children: inside }] of groups)
    for (const box of inside) {
      paths.set(box, [...paths.get(group)!, box]);
      const own = children.get(box);
      if (own && open(box)) groups.set(box, { children: own, ports: [], links: [] });
    }
  const pathTo = (box: number): readonly number[] => {
    let at = box;
    while (!paths.has(at)) at = boxes[at]!.parent;
    return paths.get(at)!;
  };
  return { groups, pathTo };
}

/** Edges as they are drawn: those of a loop that go back are turned around; those inside a closed group are left out. */
function orientedEdges(
  { edges }: LayoutGraph,
  groups: ReadonlyMap<number, Group>,
  pathTo: (box: number) => readonly number[],
): { readonly crossing: readonly Oriented[]; readonly loops: Map<number, number[]> } {
  const loops = new Map<number, number[]>();
  const found: { edge: number; from: readonly number[]; to: readonly number[]; shared: number }[] = [];
  const pairs = new Map<number, Map<string, [number, number]>>();
  for (const [edge, { from: a, to: b }] of edges.entries()) {
    const [from, to] = [pathTo(a), pathTo(b)];
    if (a === b && from.at(-1) === a) addTo(loops, a, edge);
    let shared = 0;
    while (shared < from.length && from[shared] === to[shared]) shared++;
    if (shared === from.length || shared === to.length) continue;
    found.push({ edge, from, to, shared });
    const group = shared === 0 ? top : from[shared - 1]!;
    const of = pairs.get(group) ?? new Map<string, [number, number]>();
    pairs.set(group, of);
    of.set(`${from[shared]} ${to[shared]}`, [from[shared]!, to[shared]!]);
  }
  const turned = new Map<number, Set<string>>();
  for (const [group, of] of pairs) {
    const index = new Map(groups.get(group)!.children.map((child, i) => [child, i]));
    const isBack = backEdges(
      index.size,
      Array.from(of.values(), ([a, b]) => [index.get(a)!, index.get(b)!]),
    );
    turned.set(group, new Set([...of.keys()].filter((_, i) => isBack[i])));
  }
  const values = new Map<string, number>();
  const indexOfValue = (key: string): number => {
    const known = values.get(key) ?? values.size;
    values.set(key, known);
    return known;
  };
  const crossing = found.map(({ edge, from, to, shared }): Oriented => {
    const { from: source, to: target, output = 0 } = edges[edge]!;
    const group = shared === 0 ? top : from[shared - 1]!;
    const back = turned.get(group)!.has(`${from[shared]} ${to[shared]}`);
    const [upper, lower] = back ? [to, from] : [from, to];
    return { edge, upper, lower, shared, back, value: indexOfValue(back ? `back ${target}` : `${source} ${output}`) };
  });
  return { crossing, loops };
}

/** Gives each value that crosses a side of a group a port, or all of them one where they are many. */
function portsOf(
  groups: ReadonlyMap<number, Group>,
  crossing: readonly Oriented[],
): (group: number, side: Port['side'], value: number) => number {
  const crossed = { start: new Map<number, Set<number>>(), end: new Map<number, Set<number>>() };
  const cross = (side: Port['side'], group: number, value: number): void => {
    const set = crossed[side].get(group);
    if (set) set.add(value);
    else crossed[side].set(group, new Set([value]));
  };
  for (const { upper, lower, shared, value } of crossing) {
    for (let i = shared; i < upper.length - 1; i++) cross('end', upper[i]!, value);
    for (let i = shared; i < lower.length - 1; i++) cross('start', lower[i]!, value);
  }
  const known = new Map<string, number>();
  return (group, side, value) => {
    const key = `${group} ${side} ${crossed[side].get(group)!.size > maxPorts ? 'all' : value}`;
    const port = known.get(key);
    if (port !== undefined) return port;
    const made = groups.get(group)!.ports.push({ side }) - 1;
    known.set(key, made);
    return made;
  };
}

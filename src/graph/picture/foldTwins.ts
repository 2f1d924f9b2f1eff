// Equal neighbours drawn as one: thirty blocks in a row are `30 x gMLPBlock`, with the first one's inside.
import { equalClasses } from './equalClasses.ts';
import {
  addAmounts,
  childrenOf,
  type Picture,
  type PictureAmounts,
  type PictureEdge,
  type PictureNode,
} from './picture.ts';
import { inPreorder, merged } from './preorder.ts';

/** Fewer equal boxes without children are drawn one by one. */
const minLeaves = 4;
const minGroups = 2;
/** Layers that come again in turn, as convolution, normalization, activation do. */
const maxPeriod = 6;

/** Equal siblings in a row, or a few that come again in turn. */
export interface TwinRun {
  /** Siblings of the first period, and how often they come. */
  readonly members: readonly number[];
  readonly all: readonly number[];
  readonly count: number;
}

/** The runs of a picture, outer ones first. @param keyOf tells boxes apart that would be equal otherwise */
export function twinRuns(picture: Picture, keyOf: (node: number) => string = () => ''): TwinRun[] {
  const children = childrenOf(picture);
  const classes = equalClasses(picture, children.of, keyOf);
  return [children.top, ...children.of].flatMap((siblings) =>
    siblings.length < 2 ? [] : runsIn(siblings, classes, children.of),
  );
}

/** Equal means: kind, type, state, outputs, size of the parameters and edges, all the way down. */
export function foldTwins(picture: Picture): Picture {
  const { nodes } = picture;
  const runs = twinRuns(picture);
  if (runs.length === 0) return picture;
  const into = twinsOf(nodes, runs);
  const isBetween = betweenRepetitions(nodes, runs);
  const isRepeated = repeatedEdges(into);
  const edges = picture.edges.filter((edge) => !isBetween(edge.from, edge.to) && !isRepeated(edge));
  const edited = [...nodes];
  for (const { members, all, count } of runs) {
    if (members.length > 1 || into[members[0]!] !== members[0]) continue;
    const [first, last] = [nodes[members[0]!]!, nodes[all.at(-1)!]!];
    const name = first.name === last.name ? first.name : `${first.name}–${last.name}`;
    edited[members[0]!] = { ...first, name, count, ...sumsOf(nodes, all) };
  }
  const { picture: smaller, index } = merged({ ...picture, edges }, edited, into, true);
  const around = runs.filter(({ members }) => members.length > 1 && into[members[0]!] === members[0]);
  if (around.length === 0) return smaller;
  const grouped = [...smaller.nodes];
  const order = Array.from(grouped.keys());
  for (const { members, all, count } of around) {
    const [first, last] = [nodes[members[0]!]!, nodes[all.at(-1)!]!];
    const at = grouped.push({
      parent: grouped[index[members[0]!]!]!.parent,
      path: `${first.path}…${last.path}`,
      name: '',
      type: members.map((member) => nodes[member]!.type || nodes[member]!.name).join(', '),
      kind: 'scope',
      role: 'other',
      outputs: last.outputs,
      count,
      ...sumsOf(nodes, all),
    });
    order.push(index[members[0]!]!);
    for (const member of members) grouped[index[member]!] = { ...grouped[index[member]!]!, parent: at - 1 };
  }
  return inPreorder(picture.name, grouped, smaller.edges, (node) => order[node]!);
}

/**
 * Tells whether an edge of a later repetition leads where one of its shape leads already: thirty outputs of a split to thirty
 * equal layers are one edge.
 */
function repeatedEdges(into: Int32Array): (edge: PictureEdge) => boolean {
  const known = new Map<number, Set<string>>();
  return ({ from, to, shape, control = false }) => {
    const [source, target] = [into[from]!, into[to]!];
    const key = source * into.length + target;
    const shapes = known.get(key) ?? new Set();
    known.set(key, shapes);
    const text = `${control} ${shape}`;
    const isMoved = source !== from || target !== to;
    if (isMoved && shapes.has(text)) return true;
    shapes.add(text);
    return false;
  };
}

function sumsOf(nodes: readonly PictureNode[], all: readonly number[]): Pick<PictureNode, 'amounts' | 'size'> {
  return {
    amounts: all.reduce<PictureAmounts>((sum, one) => addAmounts(sum, nodes[one]!.amounts), {}),
    size: all.reduce((sum, one) => sum + nodes[one]!.size, 0),
  };
}

/** By node: itself, or of a repetition the node that stands for it in the first. */
function twinsOf(nodes: readonly PictureNode[], runs: readonly TwinRun[]): Int32Array {
  const end = Int32Array.from(nodes, (_, i) => i + 1);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent } = nodes[i]!;
    if (parent !== -1) end[parent] = Math.max(end[parent]!, end[i]!);
  }
  const into = Int32Array.from(nodes, (_, i) => i);
  // outer runs come first: what they fold away is done with
  for (const { members, all } of runs)
    for (let k = members.length; k < all.length; k++) {
      const [twin, first] = [all[k]!, members[k % members.length]!];
      if (into[twin] === twin) for (let i = twin; i < end[twin]!; i++) into[i] = first + i - twin;
    }
  for (const i of into.keys()) into[i] = into[into[i]!]!;
  return into;
}

/** Whether two boxes are in different repetitions of one run: the first is drawn without what leads on to the next. */
function betweenRepetitions(
  nodes: readonly PictureNode[],
  runs: readonly TwinRun[],
): (a: number, b: number) => boolean {
  const run = new Int32Array(nodes.length).fill(-1);
  const repetition = new Int32Array(nodes.length);
  for (const [r, { members, all }] of runs.entries())
    for (const [k, one] of all.entries()) {
      run[one] = r;
      repetition[one] = Math.floor(k / members.length);
    }
  const depth = new Int32Array(nodes.length);
  for (const [i, { parent }] of nodes.entries()) depth[i] = parent === -1 ? 0 : depth[parent]! + 1;
  return (from, to) => {
    let [a, b] = [from, to];
    while (depth[a]! > depth[b]!) a = nodes[a]!.parent;
    while (depth[b]! > depth[a]!) b = nodes[b]!.parent;
    if (a === b) return false;
    while (nodes[a]!.parent !== nodes[b]!.parent) [a, b] = [nodes[a]!.parent, nodes[b]!.parent];
    return run[a] !== -1 && run[a] === run[b] && repetition[a] !== repetition[b];
  };
}

/** Runs of equal siblings, the shortest period first. */
function runsIn(siblings: readonly number[], classes: Int32Array, children: readonly (readonly number[])[]): TwinRun[] {
  const runs: TwinRun[] = [];
  for (let i = 0; i < siblings.length; ) {
    const run = runAt(siblings, i, classes, children);
    if (run) runs.push(run);
    i += run ? run.all.length : 1;
  }
  return runs;
}

function runAt(
  siblings: readonly number[],
  start: number,
  classes: Int32Array,
  children: readonly (readonly number[])[],
): TwinRun | undefined {
  for (let period = 1; period <= maxPeriod && start + 2 * period <= siblings.length; period++) {
    let end = start + period;
    while (end < siblings.length && classes[siblings[end]!] === classes[siblings[end - period]!]) end++;
    const count = Math.floor((end - start) / period);
    const members = siblings.slice(start, start + period);
    if (count < minTwins(members, children)) continue;
    return { members, all: siblings.slice(start, start + count * period), count };
  }
  return undefined;
}

/** How many equal boxes are drawn as one at least. */
export const minTwins = (members: readonly number[], children: readonly (readonly number[])[]): number =>
  members.some((member) => children[member]!.length > 0) ? minGroups : minLeaves;

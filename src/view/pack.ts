// A tree as the data of the page: equal neighbours grouped, boxes and edges as columns, texts once.
import { shapeText } from '../formats/amountText.ts';
import { twinRuns } from '../graph/picture/foldTwins.ts';
import { amountNames, childrenOf } from '../graph/picture/picture.ts';
import { grouped } from '../text/numberText.ts';
import type { ViewComparison, ViewNode, ViewTree } from './tree/viewTree.ts';
import {
  type RareFacts,
  type ViewColumns,
  type ViewData,
  type ViewEdges,
  type ViewStart,
  viewKinds,
  viewRoles,
} from './viewData.ts';
import { below } from './viewPaths.ts';

/** A box of the tree, or a fold around some. */
interface Entry {
  readonly node: ViewNode;
  readonly parent: number;
  readonly period?: number;
}

export function packed(tree: ViewTree, start: ViewStart = {}): ViewData {
  const { entries, index } = withFolds(tree);
  const { words, word } = wordList();
  const { name, type, totals, notes, failure, against, comparison } = tree;
  const nodes = columnsOf(entries, word);
  const rare = rareFacts(entries, word);
  const edges = edgesOf(tree, index, word);
  const failed = failure && tree.nodes.findIndex(({ path }) => path === failure.path);
  return {
    version: 1,
    name,
    type,
    words,
    nodes,
    rare,
    edges,
    totals,
    notes,
    ...(failure && { failure: { node: failed === -1 ? -1 : index[failed!]!, message: failure.message } }),
    ...(against !== undefined && { against }),
    ...(comparison && { comparison, facts: comparisonRows(comparison) }),
    start,
  };
}

/** What the panel says of a comparison: names and values. */
const comparisonRows = ({ tested, reference, tolerance, compared, values }: ViewComparison): [string, string][] => [
  ['Tested', tested],
  ['Against', reference],
  ['Tolerance', `${tolerance}`],
  ['Compared', `${grouped(compared)} of ${grouped(values)} values`],
];

function wordList(): { readonly words: readonly string[]; readonly word: (text: string) => number } {
  const known = new Map<string, number>();
  const words: string[] = [];
  const word = (text: string): number => {
    const at = known.get(text);
    if (at !== undefined) return at;
    known.set(text, words.length);
    return words.push(text) - 1;
  };
  return { words, word };
}

/** A box, or a run of equal ones, that is put into a box. */
interface Waiting {
  readonly nodes: readonly number[];
  /** Of a run. */
  readonly period: number | undefined;
  readonly parent: number;
}

/** Boxes in preorder with a fold around each run of equal neighbours; `index` is by box of the tree. */
function withFolds(tree: ViewTree): { readonly entries: readonly Entry[]; readonly index: Int32Array } {
  const { nodes } = tree;
  const runs = twinRuns(tree, (i) => nodes[i]!.facts.change ?? `${nodes[i]!.facts.first ?? ''}`);
  const runFrom = new Map(runs.map((run) => [run.all[0]!, run]));
  const { of, top } = childrenOf(tree);
  const entries: Entry[] = [];
  const index = new Int32Array(nodes.length);
  // boxes still to be added, the next one last; names may nest deeper than calls can
  const stack: Waiting[] = [];
  const wait = (siblings: readonly number[], parent: number): void => {
    const waiting: Waiting[] = [];
    for (let i = 0; i < siblings.length; ) {
      const run = runFrom.get(siblings[i]!);
      waiting.push({ nodes: run ? run.all : [siblings[i]!], period: run?.members.length, parent });
      i += run ? run.all.length : 1;
    }
    stack.push(...waiting.reverse());
  };
  wait(top, -1);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { nodes: all, period, parent } = next;
    if (period !== undefined) {
      const at = entries.push({ node: foldOf(nodes, all, period), parent, period }) - 1;
      stack.push(...all.map((node): Waiting => ({ nodes: [node], period: undefined, parent: at })).reverse());
    } else {
      const [node] = all;
      index[node!] = entries.push({ node: nodes[node!]!, parent }) - 1;
      wait(of[node!]!, index[node!]!);
    }
  }
  return { entries, index };
}

function foldOf(nodes: readonly ViewNode[], all: readonly number[], period: number): ViewNode {
  const [first, last] = [nodes[all[0]!]!, nodes[all.at(-1)!]!];
  const members = all.slice(0, period).map((i) => nodes[i]!.type || nodes[i]!.name);
  const end = last.name || last.path.slice(last.path.lastIndexOf('.') + 1);
  return {
    ...first,
    path: `${first.path}…${end}`,
    name: period > 1 || first.name === last.name ? first.name : `${first.name}–${last.name}`,
    type: members.join(', '),
    outputs: last.outputs,
    amounts: {},
    facts: {
      ...(first.facts.inputs && { inputs: first.facts.inputs }),
      ...(first.facts.change && { change: first.facts.change }),
    },
  };
}

function columnsOf(entries: readonly Entry[], word: (text: string) => number): ViewColumns {
  const own = ownAmounts(entries);
  const column = <T>(of: (node: ViewNode, i: number) => T): T[] => entries.map(({ node }, i) => of(node, i));
  const amounts = Object.fromEntries(
    amountNames
      .filter((name) => entries.some(({ node }) => node.amounts[name] !== undefined))
      .map((name) => [name, own.map((amount) => amount[name] ?? 0)]),
  );
  return {
    parent: entries.map(({ parent }) => parent),
    name: column(({ name }) => name),
    path: entries.map(({ node, parent }) => {
      const outer = parent === -1 ? '' : entries[parent]!.node.path;
      return outer !== '' && node.path.startsWith(outer) ? below + node.path.slice(outer.length) : node.path;
    }),
    type: column(({ type }) => word(type)),
    kind: entries.map(({ node, period }) => viewKinds.indexOf(period === undefined ? node.kind : 'fold')),
    role: column(({ role }) => viewRoles.indexOf(role)),
    inputs: column(({ facts }) => (facts.inputs ?? []).map(word)),
    outputs: column(({ outputs }) => outputs.map((shape) => word(shapeText(shape)))),
    amounts,
  };
}

type Amounts = { [name in (typeof amountNames)[number]]?: number };

/** The amounts of boxes less those of their children; the tree has sums. */
function ownAmounts(entries: readonly Entry[]): Amounts[] {
  const own = entries.map(({ node }): Amounts => ({ ...node.amounts }));
  // of a fold's children the box around the fold has the sum
  const around = (parent: number): number => {
    let at = parent;
    while (at !== -1 && entries[at]!.period !== undefined) at = entries[at]!.parent;
    return at;
  };
  for (const { node, parent, period } of entries) {
    const at = around(parent);
    if (period !== undefined || at === -1) continue;
    for (const name of amountNames) {
      const amount = node.amounts[name];
      if (amount !== undefined && own[at]![name] !== undefined) own[at]![name] = own[at]![name]! - amount;
    }
  }
  return own;
}

function rareFacts(entries: readonly Entry[], word: (text: string) => number): ViewData['rare'] {
  const rare: Record<number, RareFacts> = {};
  for (const [i, { node, period }] of entries.entries()) {
    const { inputs: _, settings, kernels, ...facts } = node.facts;
    const own: RareFacts = {
      ...facts,
      ...(node.state && { state: node.state }),
      ...(period !== undefined && { period }),
      ...(settings && { settings: word(JSON.stringify(settings)) }),
      ...(kernels && { kernels: word(JSON.stringify(kernels)) }),
    };
    if (Object.keys(own).length > 0) rare[i] = own;
  }
  return rare;
}

function edgesOf({ edges }: ViewTree, index: Int32Array, word: (text: string) => number): ViewEdges {
  const control = edges.flatMap((edge, i) => (edge.control ? [i] : []));
  const changes = edges.flatMap(({ change }, i) => (change && change !== 'same' ? [[i, change] as const] : []));
  return {
    from: edges.map(({ from }) => index[from]!),
    to: edges.map(({ to }) => index[to]!),
    output: edges.map(({ output }) => output),
    shape: edges.map(({ shape }) => word(shapeText(shape))),
    ...(control.length > 0 && { control }),
    ...(changes.length > 0 && { change: Object.fromEntries(changes) }),
  };
}

// Two models as one tree for the page: boxes that correspond are one, the others are marked as added or removed.
import { amountTexts, countText, shapeText } from '../formats/amountText.ts';
import { amountNames, childrenOf } from '../graph/picture/picture.ts';
import { uniquePaths } from '../graph/picture/uniquePaths.ts';
import { kindOfName, kindOfVariable } from '../names/nameKind.ts';
import type { ViewChange, ViewFacts, ViewNode, ViewParameter, ViewTree } from '../view/tree/viewTree.ts';
import { type Intern, interning } from './diffTree.ts';
import { isGiven, type Pair, type PairNode, pairOf } from './pairLayers.ts';

type Fields = NonNullable<ViewFacts['fields']>;

/** A box of one model while the two are aligned; the model itself is the box around all. */
interface UnionNode extends PairNode<UnionNode> {
  /** Index in the tree's nodes, -1 of the model itself. */
  readonly index: number;
}

/** The second model with what the first had: names, paths and amounts are the second's where both have a box. */
export function unionTree(before: ViewTree, after: ViewTree): ViewTree {
  const intern = interning();
  const pair = pairOf(nodesOf(before, intern), nodesOf(after, intern), intern);
  const sides = [new Int32Array(before.nodes.length), new Int32Array(after.nodes.length)] as const;
  const nodes = mergedNodes(before, after, pair, sides);
  const marked = withGroups(nodes);
  return {
    ...after,
    nodes: marked,
    edges: mergedEdges(before, after, sides),
    totals: after.totals.map((total) => {
      const same = before.totals.find(({ title }) => title === total.title);
      return same ? { ...total, before: same.value } : total;
    }),
    notes: [...new Set([...before.notes, ...after.notes])],
    against: before.name,
  };
}

function nodesOf({ nodes }: ViewTree, intern: Intern): UnionNode {
  const { of, top } = childrenOf({ nodes });
  const made = new Array<UnionNode>(nodes.length);
  // children come after their parents
  for (let i = nodes.length - 1; i >= 0; i--)
    made[i] = unionNode(
      nodes[i]!,
      i,
      of[i]!.map((child) => made[child]!),
      intern,
    );
  const model = { path: '', name: '', type: '', kind: 'module', outputs: [], amounts: {}, facts: {} } as const;
  return unionNode(
    model,
    -1,
    top.map((child) => made[child]!),
    intern,
  );
}

type Compared = Pick<ViewNode, 'name' | 'type' | 'kind' | 'outputs' | 'amounts' | 'facts' | 'state'>;

function unionNode(node: Compared, index: number, children: readonly UnionNode[], intern: Intern): UnionNode {
  const { facts, type, outputs } = node;
  const { inputs = [], parameters = [], settings = [], kernels = [] } = facts;
  const isEnd = node.kind === 'input' || node.kind === 'output';
  const below = (key: 'whole' | 'definition' | 'skeleton'): readonly unknown[] =>
    children.map((child) => [child.kind, child[key]]);
  const built = [type, node.kind, parameters.map(parameterText), settings, kernels, facts.sharedElements];
  const ran = [inputs, outputs, node.state, node.amounts.macs];
  const ownParams = children.length === 0 ? (node.amounts.params ?? 0) : 0;
  return {
    index,
    kind: isEnd ? '' : kindOfName(node.name, type),
    layer: {
      type: `${node.kind} ${type}`,
      called: node.state !== 'notRun',
      sharedWith: null,
      settings: Object.fromEntries(settings),
      inputs,
      outputs: outputs.map(shapeText),
      parameters,
    },
    children,
    size: [sumOf(children, 0) + ownParams, sumOf(children, 1) + 1],
    whole: intern(JSON.stringify(['whole', built, ran, below('whole')])),
    definition: intern(JSON.stringify(['definition', built, below('definition')])),
    skeleton: intern(JSON.stringify(['skeleton', type, below('skeleton')])),
  };
}

const sumOf = (nodes: readonly UnionNode[], at: 0 | 1): number => nodes.reduce((sum, { size }) => sum + size[at], 0);

const parameterText = ({ name, shape, dtype, note }: ViewParameter): string =>
  [kindOfVariable(name), shape, dtype, note].filter(Boolean).join(' ');

/** @param sides by index in each tree: the index of the merged box, which is written */
function mergedNodes(
  before: ViewTree,
  after: ViewTree,
  root: Pair<UnionNode>,
  sides: readonly [Int32Array, Int32Array],
): ViewNode[] {
  const nodes: ViewNode[] = [];
  const unique = uniquePaths(after.nodes.map(({ path }) => path));
  const whole = (side: 0 | 1, node: UnionNode, parent: number): void => {
    const own = (side === 0 ? before : after).nodes[node.index]!;
    const change: ViewChange = side === 0 ? 'removed' : 'added';
    const path = side === 0 ? unique(own.path) : own.path;
    const at = nodes.push({ ...own, parent, path, facts: { ...own.facts, change } }) - 1;
    sides[side][node.index] = at;
    for (const child of node.children) whole(side, child, at);
  };
  const put = (pair: Pair<UnionNode>, parent: number): void => {
    if (pair.after === undefined) whole(0, pair.before, parent);
    else if (pair.before === undefined) whole(1, pair.after, parent);
    else {
      const [a, b] = [before.nodes[pair.before.index]!, after.nodes[pair.after.index]!];
      const fields = fieldsOf(a, b, pair.children.length === 0);
      const change: ViewChange = fields.length > 0 ? 'changed' : 'same';
      const facts = { ...b.facts, change, ...(fields.length > 0 && { fields }) };
      const at = nodes.push({ ...b, parent, facts }) - 1;
      sides[0][pair.before.index] = at;
      sides[1][pair.after.index] = at;
      for (const child of pair.children) put(child, at);
    }
  };
  if (root.before && root.after) for (const child of root.children) put(child, -1);
  return nodes;
}

/** What differs between two boxes that correspond. Of a group that is its type and settings: its children say the rest. */
function fieldsOf(a: ViewNode, b: ViewNode, isLeaf: boolean): Fields {
  const differing = (field: string, before: string, after: string): Fields =>
    before === after ? [] : [[field, before, after]];
  const [kindA, kindB] = [kindOfName(a.name, a.type), kindOfName(b.name, b.type)];
  const isRenamed = kindA !== kindB && (isGiven(kindA) || isGiven(kindB)) && b.role !== 'end';
  const own = [...differing('type', a.type, b.type), ...(isRenamed ? differing('name', a.name, b.name) : [])];
  const settings = settingFields(a.facts.settings ?? [], b.facts.settings ?? []);
  if (!isLeaf) return [...own, ...settings];
  const amounts = amountNames
    // times differ from run to run
    .filter((name) => name !== 'timeMs')
    .flatMap((name) =>
      a.amounts[name] === b.amounts[name]
        ? []
        : [[name, amountText(name, a.amounts[name]), amountText(name, b.amounts[name])] as const],
    );
  const list = (shapes: ViewNode['outputs']): string => shapes.map(shapeText).join(', ');
  return [
    ...own,
    ...amounts,
    ...differing('inputs', (a.facts.inputs ?? []).join(', '), (b.facts.inputs ?? []).join(', ')),
    ...differing('outputs', list(a.outputs), list(b.outputs)),
    ...parameterFields(a.facts.parameters ?? [], b.facts.parameters ?? []),
    ...settings,
    ...differing('kernels', kernelText(a), kernelText(b)),
    ...differing('state', a.state ?? 'ran', b.state ?? 'ran'),
  ];
}

const amountText = (name: (typeof amountNames)[number], amount = 0): string =>
  name === 'macs' ? countText(amount) : amountTexts[name](amount);

const kernelText = ({ facts }: ViewNode): string =>
  (facts.kernels ?? []).map(([name, times]) => (times > 1 ? `${times} × ${name}` : name)).join(', ');

function parameterFields(a: readonly ViewParameter[], b: readonly ViewParameter[]): Fields {
  const text = ({ shape, dtype, note }: ViewParameter): string => [shape, dtype, note].filter(Boolean).join(' ');
  const byName = (list: readonly ViewParameter[]): Map<string, ViewParameter> =>
    new Map(list.map((one) => [kindOfVariable(one.name), one]));
  const [before, after] = [byName(a), byName(b)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Fields => {
    const [x, y] = [before.get(key), after.get(key)];
    const [was, is] = [x ? text(x) : '', y ? text(y) : ''];
    return was === is ? [] : [[`parameters.${(y ?? x)!.name}`, was, is]];
  });
}

function settingFields(a: Settings, b: Settings): Fields {
  const [before, after] = [new Map(a), new Map(b)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): Fields => {
    const [was = '', is = ''] = [before.get(name), after.get(name)];
    return was === is ? [] : [[`settings.${name}`, was, is]];
  });
}
type Settings = NonNullable<ViewFacts['settings']>;

/** Marks groups in which something differs. */
function withGroups(nodes: readonly ViewNode[]): ViewNode[] {
  const marked = [...nodes];
  for (let i = marked.length - 1; i >= 0; i--) {
    const { parent, facts } = marked[i]!;
    if (parent === -1 || facts.change === 'same') continue;
    const around = marked[parent]!;
    if (around.facts.change === 'same') marked[parent] = { ...around, facts: { ...around.facts, change: 'changed' } };
  }
  return marked;
}

function mergedEdges(
  before: ViewTree,
  after: ViewTree,
  [inBefore, inAfter]: readonly [Int32Array, Int32Array],
): ViewTree['edges'] {
  const key = (from: number, to: number, output: number): string => `${from} ${to} ${output}`;
  const known = new Set(before.edges.map(({ from, to, output }) => key(inBefore[from]!, inBefore[to]!, output)));
  const edges = after.edges.map((edge): ViewTree['edges'][number] => {
    const [from, to] = [inAfter[edge.from]!, inAfter[edge.to]!];
    const isKnown = known.delete(key(from, to, edge.output));
    return { ...edge, from, to, change: isKnown ? 'same' : 'added' };
  });
  const removed = before.edges.flatMap((edge): ViewTree['edges'] => {
    const [from, to] = [inBefore[edge.from]!, inBefore[edge.to]!];
    return known.has(key(from, to, edge.output)) ? [{ ...edge, from, to, change: 'removed' }] : [];
  });
  return [...edges, ...removed];
}

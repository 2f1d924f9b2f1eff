// Pairs the layers of two models that correspond: equal layers first, in order, then the layers between them.
import type { LayerData } from '../summary/styles/summaryJson.ts';
import { givenSettings } from '../trace/settings.ts';
import { commonSubsequence } from './alignSequences.ts';
import type { DiffNode, Intern } from './diffTree.ts';

/** What layers are paired by. */
export interface PairNode<N> extends Pick<DiffNode, 'kind' | 'size' | 'whole' | 'definition' | 'skeleton'> {
  readonly layer: Pick<LayerData, 'type' | 'called' | 'sharedWith' | 'settings'> & {
    readonly inputs: readonly unknown[];
    readonly outputs: readonly unknown[];
    readonly parameters: readonly unknown[];
  };
  readonly children: readonly N[];
}

/** Two layers that correspond, or a layer of one model alone. */
export type Pair<N extends PairNode<N> = DiffNode> =
  | { readonly before: N; readonly after: N; readonly children: readonly Pair<N>[] }
  | { readonly before: N; readonly after: undefined }
  | { readonly before: undefined; readonly after: N };

/** Keys by which layers are paired, from the first choice to the last; a layer with an undefined key is not paired by it. */
const keys: readonly ((node: PairNode<unknown>) => readonly unknown[] | undefined)[] = [
  ({ kind, whole }) => [kind, whole],
  ({ kind, definition }) => [kind, definition],
  // layers of one type with the author's own name
  ({ kind, layer }) => (isGiven(kind) ? [kind, layer.type] : undefined),
  // layers of another name
  ({ definition }) => [definition],
  ({ skeleton }) => [skeleton],
  ({ layer }) => [layer.type],
  ({ kind }) => (isGiven(kind) ? [kind] : undefined),
  // an activation in place of another
  ({ layer, children }) =>
    children.length > 0 || layer.parameters.length > 0 || layer.sharedWith !== null || !layer.called
      ? undefined
      : `${layer.inputs}` === `${layer.outputs}`
        ? ['elementwise']
        : [layer.inputs, layer.outputs],
];

export const isGiven = (kind: string): boolean => kind !== '' && !kind.split('.').at(-1)!.startsWith('#');

/** Pairs two layers and all layers below them. */
export function pairOf<N extends PairNode<N>>(before: N, after: N, intern: Intern): Pair<N> {
  const children =
    before.whole === after.whole
      ? before.children.map((child, i) => pairOf(child, after.children[i]!, intern))
      : pairsOf(before.children.map(keyed<N>(intern)), after.children.map(keyed<N>(intern)), intern);
  return { before, after, children };
}

/** A layer with the interned value of each of `keys`; -1 where the key is undefined, which matches nothing. */
interface Keyed<N> {
  readonly node: N;
  readonly numbers: readonly number[];
}

function keyed<N extends PairNode<N>>(intern: Intern): (node: N) => Keyed<N> {
  return (node) => {
    const numbers = keys.map((key, choice) => {
      const value = key(node);
      return value === undefined ? -1 : intern(JSON.stringify([choice, ...value]));
    });
    return { node, numbers };
  };
}

/** Lists are compared pair by pair while the product of their lengths is at most this. */
const maxTable = 1e6;

/** Equal layers at the beginning and the end of both lists, and between them the best pairs. */
function pairsOf<N extends PairNode<N>>(
  before: readonly Keyed<N>[],
  after: readonly Keyed<N>[],
  intern: Intern,
): Pair<N>[] {
  const isEqual = (a: Keyed<N> | undefined, b: Keyed<N> | undefined): boolean => a?.numbers[0] === b?.numbers[0];
  const shorter = Math.min(before.length, after.length);
  let [start, end] = [0, 0];
  while (start < shorter && isEqual(before[start], after[start])) start += 1;
  while (end < shorter - start && isEqual(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const [endA, endB] = [before.length - end, after.length - end];
  const pair = (i: number, j: number): Pair<N> => pairOf(before[i]!.node, after[j]!.node, intern);
  return [
    ...Array.from({ length: start }, (_, n) => pair(n, n)),
    ...pairsBetween(before.slice(start, endA), after.slice(start, endB), intern, 0),
    ...Array.from({ length: end }, (_, n) => pair(endA + n, endB + n)),
  ];
}

/** Splits long lists at their common elements, by one key after another, until the lists between are short. */
function pairsBetween<N extends PairNode<N>>(
  before: readonly Keyed<N>[],
  after: readonly Keyed<N>[],
  intern: Intern,
  choice: number,
): Pair<N>[] {
  if (before.length * after.length <= maxTable) return bestPairs(before, after, intern);
  return choice === keys.length ? unpaired(before, after) : splitPairs(before, after, intern, choice);
}

function unpaired<N extends PairNode<N>>(before: readonly Keyed<N>[], after: readonly Keyed<N>[]): Pair<N>[] {
  return [
    ...before.map(({ node }): Pair<N> => ({ before: node, after: undefined })),
    ...after.map(({ node }): Pair<N> => ({ before: undefined, after: node })),
  ];
}

function splitPairs<N extends PairNode<N>>(
  before: readonly Keyed<N>[],
  after: readonly Keyed<N>[],
  intern: Intern,
  choice: number,
): Pair<N>[] {
  let own = 0;
  const number = ({ numbers }: Keyed<N>): number => (numbers[choice] === -1 ? --own : numbers[choice]!);
  const result: Pair<N>[] = [];
  let [i, j] = [0, 0];
  const between = (toBefore: number, toAfter: number): void => {
    const pairs = pairsBetween(before.slice(i, toBefore), after.slice(j, toAfter), intern, choice + 1);
    for (const pair of pairs) result.push(pair);
  };
  for (const [a, b] of commonSubsequence(before.map(number), after.map(number))) {
    between(a, b);
    result.push(pairOf(before[a]!.node, after[b]!.node, intern));
    [i, j] = [a + 1, b + 1];
  }
  between(before.length, after.length);
  return result;
}

/** Scores of a pair by its first equal key. A pair of equal layers outweighs all other pairs of a table, at most 1,000. */
const weights = keys.map((_, choice) => 2 ** (choice === 0 ? 20 : keys.length - choice));

function score(
  { numbers: a }: Pick<Keyed<unknown>, 'numbers'>,
  { numbers: b }: Pick<Keyed<unknown>, 'numbers'>,
): number {
  for (let choice = 0; choice < a.length; choice++)
    if (a[choice] === b[choice] && a[choice] !== -1) return weights[choice]!;
  return 0;
}

/** Whether `a` is reported as the layer that moved past `b`; the same whichever model comes first. */
function isLesser<N extends PairNode<N>>({ node: a }: Keyed<N>, { node: b }: Keyed<N>): boolean {
  for (let i = 0; i < a.size.length; i++) if (a.size[i] !== b.size[i]) return a.size[i]! < b.size[i]!;
  const [x, y] = [a, b].map(({ kind, layer }) =>
    JSON.stringify([layer.type, kind, givenSettings(layer.settings), layer.outputs]),
  );
  return x! <= y!;
}

/** The pairs in order with the highest sum of scores; of equal sums, those that pair the first layers. */
function bestPairs<N extends PairNode<N>>(
  before: readonly Keyed<N>[],
  after: readonly Keyed<N>[],
  intern: Intern,
): Pair<N>[] {
  const [rows, columns] = [before.length, after.length];
  // best[i, j]: the highest sum for before.slice(i) and after.slice(j)
  const best = new Float64Array((rows + 1) * (columns + 1));
  const at = (i: number, j: number): number => i * (columns + 1) + j;
  const paired = (i: number, j: number): number => {
    const own = score(before[i]!, after[j]!);
    return own === 0 ? 0 : own + best[at(i + 1, j + 1)]!;
  };
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      best[at(i, j)] = Math.max(paired(i, j), best[at(i + 1, j)]!, best[at(i, j + 1)]!);
  const result: Pair<N>[] = [];
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const left = best[at(i, j)]!;
    if (left > 0 && paired(i, j) === left) result.push(pairOf(before[i++]!.node, after[j++]!.node, intern));
    else if (best[at(i, j + 1)] !== left || (best[at(i + 1, j)] === left && isLesser(before[i]!, after[j]!)))
      result.push(...unpaired([before[i++]!], []));
    else result.push(...unpaired([], [after[j++]!]));
  }
  return [...result, ...unpaired(before.slice(i), after.slice(j))];
}

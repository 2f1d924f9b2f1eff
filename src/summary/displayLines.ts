// The lines of a table: the layers that are drawn, equal neighbours folded into one line.
import type { PeakBytes } from '../cost/latency.ts';
import { plusMs } from '../cost/quantiles.ts';
import { kindOfName } from '../names/nameKind.ts';
import type { Settings } from '../trace/settings.ts';
import { type Amounts, plus } from './amounts.ts';
import type { Layer } from './moduleTree.ts';

export interface DisplayLine {
  readonly layer: Layer;
  /** The number of equal layers that the line stands for. */
  readonly times: number;
  readonly depth: number;
  readonly name: string;
  /** Names from the root; `model.0…29.norm` for several layers. */
  readonly path: string;
  /** What this line adds to column sums: own amounts, or subtree totals if the children are hidden. */
  readonly amounts: Amounts;
  /** Parameters with those of the layers below. */
  readonly totalParams: number;
  /** Milliseconds in each run, with the layers below. */
  readonly totalMs: readonly number[] | undefined;
  /** The highest peak among the layers. */
  readonly peak: PeakBytes | undefined;
  readonly activationBytes: number;
  readonly inputBytes: number;
  readonly unknownKernels: readonly string[];
  /** Whether `amounts` are complete; after a forward pass that failed they may not be. */
  readonly known: { readonly macs: boolean; readonly state: boolean };
  /** The layers' settings; `…` for one that differs between them. */
  readonly settings: Settings | undefined;
}

export interface LineOptions {
  /** Levels below the root that are drawn; all unless given. */
  readonly depth?: number | undefined;
  /** One line for equal neighbours, such as the blocks of a deep model; true unless given. */
  readonly fold?: boolean | undefined;
  /** Draws only layers whose path or type holds this text, upper and lower case alike; nothing is folded then. */
  readonly filter?: string | undefined;
}

/** Lines of the tree below `root`, from the top down. */
export function displayLines(
  root: Layer,
  { depth = Number.POSITIVE_INFINITY, fold = true, filter }: LineOptions = {},
): DisplayLine[] {
  const lines: DisplayLine[] = [];
  const folds = fold && filter === undefined;
  const known: Signatures = { byLayer: new Map(), byText: new Map() };
  /** @param alike equal layers for one line */
  const visit = (alike: readonly Layer[], level: number, name: string, path: string): void => {
    const closed = level >= depth;
    lines.push(line(alike, level, name, path, closed));
    if (closed) return;
    const [first] = alike;
    let from = 0;
    for (const group of folds ? groups(first!.children, known) : first!.children.map((child) => [child])) {
      const to = from + group.length;
      const members = alike.length === 1 ? group : alike.flatMap(({ children }) => children.slice(from, to));
      const range = rangeOf(group[0]!.name, group.at(-1)!.name);
      visit(members, level + 1, range, path === '' ? range : `${path}.${range}`);
      from = to;
    }
  };
  visit([root], 0, root.name, '');
  if (filter === undefined) return lines;
  const wanted = filter.toLowerCase();
  return lines
    .filter(({ layer }) => [layer.path, layer.type].some((text) => text.toLowerCase().includes(wanted)))
    .map(listed);
}

/** The line in a list without a tree: not indented, named by its path. */
export function listed(line: DisplayLine): DisplayLine {
  return { ...line, depth: 0, name: (line.times > 1 ? line.path : line.layer.path) || line.name };
}

function line(alike: readonly Layer[], depth: number, name: string, path: string, closed: boolean): DisplayLine {
  const [layer] = alike as [Layer];
  return {
    layer,
    times: alike.length,
    depth,
    name,
    path,
    amounts: alike.map((each) => (closed ? each.total : each.own)).reduce(plus),
    totalParams: alike.reduce((sum, { total }) => sum + total.params, 0),
    totalMs: alike.map(({ total }) => total.ms).reduce((a, b) => a && b && plusMs(a, b)),
    peak: alike.map((each) => each.peak).reduce((a, b) => (a && b ? highest(a, b) : (a ?? b))),
    activationBytes: layer.activationBytes * alike.length,
    inputBytes: layer.inputBytes * alike.length,
    unknownKernels: closed ? allUnknown(layer) : layer.unknownKernels,
    known: { macs: !layer.partial, state: !(closed && layer.partialBelow) },
    settings: commonSettings(alike),
  };
}

function commonSettings(alike: readonly Layer[]): Settings | undefined {
  const [{ settings }] = alike as [Layer];
  if (settings === undefined || alike.length === 1) return settings;
  const texts = Object.entries(settings).map(([name, value]) => [name, value, JSON.stringify(value)] as const);
  const same = (name: string, text: string) => alike.every((each) => JSON.stringify(each.settings?.[name]) === text);
  return Object.fromEntries(texts.map(([name, value, text]) => [name, same(name, text) ? value : '…']));
}

const highest = (a: PeakBytes, b: PeakBytes): PeakBytes => ({
  measured: Math.max(a.measured, b.measured),
  estimated: Math.max(a.estimated, b.estimated),
});

/** Kernels without a rule for multiply-adds, in a layer and below. */
export function allUnknown(layer: Layer): string[] {
  return [...new Set([...layer.unknownKernels, ...layer.children.flatMap(allUnknown)])];
}

// `conv1…3` where the names differ in their numbers alone, else both names
function rangeOf(begin: string, end: string): string {
  if (begin === end) return begin;
  const stem = begin.replace(/\d+$/, '');
  const number = end.startsWith(stem) ? end.slice(stem.length) : '';
  return `${begin}…${/^\d+$/.test(number) ? number : end}`;
}

const kindOf = ({ name, type }: Layer): string => kindOfName(name, type);

// a layer that is called again keeps its name; layers with different names of the author's are not folded
function groups(layers: readonly Layer[], known: Signatures): Layer[][] {
  const result: Layer[][] = [];
  for (const layer of layers) {
    const group = result.at(-1);
    const alike = group && kindOf(group[0]!) === kindOf(layer);
    if (alike && signature(group[0]!, known) === signature(layer, known)) group.push(layer);
    else result.push([layer]);
  }
  return result;
}

interface Signatures {
  readonly byLayer: Map<Layer, number>;
  readonly byText: Map<string, number>;
}

/** The same number for equal layers, whatever they are called. */
function signature(layer: Layer, known: Signatures): number {
  const found = known.byLayer.get(layer);
  if (found !== undefined) return found;
  const { type, called, failed, partial, inputs, outputs, open, dtype, kernelSize, unknownKernels, children } = layer;
  const below = children.map((child) => [kindOf(child), signature(child, known)]);
  // a layer that is called again is the same layer, though its parameters count but once
  const shared = layer.sharedWith !== undefined && !layer.again;
  const state = [layer.declared, layer.own.macs, unknownKernels, shared];
  const text = JSON.stringify([type, called, failed, partial, inputs, outputs, open, dtype, kernelSize, state, below]);
  const number = known.byText.get(text) ?? known.byText.size;
  known.byText.set(text, number);
  known.byLayer.set(layer, number);
  return number;
}

// The fields that differ between two layers that correspond.

import { readsMask } from '../summary/programs.ts';
import type { LayerData } from '../summary/styles/summaryJson.ts';
import { grouped } from '../text/numberText.ts';
import { type Setting, settingText } from '../trace/settings.ts';
import { type DiffNode, opNames, parameterName, type Recorded, sharingOf } from './diffTree.ts';
import { isGiven, type Pair } from './pairLayers.ts';

/** A field of a layer that differs between two models. */
export interface FieldChange {
  /** `settings.` and the setting's name, or the name of the property, such as `params`. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** The corresponding layer of the second model, by layer of the first. */
export type Matched = ReadonlyMap<DiffNode, DiffNode>;

/** The fields that differ in one pair of layers. */
export interface Fields {
  /** Fields that say how the layer is built. */
  readonly built: readonly FieldChange[];
  /** Fields that follow from the shapes that it was called on. */
  readonly ran: readonly FieldChange[];
}

type BothPair = Extract<Pair, { readonly children: readonly Pair[] }>;
type Sides = readonly [before: LayerData, after: LayerData];

/** Returns a function that compares a pair, given all layers that correspond in the two models. */
export function fieldsOf(
  matched: Matched,
  roots: readonly [DiffNode, DiffNode],
  recorded: Recorded,
): (pair: BothPair) => Fields {
  const [ownersA, ownersB] = roots.map(byPath) as [Map<string, DiffNode>, Map<string, DiffNode>];
  const isShared = (before: DiffNode, after: DiffNode): boolean => {
    const [a, b] = [ownerOf(before, ownersA), ownerOf(after, ownersB)];
    return sharingOf(before.layer) === sharingOf(after.layer) && (a && matched.get(a)) === b;
  };
  return (pair) => {
    const { before, after, children } = pair;
    const sides: Sides = [before.layer, after.layer];
    if (before.whole === after.whole && before.kind === after.kind)
      return { built: isShared(before, after) ? [] : sharing(sides), ran: [] };
    // a later call repeats how the layer is built, which the first call has said
    const isRepeated = sides.every((layer) => sharingOf(layer) === 'again') && isShared(before, after);
    const settings = recorded.settings && !isRepeated ? settingsFields(pair) : [];
    const type = isRepeated ? [] : differing('type', sides, ({ type }) => type);
    const built = [
      ...type,
      ...nameFields(before, after),
      ...settings,
      ...(recorded.settings ? [] : differing('kernelSize', sides, ({ kernelSize }) => word(kernelSize))),
      ...differing('called', sides, ({ called }) => (called ? 'yes' : 'no')),
      ...stateFields(sides),
      ...(isShared(before, after) ? [] : sharing(sides)),
    ];
    // a model's type is the name of its class or function
    const other = before.layer.path === '' ? built.filter(({ field }) => field !== 'type') : built;
    const isExplained = isRepeated || (children.length === 0 && settings.length + other.length > 0);
    const masks = recorded.program
      ? differing('mask', sides, ({ program = '' }) => (readsMask(program) ? 'yes' : 'no'))
      : [];
    // ops that follow from a mask
    const ops = recorded.program && !isExplained && masks.length === 0 ? opFields(sides) : [];
    const ran = [...masks, ...ranFields(sides, children.length > 0)];
    // what its first call says too
    const isSaid = isRepeated && ownersA.get(before.layer.path)!.whole !== ownersB.get(after.layer.path)!.whole;
    const comparable = recorded.program && !isSaid && other.length + ops.length + ran.length === 0;
    built.push(...ops, ...(comparable && isSameBelow(pair, isShared) ? computationFields(pair) : []));
    return { built, ran };
  };
}

function differing(field: string, [before, after]: Sides, of: (layer: LayerData) => string): FieldChange[] {
  const [a, b] = [of(before), of(after)];
  return a === b ? [] : [{ field, before: a, after: b }];
}

function nameFields(before: DiffNode, after: DiffNode): FieldChange[] {
  const same = before.kind === after.kind || !(isGiven(before.kind) || isGiven(after.kind));
  return same ? [] : [{ field: 'name', before: before.name, after: after.name }];
}

/** Leaves out settings that a layer below repeats, such as the cell of a recurrent layer, since they are listed there. */
function settingsFields({ before, after, children }: BothPair): FieldChange[] {
  const own = settingChanges(before.layer, after.layer);
  if (own.length === 0 || children.length === 0) return own;
  const below = new Set(
    children.flatMap((child) =>
      child.before && child.after ? settingsFields(child).map((field) => JSON.stringify(field)) : [],
    ),
  );
  return own.filter((field) => !below.has(JSON.stringify(field)));
}

/** A setting that is null equals one that is absent, see `givenSettings`. */
function settingChanges({ settings: a }: LayerData, { settings: b }: LayerData): FieldChange[] {
  const text = (value: Setting | undefined): string => (value === undefined ? '--' : settingText(value));
  const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...names].flatMap((name): FieldChange[] => {
    const [before, after] = [a?.[name], b?.[name]];
    if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return [];
    return [{ field: `settings.${name}`, before: text(before), after: text(after) }];
  });
}

function stateFields(sides: Sides): FieldChange[] {
  const counts = [
    ...differing('params', sides, ({ params }) => grouped(params)),
    ...differing('buffers', sides, ({ buffers }) => grouped(buffers)),
  ];
  const [trains, trainable] = [
    differing('trains', sides, trainsWord),
    differing('trainable', sides, ({ trainable: count }) => grouped(count)),
  ];
  // the number of trained parameters adds nothing where all are trained
  const trained = trains.length > 0 ? trains : sides.some((layer) => trainsWord(layer) === 'partly') ? trainable : [];
  if (counts.length + trained.length > 0) return [...counts, ...trained];
  return differing('parameters', sides, ({ parameters }) =>
    parameters
      .map((parameter) => {
        const { shape, dtype, trainable: isTrained, buffer } = parameter;
        const traits = [dtype !== 'float32' && dtype, buffer && 'buffer', !isTrained && !buffer && 'frozen'];
        return [parameterName(parameter), `[${shape.join(', ')}]`, ...traits].filter(Boolean).join(' ');
      })
      .join(', '),
  );
}

function trainsWord({ params, trainable }: LayerData): string {
  if (params === 0) return '--';
  return trainable === params ? 'yes' : trainable === 0 ? 'no' : 'partly';
}

const sharing = ([before, after]: Sides): FieldChange[] => [
  { field: 'sharedWith', before: before.sharedWith ?? '--', after: after.sharedWith ?? '--' },
];

/** The ops from the first to the last that differ. */
function opFields([before, after]: Sides): FieldChange[] {
  const [a, b] = [opNames(before), opNames(after)];
  let [start, end] = [0, 0];
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const text = (names: readonly string[]): string => {
    const differ = names.slice(start, names.length - end);
    const shown = differ.slice(0, maxOps).join(', ');
    return differ.length > maxOps ? `${shown} and ${differ.length - maxOps} more` : shown || '--';
  };
  return a.length === b.length && start === a.length ? [] : [{ field: 'ops', before: text(a), after: text(b) }];
}
const maxOps = 8;

/** The first statement that differs between two programs of the same ops. */
function computationFields({ before, after }: BothPair): FieldChange[] {
  const [a = '', b = ''] = [before.layer.program, after.layer.program];
  if (a === b) return [];
  const [statements, others] = [a.split('; '), b.split('; ')];
  const at = statements.findIndex((statement, i) => statement !== others[i]);
  const text = (node: DiffNode, statement: string | undefined): string =>
    statement?.replace(/^@(\d+)/, (call, n: string) => called(node)[Number(n)] ?? call) ?? '--';
  return [{ field: 'computation', before: text(before, statements[at]), after: text(after, others[at]) }];
}

/** Names of the layers that a layer calls, in the order of their first calls. */
const called = ({ children }: DiffNode): string[] => [
  ...new Map(children.map(({ layer, name }) => [layer.path, name])).values(),
];

/** @param isContainer whether its shapes are those of layers in it, which are listed themselves */
function ranFields(sides: Sides, isContainer: boolean): FieldChange[] {
  const shapes = (all: LayerData['inputs']): string => all.map((shape) => `[${shape.join(', ')}]`).join(' ') || '--';
  const inputs = differing('inputs', sides, (layer) => shapes(layer.inputs));
  const outputs = differing('outputs', sides, (layer) => shapes(layer.outputs));
  return [
    ...(isContainer && sides[0].path !== '' ? [] : [...inputs, ...outputs]),
    ...differing('dtype', sides, ({ dtype }) => dtype ?? '--'),
    ...differing('macs', sides, ({ macs }) => (macs === null ? '--' : grouped(macs))),
  ];
}

const word = (value: LayerData['kernelSize']): string => (value === null ? '--' : settingText(value));

/** Whether every layer below corresponds to a layer that was called on the same shapes and shares the same parameters. */
function isSameBelow({ children }: BothPair, isShared: (before: DiffNode, after: DiffNode) => boolean): boolean {
  return children.every((child) => {
    if (!child.before || !child.after || !isShared(child.before, child.after)) return false;
    const [a, b] = [child.before.layer, child.after.layer];
    return JSON.stringify([a.inputs, a.outputs]) === JSON.stringify([b.inputs, b.outputs]);
  });
}

function byPath(root: DiffNode): Map<string, DiffNode> {
  const nodes = new Map<string, DiffNode>();
  const visit = (node: DiffNode): void => {
    if (!nodes.has(node.layer.path)) nodes.set(node.layer.path, node);
    for (const child of node.children) visit(child);
  };
  visit(root);
  return nodes;
}

/** The layer that counts its parameters; `sharedWith` is the path of a layer or of a parameter. */
function ownerOf({ layer }: DiffNode, nodes: ReadonlyMap<string, DiffNode>): DiffNode | undefined {
  if (layer.sharedWith === null) return undefined;
  for (let path = layer.sharedWith; ; path = path.slice(0, path.lastIndexOf('.'))) {
    const node = nodes.get(path);
    if (node || !path.includes('.')) return node ?? nodes.get('');
  }
}

// What changed between two summaries. In: two saved summaries. Out: layers added, removed, changed, and the totals' change.
import { UserError } from '../userError.ts';
import { bytesText } from './columns.ts';
import type { SavedLayer, SavedSummary } from './json.ts';
import { escaped } from './markdown.ts';
import { printable } from './printable.ts';
import { grouped } from './torchsummary.ts';

const quantities = ['params', 'macs', 'inferencePeakBytes', 'trainingBytes'] as const;
type Quantity = (typeof quantities)[number];

export interface LayerChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** path, with `#2` and so on at a layer's later calls */
  readonly layer: string;
  /** what differs, before and after; the whole layer's type when it was added or removed */
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export interface SummaryDiff {
  readonly schema: 'gmlp-viz.diff';
  readonly version: 1;
  readonly equal: boolean;
  readonly layers: readonly LayerChange[];
  readonly totals: Readonly<Record<Quantity, { readonly before: number; readonly after: number }>>;
}

const compared = [
  'type',
  'inputs',
  'outputs',
  'dtype',
  'kernelSize',
  'params',
  'trainable',
  'buffers',
  'macs',
  'sharedWith',
] as const;

/** Layers are the same when their path and the number of their call are. */
export function diffSummaries(before: SavedSummary, after: SavedSummary): SummaryDiff {
  const [a, b] = [byName(before.layers), byName(after.layers)];
  const removed = [...a].filter(([name]) => !b.has(name)).map(([name, layer]) => gone('removed', name, layer));
  const others = [...b].flatMap(([name, layer]): LayerChange[] => {
    const old = a.get(name);
    if (old === undefined) return [gone('added', name, layer)];
    const fields = compared
      .map((field) => ({ field, before: word(old[field]), after: word(layer[field]) }))
      .filter(({ before, after }) => before !== after);
    return fields.length === 0 ? [] : [{ kind: 'changed', layer: name, fields }];
  });
  const amount = (summary: SavedSummary): Record<Quantity, number> => {
    const { params, macs, inferencePeakBytes, training } = summary.totals;
    return { params, macs, inferencePeakBytes, trainingBytes: training.totalBytes };
  };
  const [x, y] = [amount(before), amount(after)];
  const totals = Object.fromEntries(quantities.map((key) => [key, { before: x[key], after: y[key] }]));
  const equal = removed.length === 0 && others.length === 0 && quantities.every((key) => x[key] === y[key]);
  return {
    schema: 'gmlp-viz.diff',
    version: 1,
    equal,
    layers: [...removed, ...others],
    totals: totals as SummaryDiff['totals'],
  };
}

function byName(layers: readonly SavedLayer[]): Map<string, SavedLayer> {
  const times = new Map<string, number>();
  const named = new Map<string, SavedLayer>();
  for (const layer of layers) {
    const name = layer.path || '(model)';
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    named.set(time === 1 ? name : `${name} #${time}`, layer);
  }
  return named;
}

function gone(kind: 'added' | 'removed', layer: string, { type, params }: SavedLayer): LayerChange {
  const text = `${type}, ${grouped(params)} params`;
  const [before, after] = kind === 'added' ? ['', text] : [text, ''];
  return { kind, layer, fields: [{ field: 'layer', before, after }] };
}

function word(value: SavedLayer[(typeof compared)[number]]): string {
  if (value === null) return '--';
  return typeof value === 'number' ? grouped(value) : typeof value === 'string' ? value : JSON.stringify(value);
}

const labels = {
  params: 'params',
  macs: 'MACs',
  inferencePeakBytes: 'inference peak beside params',
  trainingBytes: 'training step',
} satisfies Record<Quantity, string>;

function totalsText(diff: SummaryDiff): string[] {
  return quantities.map((key) => {
    const { before, after } = diff.totals[key];
    const show = (value: number): string => (key.endsWith('Bytes') ? bytesText(value) : grouped(value));
    const sign = after >= before ? '+' : '-';
    const share = before === 0 ? '' : `, ${sign}${((Math.abs(after - before) / before) * 100).toFixed(1)}%`;
    const change = before === after ? 'unchanged' : `${sign}${show(Math.abs(after - before))}${share}`;
    return `${labels[key]}: ${show(before)} -> ${show(after)} (${change})`;
  });
}

const marks = { added: '+', removed: '-', changed: '~' } as const;

function text(diff: SummaryDiff): string {
  const lines = diff.layers.flatMap(({ kind, layer, fields }) =>
    kind === 'changed'
      ? [`~ ${layer}`, ...fields.map(({ field, before, after }) => `    ${field}: ${before} -> ${after}`)]
      : [`${marks[kind]} ${layer}: ${fields[0]!.before}${fields[0]!.after}`],
  );
  return `${[...(diff.equal ? ['no difference'] : lines), ...totalsText(diff)].map(printable).join('\n')}\n`;
}

function markdown(diff: SummaryDiff): string {
  const rows = diff.layers.flatMap(({ kind, layer, fields }) =>
    fields.map(({ field, before, after }) => `| ${[kind, layer, field, before, after].map(escaped).join(' | ')} |`),
  );
  const table = diff.equal
    ? ['No difference.']
    : ['| Change | Layer | Field | Before | After |', '| :-- | :-- | :-- | :-- | :-- |', ...rows];
  return `${[...table, '', ...totalsText(diff).map((line) => `- ${escaped(line)}`)].join('\n')}\n`;
}

const styles = { text, markdown, json: (diff: SummaryDiff) => `${JSON.stringify(diff, null, 2)}\n` };
export type DiffStyle = keyof typeof styles;
export const diffStyles = Object.keys(styles) as readonly DiffStyle[];

/** @throws UserError for an unknown style. */
export function renderDiff(diff: SummaryDiff, style: DiffStyle = 'text'): string {
  if (!Object.hasOwn(styles, style)) throw new UserError(`unknown style: ${style} (one of ${diffStyles.join(', ')})`);
  return styles[style](diff);
}

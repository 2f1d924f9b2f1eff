// A comparison as text, markdown or JSON; equal changes of several layers, such as blocks, are one entry.
import { choice } from '../choice.ts';
import { expectOptions } from '../options.ts';
import { escaped } from '../summary/styles/markdown.ts';
import { percentText } from '../text/numberText.ts';
import { printable } from '../text/printable.ts';
import type { ParameterDiff } from './diffWeights.ts';
import { exceededGrowth, quantityLabels, quantityText } from './growth.ts';
import { type LayerChange, quantities, type SummaryDiff } from './summaryDiff.ts';

/** Options of `renderDiff`. */
export interface DiffOptions {
  /** The share by which a total may grow, such as 0.05; the styles text and markdown mark those that grew by more. */
  readonly maxGrowth?: number | undefined;
}

function totalsText(diff: SummaryDiff, { maxGrowth }: DiffOptions): string[] {
  const over = new Set(maxGrowth === undefined ? [] : exceededGrowth(diff, maxGrowth).map(({ quantity }) => quantity));
  return quantities.map((key) => {
    const { before, after } = diff.totals[key];
    const show = (value: number): string => quantityText(key, value);
    const sign = after >= before ? '+' : '-';
    const share = before === 0 ? '' : `, ${sign}${percentText(Math.abs(after - before) / before)}`;
    const change = before === after ? 'unchanged' : `${sign}${show(Math.abs(after - before))}${share}`;
    const mark = over.has(key) ? `, over the ${percentText(maxGrowth!)} that are allowed` : '';
    return `${quantityLabels[key]}: ${show(before)} -> ${show(after)} (${change})${mark}`;
  });
}

/** Equal changes of several layers of one type. */
interface Group {
  readonly change: LayerChange;
  readonly layers: readonly string[];
  readonly afters: readonly string[];
}

function groupsOf(changes: readonly LayerChange[]): Group[] {
  const groups = new Map<string, { change: LayerChange; layers: string[]; afters: string[] }>();
  for (const change of changes) {
    const { kind, layer, after = layer, type, fields } = change;
    const key = JSON.stringify([kind, type, fields]);
    const group = groups.get(key) ?? { change, layers: [], afters: [] };
    groups.set(key, group);
    group.layers.push(layer);
    group.afters.push(after);
  }
  return [...groups.values()];
}

/** `blocks.0…5.norm` for paths that count up in one number, else the first three paths. */
function pathsText(paths: readonly string[]): string {
  const [first, last] = [paths[0]!, paths.at(-1)!];
  if (paths.length === 1) return first;
  const words = (path: string): string[] => path.split(/(\d+)/);
  const all = paths.map(words);
  const at = all[0]!.findIndex((word, i) => word !== all[1]![i]);
  const counts = (parts: readonly string[], n: number): boolean =>
    Number(parts[at]) === Number(all[0]![at]) + n && parts.toSpliced(at, 1).join() === all[0]!.toSpliced(at, 1).join();
  if (at % 2 === 1 && all.every(counts)) return all[0]!.with(at, `${all[0]![at]}…${words(last)[at]}`).join('');
  return paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
}

function groupName({ layers, afters }: Group): string {
  const [before, after] = [pathsText(layers), pathsText(afters)];
  return before === after ? before : `${before} -> ${after}`;
}

const times = ({ layers, change: { type } }: Group): string =>
  layers.length > 1 ? `${layers.length} x ${type}` : type;
/** The name of a field, without `settings.`. */
const fieldName = (field: string): string => field.replace(/^settings\./, '');
const marks = { added: '+', removed: '-', changed: '~' } as const;

function groupLines(group: Group): string[] {
  const { kind, fields } = group.change;
  if (kind === 'changed')
    return [
      `~ ${groupName(group)} (${times(group)})`,
      ...fields.map(({ field, before, after }) => `    ${fieldName(field)}: ${before} -> ${after}`),
    ];
  const each = group.layers.length > 1 ? `${group.layers.length} x ` : '';
  return [`${marks[kind]} ${groupName(group)}: ${each}${fields[0]!.before}${fields[0]!.after}`];
}

function reshapedLine({ reshaped }: SummaryDiff): string[] {
  const [first] = reshaped;
  if (!first) return [];
  const { field, before, after } = first.fields[0]!;
  const count = reshaped.length === 1 ? '1 layer differs' : `${reshaped.length} layers differ`;
  const ways = reshaped.some(({ fields }) => fields.some((change) => change.field === 'mask'))
    ? 'shapes, masks or MACs'
    : 'shapes or MACs';
  return [`${count} in ${ways} alone: ${first.layer} ${field} ${before} -> ${after}${more(reshaped.length)}`];
}

const more = (count: number): string => (count > 1 ? ', …' : '');
const significant = (value: number): string => `${Number(value.toPrecision(4))}`;

function weightsText({ weights }: SummaryDiff): string[] {
  if (!weights) return [];
  const { compared, parameters } = weights;
  if (parameters.length === 0) return [`weights: ${compared} parameters compared, none differs`];
  return [`weights: ${parameters.length} of ${compared} parameters differ`];
}

function weightCells({ parameter, after, norm, normBefore, max, notFinite }: ParameterDiff): readonly string[] {
  const share = normBefore === 0 ? '' : ` (${((norm / normBefore) * 100).toPrecision(3)}%)`;
  const name = after === undefined ? parameter : `${parameter} -> ${after}`;
  const odd = notFinite === 0 ? '' : `${notFinite} NaN or infinite`;
  return [name, `${significant(norm)} of ${significant(normBefore)}${share}`, significant(max), odd];
}

function text(diff: SummaryDiff, options: DiffOptions): string {
  const layers = [...groupsOf(diff.layers).flatMap(groupLines), ...reshapedLine(diff)];
  const weights = (diff.weights?.parameters ?? []).map(weightCells).map(([name, norm, max, odd]) => {
    return `    ${name}: norm of the difference ${norm}, at most ${max}${odd === '' ? '' : `, ${odd}`}`;
  });
  const notes = diff.notes.map((note) => `note: ${note}`);
  const lines = [
    ...(diff.equal ? ['no difference'] : layers),
    ...weightsText(diff),
    ...weights,
    ...totalsText(diff, options),
    ...notes,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;

function markdown(diff: SummaryDiff, options: DiffOptions): string {
  const rows = groupsOf(diff.layers).flatMap((group) => {
    const { kind, fields } = group.change;
    const name = group.layers.length > 1 ? `${groupName(group)} (${times(group)})` : groupName(group);
    return fields.map(({ field, before, after }) => row([kind, name, fieldName(field), before, after]));
  });
  const table = ['| Change | Layer | Field | Before | After |', '| :-- | :-- | :-- | :-- | :-- |', ...rows];
  const weights = (diff.weights?.parameters ?? []).map((parameter) => row(weightCells(parameter)));
  const weightsTable = [
    '',
    '| Parameter | Norm of the difference | Largest | Not finite |',
    '| :-- | :-- | :-- | :-- |',
    ...weights,
  ];
  const list = [...reshapedLine(diff), ...weightsText(diff), ...totalsText(diff, options), ...diff.notes.map(noted)];
  return `${[
    ...(diff.equal ? ['No difference.'] : rows.length > 0 ? table : ['No layer differs by itself.']),
    ...(weights.length > 0 ? weightsTable : []),
    '',
    ...list.map((line) => `- ${escaped(line)}`),
  ].join('\n')}\n`;
}

const noted = (note: string): string => `note: ${note}`;

/** The styles of a comparison: choices, help and docs are made from this table. */
export const diffStyleTable = {
  text: { describe: 'a line for each difference, for the terminal', render: text },
  markdown: { describe: 'a table for a pull request', render: markdown },
  json: {
    describe: 'data for programs',
    render: (diff: SummaryDiff): string => `${JSON.stringify(diff, null, 2)}\n`,
  },
};

/**
 * A name of a style of `renderDiff`.
 * @useDeclaredType
 */
export type DiffStyle = keyof typeof diffStyleTable;

/** Names of the styles of `renderDiff`. */
export const diffStyles = Object.keys(diffStyleTable) as readonly DiffStyle[];

/** Prints a comparison. @throws UserError for an unknown style, and for a growth that is no number of at least 0 */
export function renderDiff(diff: SummaryDiff, style: DiffStyle = 'text', options: DiffOptions = {}): string {
  expectOptions(options, ['maxGrowth']);
  return diffStyleTable[choice('style', style, diffStyles)].render(diff, options);
}

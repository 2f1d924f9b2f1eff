// A box for the terminal. In: a sheet's facts and the terminal's width. Out: text no wider than that.
import { box } from '../../text/box.ts';
import { printable } from '../../text/printable.ts';
import { type Column, type ColumnName, formats } from '../columns.ts';
import type { Line } from '../displayLines.ts';
import type { Amounts } from '../moduleTree.ts';
import { type Facts, type FailedFacts, indented, type Sheet, type SheetOptions, sheet } from '../tableModel.ts';

export function table(facts: Facts | FailedFacts, options: SheetOptions = {}): string {
  const { columns, lines, footer, notes } = sheet(facts, options);
  const { lines: drawn, kept } = box(cellsOf(columns, lines, facts.totals), numericOf(columns), options.width);
  const left = columns.slice(kept).map(([name]) => name);
  const said = left.length > 0 ? [...notes, tooNarrow(left)] : notes;
  return `${[...drawn, ...footerText(footer), ...said.map((note) => `note: ${printable(note)}`)].join('\n')}\n`;
}

type Columns = readonly (readonly [ColumnName, Column])[];

/** The titles, then a row for each line. */
export const cellsOf = (columns: Columns, lines: readonly Line[], totals: Amounts | undefined): string[][] => [
  columns.map(([, { title }]) => title),
  ...lines.map((line) =>
    columns.map(([name, { unit, value }]) => {
      const text = printable(formats[unit](value(line, totals)));
      return name === 'name' ? indented(line, text) : text;
    }),
  ),
];

const numericUnits: readonly Column['unit'][] = ['count', 'bytes', 'number', 'ratio', 'share', 'ms'];
export const numericOf = (columns: Columns): boolean[] => columns.map(([, { unit }]) => numericUnits.includes(unit));

export const tooNarrow = (left: readonly string[]): string =>
  `the terminal is too narrow for the columns ${left.join(', ')}`;

export function footerText(footer: Sheet['footer']): string[] {
  if (footer.length === 0) return [];
  const label = Math.max(...footer.map(([text]) => text.length)) + 1;
  return footer.map(([text, value, unit]) => `${`${text}:`.padEnd(label)} ${formats[unit](value).trim()}`);
}

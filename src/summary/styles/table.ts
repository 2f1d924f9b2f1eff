// Style table: a box for the terminal.
import { type Box, type BoxColumn, type BoxOptions, box } from '../../text/box.ts';
import { bold, shareColoured } from '../../text/colour.ts';
import { printable } from '../../text/printable.ts';
import type { Amounts } from '../amounts.ts';
import { type Cell, type Column, formats } from '../column.ts';
import type { ColumnName } from '../columns.ts';
import type { DisplayLine } from '../displayLines.ts';
import type { Style } from '../style.ts';
import { conventionNotes } from '../summaryFacts.ts';
import {
  type Facts,
  type FailedFacts,
  indented,
  layerTableOptions,
  type TableModel,
  type TableOptions,
  tableModel,
} from '../tableModel.ts';

export const tableStyle: Style = {
  describe: 'a box for the terminal, no wider than it',
  needs: 'modules',
  takes: [...layerTableOptions, 'memoryBudgetBytes', 'width', 'colours'],
  printsNotes: true,
  notes: conventionNotes,
  render: ({ facts }, options) => table(facts(), options),
};

function table(facts: Facts | FailedFacts, options: TableOptions = {}): string {
  const { columns, lines, footer, notes } = tableModel(facts, options);
  const layers = layersBox(columns, lines, facts.totals, options);
  const all = [...notes, ...layers.notes].map((note) => `note: ${printable(note)}`);
  return `${[...layers.lines, ...footerText(footer, options.colours), ...all].join('\n')}\n`;
}

type Columns = readonly (readonly [ColumnName, Column])[];

/** A box with a row for each line, and a note where the terminal is too narrow for a column. */
export function layersBox(
  columns: Columns,
  lines: readonly DisplayLine[],
  totals: Amounts | undefined,
  { width, colours = false }: BoxOptions,
): Box {
  const rows = lines.map((line) =>
    columns.map(([name, { unit, value }]) => {
      const cell = value(line, totals);
      const text = printable(formats[unit](cell));
      if (unit === 'bar') return colouredBar(text, cell, colours);
      return name === 'name' ? indented(line, text) : text;
    }),
  );
  return box(
    columns.map(([name, { title, unit, isName }]) => ({ ...boxColumn(title, unit, isName), name })),
    rows,
    { width, colours },
  );
}

/** A share in percent, and its bar in the colour of the share. */
export function colouredBar(text: string, share: Cell, colours: boolean): string {
  const [percent, bar] = [text.slice(0, barStart), text.slice(barStart)];
  return percent + shareColoured(bar, Number(share), colours);
}
const barStart = '100.0% '.length;

/** A column of texts is cut where the terminal is narrow, names in their middle; one of numbers is right-aligned and never cut. */
export const boxColumn = (title: string, unit: Column['unit'], isName = false): BoxColumn =>
  unit === 'text' || unit === 'bar' ? { title, cut: isName ? 'middle' : 'end' } : { title, align: 'right' };

/** Lines such as `Params:  1,234`, their values aligned. */
export function footerText(footer: TableModel['footer'], colours = false): string[] {
  if (footer.length === 0) return [];
  const label = Math.max(...footer.map(([text]) => text.length)) + 1;
  return footer.map(
    ([text, value, unit]) => `${`${text}:`.padEnd(label)} ${bold(formats[unit](value).trim(), colours)}`,
  );
}

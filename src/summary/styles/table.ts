// Style table: a box for the terminal.
import { type BoxColumn, box } from '../../text/box.ts';
import { printable } from '../../text/printable.ts';
import { type Column, formats } from '../column.ts';
import type { ColumnName } from '../columns.ts';
import type { DisplayLine } from '../displayLines.ts';
import type { Amounts } from '../moduleTree.ts';
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
  takes: [...layerTableOptions, 'memoryBudgetBytes', 'width'],
  printsNotes: true,
  notes: conventionNotes,
  render: ({ facts }, options) => table(facts(), options),
};

function table(facts: Facts | FailedFacts, options: TableOptions = {}): string {
  const { columns, lines, footer, notes } = tableModel(facts, options);
  const layers = layersBox(columns, lines, facts.totals, options.width);
  const all = [...notes, ...layers.notes].map((note) => `note: ${printable(note)}`);
  return `${[...layers.lines, ...footerText(footer), ...all].join('\n')}\n`;
}

type Columns = readonly (readonly [ColumnName, Column])[];

/** A box with a row for each line, and a note where the terminal is too narrow for a column. */
export function layersBox(
  columns: Columns,
  lines: readonly DisplayLine[],
  totals: Amounts | undefined,
  width: number | undefined,
): { readonly lines: readonly string[]; readonly notes: readonly string[] } {
  const rows = lines.map((line) =>
    columns.map(([name, { unit, value }]) => {
      const text = printable(formats[unit](value(line, totals)));
      return name === 'name' ? indented(line, text) : text;
    }),
  );
  const drawn = box(
    columns.map(([, { title, unit }]) => boxColumn(title, unit)),
    rows,
    { width },
  );
  const left = columns.filter((_, i) => !drawn.shown.includes(i)).map(([name]) => name);
  const notes = left.length === 0 ? [] : [`the terminal is too narrow for the columns ${left.join(', ')}`];
  return { lines: drawn.lines, notes };
}

/** A column of texts is cut where the terminal is narrow, a column of numbers is right-aligned and never cut. */
export const boxColumn = (title: string, unit: Column['unit']): BoxColumn =>
  unit === 'text' || unit === 'bar' ? { title, shrinks: true } : { title, align: 'right' };

/** Lines such as `Params:  1,234`, their values aligned. */
export function footerText(footer: TableModel['footer']): string[] {
  if (footer.length === 0) return [];
  const label = Math.max(...footer.map(([text]) => text.length)) + 1;
  return footer.map(([text, value, unit]) => `${`${text}:`.padEnd(label)} ${formats[unit](value).trim()}`);
}

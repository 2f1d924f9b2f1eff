// The tables of inspect, whose texts come from event files.
import { box } from '../../src/text/box.ts';
import { printable } from '../../src/text/printable.ts';
import type { FirstAndLast } from './firstAndLast.ts';
import type { Printer } from './printer.ts';

export type Cells = readonly (string | number | undefined)[];

// a summary's text may be pages long
const maxCellLength = 72;

/** How many rows a table has unless --limit says it: drawing them takes a quarter of a second. */
export const defaultLimit = 1000;

/** Columns of a table, and where they must fit. */
interface Columns {
  readonly heads: readonly string[];
  /** Columns of the terminal; as wide as the cells unless given. */
  readonly width?: number | undefined;
  /** Heads of the columns that a narrow terminal leaves out, the last one first; none unless given. */
  readonly dispensable?: readonly string[];
}

/** Prints rows as a box with numbers right-aligned, and notes how many are left out. */
export async function printTable<T>(
  { heads, width, dispensable = [] }: Columns,
  items: FirstAndLast<T>,
  cellsOf: (item: T) => Cells,
  printer: Printer,
): Promise<void> {
  const rows = items.rows(
    cellsOf,
    heads.map(() => '…'),
  );
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : cellText(cell ?? ''))));
  const dropOrder = dispensable.toReversed().map((head) => heads.indexOf(head));
  const { lines, notes } = box(
    heads.map((title) => ({ title })),
    cells,
    { width, dropOrder },
  );
  await printer.print(`${lines.join('\n')}\n`, 'lines');
  for (const note of notes) printer.note(note);
  const [left, all] = [items.leftOut, items.count].map((number) => number.toLocaleString('en-US'));
  if (items.leftOut > 0)
    printer.note(`${left} of ${all} rows are left out: --format csv prints all, --limit ${items.count} shows them`);
}

function cellText(text: string): string {
  const shown = printable(text);
  return shown.length > maxCellLength ? `${shown.slice(0, maxCellLength - 1)}…` : shown;
}

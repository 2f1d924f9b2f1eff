// The cells of inspect's tables, whose texts come from event files.
import { box } from '../../src/text/box.ts';
import { printable } from '../../src/text/printable.ts';

export type Cells = readonly (string | number | undefined)[];

// a summary's text may be pages long
const maxCellLength = 72;

/**
 * A box with `heads`, numbers right-aligned.
 * @param width columns of the terminal
 * @param dispensable heads of the columns that a narrow terminal leaves out, the last one first
 */
export function tagTable(
  heads: readonly string[],
  rows: readonly Cells[],
  width: number,
  dispensable: readonly string[],
): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : cellText(cell ?? ''))));
  const dropOrder = dispensable.toReversed().map((head) => heads.indexOf(head));
  const { lines } = box(
    heads.map((title) => ({ title })),
    cells,
    { width, dropOrder },
  );
  return `${lines.join('\n')}\n`;
}

function cellText(text: string): string {
  const shown = printable(text);
  return shown.length > maxCellLength ? `${shown.slice(0, maxCellLength - 1)}…` : shown;
}

// A table in a box of lines, for the terminal.
import { textWidth } from './textWidth.ts';

export interface BoxColumn {
  readonly title: string;
  /** Alignment of the title and of text cells, left unless given; cells that are numbers are right-aligned. */
  readonly align?: 'left' | 'right';
  /** Whether its cells may be cut on a narrow terminal; false unless given. */
  readonly shrinks?: boolean;
}

export interface BoxOptions {
  /** Columns of the terminal; as wide as the cells unless given. */
  readonly width?: number | undefined;
  /** Indices of columns to leave out on a narrow terminal, first one first; from the last to the second unless given. */
  readonly dropOrder?: readonly number[];
}

export interface Box {
  readonly lines: readonly string[];
  /** Indices of the columns that had room. */
  readonly shown: readonly number[];
}

const padding = 2;
const minShrunkWidth = 6;

/** Draws a boxed table. If `width` is too small it first drops columns, then cuts cells of columns that shrink. */
export function box(
  columns: readonly BoxColumn[],
  rows: readonly (readonly (string | number)[])[],
  {
    width = Number.POSITIVE_INFINITY,
    dropOrder = columns
      .map((_, i) => i)
      .slice(1)
      .reverse(),
  }: BoxOptions = {},
): Box {
  const natural = columns.map(({ title }) => textWidth(title) + padding);
  for (const row of rows)
    for (const [i, cell] of row.entries()) natural[i] = Math.max(natural[i]!, textWidth(`${cell}`) + padding);
  const shown = columnsThatFit(columns, natural, width, dropOrder);
  const drawn = shown.map((i) => columns[i]!);
  const widths = fittedWidths(
    drawn,
    shown.map((i) => natural[i]!),
    width,
  );
  const line = (cells: readonly (string | number)[]): string =>
    `│${cells.map((cell, i) => paddedCell(cell, widths[i]!, drawn[i]!)).join('│')}│`;
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((w) => '─'.repeat(w)).join(middle) + right;
  const head = line(drawn.map(({ title }) => title));
  const body = rows.map((row) => line(shown.map((i) => row[i]!)));
  return { lines: [rule('┌', '┬', '┐'), head, rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')], shown };
}

/** A cell with a space on either side, cut or filled to `width` columns of the terminal. */
function paddedCell(cell: string | number, width: number, { align }: BoxColumn): string {
  const text = cut(`${cell}`, width - padding);
  const space = ' '.repeat(width - padding - textWidth(text));
  return typeof cell === 'number' || align === 'right' ? ` ${space}${text} ` : ` ${text}${space} `;
}

/** Cuts a text to `width` columns of the terminal, the last of which is an ellipsis. */
function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept}…`;
}

const totalWidth = (widths: readonly number[]): number => widths.reduce((sum, w) => sum + w, widths.length + 1);

function columnsThatFit(
  columns: readonly BoxColumn[],
  natural: readonly number[],
  width: number,
  dropOrder: readonly number[],
): number[] {
  const min = natural.map((w, i) => (columns[i]!.shrinks ? Math.min(w, minShrunkWidth) : w));
  const shown = new Set(columns.keys());
  for (const index of dropOrder) {
    if (totalWidth([...shown].map((i) => min[i]!)) <= width) break;
    shown.delete(index);
  }
  return [...shown];
}

/** Narrows the widest shrinkable column, again and again, until the table fits. */
function fittedWidths(columns: readonly BoxColumn[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  while (totalWidth(widths) > width) {
    const shrinkable = widths.map((w, i) => (columns[i]!.shrinks ? w : 0));
    const widest = Math.max(...shrinkable);
    if (widest <= minShrunkWidth) break;
    widths[shrinkable.indexOf(widest)]! -= 1;
  }
  return widths;
}

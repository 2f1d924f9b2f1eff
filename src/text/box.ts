// A table in a box of lines, for the terminal.
import CliTable from 'cli-table3';
import { bold, dim } from './colour.ts';
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
  /** Whether lines are dim and titles bold; false unless given. */
  readonly colours?: boolean | undefined;
  /** Indices of columns to leave out on a narrow terminal, first one first; from the last to the second unless given. */
  readonly dropOrder?: readonly number[];
}

export interface Box {
  readonly lines: readonly string[];
  /** Indices of the columns that had room. */
  readonly shown: readonly number[];
}

// cli-table3 is quadratic in rows, so the body is drawn in tables of this many
const chunkRows = 40;
const padding = 2;
const minShrunkWidth = 6;

// cli-table3 draws no rules: `box` draws them between the chunks
const noRules = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  mid: '',
  'left-mid': '',
  'mid-mid': '',
  'right-mid': '',
};

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
    colours = false,
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
  const aligned = rows.map((row) => shown.map((i) => alignedCell(row[i]!)));
  const body: string[] = [];
  for (let from = 0; from < rows.length; from += chunkRows)
    body.push(...linesOf(drawn, widths, aligned.slice(from, from + chunkRows), colours));
  const rule = (left: string, middle: string, right: string): string =>
    dim(left + widths.map((w) => '─'.repeat(w)).join(middle) + right, colours);
  const titles = drawn.map(({ title }) => bold(title, colours));
  const head = linesOf(drawn, widths, [titles], colours);
  return { lines: [rule('┌', '┬', '┐'), ...head, rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')], shown };
}

type AlignedCell = string | { readonly content: string; readonly hAlign: 'right' };

const alignedCell = (cell: string | number): AlignedCell =>
  typeof cell === 'number' ? { content: `${cell}`, hAlign: 'right' } : cell;

function linesOf(
  columns: readonly BoxColumn[],
  widths: readonly number[],
  rows: readonly (readonly AlignedCell[])[],
  colours: boolean,
): string[] {
  const side = dim('│', colours);
  const table = new CliTable({
    colWidths: [...widths],
    colAligns: columns.map(({ align = 'left' }) => align),
    chars: { ...noRules, left: side, right: side, middle: side },
    style: { head: [], border: [] },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString().split('\n');
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

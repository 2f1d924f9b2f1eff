// A table in a box of lines, for the terminal.
import CliTable from 'cli-table3';
import { bold, dim } from './colour.ts';
import { textWidth } from './textWidth.ts';

export interface BoxColumn {
  readonly title: string;
  /** How notes call it; its title unless given. */
  readonly name?: string;
  /** Alignment of the title and of text cells, left unless given; cells that are numbers are right-aligned. */
  readonly align?: 'left' | 'right';
  /**
   * Where its cells are cut on a narrow terminal; never unless given. Those cut in the middle, names whose ends tell them
   * apart, are narrowed before the others.
   */
  readonly cut?: 'middle' | 'end';
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
  /** A clause that names the columns which had no room; empty where all had. */
  readonly notes: readonly string[];
}

// cli-table3 is quadratic in rows, so the body is drawn in tables of this many
const chunkRows = 40;
const padding = 2;
const minCutWidth = 6;
// a letter, the sign for what is left out, and a letter
const minNameWidth = 3;
// names are narrowed to this width before any other column is
const shortNameWidth = 14;

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

/** Draws a boxed table. If `width` is too small it first drops columns, then cuts cells. */
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
  const aligned = rows.map((row) =>
    shown.map((i, at) =>
      alignedCell(columns[i]!.cut === 'middle' ? cutInMiddle(row[i]!, widths[at]! - padding) : row[i]!),
    ),
  );
  const body: string[] = [];
  for (let from = 0; from < rows.length; from += chunkRows)
    body.push(...linesOf(drawn, widths, aligned.slice(from, from + chunkRows), colours));
  const rule = (left: string, middle: string, right: string): string =>
    dim(left + widths.map((w) => '─'.repeat(w)).join(middle) + right, colours);
  const titles = drawn.map(({ title }) => bold(title, colours));
  const head = linesOf(drawn, widths, [titles], colours);
  const left = columns.filter((_, i) => !shown.includes(i)).map(({ title, name = title }) => name);
  return {
    lines: [rule('┌', '┬', '┐'), ...head, rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')],
    notes: left.length === 0 ? [] : [`the terminal is too narrow for the columns ${left.join(', ')}`],
  };
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
  const min = natural.map((w, i) => (columns[i]!.cut ? Math.min(w, minCutWidth) : w));
  const shown = new Set(columns.keys());
  for (const index of dropOrder) {
    if (totalWidth([...shown].map((i) => min[i]!)) <= width) break;
    shown.delete(index);
  }
  return [...shown];
}

/** Narrows the widest column that may be cut, again and again, until the table fits: names first, down to a short name. */
function fittedWidths(columns: readonly BoxColumn[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const narrow = (isCut: (column: BoxColumn) => boolean, min: number): void => {
    while (totalWidth(widths) > width) {
      const cut = widths.map((w, i) => (isCut(columns[i]!) ? w : 0));
      const widest = Math.max(...cut);
      if (widest <= min) return;
      widths[cut.indexOf(widest)]! -= 1;
    }
  };
  narrow(({ cut }) => cut === 'middle', shortNameWidth);
  narrow(({ cut }) => cut !== undefined, minCutWidth);
  return widths;
}

/** A text of at most `width` columns, whose middle is left out; the spaces before it stay where the name has room for `a…z`. */
function cutInMiddle(cell: string | number, width: number): string | number {
  if (typeof cell === 'number' || textWidth(cell) <= width) return cell;
  const name = cell.trimStart();
  const indent = Math.min(cell.length - name.length, Math.max(0, width - Math.min(textWidth(name), minNameWidth)));
  if (indent + textWidth(name) <= width) return `${' '.repeat(indent)}${name}`;
  const letters = [...name];
  const room = width - indent - 1;
  const head = fitting(letters, Math.ceil(room / 2));
  const tail = fitting(letters.toReversed(), room - textWidth(head.join(''))).toReversed();
  return `${' '.repeat(indent)}${head.join('')}…${tail.join('')}`;
}

/** The first letters that fit a width. */
function fitting(letters: readonly string[], width: number): string[] {
  let end = 0;
  for (let room = width; end < letters.length; end++) {
    room -= textWidth(letters[end]!);
    if (room < 0) break;
  }
  return letters.slice(0, end);
}

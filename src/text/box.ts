// A box of cells for the terminal. In: rows of text and the terminal's width. Out: lines no wider than that.
import CliTable from 'cli-table3';
import { textWidth } from './textWidth.ts';

// cli-table3's time grows with the square of the rows
const chunkRows = 40;
const padding = 2;
const narrowest = 6;
const side = { left: '│', right: '│', middle: '│' };
const noRules = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '' } as const;
const bare = {
  ...noRules,
  'bottom-left': '',
  'bottom-right': '',
  mid: '',
  'left-mid': '',
  'mid-mid': '',
  'right-mid': '',
};

export interface Box {
  readonly lines: readonly string[];
  /** how many of the first columns had room */
  readonly kept: number;
}

/**
 * @param cells the head first
 * @param isNumber by column: right-aligned and never cut
 * @param width columns of the terminal
 */
export function box(cells: readonly (readonly string[])[], isNumber: readonly boolean[], width?: number): Box {
  const natural = naturalWidths(cells);
  const kept = columnsThatFit(natural, isNumber, width);
  const [head, ...rows] = cells.map((row) => row.slice(0, kept)) as [string[], ...string[][]];
  const numeric = isNumber.slice(0, kept);
  const widths = fitted(natural.slice(0, kept), numeric, width);
  const body: string[] = [];
  const draw = (part: readonly string[][]): string => {
    const aligns = numeric.map((right) => (right ? 'right' : 'left') as 'right' | 'left');
    const drawn = new CliTable({
      colWidths: widths,
      colAligns: aligns,
      chars: { ...bare, ...side },
      style: { head: [], border: [] },
    });
    drawn.push(...part);
    return drawn.toString();
  };
  for (let from = 0; from < rows.length; from += chunkRows) body.push(draw(rows.slice(from, from + chunkRows)));
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((w) => '─'.repeat(w)).join(middle) + right;
  const lines = [rule('┌', '┬', '┐'), draw([head]), rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')];
  return { lines, kept };
}

function naturalWidths(rows: readonly (readonly string[])[]): number[] {
  const widths = rows[0]!.map(() => 0);
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i]!, textWidth(cell) + padding);
  return widths;
}

const total = (widths: readonly number[]): number => widths.reduce((sum, w) => sum + w, widths.length + 1);

// where words at their narrowest leave no room for the numbers, the last columns go
function columnsThatFit(
  natural: readonly number[],
  numeric: readonly boolean[],
  width = Number.POSITIVE_INFINITY,
): number {
  const least = natural.map((w, i) => (numeric[i] ? w : Math.min(w, narrowest)));
  let kept = least.length;
  while (kept > 1 && total(least.slice(0, kept)) > width) kept -= 1;
  return kept;
}

// words give way to numbers: the widest column of words shrinks first, and a number is never cut
function fitted(natural: readonly number[], numeric: readonly boolean[], width = Number.POSITIVE_INFINITY): number[] {
  const widths = [...natural];
  while (total(widths) > width) {
    const shrinkable = widths.map((w, i) => (numeric[i] ? 0 : w));
    const widest = Math.max(...shrinkable);
    if (widest <= narrowest) break;
    widths[shrinkable.indexOf(widest)]! -= 1;
  }
  return widths;
}

// A box for the terminal. In: a sheet's facts and the terminal's width. Out: text no wider than that.
import CliTable from 'cli-table3';
import { formats } from './columns.ts';
import { printable } from './printable.ts';
import { type Facts, indented, type SheetOptions, sheet } from './sheet.ts';
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

export function table(facts: Facts, options: SheetOptions = {}): string {
  const { columns: wanted, lines, footer, notes } = sheet(facts, options);
  const cells = [
    wanted.map(([, { title }]) => title),
    ...lines.map((line) =>
      wanted.map(([name, { unit, value }]) => {
        const text = printable(formats[unit](value(line, facts.totals)));
        return name === 'name' ? indented(line, text) : text;
      }),
    ),
  ];
  const isNumber = wanted.map(([, { unit }]) => ['count', 'bytes', 'number', 'ratio', 'share'].includes(unit));
  const natural = naturalWidths(cells);
  const kept = columnsThatFit(natural, isNumber, options.width);
  const [head, ...rows] = cells.map((row) => row.slice(0, kept)) as [string[], ...string[][]];
  const numeric = isNumber.slice(0, kept);
  const widths = fitted(natural.slice(0, kept), numeric, options.width);
  const left = wanted.slice(kept).map(([name]) => name);
  const said = left.length > 0 ? [...notes, `the terminal is too narrow for the columns ${left.join(', ')}`] : notes;
  const body: string[] = [];
  const draw = (part: readonly string[][]): string => {
    const aligns = numeric.map((right) => (right ? 'right' : 'left') as 'right' | 'left');
    const box = new CliTable({
      colWidths: widths,
      colAligns: aligns,
      chars: { ...bare, ...side },
      style: { head: [], border: [] },
    });
    box.push(...part);
    return box.toString();
  };
  for (let from = 0; from < rows.length; from += chunkRows) body.push(draw(rows.slice(from, from + chunkRows)));
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  const label = Math.max(...footer.map(([text]) => text.length)) + 1;
  return `${[
    rule('┌', '┬', '┐'),
    draw([head]),
    rule('├', '┼', '┤'),
    ...body,
    rule('└', '┴', '┘'),
    ...footer.map(([text, value, unit]) => `${`${text}:`.padEnd(label)} ${formats[unit](value)}`),
    ...said.map((note) => `note: ${printable(note)}`),
  ].join('\n')}\n`;
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

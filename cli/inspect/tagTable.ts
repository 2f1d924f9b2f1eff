// A table in a box, in time that grows with its rows. In: heads and cells. Out: lines of text.
import { printable } from '../../src/text/printable.ts';
import { textWidth } from '../../src/text/textWidth.ts';

export type Cells = readonly (string | number | undefined)[];

// a text of pages is one line of a table
const widest = 72;

/** Numbers stand to the right. Where `width` is too small, columns are left out from the end of `dispensable`. */
export function box(
  heads: readonly string[],
  rows: readonly Cells[],
  width: number,
  dispensable: readonly string[],
): string {
  const texts = rows.map((row) => row.map((cell) => cut(printable(`${cell ?? ''}`))));
  const sizes = heads.map((head, i) =>
    texts.reduce((most, row) => Math.max(most, textWidth(row[i]!)), textWidth(head)),
  );
  const left = [...dispensable];
  const shown = new Set(heads.keys());
  const total = (): number => [...shown].reduce((sum, i) => sum + sizes[i]! + 3, 1);
  while (total() > width && left.length > 0) shown.delete(heads.indexOf(left.pop()!));
  const rule = (from: string, between: string, to: string): string =>
    from + [...shown].map((i) => '─'.repeat(sizes[i]! + 2)).join(between) + to;
  const line = (cells: readonly string[], right: (column: number) => boolean): string =>
    `│${[...shown].map((i) => ` ${pad(cells[i]!, sizes[i]!, right(i))} `).join('│')}│`;
  return [
    rule('┌', '┬', '┐'),
    line(heads, () => false),
    rule('├', '┼', '┤'),
    ...texts.map((row, n) => line(row, (i) => typeof rows[n]![i] === 'number')),
    rule('└', '┴', '┘'),
    '',
  ].join('\n');
}

const cut = (text: string): string => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);

function pad(text: string, size: number, right: boolean): string {
  const blank = ' '.repeat(size - textWidth(text));
  return right ? blank + text : text + blank;
}

// The same facts as a tree in a box. In: rows. Out: text. A parent stands above what it called.
import CliTable from 'cli-table3';
import type { Row } from './rows.ts';
import { grouped } from './torchsummary.ts';

/** @param batchSize what stands for dimension 0, -1 for unknown. */
export function table(rows: readonly Row[], batchSize: number): string {
  const box = new CliTable({
    head: ['Layer', 'Type', 'Output shape', 'Params'],
    colAligns: ['left', 'left', 'left', 'right'],
    style: { head: [], border: [] },
  });
  for (const row of rows.toSorted((a, b) => a.entered - b.entered)) {
    const name = row.path.split('.').at(-1) || row.type;
    const shapes = row.outputs.map((shape) => `[${[batchSize, ...shape.slice(1)].join(', ')}]`).join(' ');
    box.push([printable('  '.repeat(row.depth) + name), printable(row.type), shapes, grouped(row.params)]);
  }
  const total = rows.reduce((sum, row) => sum + row.params, 0);
  box.push([
    { colSpan: 3, content: 'Total' },
    { hAlign: 'right', content: grouped(total) },
  ]);
  return `${box.toString()}\n`;
}

// names are the user's: a control character must not reach the terminal
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (c) => `\\x${c.codePointAt(0)!.toString(16).padStart(2, '0')}`);
}

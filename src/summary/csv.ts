// Comma-separated values of RFC 4180. In: a sheet's facts. Out: a head line with the columns' names, then values.
import { type Facts, type SheetOptions, sheet } from './sheet.ts';

/** Numbers stand bare and unknown ones empty; names keep their line breaks inside quotes. */
export function csv(facts: Facts, options: SheetOptions = {}): string {
  const { columns, lines } = sheet(facts, options);
  const rows = lines.map((line) => columns.map(([, { value }]) => value(line, facts.totals)));
  const records = [columns.map(([name]) => name), ...rows];
  return `${records.map((row) => row.map((cell) => field(cell)).join(',')).join('\r\n')}\r\n`;
}

// a spreadsheet runs what begins with one of = + - @, so such a name gets an apostrophe before it
function field(cell: string | number | undefined): string {
  if (typeof cell !== 'string') return `${cell ?? ''}`;
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

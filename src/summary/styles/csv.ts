// Comma-separated values of RFC 4180. In: a sheet's facts. Out: a head line with the columns' names, then values.
import { spelled } from '../../text/printable.ts';
import { type Facts, type FailedFacts, type SheetOptions, sheet } from '../tableModel.ts';

/** Numbers stand bare and unknown ones empty; names keep their line breaks inside quotes, and other control characters are spelled out. */
export function csv(facts: Facts | FailedFacts, options: SheetOptions = {}): string {
  const { columns, lines } = sheet(facts, options);
  const rows = lines.map((line) => columns.map(([, { value }]) => value(line, facts.totals)));
  return records([columns.map(([name]) => name), ...rows]);
}

/** A line for each row; what is undefined is empty. */
export function records(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

// a spreadsheet runs what begins with one of = + - @, so such a name gets an apostrophe before it
function field(cell: string | number | undefined): string {
  if (typeof cell !== 'string') return `${cell ?? ''}`;
  const text = spelled(cell, 'csv');
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

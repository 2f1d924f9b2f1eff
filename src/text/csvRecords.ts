// Comma-separated values by RFC 4180.
import { spelled } from './printable.ts';

type Cell = string | number | boolean | undefined;

/** Rows as lines of csv, an undefined cell empty. */
export function records(rows: readonly (readonly Cell[])[]): string {
  return `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

// a spreadsheet evaluates a cell that begins with = + - or @, in full width too, and after a line end: an apostrophe before it
// prevents that
function field(cell: Cell): string {
  if (typeof cell !== 'string') return `${cell ?? ''}`;
  const text = spelled(cell, 'csv');
  const safe = /^[\r\n]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

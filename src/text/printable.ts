// Text that is safe to show, on a terminal as in a file that somebody prints there: no character of it moves the cursor,
// changes colours or the order of letters, or is there without being seen.

import { grouped } from './numberText.ts';

/**
 * Control characters (C0, DEL, C1), marks of direction, characters without width, line and paragraph separators and halves
 * of surrogate pairs. The mark that makes an emoji of a symbol stays on its symbol.
 */
const unsafe = String.raw`(?!(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;

const maxNameLength = 1000;

/** A name, a cell or a note on one line: unsafe characters spelled out, such as `\u{1b}`, and no longer than a thousand. */
export const printable = (text: string): string => spelled(bounded(text, maxNameLength));

const patterns = {
  /** one line */
  line: new RegExp(unsafe, 'gu'),
  lines: new RegExp(String.raw`(\n)|${unsafe}`, 'gu'),
  /** rows that RFC 4180 ends */
  csv: new RegExp(String.raw`(\r?\n)|${unsafe}`, 'gu'),
  /** colours that a chart set itself: of a name they must have been spelled before */
  coloured: new RegExp(String.raw`(\n|\x1b\[3[1-69]m)|${unsafe}`, 'gu'),
};

/** The text with its unsafe characters spelled out, except for what the layout itself consists of. */
export function spelled(text: string, layout: keyof typeof patterns = 'line'): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text.replace(patterns[layout], (found, kept?: unknown) =>
    typeof kept === 'string' ? kept : `\\u{${found.codePointAt(0)!.toString(16)}}`,
  );
}

/** JSON text with its unsafe characters as JSON escapes them: it parses to what it did. */
export function escapedJson(text: string): string {
  if (/^[\n -~]*$/.test(text)) return text;
  return text.replace(patterns.lines, (found, kept?: unknown) => {
    if (typeof kept === 'string') return kept;
    return found.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  });
}

/** At most about `max` characters: the middle of a longer text makes way for their count. */
export function bounded(text: string, max: number): string {
  if (text.length <= max) return text;
  // a surrogate pair is kept or left out as one
  const start = text.slice(0, Math.ceil(max / 2)).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(text.length - Math.floor(max / 2)).replace(/^[\udc00-\udfff]/, '');
  const left = text.length - start.length - end.length;
  return `${start} … (${grouped(left)} characters left out) … ${end}`;
}

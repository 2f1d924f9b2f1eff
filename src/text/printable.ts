// Text that is safe to print: none of its characters moves the cursor, changes colours or the order of letters, or is invisible.

import { grouped } from './numberText.ts';

/**
 * Control characters (C0, DEL, C1), direction marks, characters without width, line and paragraph separators, lone
 * surrogates, and code points that Unicode never gives a character, some of which XML cannot hold. The variation selector
 * that turns a symbol into an emoji is safe after its symbol.
 */
const unsafe = String.raw`(?!(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]`;

const maxNameLength = 1000;

/** One line of at most about a thousand characters, unsafe ones spelled out, such as `\u{1b}`. */
export const printable = (text: string): string => spelled(bounded(text, maxNameLength));

const patterns = {
  /** One line. */
  line: new RegExp(unsafe, 'gu'),
  lines: new RegExp(String.raw`(\n)|${unsafe}`, 'gu'),
  /** Rows that end as in RFC 4180. */
  csv: new RegExp(String.raw`(\r?\n)|${unsafe}`, 'gu'),
  /** Lines with the colours that a chart or a table sets; colours in names must be spelled out before. */
  coloured: new RegExp(String.raw`(\n|\x1b\[(?:3[1-69]|22?|1)m)|${unsafe}`, 'gu'),
};

/** A text in which none of these is found is safe: most texts are, and the patterns above are slow on a million rows. */
const suspects: Readonly<Record<keyof typeof patterns, RegExp>> = {
  line: /[^ -~]/,
  lines: /[^\n -~]/,
  csv: /[^\r\n -~]|\r(?!\n)/,
  coloured: /[^\n -~]/,
};

/** Spells unsafe characters out, except those that the layout itself consists of. */
export function spelled(text: string, layout: keyof typeof patterns = 'line'): string {
  if (!suspects[layout].test(text)) return text;
  return text.replace(patterns[layout], (found, kept?: unknown) =>
    typeof kept === 'string' ? kept : `\\u{${found.codePointAt(0)!.toString(16)}}`,
  );
}

/** JSON text with its unsafe characters as escapes of JSON; it parses to the same value. */
export function escapedJson(text: string): string {
  if (/^[\n -~]*$/.test(text)) return text;
  return text.replace(patterns.lines, (found, kept?: unknown) => {
    if (typeof kept === 'string') return kept;
    return found.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  });
}

/** Shortens a text to about `max` characters: the middle is replaced by the count of its characters. */
export function bounded(text: string, max: number): string {
  if (text.length <= max) return text;
  // a surrogate pair is kept or left out as one
  const start = text.slice(0, Math.ceil(max / 2)).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(text.length - Math.floor(max / 2)).replace(/^[\udc00-\udfff]/, '');
  const left = text.length - start.length - end.length;
  return `${start} … (${grouped(left)} characters left out) … ${end}`;
}

// What JSON.parse does not tell of a text: the order of its keys, keys that come twice, where its strings end.
import { UserError } from './errors.ts';

/** JSON text and what it holds. */
export interface ParsedJson {
  readonly value: unknown;
  /** Keys of the outermost object in the text's order, where JavaScript's objects put whole numbers first; empty for another value. */
  readonly keys: readonly string[];
}

/**
 * Parses JSON in which no object has a key twice, of which JSON.parse keeps the last.
 * @throws SyntaxError for a text that is no JSON
 * @throws UserError for a key that comes twice
 */
export function parseUniqueKeys(text: string): ParsedJson {
  const value: unknown = JSON.parse(text);
  const outermost = new Set<string>();
  /** The keys of each open object, and none for an open list. */
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') open.push(open.length === 0 ? outermost : new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, at) + 1;
      if (isBeforeColon(text, end)) addKey(open.at(-1)!, JSON.parse(text.slice(at, end)) as string);
      at = end - 1;
    }
  }
  return { value, keys: [...outermost] };
}

function addKey(keys: Set<string>, key: string): void {
  if (keys.has(key)) throw new UserError(`the key ${JSON.stringify(key)} comes twice in one object`);
  keys.add(key);
}

function isBeforeColon(text: string, end: number): boolean {
  let at = end;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return text[at] === ':';
}

/** The index of the quote that ends the string which begins at `start`; -1 where none does. */
export function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (end === -1 || escapes % 2 === 0) return end;
  }
}

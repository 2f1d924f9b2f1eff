// Words with a fixed set of choices: styles, formats, columns, backends.
import { got } from './checks.ts';
import { UserError } from './errors.ts';

/**
 * Returns `word` as one of `choices`.
 * @param kind the noun of the error text, such as `style`
 * @throws UserError for any other word, with the nearest choice and all of them
 */
export function choice<T extends string>(kind: string, word: string, choices: readonly T[]): T {
  const found = choices.find((known) => known === word);
  if (found === undefined) throw new UserError(unknownText(kind, word, choices));
  return found;
}

/**
 * Returns each of `words` as one of `known`.
 * @param kind the noun of the error text for one of them, such as `column`
 * @throws UserError as `choice` does, and for `words` that are no list
 */
export function choices<T extends string>(kind: string, words: readonly string[], known: readonly T[]): T[] {
  if (!Array.isArray(words)) throw new UserError(`${kind}s must be a list such as ['${known[0]}'], got ${got(words)}`);
  return words.map((word) => choice(kind, word, known));
}

/** A word as error texts show it: quotes stand for one without letters. */
export const wordText = (word: string): string => (word === '' ? '""' : word);

/** The error text for an unknown word: `unknown style: tabel (did you mean table? one of table, csv)`. */
export function unknownText(kind: string, word: string, choices: readonly string[]): string {
  // a caller in JavaScript may give any value
  if (typeof word !== 'string') return `${kind} must be one of ${choices.join(', ')}, got ${got(word)}`;
  const shown = wordText(word);
  if (choices.length === 0) return `unknown ${kind}: ${shown} (there is none)`;
  const guess = nearest(word, choices);
  return `unknown ${kind}: ${shown} (${guess ? `did you mean ${guess}? ` : ''}one of ${choices.join(', ')})`;
}

/**
 * The choice at the smallest Levenshtein distance, if that is at most two letters or a third of the choice; else one that the
 * word begins with, such as `histogramFreq` for `histogramFrequency`. Never the word itself.
 */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  const ranked = choices
    .filter((name) => name !== word)
    .map((name) => ({ name, distance: distance(word, name) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  // a word of which no letter stays is another one
  const isNear = (distance: number, name: string): boolean =>
    distance <= Math.max(2, name.length / 3) && distance < Math.max(name.length, word.length);
  if (best && isNear(best.distance, best.name)) return best.name;
  return choices.find((name) => name.length > 3 && word !== name && word.startsWith(name));
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    previous = row;
  }
  return previous[b.length]!;
}

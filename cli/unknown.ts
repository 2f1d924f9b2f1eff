// The clause for a word that is none of the known ones. In: words. Out: text.
import { nearest } from './nearest.ts';

export const unknownModel = (word: string, known: readonly string[]): string => unknown('model', word, known);

export function unknown(what: string, word: string, known: readonly string[]): string {
  if (known.length === 0) return `unknown ${what}: ${word} (there is none)`;
  const guess = nearest(word, known);
  return `unknown ${what}: ${word} (${guess ? `did you mean ${guess}? ` : ''}one of ${known.join(', ')})`;
}

// The search for boxes by name, type and shape: all words of a query, or a regular expression between slashes.
import type { Model } from './model.ts';
import type { ShownTree } from './shownTree.ts';

const maxHits = 200;

/** Ids of boxes that match, one of equal ones that are folded; undefined for an expression that does not parse. */
export function find({ boxes }: Model, tree: ShownTree, query: string): number[] | undefined {
  const matches = matcher(query.trim());
  if (!matches) return undefined;
  const found: number[] = [];
  const known = new Set<number>();
  for (const { id, path, type, outputs, kind } of boxes) {
    // `1x196x256` is easier to type
    if (kind === 'fold' || !matches(`${path} ${type} ${outputs.join(' ')} ${outputs.join(' ').replaceAll('×', 'x')}`))
      continue;
    const shown = tree.standIn(id);
    if (known.has(shown)) continue;
    known.add(shown);
    found.push(shown);
    if (found.length > maxHits) break;
  }
  return found;
}

function matcher(query: string): ((text: string) => boolean) | undefined {
  if (query === '') return () => false;
  const [, expression] = /^\/(.+)\/$/.exec(query) ?? [];
  if (expression !== undefined) {
    try {
      const pattern = new RegExp(expression, 'i');
      return (text) => pattern.test(text);
    } catch {
      return undefined;
    }
  }
  const words = query.toLowerCase().split(/\s+/);
  return (text) => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
}

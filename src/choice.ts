// The known word that a mistyped one was meant to be, by Levenshtein distance. In: words. Out: a word, or nothing.

/** @returns the nearest of `known` that differs by at most two letters, or a third of them, or that begins the word. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, distance: distance(word, name) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best && best.distance <= Math.max(2, best.name.length / 3)) return best.name;
  // a word that goes on, such as histogramFrequency for histogramFreq
  return known.find((name) => name.length > 3 && word.startsWith(name));
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

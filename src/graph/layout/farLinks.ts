// Finds links so long that a bend in each rank they pass would cost more than the rest of the layout.

interface RankedLink {
  readonly from: number;
  readonly to: number;
}

/** The number of ranks between the two ends of a link. */
const lengthOf = ({ from, to }: RankedLink, rank: ArrayLike<number>): number => rank[to]! - rank[from]! - 1;

/**
 * Indices of the links that get no bends: the longest ones, until the others need at most `maxBends` bends. Links of one
 * length are all far, or none is.
 */
export function farLinks(links: readonly RankedLink[], rank: ArrayLike<number>, maxBends: number): ReadonlySet<number> {
  const countByLength: number[] = [];
  for (const link of links) {
    const length = Math.max(0, lengthOf(link, rank));
    countByLength[length] = (countByLength[length] ?? 0) + 1;
  }
  let bends = 0;
  let longest = 0;
  for (; longest < countByLength.length; longest++) {
    bends += longest * (countByLength[longest] ?? 0);
    if (bends > maxBends) break;
  }
  const far = new Set<number>();
  if (bends > maxBends) for (const [i, link] of links.entries()) if (lengthOf(link, rank) >= longest) far.add(i);
  return far;
}

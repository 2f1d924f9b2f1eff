// Which links pass so many ranks that a bend in each would cost more than all else of the layout.
interface RankedLink {
  readonly from: number;
  readonly to: number;
}

/** The ranks that a link passes. */
const lengthOf = ({ from, to }: RankedLink, rank: ArrayLike<number>): number => rank[to]! - rank[from]! - 1;

/**
 * The links that get no bends, by index: the longest ones, as many as leave the others `maxBends` bends.
 * All links of one length are treated alike.
 */
export function farLinks(links: readonly RankedLink[], rank: ArrayLike<number>, maxBends: number): ReadonlySet<number> {
  const ofLength: number[] = [];
  for (const link of links) {
    const length = Math.max(0, lengthOf(link, rank));
    ofLength[length] = (ofLength[length] ?? 0) + 1;
  }
  let bends = 0;
  let longest = 0;
  for (; longest < ofLength.length; longest++) {
    bends += longest * (ofLength[longest] ?? 0);
    if (bends > maxBends) break;
  }
  const far = new Set<number>();
  if (bends > maxBends) for (const [i, link] of links.entries()) if (lengthOf(link, rank) >= longest) far.add(i);
  return far;
}

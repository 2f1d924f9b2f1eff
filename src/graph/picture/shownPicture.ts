// A picture as a person looks at it first: long lists grouped by name, closed below a depth, equal neighbours as one.
import { toDepth } from './closeGroups.ts';
import { foldTwins } from './foldTwins.ts';
import { gatherParallel } from './gatherParallel.ts';
import { groupByName } from './groupByName.ts';
import type { Picture } from './picture.ts';

export interface ShownPictureOptions {
  /** Levels below the model; all by default. */
  readonly depth?: number;
  /** Draws equal neighbours as one; true by default. */
  readonly fold?: boolean;
}

/** Groups are closed before twins are folded: closed ones are equal if their sums are, and large models stay quick. */
export function shownPicture(picture: Picture, { depth, fold = true }: ShownPictureOptions = {}): Picture {
  const closed = depth === undefined ? groupByName(picture) : groupedToDepth(picture, depth);
  return fold ? foldTwins(gatherParallel(closed)) : closed;
}

/** Groups by name are levels too. What no grouping could bring above the depth is closed before, so that it costs nothing. */
const groupedToDepth = (picture: Picture, depth: number): Picture =>
  toDepth(groupByName(toDepth(picture, depth)), depth);

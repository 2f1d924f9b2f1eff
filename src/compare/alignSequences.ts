// The longest common subsequence of two lists of numbers, exact where the lists differ little and bounded where they do not.

/** Indices of equal elements in both lists, ascending in both. */
export type Matches = [before: number, after: number][];

/** Differences up to which the search is exact; its memory and time grow with the square. */
const maxDifferences = 1000;
/** Longer lists without an element that is unique in both are compared piece by piece. */
const pieceLength = 500;

/**
 * Takes O(n log n) steps where elements are unique in both lists, and elsewhere a bounded number of steps for each element.
 */
export function commonSubsequence(before: readonly number[], after: readonly number[]): Matches {
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  // elements that the other list lacks cannot be matched
  const a = [...before.keys()].filter((i) => inAfter.has(before[i]!));
  const b = [...after.keys()].filter((j) => inBefore.has(after[j]!));
  const [keysA, keysB] = [a.map((i) => before[i]!), b.map((j) => after[j]!)];
  const matches: Matches = [];
  between(keysA, keysB, [0, 0], [a.length, b.length], matches, true);
  return matches.map(([i, j]) => [a[i]!, b[j]!]);
}

type Corner = readonly [a: number, b: number];

function between(
  a: readonly number[],
  b: readonly number[],
  from: Corner,
  to: Corner,
  matches: Matches,
  splits: boolean,
): void {
  let [i, j] = from;
  let [endA, endB] = to;
  for (; i < endA && j < endB && a[i] === b[j]; i++, j++) matches.push([i, j]);
  let tail = 0;
  for (; i < endA && j < endB && a[endA - 1] === b[endB - 1]; endA--, endB--) tail += 1;
  if (i < endA && j < endB) {
    const found = shortestEdit(a.slice(i, endA), b.slice(j, endB));
    if (found) for (const [x, y] of found) matches.push([i + x, j + y]);
    else if (splits)
      for (const [start, end] of pieces(a, b, [i, j], [endA, endB])) between(a, b, start, end, matches, false);
  }
  for (let n = 0; n < tail; n++) matches.push([endA + n, endB + n]);
}

/** Myers' greedy algorithm (An O(ND) Difference Algorithm, 1986). @returns undefined past `maxDifferences` */
function shortestEdit(a: readonly number[], b: readonly number[]): Matches | undefined {
  const bound = Math.min(a.length + b.length, maxDifferences);
  // the farthest index in `a` that a path reaches, by diagonal
  const reach = new Int32Array(2 * bound + 3);
  const middle = bound + 1;
  const history: Int32Array[] = [];
  for (let d = 0; d <= bound; d++) {
    history.push(reach.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[middle + k - 1]! < reach[middle + k + 1]!);
      let x = down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      for (; x < a.length && x - k < b.length && a[x] === b[x - k]; ) x += 1;
      reach[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return pathBack(history, a.length, b.length);
    }
  }
  return undefined;
}

function pathBack(history: readonly Int32Array[], lengthA: number, lengthB: number): Matches {
  const matches: Matches = [];
  let [x, y] = [lengthA, lengthB];
  for (let d = history.length - 1; d >= 0; d--) {
    // the diagonals -d - 1 to d + 1
    const reach = (k: number): number => history[d]![k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && reach(k - 1) < reach(k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : reach(fromK);
    const fromY = d === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) matches.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return matches.reverse();
}

/** Pieces between elements that are unique in both lists (patience diff), or else pieces of equal length. */
function pieces(a: readonly number[], b: readonly number[], from: Corner, to: Corner): [Corner, Corner][] {
  const anchors = increasing(uniqueInBoth(a, b, from, to));
  const count = Math.ceil(Math.max(to[0] - from[0], to[1] - from[1]) / pieceLength);
  const part = (axis: 0 | 1, n: number): number => from[axis] + Math.floor(((to[axis] - from[axis]) * n) / count);
  const cuts: Corner[] =
    anchors.length > 0
      ? anchors
      : Array.from({ length: count - 1 }, (_, n) => [part(0, n + 1), part(1, n + 1)] as const);
  // an anchor begins its piece, where equal beginnings are matched
  return [from, ...cuts].map((start, n) => [start, cuts[n] ?? to]);
}

function uniqueInBoth(a: readonly number[], b: readonly number[], from: Corner, to: Corner): Corner[] {
  const indexB = once(b, from[1], to[1]);
  return [...once(a, from[0], to[0])].flatMap(([key, i]): Corner[] => {
    const j = indexB.get(key);
    return i === repeated || j === undefined || j === repeated ? [] : [[i, j]];
  });
}

const repeated = -1;
function once(list: readonly number[], from: number, to: number): Map<number, number> {
  const index = new Map<number, number>();
  for (let i = from; i < to; i++) index.set(list[i]!, index.has(list[i]!) ? repeated : i);
  return index;
}

/** The longest subsequence that ascends in `b` of pairs that ascend in `a`, by patience sorting. */
function increasing(pairs: readonly Corner[]): Corner[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [n, [, b]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if (pairs[tails[mid]!]![1] < b) low = mid + 1;
      else high = mid;
    }
    previous[n] = tails[low - 1] ?? -1;
    tails[low] = n;
  }
  const result: Corner[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at]!) result.push(pairs[at]!);
  return result.reverse();
}

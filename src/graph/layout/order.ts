// The order of nodes within each rank: medians of the neighbours, swept down and up, the order with fewest crossings kept.
import type { Adjacency, Sides } from './adjacency.ts';
import type { Layers } from './segments.ts';
import type { Spine } from './spine.ts';

const maxSweeps = 8;
const maxInserted = 32;

/** Fills `rows` of the layers. */
export function orderRows(layers: Layers, sides: Sides, spine: Spine): void {
  const { rows, rank } = layers;
  fillDepthFirst(layers, sides, spine);
  const position = new Int32Array(rank.length);
  for (const row of rows) number(row, position);
  const medians = new MedianSort(layers, position);
  const counter = new CrossingCounter(rows, sides.up, position);
  let fewest = counter.count(Number.POSITIVE_INFINITY);
  let best = rows.map((row) => row.slice());
  for (let sweep = 0; sweep < maxSweeps && fewest > 0; sweep++) {
    const upwards = sweep % 2 === 1;
    for (let i = 1; i < rows.length; i++)
      medians.sort(rows[upwards ? rows.length - 1 - i : i]!, upwards ? sides.down : sides.up);
    const count = counter.count(fewest);
    if (count >= fewest) continue;
    fewest = count;
    best = rows.map((row) => row.slice());
  }
  for (const [i, row] of best.entries()) rows[i] = row;
}

function number(row: readonly number[], position: Int32Array): void {
  for (let i = 0; i < row.length; i++) position[row[i]!] = i;
}

/** The first order: depth first from the sources, along the spine before other ways. */
function fillDepthFirst({ rows, rank }: Layers, { up, down }: Sides, { has }: Spine): void {
  const seen = new Uint8Array(rank.length);
  const sources: number[] = [];
  for (let node = 0; node < rank.length; node++) if (up.start[node] === up.start[node + 1]) sources.push(node);
  const stack: number[] = [];
  for (const source of sources.sort((a, b) => has[b]! - has[a]! || a - b)) {
    stack.push(source);
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (seen[node]) continue;
      seen[node] = 1;
      rows[rank[node]!]!.push(node);
      // the last pushed is the first taken
      for (let onSpine = 0; onSpine < 2; onSpine++)
        for (let k = down.start[node + 1]! - 1; k >= down.start[node]!; k--)
          if (has[down.near[k]!] === onSpine) stack.push(down.near[k]!);
    }
  }
}

/** Sorts rows by the medians of the positions that their nodes' neighbours have. */
class MedianSort {
  readonly #cross: Layers['cross'];
  readonly #position: Int32Array;
  readonly #median: Float64Array;
  readonly #scratch: Float64Array;

  constructor({ cross, rank, up, down }: Layers, position: Int32Array) {
    let maxSegments = 0;
    for (const side of [up, down]) for (const { length } of side) maxSegments = Math.max(maxSegments, length);
    this.#cross = cross;
    this.#position = position;
    this.#median = new Float64Array(rank.length);
    this.#scratch = new Float64Array(maxSegments);
  }

  sort(row: number[], side: Adjacency): void {
    if (row.length < 2) return;
    const median = this.#median;
    let isSorted = true;
    for (let i = 0; i < row.length; i++) {
      median[row[i]!] = this.#medianOf(row[i]!, i, side);
      if (i > 0 && median[row[i]!]! < median[row[i - 1]!]!) isSorted = false;
    }
    if (isSorted) return;
    if (row.length > maxInserted) row.sort((a, b) => median[a]! - median[b]!);
    else insertionSort(row, median);
    number(row, this.#position);
  }

  #medianOf(node: number, own: number, { start, near, other }: Adjacency): number {
    const first = start[node]!;
    const count = start[node + 1]! - first;
    // two links of one group are told apart by where they meet its border
    const at = (k: number): number => this.#position[near[k]!]! + other[k]! / (this.#cross[near[k]!]! + 1);
    if (count === 0) return own;
    if (count === 1) return at(first);
    if (count === 2) return (at(first) + at(first + 1)) / 2;
    const all = this.#scratch.subarray(0, count);
    for (let k = 0; k < count; k++) all[k] = at(first + k);
    all.sort();
    const middle = count >> 1;
    return count % 2 === 1 ? all[middle]! : (all[middle - 1]! + all[middle]!) / 2;
  }
}

/** Stable, as the engine's sort is, which is slower for the few nodes of most rows. */
function insertionSort(row: number[], key: Float64Array): void {
  for (let i = 1; i < row.length; i++) {
    const node = row[i]!;
    const own = key[node]!;
    let at = i;
    for (; at > 0 && key[row[at - 1]!]! > own; at--) row[at] = row[at - 1]!;
    row[at] = node;
  }
}

/** Counts pairs of segments that cross, with a Fenwick tree over each rank. */
class CrossingCounter {
  readonly #rows: readonly (readonly number[])[];
  readonly #up: Adjacency;
  readonly #position: Int32Array;
  readonly #tree: Int32Array;

  constructor(rows: readonly (readonly number[])[], up: Adjacency, position: Int32Array) {
    this.#rows = rows;
    this.#up = up;
    this.#position = position;
    this.#tree = new Int32Array(rows.reduce((max, row) => Math.max(max, row.length), 0) + 2);
  }

  /** @param enough a count that is not better than another one: what is counted beyond it does not matter */
  count(enough: number): number {
    let sum = 0;
    for (let r = 1; r < this.#rows.length && sum < enough; r++) {
      const size = this.#rows[r - 1]!.length;
      // lines between one node and others never cross
      if (size > 1 && this.#rows[r]!.length > 1) sum += this.#between(this.#rows[r]!, size);
    }
    return sum;
  }

  #between(row: readonly number[], size: number): number {
    const { start, near } = this.#up;
    const tree = this.#tree;
    const position = this.#position;
    tree.fill(0, 0, size + 2);
    let sum = 0;
    let count = 0;
    for (let n = 0; n < row.length; n++) {
      const first = start[row[n]!]!;
      const end = start[row[n]! + 1]!;
      for (let k = first; k < end; k++) {
        sum += count;
        for (let i = position[near[k]!]! + 1; i > 0; i -= i & -i) sum -= tree[i]!;
      }
      count += end - first;
      for (let k = first; k < end; k++) for (let i = position[near[k]!]! + 1; i <= size; i += i & -i) tree[i]!++;
    }
    return sum;
  }
}

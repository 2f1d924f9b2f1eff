// The order of nodes within each rank: medians of the neighbours, swept down and up, the order with fewest crossings kept.
import type { Layers, Segment } from './segments.ts';
import type { Spine } from './spine.ts';

const maxSweeps = 8;

/** Fills `rows` of the layers. */
export function orderRows(layers: Layers, spine: Spine): void {
  const { rows, rank } = layers;
  fillDepthFirst(layers, spine);
  const position = new Int32Array(rank.length);
  const number = (row: readonly number[]): void =>
    row.forEach((node, i) => {
      position[node] = i;
    });
  rows.forEach(number);
  const median = new Float64Array(rank.length);
  let fewest = crossings(layers, position);
  let best = rows.map((row) => [...row]);
  for (let sweep = 0; sweep < maxSweeps && fewest > 0; sweep++) {
    const upwards = sweep % 2 === 1;
    for (let i = 1; i < rows.length; i++) {
      const row = rows[upwards ? rows.length - 1 - i : i]!;
      sortByMedian(row, layers, position, upwards, median);
      number(row);
    }
    const count = crossings(layers, position);
    if (count >= fewest) continue;
    fewest = count;
    best = rows.map((row) => [...row]);
  }
  best.forEach((row, i) => {
    rows[i] = row;
  });
}

/** The first order: depth first from the sources, along the spine before other ways. */
function fillDepthFirst({ rows, rank, up, down }: Layers, { has }: Spine): void {
  const seen = new Uint8Array(rank.length);
  const sources = rank.flatMap((_, node) => (up[node]!.length === 0 ? [node] : []));
  for (const source of sources.sort((a, b) => has[b]! - has[a]! || a - b)) {
    const stack = [source];
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (seen[node]) continue;
      seen[node] = 1;
      rows[rank[node]!]!.push(node);
      // the last pushed is the first taken
      const targets = down[node]!.map(({ node: to }) => to).reverse();
      for (const to of targets.sort((a, b) => has[a]! - has[b]!)) stack.push(to);
    }
  }
}

function sortByMedian(
  row: number[],
  { up, down, cross }: Layers,
  position: Int32Array,
  upwards: boolean,
  median: Float64Array,
): void {
  if (row.length < 2) return;
  const near = upwards ? down : up;
  // two links of one group are told apart by where they meet its border
  const at = ({ node, other }: Segment): number => position[node]! + other / (cross[node]! + 1);
  let isSorted = true;
  for (let i = 0; i < row.length; i++) {
    const node = row[i]!;
    const segments = near[node]!;
    if (segments.length === 0) median[node] = i;
    else if (segments.length === 1) median[node] = at(segments[0]!);
    else {
      const all = segments.map(at).sort((a, b) => a - b);
      const middle = all.length >> 1;
      median[node] = all.length % 2 === 1 ? all[middle]! : (all[middle - 1]! + all[middle]!) / 2;
    }
    if (i > 0 && median[node]! < median[row[i - 1]!]!) isSorted = false;
  }
  if (!isSorted) row.sort((a, b) => median[a]! - median[b]!);
}

/** Pairs of segments that cross, counted with a Fenwick tree over each rank. */
function crossings({ rows, up }: Layers, position: Int32Array): number {
  let sum = 0;
  const widest = rows.reduce((max, row) => Math.max(max, row.length), 0);
  const tree = new Int32Array(widest + 2);
  for (let r = 1; r < rows.length; r++) {
    const size = rows[r - 1]!.length;
    // lines between one node and others never cross
    if (size < 2 || rows[r]!.length < 2) continue;
    tree.fill(0, 0, size + 2);
    let count = 0;
    for (const node of rows[r]!) {
      const segments = up[node]!;
      for (let k = 0; k < segments.length; k++) {
        let before = 0;
        for (let i = position[segments[k]!.node]! + 1; i > 0; i -= i & -i) before += tree[i]!;
        sum += count - before;
      }
      count += segments.length;
      for (let k = 0; k < segments.length; k++)
        for (let i = position[segments[k]!.node]! + 1; i <= size; i += i & -i) tree[i]!++;
    }
  }
  return sum;
}

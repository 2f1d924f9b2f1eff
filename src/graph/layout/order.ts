// The order of nodes within each rank: medians of the neighbours, swept down and up, the order with fewest crossings kept.
import type { Layers } from './layers.ts';
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
  let fewest = crossings(layers, position);
  let best = rows.map((row) => [...row]);
  for (let sweep = 0; sweep < maxSweeps && fewest > 0; sweep++) {
    const upwards = sweep % 2 === 1;
    for (let i = 1; i < rows.length; i++) {
      const row = rows[upwards ? rows.length - 1 - i : i]!;
      sortByMedian(row, layers, position, upwards);
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

function sortByMedian(row: number[], { up, down, cross }: Layers, position: Int32Array, upwards: boolean): void {
  const near = upwards ? down : up;
  const key = new Map<number, number>();
  for (const [i, node] of row.entries()) {
    // two links of one group are told apart by where they meet its border
    const at = near[node]!.map(({ node: other, other: offset }) => position[other]! + offset / (cross[other]! + 1));
    at.sort((a, b) => a - b);
    const middle = at.length >> 1;
    if (at.length === 0) key.set(node, i);
    else key.set(node, at.length % 2 === 1 ? at[middle]! : (at[middle - 1]! + at[middle]!) / 2);
  }
  row.sort((a, b) => key.get(a)! - key.get(b)!);
}

/** Pairs of segments that cross, counted with a Fenwick tree over each rank. */
function crossings({ rows, up }: Layers, position: Int32Array): number {
  let sum = 0;
  for (let r = 1; r < rows.length; r++) {
    const size = rows[r - 1]!.length;
    const tree = new Int32Array(size + 2);
    let count = 0;
    for (const node of rows[r]!) {
      for (const { node: from } of up[node]!) {
        let before = 0;
        for (let i = position[from]! + 1; i > 0; i -= i & -i) before += tree[i]!;
        sum += count - before;
      }
      for (const { node: from } of up[node]!) {
        count++;
        for (let i = position[from]! + 1; i <= size; i += i & -i) tree[i]!++;
      }
    }
  }
  return sum;
}

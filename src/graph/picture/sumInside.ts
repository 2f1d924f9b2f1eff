// Amounts and sizes of groups, from what is inside them.
import { type AmountName, amountNames, type PictureAmounts, type PictureNode } from './picture.ts';

type Sums = { -readonly [K in AmountName]?: number };

/** Parents come before children. */
export function sumInside(nodes: readonly PictureNode[]): PictureNode[] {
  // of boxes around others
  const sums = new Array<Sums | undefined>(nodes.length);
  // of boxes inside; 0 of a box without children, which counts as one itself
  const sizes = new Int32Array(nodes.length);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent, size, amounts } = nodes[i]!;
    if (parent === -1) continue;
    sizes[parent]! += sizes[i] || size;
    sums[parent] ??= { ...nodes[parent]!.amounts };
    addTo(sums[parent], sums[i] ?? amounts);
  }
  return nodes.map((node, i) => (sums[i] ? { ...node, amounts: sums[i], size: sizes[i]! } : node));
}

function addTo(sum: Sums, more: PictureAmounts): void {
  for (let k = 0; k < amountNames.length; k++) {
    const name = amountNames[k]!;
    const amount = more[name];
    if (amount !== undefined) sum[name] = (sum[name] ?? 0) + amount;
  }
}

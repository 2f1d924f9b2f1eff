// Amounts and sizes of groups, from what is inside them.
import { addAmounts, type PictureNode } from './picture.ts';

/** Parents come before children. */
export function sumInside(nodes: readonly PictureNode[]): PictureNode[] {
  const sums = [...nodes];
  const hasChildren = new Uint8Array(nodes.length);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent, amounts, size } = sums[i]!;
    if (parent === -1) continue;
    const around = sums[parent]!;
    // a box counts as one itself only while it has no children
    sums[parent] = {
      ...around,
      amounts: addAmounts(around.amounts, amounts),
      size: size + (hasChildren[parent] ? around.size : 0),
    };
    hasChildren[parent] = 1;
  }
  return sums;
}

// Amounts and sizes of groups, from what is inside them.
import { addAmounts, type PictureNode } from './picture.ts';

/** Parents come before children. */
export function sumInside(nodes: readonly PictureNode[]): PictureNode[] {
  const amounts = nodes.map((node) => node.amounts);
  // of boxes inside; 0 of a box without children, which counts as one itself
  const sizes = new Int32Array(nodes.length);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent, size } = nodes[i]!;
    if (parent === -1) continue;
    sizes[parent]! += sizes[i] || size;
    amounts[parent] = addAmounts(amounts[parent]!, amounts[i]!);
  }
  return nodes.map((node, i) => (sizes[i] === 0 ? node : { ...node, amounts: amounts[i]!, size: sizes[i]! }));
}

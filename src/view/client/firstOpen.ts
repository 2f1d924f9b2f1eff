// Which groups are open in the first picture.
import type { Model } from './model.ts';
import { modelId, type ShownTree } from './shownTree.ts';

/** Boxes that a person takes in at once. */
const enough = 26;
const few = 8;
const maxChildren = 200;

/** Opens groups from the outside in while there are few boxes; what failed, and what differs, in any case. */
export function openFirst(model: Model, tree: ShownTree): void {
  const { boxes, data } = model;
  const { depth, unfolded } = data.start;
  if (unfolded) for (const { id, kind } of boxes) if (kind === 'fold') tree.unfold(id);
  if (depth !== undefined) openToDepth(tree, modelId, depth);
  else openWhileFew(tree);
  const shown = boxes.filter(
    ({ id, rare }) => id === data.failure?.node || rare.state === 'failed' || (rare.change && rare.change !== 'same'),
  );
  const differs = shown.length <= maxChildren ? shown : [];
  for (const { id } of differs)
    for (let at = tree.parent(tree.standIn(id)); at !== modelId; at = tree.parent(at)) tree.open(at);
}

function openToDepth(tree: ShownTree, id: number, depth: number): void {
  if (depth <= 1) return;
  for (const child of tree.children(id)) {
    tree.open(child);
    openToDepth(tree, child, depth - 1);
  }
}

function openWhileFew(tree: ShownTree): void {
  const queue = tree.children(modelId).filter((id) => tree.isGroup(id));
  let count = tree.children(modelId).length;
  for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
    const inside = tree.children(group);
    if (count + inside.length > enough) continue;
    count += inside.length;
    tree.open(group);
    queue.push(...inside.filter((id) => tree.isGroup(id)));
  }
  if (count >= few) return;
  const first = tree.children(modelId).find((id) => tree.isGroup(id) && tree.children(id).length <= maxChildren);
  if (first !== undefined) tree.open(first);
}

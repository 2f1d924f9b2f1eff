// The keys of the tree, as the WAI-ARIA practices have them for `role="tree"`.
import { modelId, type ShownTree } from './shownTree.ts';

/** What a key does: moves to a box, or opens, closes or selects the one that it was pressed on. */
export type KeyAction = { readonly to: number } | { readonly toggle: number } | { readonly select: number };

export function keyAction(tree: ShownTree, id: number, key: string): KeyAction | undefined {
  const list = tree.list().map((one) => one.id);
  const at = list.indexOf(id);
  const go = (to: number | undefined): KeyAction | undefined => (to === undefined ? undefined : { to });
  switch (key) {
    case 'ArrowDown':
      return go(list[at + 1]);
    case 'ArrowUp':
      return go(list[at - 1]);
    case 'Home':
      return go(list[0]);
    case 'End':
      return go(list.at(-1));
    case 'ArrowRight':
      if (!tree.isGroup(id)) return undefined;
      return tree.isOpen(id) ? go(tree.children(id)[0]) : { toggle: id };
    case 'ArrowLeft': {
      if (tree.isOpen(id)) return { toggle: id };
      const parent = tree.parent(id);
      return parent === modelId ? undefined : { to: parent };
    }
    case 'Enter':
    case ' ':
      return tree.isGroup(id) ? { toggle: id } : { select: id };
    default:
      return undefined;
  }
}

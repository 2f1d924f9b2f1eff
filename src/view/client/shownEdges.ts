// Edges between the boxes that are shown: those of closed groups and of folded ones end at the box that stands for them.
import type { ViewChange } from '../tree/viewTree.ts';
import type { Model } from './model.ts';
import { modelId, type ShownTree } from './shownTree.ts';

export interface ShownEdge {
  readonly from: number;
  readonly to: number;
  /** Tells what leaves `from` apart. */
  readonly output: number;
  readonly shape: string;
  readonly isControl: boolean;
  /** In a comparison, if all edges that it stands for changed alike. */
  change: ViewChange | undefined;
}

export class EdgeSum {
  readonly #model: Model;
  /** By edge: the innermost box around both of its ends. */
  readonly #around: Int32Array;
  readonly #control: ReadonlySet<number>;

  constructor(model: Model) {
    this.#model = model;
    const { boxes, data } = model;
    const { from, to, control = [] } = data.edges;
    this.#control = new Set(control);
    const depth = new Int32Array(boxes.length);
    for (const { id, parent } of boxes) depth[id] = parent === modelId ? 0 : depth[parent]! + 1;
    this.#around = Int32Array.from(from, (start, i) => {
      let [a, b] = [start, to[i]!];
      while (a !== b) {
        if (a === modelId || b === modelId) return modelId;
        const [deepA, deepB] = [depth[a]!, depth[b]!];
        if (deepA >= deepB) a = boxes[a]!.parent;
        if (deepB >= deepA) b = boxes[b]!.parent;
      }
      return a;
    });
  }

  /** The edges as the tree shows them now. */
  of(tree: ShownTree): ShownEdge[] {
    const { boxes, data } = this.#model;
    const { from, to, output, shape, change } = data.edges;
    const { shownAs, twinOf } = shownBoxes(this.#model, tree);
    const known = new Map<number, number>();
    const edges: ShownEdge[] = [];
    for (let i = 0; i < from.length; i++) {
      const around = this.#around[i]!;
      if (around !== modelId && boxes[around]!.kind === 'fold' && tree.isFolded(twinOf[around]!)) {
        // the first repetition is drawn without what leads on to the next
        if (!isOneRepetition(this.#model, around, from[i]!, to[i]!)) continue;
      }
      const [a, b] = [shownAs[from[i]!]!, shownAs[to[i]!]!];
      if (a === b && from[i] !== to[i]) continue;
      // what leaves a closed group is told apart by its shape
      const value = boxes[a]!.children.length === 0 ? output[i]! : 32 + (shape[i]! % 4096);
      const isControl = this.#control.has(i);
      const key = ((a * boxes.length + b) * 8192 + value) * 2 + (isControl ? 1 : 0);
      const own = data.against === undefined ? undefined : (change?.[i] ?? 'same');
      const at = known.get(key);
      if (at === undefined) {
        const text = data.words[shape[i]!]!;
        known.set(key, edges.push({ from: a, to: b, output: value, shape: text, isControl, change: own }) - 1);
      } else if (edges[at]!.change !== own) edges[at]!.change = 'same';
    }
    return edges;
  }
}

function isOneRepetition({ boxes }: Model, fold: number, from: number, to: number): boolean {
  const { children, rare } = boxes[fold]!;
  const { period = 1 } = rare;
  if (period === 1) return false;
  const repetition = (id: number): number => {
    let at = id;
    while (boxes[at]!.parent !== fold) at = boxes[at]!.parent;
    return Math.floor(children.indexOf(at) / period);
  };
  return repetition(from) === repetition(to);
}

/** By box: the one that is drawn for it, and its twin in the first repetition of folds around it. */
function shownBoxes({ boxes }: Model, tree: ShownTree): { readonly shownAs: Int32Array; readonly twinOf: Int32Array } {
  const shownAs = new Int32Array(boxes.length);
  const twinOf = Int32Array.from(boxes, (_, id) => id);
  // by box: the closed group that hides what is inside it
  const shut = new Int32Array(boxes.length).fill(-1);
  const end = subtreeEnds(boxes);
  for (let id = 0; id < boxes.length; id++) {
    const { parent } = boxes[id]!;
    const hiddenBy = parent === modelId ? -1 : shut[parent]!;
    if (hiddenBy !== -1) {
      shownAs[id] = hiddenBy;
      shut[id] = hiddenBy;
      continue;
    }
    if (parent !== modelId && tree.isFolded(parent)) {
      const { children, rare } = boxes[parent]!;
      const { period = 1 } = rare;
      const index = children.indexOf(id);
      if (index >= period) {
        const offset = id - children[index % period]!;
        for (let at = id; at < end[id]!; at++) {
          shownAs[at] = shownAs[at - offset]!;
          twinOf[at] = twinOf[at - offset]!;
        }
        id = end[id]! - 1;
        continue;
      }
      // the fold is drawn in place of its first
      if (period === 1) {
        shownAs[id] = parent;
        continue;
      }
    }
    shownAs[id] = id;
    if (boxes[id]!.children.length > 0 && !tree.isOpen(id) && !isTransparent(tree, boxes[id]!.kind, id)) shut[id] = id;
  }
  return { shownAs, twinOf };
}

/** An unfolded fold has no box: its children stand in its place. */
const isTransparent = (tree: ShownTree, kind: string, id: number): boolean => kind === 'fold' && !tree.isFolded(id);

function subtreeEnds(boxes: Model['boxes']): Int32Array {
  const end = Int32Array.from(boxes, (_, id) => id + 1);
  for (let id = boxes.length - 1; id >= 0; id--) {
    const { parent } = boxes[id]!;
    if (parent !== modelId) end[parent] = Math.max(end[parent]!, end[id]!);
  }
  return end;
}

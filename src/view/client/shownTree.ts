// The tree as a person sees it: groups open or closed, and of equal neighbours one repetition or all.
import type { Box, Model } from './model.ts';

/** The id that stands for the model around all boxes. */
export const modelId = -1;

export class ShownTree {
  readonly #model: Model;
  readonly #open = new Set<number>();
  readonly #unfolded = new Set<number>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** Whether a box stands for its equal children. */
  isFolded(id: number): boolean {
    return id !== modelId && this.#model.boxes[id]!.kind === 'fold' && !this.#unfolded.has(id);
  }

  isGroup(id: number): boolean {
    return this.children(id).length > 0;
  }

  isOpen(id: number): boolean {
    return this.#open.has(id) && this.isGroup(id);
  }

  /** The children that a box shows when it is open. A fold of single boxes shows those of its first one. */
  children(id: number): readonly number[] {
    const { boxes, top } = this.#model;
    let inside = id === modelId ? top : boxes[id]!.children;
    if (this.isFolded(id)) {
      const { period = 1 } = boxes[id]!.rare;
      inside = period === 1 ? boxes[inside[0]!]!.children : inside.slice(0, period);
    }
    if (this.#unfolded.size === 0 || !inside.some((child) => this.#unfolded.has(child))) return inside;
    return inside.flatMap((child) => (this.#unfolded.has(child) ? boxes[child]!.children : [child]));
  }

  /** The box that a box is shown in. */
  parent(id: number): number {
    const { boxes } = this.#model;
    let { parent } = boxes[id]!;
    while (parent !== modelId) {
      const outer = boxes[parent]!.parent;
      if (this.#unfolded.has(parent) || this.#isFirst(parent)) parent = outer;
      else return parent;
    }
    return parent;
  }

  /** Whether a fold is shown in place of this box, its first one. */
  #isFirst(id: number): boolean {
    const { boxes } = this.#model;
    const { parent } = boxes[id]!;
    if (parent === modelId || !this.isFolded(parent)) return false;
    return (boxes[parent]!.rare.period ?? 1) === 1 && boxes[parent]!.children[0] === id;
  }

  /** The box that stands for this one where equal ones are folded: itself, its twin in the first repetition, or a fold. */
  standIn(id: number): number {
    const { boxes } = this.#model;
    // from the outside in: a twin of an outer fold is in another inner one
    const outer: number[] = [];
    for (let at = boxes[id]!.parent; at !== modelId; at = boxes[at]!.parent) outer.push(at);
    let found = id;
    for (let i = outer.length - 1; i >= 0; i--) {
      const inner = this.#ancestors(found);
      const fold = inner[i];
      if (fold === undefined || !this.isFolded(fold)) continue;
      const { children, rare } = boxes[fold]!;
      const member = i === 0 ? found : inner[i - 1]!;
      const at = children.indexOf(member);
      const { period = 1 } = rare;
      found += children[at % period]! - member;
    }
    return this.#isFirst(found) ? boxes[found]!.parent : found;
  }

  /** The boxes around a box in the whole tree, from the inside out. */
  #ancestors(id: number): number[] {
    const { boxes } = this.#model;
    const found: number[] = [];
    for (let at = boxes[id]!.parent; at !== modelId; at = boxes[at]!.parent) found.push(at);
    return found;
  }

  open(id: number): void {
    this.#open.add(id);
  }

  /** Opens a group, and one that is all that it holds. */
  openThrough(id: number): void {
    this.open(id);
    const [only, second] = this.children(id);
    if (only !== undefined && second === undefined && this.isGroup(only)) this.openThrough(only);
  }

  close(id: number): void {
    this.#open.delete(id);
  }

  /** Shows each of equal neighbours. */
  unfold(fold: number): void {
    this.#unfolded.add(fold);
    const [first] = this.#model.boxes[fold]!.children;
    if (this.#open.has(fold)) this.#open.add(first!);
  }

  fold(fold: number): void {
    this.#unfolded.delete(fold);
  }

  /** Opens what is around a box, and shows all of the equal ones if it is not in the first repetition. @returns its stand-in */
  reveal(id: number): number {
    const { boxes } = this.#model;
    for (const fold of this.#ancestors(id).reverse()) {
      if (!this.isFolded(fold)) continue;
      const { children, rare } = boxes[fold]!;
      const inFirst = children.slice(0, rare.period ?? 1).some((child) => id >= child && isInside(boxes, id, child));
      if (!inFirst) this.unfold(fold);
    }
    const shown = this.standIn(id);
    for (let at = this.parent(shown); at !== modelId; at = this.parent(at)) this.open(at);
    return shown;
  }

  /** The boxes that are shown, each before those inside it. */
  list(): { readonly id: number; readonly depth: number }[] {
    const found: { readonly id: number; readonly depth: number }[] = [];
    const visit = (id: number, depth: number): void => {
      for (const child of this.children(id)) {
        found.push({ id: child, depth });
        if (this.isOpen(child)) visit(child, depth + 1);
      }
    };
    visit(modelId, 0);
    return found;
  }

  /** How many equal boxes a box stands for. */
  times(id: number): number {
    const { boxes } = this.#model;
    let product = 1;
    for (let at = boxes[id]!.parent; at !== modelId; at = boxes[at]!.parent)
      if (this.isFolded(at)) product *= boxes[at]!.children.length / (boxes[at]!.rare.period ?? 1);
    return product;
  }

  /** The unfolded fold that a box is one of. */
  unfoldedAround(id: number): number | undefined {
    const { parent } = this.#model.boxes[id]!;
    return this.#unfolded.has(parent) ? parent : undefined;
  }
}

function isInside(boxes: readonly Box[], id: number, around: number): boolean {
  let at = id;
  while (at > around) at = boxes[at]!.parent;
  return at === around;
}

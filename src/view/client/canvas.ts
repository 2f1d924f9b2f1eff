// Draws what is in view as SVG, and keeps the elements that stay. At most about 1,200 of them are in the page.
import type { Rect } from '../../graph/layout/layout.ts';
import { farMarkup, farStep, type Markup, type MarkupParts, nearMarkup } from './boxMarkup.ts';
import type { Extent, View } from './camera.ts';
import { type Heat, noHeat } from './heat.ts';
import { lineMarkup } from './lineMarkup.ts';
import type { Relation } from './related.ts';
import type { Scene, SceneBox, SceneLine } from './scene.ts';
import { modelId } from './shownTree.ts';
import { markOf, markTitles, stateOf, titleOf } from './wording.ts';

const maxElements = 1200;
/** Elements of a box and of a line, near and far. */
const costs = { near: 8, far: 4, line: 4, farLine: 2 };
/** Around the view, of its width and height, what is drawn too: a short pan moves one transform. */
const margin = 0.4;
/** Below this zoom shapes and numbers cannot be read. */
const farZoom = 0.5;
/** What is inside a group of less height on the screen is not drawn. */
const minInside = 20;

const namespace = 'http://www.w3.org/2000/svg';

/** What is drawn beyond the scene itself. */
export interface Shown {
  readonly scene: Scene;
  readonly heat: Heat;
  readonly selected: number | undefined;
  /** The one box that the Tab key reaches. */
  readonly active: number | undefined;
  readonly related: ReadonlyMap<SceneLine, Relation>;
}

interface Drawn {
  readonly element: SVGGElement;
  /** What its markup was made of. */
  made: string;
}

/** A box: the tree's item, and texts beside it in one element. */
interface DrawnBox extends Drawn {
  readonly item: SVGGElement;
  className: string;
}

export class Canvas {
  readonly #parts: MarkupParts;
  readonly #world: SVGGElement;
  readonly #boxes: SVGGElement;
  readonly #lines: SVGGElement;
  readonly #drawnBoxes = new Map<number, DrawnBox>();
  readonly #drawnLines = new Map<string, Drawn>();
  #covered: (Rect & { readonly zoom: number }) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The scene that was drawn last. */
  #scene: Scene | undefined;
  /** Whether boxes that are drawn now were just opened, and do not come into view by a pan. */
  #isOpening = false;

  /** @param world the element that is moved and scaled; it has one for boxes and one for lines inside */
  constructor(parts: MarkupParts, world: SVGGElement) {
    this.#parts = parts;
    this.#world = world;
    [this.#boxes, this.#lines] = [...world.children] as [SVGGElement, SVGGElement];
    world.addEventListener('animationend', ({ target }) => (target as Element).classList.remove('fresh'));
  }

  /** The tree's item for a box, where it is drawn. */
  itemOf(id: number): SVGGElement | undefined {
    return this.#drawnBoxes.get(id)?.item;
  }

  /** Moves the scene, and draws anew only where the view left what is drawn. */
  move(shown: Shown, view: View, window: Extent): void {
    this.#transform(view);
    const covered = this.#covered;
    const inView = visibleRect(view, window);
    if (covered && covered.zoom === view.zoom && contains(covered, inView)) return;
    // each step of a zoom would draw many texts anew
    if (covered && covered.zoom !== view.zoom && this.#drawnBoxes.size > 60) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.draw(shown, view, window), 60);
      return;
    }
    this.draw(shown, view, window);
  }

  draw(shown: Shown, view: View, window: Extent): void {
    clearTimeout(this.#timer);
    this.#transform(view);
    this.#isOpening = this.#scene !== undefined && this.#scene !== shown.scene;
    this.#scene = shown.scene;
    const isFar = view.zoom < farZoom;
    this.#world.classList.toggle('far-off', isFar);
    const inView = visibleRect(view, window);
    const area = {
      x: inView.x - inView.width * margin,
      y: inView.y - inView.height * margin,
      width: inView.width * (1 + 2 * margin),
      height: inView.height * (1 + 2 * margin),
    };
    this.#covered = { ...area, zoom: view.zoom };
    const boxes = this.#chosenBoxes(shown, area, view.zoom);
    this.#drawBoxes(shown, boxes, isFar, view.zoom);
    const left = maxElements - boxes.length * (isFar ? costs.far : costs.near);
    this.#drawLines(shown, chosenLines(shown.scene, boxes, area, view.zoom, left, isFar), isFar);
  }

  #transform({ x, y, zoom }: View): void {
    this.#world.setAttribute('transform', `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${zoom.toFixed(4)})`);
  }

  /** Boxes in the area, the largest first where they are too many; and the one that the Tab key reaches. */
  #chosenBoxes({ scene, active, selected }: Shown, area: Rect, zoom: number): SceneBox[] {
    const max = Math.floor((maxElements * 0.75) / (zoom < farZoom ? costs.far : costs.near));
    const isKept = (id: number): boolean => id === active || id === selected;
    let chosen = scene.list.filter((box) => {
      const around = box.parent === modelId ? undefined : scene.boxes.get(box.parent)!;
      return isKept(box.id) || (meets(area, box) && (!around || around.height * zoom > minInside));
    });
    if (chosen.length > max) {
      const order = new Map(chosen.map((box, i) => [box, i]));
      const size = (box: SceneBox): number => (isKept(box.id) ? Number.POSITIVE_INFINITY : box.width * box.height);
      chosen.sort((a, b) => size(b) - size(a));
      chosen = chosen.slice(0, max).sort((a, b) => order.get(a)! - order.get(b)!);
    }
    return chosen;
  }

  #drawBoxes(shown: Shown, boxes: readonly SceneBox[], isFar: boolean, zoom: number): void {
    const ids = new Set(boxes.map(({ id }) => id));
    for (const [id, { element }] of this.#drawnBoxes)
      if (!ids.has(id)) {
        element.remove();
        this.#drawnBoxes.delete(id);
      }
    const heat = shown.heat ?? noHeat;
    let before: Element | null = null;
    for (const box of boxes) {
      const drawn = this.#drawnBoxes.get(box.id) ?? this.#newBox(box.id);
      const { element } = drawn;
      const { width, height, shape, depth } = box;
      const metric = this.#parts.texts.metric;
      const made = [
        width,
        height,
        shape,
        depth,
        metric,
        heat.metric,
        heat.largest,
        heat.stops[0],
        isFar && farStep(zoom),
      ].join();
      if (drawn.made !== made) {
        const markup: Markup = isFar ? farMarkup(this.#parts, box, heat, zoom) : nearMarkup(this.#parts, box, heat);
        drawn.item.innerHTML = markup.item;
        while (element.lastElementChild !== drawn.item) element.lastElementChild!.remove();
        drawn.item.insertAdjacentHTML('afterend', markup.beside);
        drawn.className = markup.className;
        drawn.made = made;
      }
      this.#setState(drawn, box, shown);
      const next: Element | null = before ? before.nextElementSibling : this.#boxes.firstElementChild;
      if (next !== element) this.#boxes.insertBefore(element, next);
      before = element;
    }
  }

  #newBox(id: number): DrawnBox {
    const box = this.#parts.model.boxes[id]!;
    const element = document.createElementNS(namespace, 'g');
    const item = element.appendChild(document.createElementNS(namespace, 'g'));
    const { type, name } = titleOf(box);
    const mark = markOf(box);
    const words = [box.path, [type, name].filter(Boolean).join(' '), mark && markTitles[mark]];
    element.setAttribute('role', 'presentation');
    item.setAttribute('role', 'treeitem');
    item.setAttribute('aria-label', words.filter(Boolean).join(', '));
    item.dataset.id = `${id}`;
    item.dataset.path = box.path;
    const state = stateOf(box);
    if (state) item.dataset.state = state;
    const drawn = { element, item, made: '', className: '' };
    this.#drawnBoxes.set(id, drawn);
    return drawn;
  }

  #setState({ element, item, className }: DrawnBox, box: SceneBox, { selected, active }: Shown): void {
    const { tree } = this.#parts;
    // one toggle may draw twice
    const isNew = (element.parentNode === null && this.#isOpening) || element.classList.contains('fresh');
    const isSelected = box.id === selected;
    element.setAttribute('class', `${className}${isSelected ? ' selected' : ''}${isNew ? ' fresh' : ''}`);
    element.setAttribute('transform', `translate(${box.x.toFixed(1)} ${box.y.toFixed(1)})`);
    item.setAttribute('aria-level', `${box.depth + 1}`);
    const siblings = tree.children(box.parent);
    item.setAttribute('aria-setsize', `${siblings.length}`);
    item.setAttribute('aria-posinset', `${siblings.indexOf(box.id) + 1}`);
    item.setAttribute('aria-selected', `${isSelected}`);
    if (tree.isGroup(box.id)) item.setAttribute('aria-expanded', `${box.shape === 'open'}`);
    item.setAttribute('tabindex', box.id === active ? '0' : '-1');
  }

  #drawLines({ scene, related }: Shown, lines: readonly SceneLine[], isFar: boolean): void {
    const keys = new Set(lines.map(({ key }) => key));
    for (const [key, { element }] of this.#drawnLines)
      if (!keys.has(key)) {
        element.remove();
        this.#drawnLines.delete(key);
      }
    for (const line of lines) {
      let drawn = this.#drawnLines.get(line.key);
      if (!drawn) {
        drawn = { element: document.createElementNS(namespace, 'g'), made: '' };
        this.#drawnLines.set(line.key, drawn);
        this.#lines.append(drawn.element);
      }
      const markup = lineMarkup(line, scene.direction, isFar);
      if (drawn.made !== markup) {
        drawn.element.innerHTML = markup;
        drawn.made = markup;
      }
      const relation = related.get(line);
      drawn.element.setAttribute('class', lineClass(line, scene, this.#parts.model, relation));
      // lines of one output share their beginning: the selection's lie over the others
      if (relation) this.#lines.append(drawn.element);
    }
  }
}

/** The classes of a line: what it is, and what it has to do with the selection. */
export function lineClass(
  { route, edges }: SceneLine,
  scene: Scene,
  { boxes }: MarkupParts['model'],
  relation: Relation | undefined,
): string {
  const own = edges.map((i) => scene.edges[i]!);
  const isDotted = route.back || own.every(({ isControl, from }) => isControl || boxes[from]!.kind === 'missing');
  const [first, ...others] = own;
  const change = others.every((one) => one.change === first?.change) ? first?.change : undefined;
  const words = ['edge', isDotted && 'dotted', change && change !== 'same' && `s-${change}`, relation];
  return words.filter(Boolean).join(' ');
}

function chosenLines(
  { lines }: Scene,
  boxes: readonly SceneBox[],
  area: Rect,
  zoom: number,
  left: number,
  isFar: boolean,
): SceneLine[] {
  const drawn = new Map(boxes.map((box) => [box.id, box]));
  const chosen = lines.filter((line) => {
    if (!meets(area, line)) return false;
    if (line.parent === modelId) return true;
    const around = drawn.get(line.parent);
    return around !== undefined && around.height * zoom > minInside;
  });
  const max = Math.max(0, Math.floor(left / (isFar ? costs.farLine : costs.line)));
  if (chosen.length <= max) return chosen;
  return chosen.sort((a, b) => b.width + b.height - a.width - a.height).slice(0, max);
}

const visibleRect = ({ x, y, zoom }: View, { width, height }: Extent): Rect => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});

const meets = (a: Rect, b: Rect): boolean =>
  b.x <= a.x + a.width && b.x + b.width >= a.x && b.y <= a.y + a.height && b.y + b.height >= a.y;

const contains = (a: Rect, b: Rect): boolean =>
  b.x >= a.x && b.y >= a.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height;

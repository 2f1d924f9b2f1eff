// Pointers and the wheel on the graph: drag, pinch, scroll, click.
import type { Camera } from './camera.ts';

/** A pointer that moves less than this, in pixels, clicks. */
const clickReach = 4;
/** Pixels of a line and a page of the wheel. */
const wheelUnits = [1, 20, 400];

export interface GestureCalls {
  /** @param target the element under the pointer */
  click(target: Element): void;
  doubleClick(target: Element): void;
}

export function listenToGestures(graph: HTMLElement, svg: SVGSVGElement, camera: Camera, calls: GestureCalls): void {
  graph.addEventListener(
    'wheel',
    (event) => {
      if ((event.target as Element).closest('.bar, .legend, .strip')) return;
      event.preventDefault();
      const unit = wheelUnits[event.deltaMode] ?? 1;
      const bounds = graph.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey)
        camera.zoomBy(Math.exp(-event.deltaY * unit * 0.006), event.clientX - bounds.left, event.clientY - bounds.top);
      // a tall graph is scrolled as a page is
      else if (event.shiftKey && event.deltaX === 0) camera.pan(-event.deltaY * unit, 0);
      else camera.pan(-event.deltaX * unit, -event.deltaY * unit);
    },
    { passive: false },
  );
  const drag = new Drag(graph, svg, camera);
  svg.addEventListener('pointerdown', (event) => drag.start(event));
  svg.addEventListener('pointermove', (event) => drag.move(event));
  for (const name of ['pointerup', 'pointercancel'] as const) svg.addEventListener(name, (event) => drag.end(event));
  svg.addEventListener('click', (event) => {
    if (!drag.hasMoved) calls.click(event.target as Element);
  });
  svg.addEventListener('dblclick', (event) => calls.doubleClick(event.target as Element));
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

class Drag {
  readonly #graph: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #camera: Camera;
  /** Fingers that are down, or the mouse. */
  readonly #pointers = new Map<number, Spot>();
  #from: Spot = { x: 0, y: 0 };
  /** Since the first pointer went down. */
  hasMoved = false;

  constructor(graph: HTMLElement, svg: SVGSVGElement, camera: Camera) {
    this.#graph = graph;
    this.#svg = svg;
    this.#camera = camera;
  }

  start(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.#pointers.size === 0) {
      this.hasMoved = false;
      this.#from = spotOf(event);
    }
    this.#pointers.set(event.pointerId, spotOf(event));
  }

  move(event: PointerEvent): void {
    const last = this.#pointers.get(event.pointerId);
    if (!last) return;
    const spot = spotOf(event);
    if (this.#pointers.size === 2) this.#pinch(event.pointerId, last, spot);
    else if (this.hasMoved) this.#camera.pan(spot.x - last.x, spot.y - last.y);
    else if (distance(spot, this.#from) > clickReach) {
      this.hasMoved = true;
      this.#svg.setPointerCapture(event.pointerId);
      this.#graph.classList.add('dragged');
      this.#camera.pan(spot.x - this.#from.x, spot.y - this.#from.y);
    }
    this.#pointers.set(event.pointerId, spot);
  }

  end(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    this.#graph.classList.remove('dragged');
  }

  /** Two fingers: the middle between them stays under them. */
  #pinch(moved: number, last: Spot, spot: Spot): void {
    this.hasMoved = true;
    const [other] = [...this.#pointers].filter(([id]) => id !== moved).map(([, at]) => at);
    const bounds = this.#graph.getBoundingClientRect();
    const [before, after] = [middle(last, other!), middle(spot, other!)];
    this.#camera.pan(after.x - before.x, after.y - before.y);
    const factor = distance(spot, other!) / Math.max(1, distance(last, other!));
    this.#camera.zoomBy(factor, after.x - bounds.left, after.y - bounds.top);
  }
}

const spotOf = ({ clientX, clientY }: PointerEvent): Spot => ({ x: clientX, y: clientY });
const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);
const middle = (a: Spot, b: Spot): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

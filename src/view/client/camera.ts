// Which part of the scene is in view: pan, zoom, and gliding from one view to another.
import type { Rect } from '../../graph/layout/layout.ts';

/** A point of the scene stands at `x + zoom * its x` in the view, in pixels; `y` alike. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

const minZoom = 0.03;
const maxZoom = 3;
const glideMs = 180;

export class Camera {
  view: View = { x: 0, y: 0, zoom: 1 };
  readonly #onMove: (isAtRest: boolean) => void;
  #frame = 0;

  /** @param onMove called after each change; not at rest while it glides */
  constructor(onMove: (isAtRest: boolean) => void) {
    this.#onMove = onMove;
  }

  set(view: View): void {
    cancelAnimationFrame(this.#frame);
    this.view = view;
    this.#onMove(true);
  }

  pan(dx: number, dy: number): void {
    cancelAnimationFrame(this.#frame);
    const { x, y, zoom } = this.view;
    this.view = { x: x + dx, y: y + dy, zoom };
    this.#onMove(false);
  }

  /** Zooms by a factor and keeps what stands at `x`, `y` of the view there. */
  zoomBy(factor: number, x: number, y: number): void {
    cancelAnimationFrame(this.#frame);
    const { view } = this;
    const zoom = Math.max(minZoom, Math.min(maxZoom, view.zoom * factor));
    const scale = zoom / view.zoom;
    this.view = { x: x - (x - view.x) * scale, y: y - (y - view.y) * scale, zoom };
    this.#onMove(false);
  }

  /** Glides to a view, or jumps where the reader asked for less motion. */
  glide(to: View): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.set(to);
      return;
    }
    cancelAnimationFrame(this.#frame);
    const from = this.view;
    const start = performance.now();
    const step = (now: number): void => {
      const time = Math.min(1, Math.max(0, now - start) / glideMs);
      const eased = 1 - (1 - time) ** 3;
      const between = (a: number, b: number): number => a + (b - a) * eased;
      this.view = { x: between(from.x, to.x), y: between(from.y, to.y), zoom: between(from.zoom, to.zoom) };
      this.#onMove(time === 1);
      if (time < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }
}

/** Room that the controls over the graph need, and a margin below it. */
const topRoom = 56;
const bottomRoom = 20;
const sideRoom = 24;

/** All of the scene. */
export function fittedView(scene: Extent, window: Extent): View {
  const room = { width: window.width - 2 * sideRoom, height: window.height - topRoom - bottomRoom };
  const zoom = Math.max(minZoom, Math.min(1.25, room.width / scene.width, room.height / scene.height));
  return {
    zoom,
    x: (window.width - scene.width * zoom) / 2,
    y: topRoom + Math.max(0, (room.height - scene.height * zoom) / 2),
  };
}

/** A phone's screen is small, and so may be what is read on it. */
const readableZoom = (window: Extent): number => (window.width < 600 ? 0.66 : 0.8);

/**
 * What a person reads first: all of it if it is readable then, or else its beginning.
 * @param first the first box
 * @param direction in which the graph is drawn
 */
export function firstView(
  scene: Extent,
  window: Extent,
  first: Rect | undefined,
  direction: 'down' | 'right' = 'down',
): View {
  const all = fittedView(scene, window);
  const low = readableZoom(window);
  const room = window.height - topRoom - bottomRoom;
  if (all.zoom >= low) {
    const zoom = Math.min(1, all.zoom);
    return {
      zoom,
      x: (window.width - scene.width * zoom) / 2,
      y: scene.height * zoom < room ? topRoom + 4 : all.y,
    };
  }
  if (direction === 'right') {
    const zoom = Math.min(1, Math.max(low, room / scene.height));
    const middle = first ? first.y + first.height / 2 : scene.height / 2;
    return { zoom, x: sideRoom, y: within(topRoom + room / 2 - middle * zoom, scene.height * zoom, topRoom, room) };
  }
  const zoom = Math.min(1, Math.max(low, (window.width - sideRoom) / scene.width));
  const middle = first ? first.x + first.width / 2 : scene.width / 2;
  return {
    zoom,
    x: within(window.width / 2 - middle * zoom, scene.width * zoom, sideRoom / 2, window.width - sideRoom),
    y: topRoom + 4 - 24 * zoom,
  };
}

/** Where the scene begins: at `wanted`, but with no room left free on one side while the other is cut; in the middle if it fits. */
function within(wanted: number, size: number, start: number, room: number): number {
  if (size <= room) return start + (room - size) / 2;
  return Math.min(start, Math.max(start + room - size, wanted));
}

/** Where to look to see a box, or undefined if it is readable where it is. */
export function viewOf(box: Rect, window: Extent, { x, y, zoom }: View): View | undefined {
  const left = box.x * zoom + x;
  const top = box.y * zoom + y;
  const isSeen =
    zoom >= 0.5 &&
    left >= 20 &&
    top >= topRoom &&
    left + Math.min(box.width, 200) * zoom <= window.width - 20 &&
    top + Math.min(box.height, 40) * zoom <= window.height - bottomRoom;
  if (isSeen) return undefined;
  const next = Math.max(zoom, readableZoom(window));
  return {
    zoom: next,
    x: window.width / 2 - (box.x + box.width / 2) * next,
    y: window.height * 0.38 - (box.y + Math.min(box.height, 60) / 2) * next,
  };
}

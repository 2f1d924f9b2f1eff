// The arrow at the end of a route, as the path of an SVG.
import type { Direction, Point, Route } from './layout.ts';

const length = 7;
const halfWidth = 3.5;

const short = (value: number): string => String(Math.round(value * 10) / 10);

export interface Arrow {
  /** The route's corner points, its last one within the arrow. */
  readonly points: Route['points'];
  /** The head as path data. */
  readonly head: string;
}

export function arrowOf({ points }: Pick<Route, 'points'>, direction: Direction): Arrow {
  const [before, tip] = [points.at(-2)!, points.at(-1)!];
  const along = directionInto(before, tip, direction);
  const back = (distance: number): Point => ({ x: tip.x - along.x * distance, y: tip.y - along.y * distance });
  const foot = back(length);
  const wing = { x: along.y * halfWidth, y: along.x * halfWidth };
  const head = [tip, { x: foot.x - wing.x, y: foot.y - wing.y }, { x: foot.x + wing.x, y: foot.y + wing.y }]
    .map(({ x, y }) => `${short(x)} ${short(y)}`)
    .join('L');
  return { points: [...points.slice(0, -1), back(length - 2)], head: `M${head}Z` };
}

/** The unit vector along which a line comes in: along the flow, unless its last part is straight across it. */
function directionInto(before: Point, tip: Point, direction: Direction): Point {
  if (before.x === tip.x && before.y !== tip.y) return { x: 0, y: Math.sign(tip.y - before.y) };
  if (before.y === tip.y && before.x !== tip.x) return { x: Math.sign(tip.x - before.x), y: 0 };
  return direction === 'down' ? { x: 0, y: Math.sign(tip.y - before.y) } : { x: Math.sign(tip.x - before.x), y: 0 };
}

// A route as the path of an SVG. In: corner points. Out: path data.
import type { Direction, Point, Rect, Route } from './layout.ts';

const short = (value: number): string => String(Math.round(value * 10) / 10);

/** Straight runs and S-curves whose ends go along the flow; the line opens around its label. */
export function routePath({ points, label }: Pick<Route, 'points' | 'label'>, direction: Direction): string {
  const down = direction === 'down';
  const at = ({ x, y }: Point): string => `${short(x)} ${short(y)}`;
  const parts = [`M${at(points[0]!)}`];
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!];
    if (from.x === to.x || from.y === to.y) {
      if (i === 1 && label) parts.push(...gapAround(from, to, label, down));
      parts.push(
        down
          ? from.x === to.x
            ? `V${short(to.y)}`
            : `H${short(to.x)}`
          : from.y === to.y
            ? `H${short(to.x)}`
            : `V${short(to.y)}`,
      );
    } else if (down) {
      const middle = short((from.y + to.y) / 2);
      parts.push(`C${short(from.x)} ${middle} ${short(to.x)} ${middle} ${at(to)}`);
    } else {
      const middle = short((from.x + to.x) / 2);
      parts.push(`C${middle} ${short(from.y)} ${middle} ${short(to.y)} ${at(to)}`);
    }
  }
  return parts.join('');
}

function gapAround(from: Point, to: Point, { x, y, width, height }: Rect, down: boolean): string[] {
  const [start, end, last] = down ? [y, y + height, to.y] : [x, x + width, to.x];
  if (end > last) return [];
  return down
    ? [`V${short(start)}M${short(from.x)} ${short(end)}`]
    : [`H${short(start)}M${short(end)} ${short(from.y)}`];
}

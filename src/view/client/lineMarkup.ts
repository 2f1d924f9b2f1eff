// A line between two boxes as SVG: its path, its arrow, its shape.

import type { Direction, Point } from '../../graph/layout/layout.ts';
import { routePath } from '../../graph/layout/routePath.ts';
import type { SceneLine } from './scene.ts';
import { escaped } from './wording.ts';

const num = (value: number): string => String(Math.round(value * 10) / 10);
const headLength = 7;
const headWidth = 3.5;

/** Without an arrow where it only crosses the border of a group. */
export function lineMarkup({ route, label }: SceneLine, direction: Direction, isFar: boolean): string {
  const shown = isFar ? { points: route.points } : route;
  if (route.to.border || isFar)
    return `<path class="line" d="${routePath(shown, direction)}"/>${labelText(label, isFar)}`;
  const { points } = route;
  const [before, tip] = [points.at(-2)!, points.at(-1)!];
  const along = directionInto(before, tip, direction);
  const neck = { x: tip.x - along.x * (headLength - 2), y: tip.y - along.y * (headLength - 2) };
  const line = routePath({ ...shown, points: [...points.slice(0, -1), neck] }, direction);
  return `<path class="line" d="${line}"/><path class="head" d="${head(tip, along)}"/>${labelText(label, isFar)}`;
}

function labelText(label: SceneLine['label'], isFar: boolean): string {
  if (!label || isFar) return '';
  return `<text x="${num(label.x)}" y="${num(label.y + 4)}" text-anchor="middle">${escaped(label.text)}</text>`;
}

function head(tip: Point, along: Point): string {
  const foot = { x: tip.x - along.x * headLength, y: tip.y - along.y * headLength };
  const wing = { x: along.y * headWidth, y: along.x * headWidth };
  return `M${num(tip.x)} ${num(tip.y)}L${num(foot.x - wing.x)} ${num(foot.y - wing.y)}L${num(foot.x + wing.x)} ${num(foot.y + wing.y)}z`;
}

/** The unit vector along which a line comes in: along the flow, unless its last part is straight across it. */
function directionInto(before: Point, tip: Point, direction: Direction): Point {
  if (before.x === tip.x && before.y !== tip.y) return { x: 0, y: Math.sign(tip.y - before.y) };
  if (before.y === tip.y && before.x !== tip.x) return { x: Math.sign(tip.x - before.x), y: 0 };
  return direction === 'down' ? { x: 0, y: Math.sign(tip.y - before.y) } : { x: Math.sign(tip.x - before.x), y: 0 };
}

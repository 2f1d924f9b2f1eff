// A line between two boxes as SVG: its path, its arrow, its shape.

import { arrowOf } from '../../graph/layout/arrow.ts';
import type { Direction } from '../../graph/layout/layout.ts';
import { routePath } from '../../graph/layout/routePath.ts';
import type { SceneLine } from './scene.ts';
import { escaped } from './wording.ts';

const num = (value: number): string => String(Math.round(value * 10) / 10);

/** Without an arrow where it only crosses the border of a group. */
export function lineMarkup({ route, label }: SceneLine, direction: Direction, isFar: boolean): string {
  if (isFar) return `<path class="line" d="${routePath({ points: route.points }, direction)}"/>`;
  if (route.to.border) return `<path class="line" d="${routePath(route, direction)}"/>${labelText(label)}`;
  const { points, head } = arrowOf(route, direction);
  const line = routePath({ ...route, points }, direction);
  return `<path class="line" d="${line}"/><path class="head" d="${head}"/>${labelText(label)}`;
}

const labelText = (label: SceneLine['label']): string =>
  label ? `<text x="${num(label.x)}" y="${num(label.y + 4)}" text-anchor="middle">${escaped(label.text)}</text>` : '';

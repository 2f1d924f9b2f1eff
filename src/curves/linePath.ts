// A curve as the path of an SVG, of at most four points for each pixel column.

/** Maps a number of the data to a coordinate in pixels. */
export type Scale = (value: number) => number;

/** A drawn curve: its line, and points that have no neighbour to be joined with. */
export interface DrawnLine {
  /** the `d` attribute of a path */
  readonly path: string;
  readonly dots: readonly (readonly [x: number, y: number])[];
}

/**
 * Draws values over steps in ascending order. Where many points fall into one column of pixels, the first, the lowest, the
 * highest and the last of them are drawn, which look like all of them (Jugel et al., "M4", VLDB 2014). A value that is not
 * finite interrupts the line.
 */
export function drawLine(steps: ArrayLike<number>, values: ArrayLike<number>, toX: Scale, toY: Scale): DrawnLine {
  const parts: string[] = [];
  const dots: [number, number][] = [];
  let line: [number, number][] = [];
  const finish = (): void => {
    if (line.length === 1) dots.push(line[0]!);
    if (line.length > 1) parts.push(`M${line.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`);
    line = [];
  };
  let column: number[] = [];
  const take = (): void => {
    if (column.length === 0) return;
    for (const i of outline(column, values)) line.push([toX(steps[i]!), toY(values[i]!)]);
    column = [];
  };
  for (let i = 0; i < steps.length; i++) {
    if (!Number.isFinite(values[i])) {
      take();
      finish();
      continue;
    }
    if (column.length > 0 && Math.floor(toX(steps[i]!)) !== Math.floor(toX(steps[column[0]!]!))) take();
    column.push(i);
  }
  take();
  finish();
  return { path: parts.join(''), dots };
}

/** The first, lowest, highest and last of some points, in their order. */
function outline(points: readonly number[], values: ArrayLike<number>): number[] {
  let [low, high] = [points[0]!, points[0]!];
  for (const i of points) {
    if (values[i]! < values[low]!) low = i;
    if (values[i]! > values[high]!) high = i;
  }
  return [...new Set([points[0]!, low, high, points.at(-1)!])].sort((a, b) => a - b);
}

const short = (pixels: number): string => `${Number(pixels.toFixed(1))}`;

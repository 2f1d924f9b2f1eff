// Prints the overview, the points or the curves of event files.
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { records } from '../../src/summary/styles/csv.ts';
import { inspect } from '../../src/tensorboard/reading/inspectLogdir.ts';
import { type Point, pointsOf } from '../../src/tensorboard/reading/points.ts';
import type { OutputKind } from '../output.ts';
import { Curves } from './curves.ts';
import { type Format, overview } from './overview.ts';
import { pointHeads, pointObject, pointRow } from './pointText.ts';
import type { Printer } from './printer.ts';
import { tagTable } from './tagTable.ts';

/** How stdout treats each format. */
export const kinds = { table: 'lines', csv: 'csv', json: 'json' } as const satisfies Record<Format, OutputKind>;

/** Prints runs and tags, and notes about corrupt files. */
export async function printOverview(path: string, format: Format, printer: Printer): Promise<void> {
  const runs = await inspect(path);
  await printer.print(overview(runs, format, printer.stdout.columns ?? Number.POSITIVE_INFINITY), kinds[format]);
  for (const { corruption } of runs) corruption.forEach(printer.tellCorruption);
}

/** Prints the points of one tag. @throws UserError for a tag that no event has */
export async function printPoints(path: string, tag: string, format: Format, printer: Printer): Promise<void> {
  const [all, tags]: [Point[], Set<string>] = [[], new Set()];
  let printed = 0;
  for await (const points of pointsOf(path, { reportCorruption: printer.tellCorruption })) {
    const wanted = points.filter(({ value }) => value.tag === tag);
    if (printed === 0 && wanted.length === 0) for (const { value } of points) tags.add(value.tag);
    // a table is as wide as its widest cell
    if (format === 'table') all.push(...wanted);
    else if (wanted.length > 0) await printer.print(chunk(wanted, format, printed === 0), kinds[format]);
    printed += wanted.length;
  }
  if (printed === 0) throw new UserError(unknownText('tag', tag, [...tags]));
  if (format === 'json') await printer.print('\n]\n');
  if (format === 'table') await printer.print(tagTable(pointHeads, all.map(pointRow), Number.POSITIVE_INFINITY, []));
}

/** Draws the curve of one tag, or of every scalar. @throws UserError for a tag that no scalar has */
export async function printCurves(path: string, tag: string | undefined, printer: Printer): Promise<void> {
  const curves = new Curves();
  const tags = new Set<string>();
  for await (const points of pointsOf(path, { reportCorruption: printer.tellCorruption }))
    for (const point of points) {
      if (point.value.scalar !== undefined) tags.add(point.value.tag);
      if (tag === undefined || point.value.tag === tag) curves.add(point);
    }
  if (curves.tags.length === 0)
    throw new UserError(tag === undefined ? `there is no scalar at ${path}` : unknownText('scalar', tag, [...tags]));
  const { columns = 80, rows = 24, hasColours: colours } = printer.stdout;
  await printer.print(
    curves.text({ width: columns, height: Math.min(20, rows - 1), colours }),
    colours ? 'coloured' : 'lines',
  );
}

function chunk(points: readonly Point[], format: 'csv' | 'json', first: boolean): string {
  if (format === 'csv') return records([...(first ? [pointHeads] : []), ...points.map(pointRow)]);
  return points
    .map((point, i) => `${first && i === 0 ? '[\n' : ',\n'}  ${JSON.stringify(pointObject(point))}`)
    .join('');
}

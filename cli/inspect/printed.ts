// The overview, the points and the curves of event files, printed. In: a path and options. Out: stdout, corruption on stderr.
import { once } from 'node:events';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { records } from '../../src/summary/styles/csv.ts';
import { type FileCorruption, inspect } from '../../src/tensorboard/reading/inspectLogdir.ts';
import { type Point, pointsOf } from '../../src/tensorboard/reading/points.ts';
import { note, type OutputKind, writeOut } from '../output.ts';
import { Curves } from './curves.ts';
import { type Format, overview } from './overview.ts';
import { pointHeads, pointObject, pointRow } from './pointText.ts';
import { tagTable } from './tagTable.ts';

export const kinds = { table: 'lines', csv: 'csv', json: 'json' } as const satisfies Record<Format, OutputKind>;

export async function printOverview(path: string, format: Format): Promise<void> {
  const runs = await inspect(path);
  await print(overview(runs, format, process.stdout.columns ?? Number.POSITIVE_INFINITY), kinds[format]);
  for (const { corruption } of runs) corruption.forEach(tellCorruption);
}

/** @throws UserError for a tag that no event has */
export async function printPoints(path: string, tag: string, format: Format): Promise<void> {
  const [all, tags]: [Point[], Set<string>] = [[], new Set()];
  let printed = 0;
  for await (const points of pointsOf(path, { reportCorruption: tellCorruption })) {
    const wanted = points.filter(({ value }) => value.tag === tag);
    if (printed === 0 && wanted.length === 0) for (const { value } of points) tags.add(value.tag);
    // a table is as wide as its widest cell
    if (format === 'table') all.push(...wanted);
    else if (wanted.length > 0) await print(chunk(wanted, format, printed === 0), kinds[format]);
    printed += wanted.length;
  }
  if (printed === 0) throw new UserError(unknownText('tag', tag, [...tags]));
  if (format === 'json') await print('\n]\n');
  if (format === 'table') await print(tagTable(pointHeads, all.map(pointRow), Number.POSITIVE_INFINITY, []));
}

/** @throws UserError for a tag that no scalar has */
export async function printCurves(path: string, tag: string | undefined): Promise<void> {
  const curves = new Curves();
  const tags = new Set<string>();
  for await (const points of pointsOf(path, { reportCorruption: tellCorruption }))
    for (const point of points) {
      if (point.value.scalar !== undefined) tags.add(point.value.tag);
      if (tag === undefined || point.value.tag === tag) curves.add(point);
    }
  if (curves.tags.length === 0)
    throw new UserError(tag === undefined ? `there is no scalar at ${path}` : unknownText('scalar', tag, [...tags]));
  const { columns = 80, rows = 24, isTTY = false } = process.stdout;
  const colours = isTTY ? process.stdout.hasColors() : Number(process.env.FORCE_COLOR ?? 0) > 0;
  await print(curves.text({ width: columns, height: Math.min(20, rows - 1), colours }), colours ? 'coloured' : 'lines');
}

const maxCorruptionNotes = 20;
let corruptions = 0;

/** A note on stderr and exit code 1; of a file that is damaged in thousands of places the first ones, and a count at the end. */
export function tellCorruption({ file, offset, reason }: FileCorruption): void {
  process.exitCode = 1;
  corruptions += 1;
  if (corruptions === maxCorruptionNotes + 1)
    process.once('exit', () =>
      note(`${(corruptions - maxCorruptionNotes).toLocaleString('en-US')} more places are corrupt`),
    );
  if (corruptions > maxCorruptionNotes) return;
  note(`${file} is corrupt at byte ${offset}: ${reason}`);
}

function chunk(points: readonly Point[], format: 'csv' | 'json', first: boolean): string {
  if (format === 'csv') return records([...(first ? [pointHeads] : []), ...points.map(pointRow)]);
  return points
    .map((point, i) => `${first && i === 0 ? '[\n' : ',\n'}  ${JSON.stringify(pointObject(point))}`)
    .join('');
}

/** Waits while a pipe is full, so that a long curve does not lie in memory. */
export async function print(text: string, kind: OutputKind = 'lines'): Promise<void> {
  if (!writeOut(text, kind)) await once(process.stdout, 'drain');
}

// Prints the overview, the points or the curves of event files.
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { inspect } from '../../src/tensorboard/reading/inspectLogdir.ts';
import { type Point, pointsOf } from '../../src/tensorboard/reading/points.ts';
import { chartsOf } from '../../src/tensorboard/runs/chartsOf.ts';
import { readRuns } from '../../src/tensorboard/runs/readRuns.ts';
import { records } from '../../src/text/csvRecords.ts';
import { untilStopped } from '../untilStopped.ts';
import { FirstAndLast } from './firstAndLast.ts';
import { type Format, formats } from './inspectFormats.ts';
import { dispensableHeads, overview, overviewHeads, overviewRows } from './overview.ts';
import { plot } from './plot.ts';
import { pointHeads, pointObject, pointRow } from './pointText.ts';
import type { Printer } from './printer.ts';
import { type Cells, defaultLimit, printTable } from './tagTable.ts';

/** What is printed. */
export interface PrintOptions {
  /** Runs that this pattern matches; all runs. */
  readonly run: string | undefined;
  /** Rows of a table, of which those in the middle are left out. */
  readonly limit: number | undefined;
}

/** Prints runs and tags, and notes about corrupt files. @throws UserError for a pattern that no run matches */
export async function printOverview(
  path: string,
  { run, limit = defaultLimit, index }: PrintOptions & { readonly index: boolean },
  format: Format,
  printer: Printer,
): Promise<void> {
  const runs = await untilStopped((signal) => inspect(path, { run, index, onBatch: printer.progress, signal }));
  if (format === 'table') {
    const rows = new FirstAndLast<() => Cells>(limit);
    for (const row of overviewRows(runs)) rows.add(row);
    const { columns: width } = printer.stdout;
    await printTable({ heads: overviewHeads, width, dispensable: dispensableHeads }, rows, (row) => row(), printer);
  } else for (const piece of overview(runs, format)) await printer.print(piece, formats[format].kind);
  for (const { corruption } of runs) corruption.forEach(printer.tellCorruption);
}

/** Prints the points of one tag. @throws UserError for a tag that no event has, and a pattern that no run matches */
export async function printPoints(
  path: string,
  { run, tag, limit = defaultLimit }: PrintOptions & { readonly tag: string },
  format: Format,
  printer: Printer,
): Promise<void> {
  const rows = new FirstAndLast<Point>(limit);
  const tags = new Set<string>();
  let printed = 0;
  const { tellCorruption: reportCorruption, progress: onBatch } = printer;
  await untilStopped(async (signal) => {
    for await (const points of pointsOf(path, { run, reportCorruption, onBatch, signal })) {
      const wanted = points.filter(({ value }) => value.tag === tag);
      if (printed === 0 && wanted.length === 0) for (const { value } of points) tags.add(value.tag);
      // a table is as wide as its widest cell
      if (format === 'table') for (const point of wanted) rows.add(point);
      else if (wanted.length > 0) await printer.print(chunk(wanted, format, printed === 0), formats[format].kind);
      printed += wanted.length;
    }
  });
  if (printed === 0) throw new UserError(unknownText('tag', tag, [...tags]));
  if (format === 'json') await printer.print('\n]\n', 'json');
  if (format === 'table') await printTable({ heads: pointHeads }, rows, pointRow, printer);
}

/** What is drawn, and how. */
export interface CurveOptions {
  readonly run: string | undefined;
  readonly tag: string | undefined;
  readonly smoothing: number;
}

/**
 * Draws the curve of one tag, or of every scalar: in the terminal, or as an SVG.
 * @throws UserError for a tag that no scalar has
 */
export async function printCurves(
  path: string,
  { smoothing, ...chosen }: CurveOptions,
  format: 'table' | 'svg',
  printer: Printer,
): Promise<void> {
  const reading = printer.readingOf(chosen, 'drop');
  const charts = chartsOf(await untilStopped((signal) => readRuns(path, { ...reading, signal })));
  if (charts.length === 0) throw new UserError(`there is no scalar at ${path}`);
  if (format === 'svg') {
    const { curvesSvg } = await import('../../src/curves/curvesSvg.ts');
    await printer.print(curvesSvg(charts, { smoothing }), formats.svg.kind);
    return;
  }
  const { columns = 80, rows = 24, hasColours: colours } = printer.stdout;
  const options = { width: columns, height: Math.min(20, rows - 1), colours, smoothing };
  await printer.print(charts.map((chart) => plot(chart, options)).join('\n'), colours ? 'coloured' : 'lines');
}

function chunk(points: readonly Point[], format: 'csv' | 'json', first: boolean): string {
  if (format === 'csv') return records([...(first ? [pointHeads] : []), ...points.map(pointRow)]);
  return points
    .map((point, i) => `${first && i === 0 ? '[\n' : ',\n'}  ${JSON.stringify(pointObject(point))}`)
    .join('');
}

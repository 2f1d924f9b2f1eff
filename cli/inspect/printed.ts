// Prints the overview, the points or the curves of event files.
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { inspect } from '../../src/tensorboard/reading/inspectLogdir.ts';
import { type Point, pointsOf } from '../../src/tensorboard/reading/points.ts';
import { chartsOf } from '../../src/tensorboard/runs/chartsOf.ts';
import { readRuns } from '../../src/tensorboard/runs/readRuns.ts';
import { records } from '../../src/text/csvRecords.ts';
import { type Format, formats } from './inspectFormats.ts';
import { overview } from './overview.ts';
import { plot } from './plot.ts';
import { pointHeads, pointObject, pointRow } from './pointText.ts';
import { type Printer, withoutDiscarded } from './printer.ts';
import { tagTable } from './tagTable.ts';

/** Prints runs and tags, and notes about corrupt files. */
export async function printOverview(path: string, format: Format, printer: Printer): Promise<void> {
  const runs = await inspect(path, { onBatch: printer.progress });
  await printer.print(overview(runs, format, printer.stdout.columns ?? Number.POSITIVE_INFINITY), formats[format].kind);
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
    else if (wanted.length > 0) await printer.print(chunk(wanted, format, printed === 0), formats[format].kind);
    printed += wanted.length;
  }
  if (printed === 0) throw new UserError(unknownText('tag', tag, [...tags]));
  if (format === 'json') await printer.print('\n]\n');
  if (format === 'table') await printer.print(tagTable(pointHeads, all.map(pointRow), Number.POSITIVE_INFINITY, []));
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
  const charts = chartsOf(await readRuns(path, withoutDiscarded(chosen, printer)));
  if (charts.length === 0) throw new UserError(`there is no scalar at ${path}`);
  if (format === 'svg') {
    const { curvesSvg } = await import('../../src/curves/curvesSvg.ts');
    await printer.print(curvesSvg(charts, { smoothing }));
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

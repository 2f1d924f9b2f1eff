// All scalars of all runs as one table for programs: a row for each point, or a column for each tag.
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { readRuns } from '../../src/tensorboard/runs/readRuns.ts';
import { type FoundRun, findRuns, type RunOptions, runEvents } from '../../src/tensorboard/runs/runEvents.ts';
import { records } from '../../src/text/csvRecords.ts';
import { formats } from './inspectFormats.ts';
import type { Printer } from './printer.ts';

/** Formats of the table of all points. */
export type RowFormat = 'csv' | 'json';

type Cell = string | number | undefined;

const readingOf = (options: RunOptions, printer: Printer): RunOptions => ({
  ...options,
  reportCorruption: printer.tellCorruption,
  onBatch: printer.progress,
  reportDiscarded: (discarded) => printer.tellDiscarded(discarded, true),
});

/** The names of columns with hyperparameters, which stand beside the points of their run. */
function hparamColumns(runs: readonly FoundRun[]): string[] {
  return [...new Set(runs.flatMap(({ hparams }) => Object.keys(hparams)))];
}

const hparamHead = (name: string): string => `hparams/${name}`;
/** The cell of a hyperparameter; undefined where the run has none of that name. */
function hparamCell(hparams: FoundRun['hparams'], name: string): Cell {
  const value = Object.hasOwn(hparams, name) ? hparams[name] : undefined;
  return typeof value === 'boolean' ? `${value}` : value;
}

/** Prints a row for each point of each scalar: run, tag, step, wall_time in seconds since 1970, value, hyperparameters. */
export async function printAll(path: string, options: RunOptions, format: RowFormat, printer: Printer): Promise<void> {
  const reading = readingOf(options, printer);
  const runs = await findRuns(path, reading);
  const names = hparamColumns(runs);
  const heads = ['run', 'tag', 'step', 'wall_time', 'value', ...names.map(hparamHead)];
  const tags = new Set<string>();
  let printed = 0;
  let before = format === 'csv' ? records([heads]) : '[\n';
  for (const run of runs) {
    const row = rowWriter(run, names, format);
    for await (const events of runEvents(run, reading)) {
      let text = '';
      for (const { step, wallTime, values } of events)
        for (const { tag, scalar } of values) {
          if (scalar === undefined) continue;
          if (options.tag !== undefined && tag !== options.tag) {
            tags.add(tag);
            continue;
          }
          text += before + row(tag, step, wallTime, scalar);
          before = format === 'csv' ? '' : ',\n';
          printed += 1;
        }
      if (text !== '') await printer.print(text, formats[format].kind);
    }
  }
  if (printed === 0 && options.tag !== undefined) throw new UserError(unknownText('scalar', options.tag, [...tags]));
  await printer.print(
    format === 'json' ? (printed > 0 ? '\n]\n' : '[]\n') : printed > 0 ? '' : before,
    formats[format].kind,
  );
}

/** Writes the row of a point. Texts that are the same for all points of a tag are made once. */
function rowWriter({ run, hparams }: FoundRun, names: readonly string[], format: RowFormat) {
  const heads = new Map<string, string>();
  const isCsv = format === 'csv';
  const cells = names.map((name) => hparamCell(hparams, name));
  const tail = isCsv
    ? cells.length > 0
      ? `,${records([cells])}`
      : '\r\n'
    : `${names.flatMap((name) => (Object.hasOwn(hparams, name) ? [`,${JSON.stringify(hparamHead(name))}:${JSON.stringify(hparams[name])}`] : [])).join('')}}`;
  const headOf = (tag: string): string => {
    const text = isCsv
      ? `${records([[run, tag]]).slice(0, -2)},`
      : `{"run":${JSON.stringify(run)},"tag":${JSON.stringify(tag)},"step":`;
    heads.set(tag, text);
    return text;
  };
  // many points have the time of the one before
  let [lastTime, time] = [Number.NaN, ''];
  return (tag: string, step: number, wallTime: number, value: number): string => {
    const head = heads.get(tag) ?? headOf(tag);
    if (wallTime !== lastTime) [lastTime, time] = [wallTime, isCsv ? `${wallTime}` : jsonNumber(wallTime)];
    return isCsv
      ? `${head}${step},${time},${value}${tail}`
      : `${head}${step},"wall_time":${time},"value":${jsonNumber(value)}${tail}`;
  };
}

const jsonNumber = (value: number): string => (Number.isFinite(value) ? `${value}` : `"${value}"`);

/** Prints a row for each step of each run, with a column for each tag; the last value counts where a step has several. */
export async function printPivot(
  path: string,
  options: RunOptions,
  format: RowFormat,
  printer: Printer,
): Promise<void> {
  const runs = await readRuns(path, readingOf(options, printer));
  const tags = [...new Set(runs.flatMap(({ scalars }) => [...scalars.keys()]))];
  const names = [...new Set(runs.flatMap(({ hparams }) => Object.keys(hparams)))];
  const heads = ['run', 'step', ...tags, ...names.map(hparamHead)];
  if (format === 'csv') await printer.print(records([heads]), 'csv');
  let repeated = 0;
  let printed = 0;
  for (const { run, hparams, scalars } of runs) {
    const rows = new Map<number, Cell[]>();
    for (const [column, tag] of tags.entries()) {
      const { steps = [], values = [] } = scalars.get(tag) ?? {};
      for (let i = 0; i < steps.length; i++) {
        const row = rows.get(steps[i]!) ?? new Array<Cell>(tags.length).fill(undefined);
        if (row[column] !== undefined) repeated += 1;
        row[column] = values[i]!;
        rows.set(steps[i]!, row);
      }
    }
    const beside = names.map((name) => hparamCell(hparams, name));
    for (const step of [...rows.keys()].sort((a, b) => a - b)) {
      const cells = [run, step, ...rows.get(step)!, ...beside];
      const text = format === 'csv' ? records([cells]) : `${printed > 0 ? ',\n' : '[\n'}${jsonRow(heads, cells)}`;
      await printer.print(text, formats[format].kind);
      printed += 1;
    }
  }
  if (format === 'json') await printer.print(printed > 0 ? '\n]\n' : '[]\n');
  if (repeated > 0)
    printer.note(`${repeated} points came again at a step of their run and tag: the last one is printed`);
}

function jsonRow(heads: readonly string[], cells: readonly Cell[]): string {
  const entries = heads.flatMap((head, i) => {
    const cell = cells[i];
    if (cell === undefined) return [];
    return [`${JSON.stringify(head)}:${typeof cell === 'number' ? jsonNumber(cell) : JSON.stringify(cell)}`];
  });
  return `{${entries.join(',')}}`;
}

// All scalars of all runs as one table for programs: a row for each point, or a column for each tag.
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { orAborted } from '../../src/tensorboard/reading/waited.ts';
import { findRuns } from '../../src/tensorboard/runs/findRuns.ts';
import { readRuns } from '../../src/tensorboard/runs/readRuns.ts';
import { countDiscarded, type RunOptions, visitRun } from '../../src/tensorboard/runs/visitRun.ts';
import { records } from '../../src/text/csvRecords.ts';
import { untilStopped } from '../untilStopped.ts';
import { type Cell, hparamCell, hparamHead, jsonField, type RowFormat } from './cells.ts';
import { formats } from './inspectFormats.ts';
import type { Printer } from './printer.ts';
import { RowWriter } from './rowWriter.ts';

/** Prints a row for each point of each scalar: run, tag, step, wall_time in seconds since 1970, value, hyperparameters. */
export async function printAll(path: string, options: RunOptions, format: RowFormat, printer: Printer): Promise<void> {
  await untilStopped((signal) =>
    orAborted(printRows(path, { ...printer.readingOf(options, 'keep'), signal }, format, printer), signal),
  );
}

async function printRows(path: string, options: RunOptions, format: RowFormat, printer: Printer): Promise<void> {
  const { tag: wanted, reportDiscarded } = options;
  const runs = await findRuns(path, options);
  const rows = new RowWriter(format, [...new Set(runs.flatMap(({ hparams }) => Object.keys(hparams)))]);
  const others = new Set<string>();
  const { kind } = formats[format];
  for (const found of runs) {
    const restarts: number[] = [];
    rows.begin(found);
    const visitor = {
      point(tag: string, step: number, wallTime: number, value: number) {
        if (wanted === undefined || tag === wanted) rows.add(tag, step, wallTime, value);
        else others.add(tag);
      },
      restart: (step: number) => restarts.push(step),
      async piece() {
        const bytes = rows.take();
        if (bytes.length > 0) await printer.print(bytes, kind);
      },
    };
    await visitRun(found.files, visitor, options);
    if (restarts.length === 0) continue;
    const discarded = await countDiscarded(found.files, restarts, options);
    if (discarded.points > 0) reportDiscarded?.({ run: found.run, ...discarded });
  }
  if (rows.isEmpty && wanted !== undefined) throw new UserError(unknownText('scalar', wanted, [...others]));
  await printer.print(rows.end(), kind);
}

/**
 * Prints a row for each step of each run, with a column for each tag; the last value counts where a step has several.
 * @throws UserError for a tag that has the name of another column
 */
export async function printPivot(
  path: string,
  options: RunOptions,
  format: RowFormat,
  printer: Printer,
): Promise<void> {
  const runs = await untilStopped((signal) => readRuns(path, { ...printer.readingOf(options, 'keep'), signal }));
  const tags = [...new Set(runs.flatMap(({ scalars }) => [...scalars.keys()]))];
  const names = [...new Set(runs.flatMap(({ hparams }) => Object.keys(hparams)))];
  const heads = ['run', 'step', ...tags, ...names.map(hparamHead)];
  const twice = heads.find((head, i) => heads.indexOf(head) < i);
  if (twice !== undefined)
    throw new UserError(`the table of --pivot has two columns ${twice}, of which one is a scalar: leave --pivot out`);
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
  if (format === 'json') await printer.print(printed > 0 ? '\n]\n' : '[]\n', 'json');
  if (repeated > 0)
    printer.note(`${repeated} points came again at a step of their run and tag: the last one is printed`);
}

const jsonRow = (heads: readonly string[], cells: readonly Cell[]): string =>
  `{${heads.flatMap((head, i) => jsonField(head, cells[i])).join(',')}}`;

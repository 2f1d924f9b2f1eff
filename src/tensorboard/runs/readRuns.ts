// All scalars of all runs as columns of numbers.

import { unknownText } from '../../choice.ts';
import { UserError } from '../../errors.ts';
import { expectOptions } from '../../options.ts';
import { orAborted } from '../reading/waited.ts';
import { findHparams, hparamsOf, listRuns } from './findRuns.ts';
import { GrowingColumns, type ScalarColumns } from './growingColumns.ts';
import { discardLimits } from './restarts.ts';
import { type RunHparams, sessionHparams } from './sessionHparams.ts';
import { type RunOptions, type RunVisitor, runOptionNames, visitRun } from './visitRun.ts';

/** A run with its scalars. */
export interface RunScalars {
  /** the folder of the run, relative to the path that was asked for; `.` for that folder itself */
  readonly run: string;
  /** hyperparameters of the run, or of the nearest folder around it that has some */
  readonly hparams: RunHparams;
  /** columns by tag, in the order in which the tags came first */
  readonly scalars: ReadonlyMap<string, ScalarColumns>;
}

/**
 * Reads all scalars of all runs, each file once. A point takes 24 bytes of memory.
 *
 *     for (const { run, hparams, scalars } of await readRuns('logs', { run: 'seed-*' }))
 *       console.log(run, hparams.lr, scalars.get('loss')?.values.at(-1));
 *
 * @param path an event file, or a folder of runs
 * @throws UserError for a path that does not exist, holds no event file, or has no run or tag of that name; the file system's
 * errors; and the reason of `options.signal` once it is aborted
 */
export async function readRuns(path: string, options: RunOptions = {}): Promise<RunScalars[]> {
  expectOptions(options, runOptionNames);
  return orAborted(readAll(path, options), options.signal);
}

async function readAll(path: string, options: RunOptions): Promise<RunScalars[]> {
  const listed = await listRuns(path, options.run);
  const tags = new Set<string>();
  const read: RunReading[] = [];
  for (const run of listed.wanted) read.push(await readRun(run, listed.files.get(run)!, options, tags));
  const known = new Map(read.map(({ run, hparams }) => [run, hparams]));
  const hparams = await findHparams(listed, known, options);
  if (options.tag !== undefined && !tags.has(options.tag))
    throw new UserError(unknownText('scalar', options.tag, [...tags]));
  return read.map(({ run, scalars }) => ({ run, hparams: hparamsOf(run, hparams), scalars }));
}

interface RunReading {
  readonly run: string;
  readonly hparams: RunHparams | undefined;
  readonly scalars: RunScalars['scalars'];
}

/** @param tags gets the tags of all scalars, wanted or not */
async function readRun(
  run: string,
  files: readonly string[],
  options: RunOptions,
  tags: Set<string>,
): Promise<RunReading> {
  const { tag: wanted, discarded = 'keep', reportDiscarded } = options;
  const growing = new Map<string, GrowingColumns>();
  const restarts: number[] = [];
  let hparams: RunReading['hparams'];
  const visitor: RunVisitor = {
    restart: (step) => restarts.push(step),
    other: (value) => {
      hparams = sessionHparams(value) ?? hparams;
    },
    point: (tag, step, wallTime, value) => {
      if (wanted !== undefined && tag !== wanted) return void tags.add(tag);
      let columns = growing.get(tag);
      if (!columns) {
        columns = new GrowingColumns();
        growing.set(tag, columns);
        tags.add(tag);
      }
      columns.add(step, wallTime, value, restarts.length);
    },
  };
  await visitRun(files, visitor, options);
  const limits = discardLimits(restarts);
  let [points, step] = [0, Number.POSITIVE_INFINITY];
  if (restarts.length > 0)
    for (const columns of growing.values()) {
      const of = columns.discard(limits, discarded === 'drop');
      points += of.points;
      step = Math.min(step, of.step);
    }
  if (points > 0) reportDiscarded?.({ run, step, points });
  const scalars = new Map<string, ScalarColumns>();
  for (const [tag, own] of growing) {
    const columns = own.columns();
    if (columns) scalars.set(tag, columns);
  }
  return { run, hparams, scalars };
}

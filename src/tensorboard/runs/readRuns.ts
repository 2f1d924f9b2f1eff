// All scalars of all runs as columns of numbers.

import { unknownText } from '../../choice.ts';
import { UserError } from '../../errors.ts';
import { expectOptions } from '../../options.ts';
import { type HparamValue, sessionHparams } from './firstPass.ts';
import { GrowingColumns, type ScalarColumns } from './growingColumns.ts';
import { discardLimits } from './restarts.ts';
import { findHparams, hparamsOf, listRuns, type RunOptions, runBatches, runOptionNames } from './runEvents.ts';

/** A run with its scalars. */
export interface RunScalars {
  /** the folder of the run, relative to the path that was asked for; `.` for that folder itself */
  readonly run: string;
  /** hyperparameters of the run, or of the nearest folder around it that has some */
  readonly hparams: Readonly<Record<string, HparamValue>>;
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
 * @throws UserError for a path that does not exist, holds no event file, or has no run or tag of that name; and the file
 * system's errors
 */
export async function readRuns(path: string, options: RunOptions = {}): Promise<RunScalars[]> {
  expectOptions(options, runOptionNames);
  const listed = await listRuns(path, options.run);
  const tags = new Set<string>();
  const read: RunReading[] = [];
  for (const run of listed.wanted) read.push(await readRun(run, listed.files.get(run)!, options, tags));
  const known = new Map(read.map(({ run, hparams }) => [run, hparams]));
  const hparams = await findHparams(listed, known, options.onBatch);
  if (options.tag !== undefined && read.every(({ scalars }) => scalars.size === 0))
    throw new UserError(unknownText('scalar', options.tag, [...tags]));
  return read.map(({ run, scalars }) => ({ run, hparams: hparamsOf(run, hparams), scalars }));
}

interface RunReading {
  readonly run: string;
  readonly hparams: RunScalars['hparams'] | undefined;
  readonly scalars: RunScalars['scalars'];
}

/** @param others takes the tags that are not wanted */
async function readRun(
  run: string,
  files: readonly string[],
  options: RunOptions,
  others: Set<string>,
): Promise<RunReading> {
  const { tag: wanted, discarded = 'keep', reportDiscarded } = options;
  const growing = new Map<string, GrowingColumns>();
  const restarts: number[] = [];
  let hparams: RunReading['hparams'];
  for await (const { events } of runBatches(files, options))
    for (const { step, wallTime, values, session } of events) {
      if (session?.status === 'start') restarts.push(step);
      for (const value of values) {
        const { tag, scalar } = value;
        if (scalar === undefined) hparams = sessionHparams(value) ?? hparams;
        else if (wanted === undefined || tag === wanted) {
          const columns = growing.get(tag) ?? new GrowingColumns();
          growing.set(tag, columns);
          columns.add(step, wallTime, scalar, restarts.length);
        } else others.add(tag);
      }
    }
  const limits = discardLimits(restarts);
  let points = 0;
  if (restarts.length > 0)
    for (const columns of growing.values()) points += columns.discard(limits, discarded === 'drop');
  if (points > 0) reportDiscarded?.({ run, step: limits[0]!, points });
  const scalars = new Map<string, ScalarColumns>();
  for (const [tag, own] of growing) {
    const columns = own.columns();
    if (columns) scalars.set(tag, columns);
  }
  return { run, hparams, scalars };
}

// All scalars of all runs as columns of numbers.

import { unknownText } from '../../choice.ts';
import { UserError } from '../../errors.ts';
import { expectOptions } from '../../options.ts';
import type { HparamValue } from './firstPass.ts';
import { findRuns, type RunOptions, runEvents, runOptionNames } from './runEvents.ts';

/** The points of one scalar in one run, in the order in which they were written. Columns have the same length. */
export interface ScalarColumns {
  readonly steps: Float64Array;
  /** seconds since 1970 */
  readonly wallTimes: Float64Array;
  readonly values: Float64Array;
}

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
 * Reads all scalars of all runs. A point takes 24 bytes of memory.
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
  const { tag: wanted } = options;
  const tags = new Set<string>();
  const runs: RunScalars[] = [];
  for (const found of await findRuns(path, options)) {
    const columns = new Map<string, GrowingColumns>();
    for await (const events of runEvents(found, options))
      for (const { step, wallTime, values } of events)
        for (const { tag, scalar } of values) {
          if (scalar === undefined) continue;
          if (wanted !== undefined && tag !== wanted) {
            tags.add(tag);
            continue;
          }
          let own = columns.get(tag);
          if (!own) {
            own = new GrowingColumns();
            columns.set(tag, own);
          }
          own.add(step, wallTime, scalar);
        }
    const scalars = new Map([...columns].map(([tag, own]) => [tag, own.columns()]));
    runs.push({ run: found.run, hparams: found.hparams, scalars });
  }
  if (wanted !== undefined && runs.every(({ scalars }) => scalars.size === 0))
    throw new UserError(unknownText('scalar', wanted, [...tags]));
  return runs;
}

const firstLength = 64;

/** Three columns in one array of rows, which doubles when it is full. */
class GrowingColumns {
  #rows = new Float64Array(3 * firstLength);
  #count = 0;

  add(step: number, wallTime: number, value: number): void {
    const at = 3 * this.#count;
    if (at === this.#rows.length) {
      const larger = new Float64Array(2 * at);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[at] = step;
    this.#rows[at + 1] = wallTime;
    this.#rows[at + 2] = value;
    this.#count += 1;
  }

  columns(): ScalarColumns {
    const column = (which: number): Float64Array => {
      const numbers = new Float64Array(this.#count);
      for (let i = 0; i < this.#count; i++) numbers[i] = this.#rows[3 * i + which]!;
      return numbers;
    };
    return { steps: column(0), wallTimes: column(1), values: column(2) };
  }
}

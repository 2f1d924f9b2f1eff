// The runs below a path with their files and hyperparameters, before their events are read.
import { addTo } from '../../addTo.ts';
import { UserError } from '../../errors.ts';
import { storageOf } from '../../storage/storages.ts';
import { expectRuns, runFiles } from '../reading/runs.ts';
import { hparamsIn, type RunHparams, searchHparams } from './sessionHparams.ts';
import type { RunOptions } from './visitRun.ts';

/** A run of a logdir, before its events are read. */
export interface FoundRun {
  /** the folder of the run, relative to the path that was asked for; `.` for that folder itself */
  readonly run: string;
  /** paths of its event files, in the order in which TensorBoard reads them */
  readonly files: readonly string[];
  /** hyperparameters of the run, or of the nearest folder around it that has some */
  readonly hparams: RunHparams;
}

/** The runs below a path, by what a listing tells. */
export interface ListedRuns {
  /** runs that the pattern matches */
  readonly wanted: readonly string[];
  /** paths of the event files of each run, wanted or not, in the order in which TensorBoard reads them */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

/** Lists runs and opens no file. @throws UserError for a path that does not exist, holds no event file, or has no run of the pattern */
export async function listRuns(path: string, pattern: string | undefined): Promise<ListedRuns> {
  const listed = await runFiles(path);
  const files = new Map<string, string[]>();
  for (const file of listed) addTo(files, file.run, file.path);
  return { wanted: [...new Set(expectRuns(path, listed, pattern).map(({ run }) => run))], files };
}

/**
 * Reads the hyperparameters of the folders around those wanted runs that have none.
 * @param known hyperparameters of each wanted run, undefined for a run without any
 * @returns `known` and these
 */
export async function findHparams(
  { wanted, files }: ListedRuns,
  known: ReadonlyMap<string, RunHparams | undefined>,
  options: RunOptions,
): Promise<ReadonlyMap<string, RunHparams | undefined>> {
  const found = new Map(known);
  const around = wanted.flatMap((run) => (known.get(run) ? [] : foldersFrom(run)));
  for (const name of new Set(around)) {
    const paths = files.get(name);
    if (paths && !known.has(name)) found.set(name, await hparamsIn(paths, options));
  }
  return found;
}

/** The hyperparameters of a run, or of the nearest folder around it that has some. */
export function hparamsOf(run: string, hparams: ReadonlyMap<string, RunHparams | undefined>): RunHparams {
  for (const folder of foldersFrom(run)) {
    const own = hparams.get(folder);
    if (own) return own;
  }
  return {};
}

/** A run and the folders around it, the nearest first. */
function foldersFrom(run: string): string[] {
  const folders: string[] = [];
  const before = (at: number): number => Math.max(run.lastIndexOf('/', at - 1), run.lastIndexOf('\\', at - 1));
  for (let at = run.length; at > 0; at = before(at)) folders.push(run.slice(0, at));
  return run === '.' ? folders : [...folders, '.'];
}

/**
 * Finds the runs below a path, and searches their files for hyperparameters: a table that is printed while the events are
 * read needs these columns in its first row.
 * @param path an event file, or a folder of runs
 * @throws UserError for a path that does not exist, holds no event file, has no run of the pattern, or is a pipe; and the
 * storage's errors
 */
export async function findRuns(path: string, options: RunOptions): Promise<FoundRun[]> {
  const listed = await listRuns(path, options.run);
  const { stamp } = storageOf(path);
  // a pipe is listed as a file, but has no stamp
  if (stamp && [...listed.files.values()].some((files) => files.includes(path)) && stamp(path) === undefined)
    throw new UserError(`${path} is a pipe, and its events are read twice: save them to a file first`);
  const known = new Map<string, RunHparams | undefined>();
  for (const run of listed.wanted) known.set(run, await searchHparams(listed.files.get(run)!, options));
  const hparams = await findHparams(listed, known, options);
  return listed.wanted.map((run) => ({ run, files: listed.files.get(run)!, hparams: hparamsOf(run, hparams) }));
}

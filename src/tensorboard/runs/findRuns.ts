// The events of all runs of a logdir, and those which a restart of a training discards. Tables that are printed as they are
// read need two passes: restarts and hyperparameters of later events belong to earlier points.

import { addTo } from '../../addTo.ts';
import type { OptionNames } from '../../options.ts';
import { readEventBatches } from '../reading/fileReader.ts';
import type { ReadEvent } from '../reading/readEvent.ts';
import type { ReadValue } from '../reading/readValue.ts';
import type { FileCorruption } from '../reading/runFacts.ts';
import { expectRuns, runFiles } from '../reading/runs.ts';
import { firstPass, type HparamValue, type Restart } from './firstPass.ts';
import { discardLimits } from './restarts.ts';

/** Which runs and tags are read. */
export interface RunOptions {
  /** runs whose name it matches: `*` stands for any letters, `?` for one; all runs */
  readonly run?: string | undefined;
  /** the one tag that is read; all tags */
  readonly tag?: string | undefined;
  /**
   * points that a restart of the training discards, a SessionLog START at their step or an earlier one: `drop` them as
   * TensorBoard's Python loader does, or `keep` them as they are in the files; `keep`
   */
  readonly discarded?: 'keep' | 'drop';
  /** called at the end of a run of which a restart discards points */
  readonly reportDiscarded?: (discarded: DiscardedPoints) => void;
  /** called for corrupt bytes, which are skipped */
  readonly reportCorruption?: (corruption: FileCorruption) => void;
  /** called while a file is read, with its path and the bytes that were read of it */
  readonly onBatch?: (file: string, bytes: number) => void;
}

/** Names of the options of `readRuns`. */
export const runOptionNames: OptionNames<RunOptions> = {
  run: true,
  tag: true,
  discarded: true,
  reportDiscarded: true,
  reportCorruption: true,
  onBatch: true,
};

/** Points of a run that a restart of its training discards. */
export interface DiscardedPoints {
  readonly run: string;
  /** the lowest step of the run's restarts */
  readonly step: number;
  /** how many scalars are discarded */
  readonly points: number;
}

/** A run of a logdir, before its events are read. */
export interface FoundRun {
  /** the folder of the run, relative to the path that was asked for; `.` for that folder itself */
  readonly run: string;
  /** paths of its event files, in the order in which TensorBoard reads them */
  readonly files: readonly string[];
  readonly restarts: readonly Restart[];
  /** hyperparameters of the run, or of the nearest folder around it that has some */
  readonly hparams: Readonly<Record<string, HparamValue>>;
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

type Hparams = FoundRun['hparams'];

/**
 * Adds hyperparameters of folders around the wanted runs, which these have where they tell none.
 * @param known those of the wanted runs, which were read
 */
export async function findHparams(
  { wanted, files }: ListedRuns,
  known: ReadonlyMap<string, Hparams | undefined>,
  onBatch: RunOptions['onBatch'],
): Promise<ReadonlyMap<string, Hparams | undefined>> {
  const found = new Map(known);
  const around = wanted.flatMap((run) => (known.get(run) ? [] : foldersFrom(run)));
  for (const name of new Set(around)) {
    const paths = files.get(name);
    if (paths && !known.has(name)) found.set(name, (await firstPass(paths, onBatch)).hparams);
  }
  return found;
}

/** The hyperparameters of a run, or of the nearest folder around it that has some. */
export function hparamsOf(run: string, hparams: ReadonlyMap<string, Hparams | undefined>): Hparams {
  const holder = foldersFrom(run).find((name) => hparams.get(name));
  return (holder !== undefined && hparams.get(holder)) || {};
}

/** A run and the folders around it, the nearest first. */
function foldersFrom(run: string): string[] {
  const folders: string[] = [];
  const before = (at: number): number => Math.max(run.lastIndexOf('/', at - 1), run.lastIndexOf('\\', at - 1));
  for (let at = run.length; at > 0; at = before(at)) folders.push(run.slice(0, at));
  return run === '.' ? folders : [...folders, '.'];
}

/**
 * Finds the runs below a path, and what a first pass over their files tells.
 * @param path an event file, or a folder of runs
 * @throws UserError for a path that does not exist, holds no event file, or has no run of the pattern; and the file system's
 * errors
 */
export async function findRuns(path: string, { run: pattern, onBatch }: RunOptions = {}): Promise<FoundRun[]> {
  const listed = await listRuns(path, pattern);
  const facts = new Map<string, Awaited<ReturnType<typeof firstPass>>>();
  for (const run of listed.wanted) facts.set(run, await firstPass(listed.files.get(run)!, onBatch));
  const hparams = await findHparams(listed, new Map([...facts].map(([run, own]) => [run, own.hparams])), onBatch);
  return listed.wanted.map((run) => ({
    run,
    files: listed.files.get(run)!,
    restarts: facts.get(run)!.restarts,
    hparams: hparamsOf(run, hparams),
  }));
}

/** Reads the events of a run's files in batches, each with the index of its file; corrupt bytes are skipped. */
export async function* runBatches(
  files: readonly string[],
  { reportCorruption = () => undefined, onBatch }: RunOptions,
): AsyncGenerator<{ readonly file: number; readonly events: readonly ReadEvent[] }, void, undefined> {
  for (const [index, file] of files.entries()) {
    const options = {
      onCorruption: 'resync',
      reportCorruption: (corruption: Omit<FileCorruption, 'file'>) => reportCorruption({ file, ...corruption }),
    } as const;
    for await (const events of readEventBatches(file, options)) {
      onBatch?.(file, events.at(-1)!.offset);
      yield { file: index, events };
    }
  }
}

/** Reads the events of one run in batches, with or without those that a later restart discards. */
export async function* runEvents(
  { run, files, restarts }: FoundRun,
  options: RunOptions = {},
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  const { tag: wanted, discarded = 'keep', reportDiscarded } = options;
  const isDiscarded = discardTest(restarts);
  const isCounted = ({ tag, scalar }: ReadValue): boolean =>
    scalar !== undefined && (wanted === undefined || tag === wanted);
  let points = 0;
  for await (const { file, events } of runBatches(files, options)) {
    const kept = isDiscarded
      ? events.filter((event) => {
          if (!isDiscarded(file, event)) return true;
          points += event.values.filter(isCounted).length;
          return discarded === 'keep';
        })
      : events;
    if (kept.length > 0) yield kept;
  }
  if (points > 0) reportDiscarded?.({ run, step: discardLimits(restarts.map(({ step }) => step))[0]!, points });
}

/** A test for events, in the order of the files, that a later restart discards; undefined of a run without a restart. */
function discardTest(restarts: readonly Restart[]): ((file: number, event: ReadEvent) => boolean) | undefined {
  if (restarts.length === 0) return undefined;
  const limits = discardLimits(restarts.map(({ step }) => step));
  let next = 0;
  return (file, { offset, step }) => {
    while (next < restarts.length && !isBefore(file, offset, restarts[next]!)) next += 1;
    return next < restarts.length && step >= limits[next]!;
  };
}

const isBefore = (file: number, offset: number, restart: Restart): boolean =>
  file < restart.file || (file === restart.file && offset < restart.offset);

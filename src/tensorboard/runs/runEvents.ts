// The events of all runs of a logdir, and of each which a restart of its training discards.

import { addTo } from '../../addTo.ts';
import type { OptionNames } from '../../options.ts';
import { readEventBatches } from '../reading/fileReader.ts';
import type { ReadEvent } from '../reading/readEvent.ts';
import type { FileCorruption } from '../reading/runFacts.ts';
import { expectRuns, runFiles } from '../reading/runs.ts';
import { firstPass, type HparamValue, type Restart } from './firstPass.ts';

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
  /**
   * called while a file is read, with its path and the bytes that were read of it; twice for each file, whose restarts are
   * looked for first
   */
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

/**
 * Finds the runs below a path, and what a first pass over their files tells.
 * @param path an event file, or a folder of runs
 * @throws UserError for a path that does not exist, holds no event file, or has no run of the pattern; and the file system's
 * errors
 */
export async function findRuns(path: string, { run: pattern, onBatch }: RunOptions = {}): Promise<FoundRun[]> {
  const files = await runFiles(path);
  const paths = new Map<string, string[]>();
  for (const file of files) addTo(paths, file.run, file.path);
  const names = [...paths.keys()];
  const wanted = [...new Set(expectRuns(path, files, pattern).map(({ run }) => run))];
  const facts = new Map<string, Awaited<ReturnType<typeof firstPass>>>();
  // folders around a run may hold its hyperparameters
  for (const name of names)
    if (wanted.some((run) => run === name || isAround(name, run)))
      facts.set(name, await firstPass(paths.get(name)!, onBatch));
  return wanted.map((run) => {
    const around = names.filter((name) => name === run || isAround(name, run)).toReversed();
    const holder = around.find((name) => facts.get(name)?.hparams);
    return {
      run,
      files: paths.get(run)!,
      restarts: facts.get(run)!.restarts,
      hparams: (holder !== undefined && facts.get(holder)!.hparams) || {},
    };
  });
}

const isAround = (folder: string, run: string): boolean =>
  folder !== run && (folder === '.' || run.startsWith(`${folder}/`) || run.startsWith(`${folder}\\`));

/** Reads the events of one run in batches, with or without those that a later restart discards. */
export async function* runEvents(
  found: FoundRun,
  {
    discarded = 'keep',
    reportDiscarded = () => undefined,
    reportCorruption = () => undefined,
    onBatch,
  }: RunOptions = {},
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  const { run, files, restarts } = found;
  const isDiscarded = discardTest(restarts);
  let points = 0;
  for (const [index, file] of files.entries()) {
    const options = {
      onCorruption: 'resync',
      reportCorruption: (corruption: Omit<FileCorruption, 'file'>) => reportCorruption({ file, ...corruption }),
    } as const;
    for await (const batch of readEventBatches(file, options)) {
      onBatch?.(file, batch.at(-1)!.offset);
      const kept = isDiscarded
        ? batch.filter((event) => {
            if (!isDiscarded(index, event)) return true;
            points += event.values.filter(({ scalar }) => scalar !== undefined).length;
            return discarded === 'keep';
          })
        : batch;
      if (kept.length > 0) yield kept;
    }
  }
  if (points > 0) reportDiscarded({ run, step: Math.min(...restarts.map(({ step }) => step)), points });
}

/** A test for events, in the order of the files, that a later restart discards; undefined of a run without a restart. */
function discardTest(restarts: readonly Restart[]): ((file: number, event: ReadEvent) => boolean) | undefined {
  if (restarts.length === 0) return undefined;
  // by restart: the lowest step of it and of all later ones, from which on earlier points are discarded
  const limits = restarts.map(({ step }) => step);
  for (let i = limits.length - 2; i >= 0; i--) limits[i] = Math.min(limits[i]!, limits[i + 1]!);
  let next = 0;
  return (file, { offset, step }) => {
    while (next < restarts.length && !isBefore(file, offset, restarts[next]!)) next += 1;
    return next < restarts.length && step >= limits[next]!;
  };
}

const isBefore = (file: number, offset: number, restart: Restart): boolean =>
  file < restart.file || (file === restart.file && offset < restart.offset);

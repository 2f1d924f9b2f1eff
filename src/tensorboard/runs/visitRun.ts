// Reads the events of a run once, in bounded memory, and hands each point to a visitor as numbers.
import type { OptionNames } from '../../options.ts';
import { recordReader } from '../reading/batches.ts';
import type { ReadValue } from '../reading/readValue.ts';
import type { FileCorruption } from '../reading/runFacts.ts';
import { RecordScanner } from '../reading/scanner.ts';
import { readPieces } from './readPieces.ts';
import { type Discarded, discardLimits } from './restarts.ts';

/** Which runs and tags are read. */
export interface RunOptions {
  /** a pattern of run names: `*` matches any characters, `?` one; default: all runs */
  readonly run?: string | undefined;
  /** the only tag to read; default: all tags */
  readonly tag?: string | undefined;
  /**
   * points that a restart of the training (a SessionLog START at their step or an earlier one) discards: `keep` leaves them
   * in, `drop` removes them as TensorBoard does, whose Python loader takes a run's first START for no restart; default: `keep`
   */
  readonly discarded?: 'keep' | 'drop';
  /** called after each run in which a restart discards points */
  readonly reportDiscarded?: (discarded: DiscardedPoints) => void;
  /** called for corrupt bytes, which are skipped */
  readonly reportCorruption?: (corruption: FileCorruption) => void;
  /** called after each piece of a file, with its path and the bytes read of it so far */
  readonly onBatch?: (file: string, bytes: number) => void;
  /** once aborted, the reading rejects with its reason */
  readonly signal?: AbortSignal;
}

/** Names of the options of `readRuns`. */
export const runOptionNames: OptionNames<RunOptions> = {
  run: true,
  tag: true,
  discarded: true,
  reportDiscarded: true,
  reportCorruption: true,
  onBatch: true,
  signal: true,
};

/** Points of a run that a restart of its training discards. */
export interface DiscardedPoints {
  readonly run: string;
  /** the lowest step of a restart that discards some */
  readonly step: number;
  /** how many scalars are discarded */
  readonly points: number;
}

/** Takes what the files of a run hold, in the order in which it was written. */
export interface RunVisitor {
  /** Takes a point of a scalar; `wallTime` in seconds since 1970. */
  point?(tag: string, step: number, wallTime: number, value: number): void;
  /** Takes a value that is no scalar. */
  other?(value: ReadValue): void;
  /** Takes the step at which the training started again, before the points of that event. */
  restart?(step: number): void;
  /** Called after each piece of a file. Reading goes on when it resolves. */
  piece?(): Promise<void>;
}

/** The options of a further pass over files: their corruption is reported once. */
export const quietly = (options: RunOptions): RunOptions => ({ ...options, reportCorruption: () => undefined });

/**
 * Reads the files of a run; corrupt bytes are skipped.
 * @param end reading stops after the record that holds the byte before this index; default: the end of each file
 * @throws the storage's errors, and the reason of `signal` once it is aborted
 */
export async function visitRun(
  files: readonly string[],
  visitor: RunVisitor,
  options: RunOptions,
  end = Number.POSITIVE_INFINITY,
): Promise<void> {
  // one reader for all files: a tag may have its metadata in the first of them alone
  const read = readerOf(visitor);
  for (const file of files) {
    const scanner = new RecordScanner({
      onCorruption: 'resync',
      source: file,
      reportCorruption: (corruption) => options.reportCorruption?.({ file, ...corruption }),
    });
    const filled = async (count: number): Promise<boolean> => {
      scanner.filled(count);
      scanner.scan(read, count === 0);
      await visitor.piece?.();
      return (scanner.nextRecord ?? 0) < end;
    };
    await readPieces(file, { room: (bytes) => scanner.room(bytes).subarray(0, bytes), filled }, options);
  }
}

function readerOf(visitor: RunVisitor): ReturnType<typeof recordReader> {
  return recordReader({
    scalars({ step, wallTime, count, tags, values }) {
      for (let i = 0; i < count; i++) visitor.point?.(tags[i]!, step, wallTime, values[i]!);
    },
    event({ step, wallTime, values, session }) {
      if (session?.status === 'start') visitor.restart?.(step);
      for (const value of values)
        if (value.scalar === undefined) visitor.other?.(value);
        else visitor.point?.(value.tag, step, wallTime, value.scalar);
    },
  });
}

/**
 * Counts the points of a run that its restarts discard, in a second pass over its files: a restart discards points before it.
 * @param steps those of the restarts, in their order
 * @throws as `visitRun`
 */
export async function countDiscarded(
  files: readonly string[],
  steps: readonly number[],
  options: RunOptions,
): Promise<Discarded> {
  const { tag: wanted } = options;
  const limits = discardLimits(steps);
  let [restarts, points, lowest] = [0, 0, Number.POSITIVE_INFINITY];
  const visitor: RunVisitor = {
    restart: () => {
      restarts += 1;
    },
    point: (tag, step) => {
      const limit = limits[restarts]!;
      if (step < limit || (wanted !== undefined && tag !== wanted)) return;
      points += 1;
      lowest = Math.min(lowest, limit);
    },
  };
  await visitRun(files, visitor, quietly(options));
  return { points, step: lowest };
}

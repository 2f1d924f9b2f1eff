// The points of curves, from a file or a folder of runs.

import { expectOptions, type OptionNames } from '../../options.ts';
import { storageOf } from '../../storage/storages.ts';
import type { ReadEvent } from './readEvent.ts';
import { type ReadValue, TagMetadata } from './readValue.ts';
import type { FileCorruption } from './runFacts.ts';
import { expectRuns, type RunFile, runFiles, runMatcher } from './runs.ts';
import type { Corruption } from './scanner.ts';
import { EventTail } from './tail.ts';
import { letSignalsIn, untilAborted, waited } from './waited.ts';

/** A value of a tag, with its run, step and time. */
export interface Point {
  /** the folder of the run, relative to the path that was asked for; `.` for that folder itself */
  readonly run: string;
  readonly step: number;
  /** seconds since 1970 */
  readonly wallTime: number;
  readonly value: ReadValue;
}

/** Options of `pointsOf`. */
export interface PointOptions {
  /** runs whose name it matches: `*` stands for any letters, `?` for one; all runs */
  readonly run?: string | undefined;
  /** the tag whose points are read; all tags */
  readonly tag?: string | undefined;
  /** called for corrupt bytes, which are skipped */
  readonly reportCorruption?: (corruption: FileCorruption) => void;
  /** waits for points that are written next, in new files and runs too, until `signal` is aborted; false */
  readonly follow?: boolean;
  /** called while a file is read, with its path and the bytes that were read of it */
  readonly onBatch?: (file: string, bytes: number) => void;
  /** ends the iteration without an error once it is aborted; none */
  readonly signal?: AbortSignal;
}

const optionNames: OptionNames<PointOptions> = {
  run: true,
  tag: true,
  reportCorruption: true,
  follow: true,
  onBatch: true,
  signal: true,
};

const [pollMs, maxPollMs] = [200, 5000];

/**
 * Reads points run by run; with `follow` also those that are written later, in the order in which they come.
 * @param path an event file, or a folder of runs
 * @throws UserError for a path that does not exist; without `follow` also for one that holds no event file, or no run of the pattern
 */
export async function* pointsOf(
  path: string,
  options: PointOptions = {},
): AsyncGenerator<readonly Point[], void, undefined> {
  expectOptions(options, optionNames);
  const points = options.follow ? followed(path, options) : readOnce(path, options);
  yield* untilAborted(points, options.signal);
}

type PointBatches = AsyncGenerator<readonly Point[], void, undefined>;

async function* readOnce(path: string, options: PointOptions): PointBatches {
  const tailOf = tailMaker(options);
  for (const file of expectRuns(path, await runFiles(path), options.run)) {
    const tail = tailOf(file);
    try {
      yield* readPoints(tail, file, options);
    } finally {
      await tail.close();
    }
  }
}

/** Reads points for ever, those of new files too. Files are open while they are read, since a logdir may have more than may be open. */
async function* followed(path: string, options: PointOptions): PointBatches {
  const storage = storageOf(path);
  const tails = new Map<string, EventTail>();
  const tailOf = tailMaker(options);
  try {
    for (let milliseconds = 0; await waited(milliseconds, options.signal); ) {
      const begun = performance.now();
      let isIdle = true;
      const files = (await runFiles(path)).filter(runMatcher(options.run));
      await forgetRemoved(tails, files);
      for (const file of files) {
        await letSignalsIn();
        const tail = tails.get(file.path) ?? tailOf(file);
        tails.set(file.path, tail);
        try {
          const size = file.size ?? storage.stamp?.(file.path)?.size;
          if (size === tail.offset) continue;
          isIdle = false;
          yield* readPoints(tail, file, options);
          // a pipe is read on where it is open
          if (size !== undefined) await tail.rest();
        } catch (error) {
          // it was removed after it was listed
          if (await storage.list(file.path, false)) throw error;
        }
      }
      // a look at many files takes long, and the processor has other work
      const lookMs = isIdle ? Math.min(maxPollMs, 4 * (performance.now() - begun)) : 0;
      milliseconds = Math.max(storage.pollMs ?? pollMs, lookMs);
    }
  } finally {
    for (const tail of tails.values()) await tail.close();
  }
}

/** A file that comes again is another one. */
async function forgetRemoved(tails: Map<string, EventTail>, files: readonly RunFile[]): Promise<void> {
  const listed = new Set(files.map((file) => file.path));
  for (const [path, tail] of tails) {
    if (listed.has(path)) continue;
    tails.delete(path);
    await tail.close();
  }
}

/** Creates the tails of files, which share the metadata of their run. */
function tailMaker({ reportCorruption = () => undefined }: PointOptions): (file: RunFile) => EventTail {
  const ofRuns = new Map<string, TagMetadata>();
  return ({ path: file, run }) => {
    const metadata = ofRuns.get(run) ?? new TagMetadata();
    ofRuns.set(run, metadata);
    const report = (found: Corruption): void => reportCorruption({ file, ...found });
    return new EventTail(file, { onCorruption: 'resync', reportCorruption: report }, { metadata });
  };
}

async function* readPoints(tail: EventTail, file: RunFile, { follow, tag, onBatch }: PointOptions): PointBatches {
  for await (const events of tail.read(!follow)) {
    onBatch?.(file.path, events.at(-1)!.offset);
    const points = pointsIn(events, file, tag);
    if (points.length > 0) yield points;
  }
}

function pointsIn(events: readonly ReadEvent[], { run }: RunFile, tag: string | undefined): Point[] {
  const points: Point[] = [];
  for (const { step, wallTime, values } of events)
    for (const value of values) if (tag === undefined || value.tag === tag) points.push({ run, step, wallTime, value });
  return points;
}

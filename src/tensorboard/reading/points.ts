// The points of curves, from a file or a folder of runs.

import { expectOptions, type OptionNames } from '../../options.ts';
import { storageOf } from '../../storage/storages.ts';
import type { ReadEvent } from './readEvent.ts';
import type { ReadValue } from './readValue.ts';
import type { FileCorruption } from './runFacts.ts';
import { expectRuns, type RunFile, runFiles, runMatcher } from './runs.ts';
import { EventTail } from './tail.ts';
import { waited } from './waited.ts';

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

const pollMs = 200;

/**
 * Reads points run by run; with `follow` also those that are written later, in the order in which they come.
 * @param path an event file, or a folder of runs
 * @throws UserError for a path that does not exist; without `follow` also for one that holds no event file, or no run of the pattern
 */
export async function* pointsOf(path: string, options: PointOptions = {}): AsyncGenerator<readonly Point[]> {
  expectOptions(options, optionNames);
  const { follow = false, signal, reportCorruption = () => undefined, onBatch } = options;
  const tails = new Map<string, EventTail>();
  const tailOf = async (file: string): Promise<EventTail> => {
    const known = tails.get(file);
    if (known) return known;
    const tail = await EventTail.open(file, {
      onCorruption: 'resync',
      reportCorruption: (found) => reportCorruption({ file, ...found }),
    });
    tails.set(file, tail);
    return tail;
  };
  if (!follow) expectRuns(path, await runFiles(path), options.run);
  try {
    do {
      for (const file of (await runFiles(path)).filter(runMatcher(options.run))) {
        const tail = await tailOf(file.path);
        // where the listing tells sizes, a look at each file would be a request
        if (follow && file.size !== undefined && file.size <= tail.offset) continue;
        for await (const events of tail.read(!follow)) {
          if (signal?.aborted) return;
          onBatch?.(file.path, events.at(-1)!.offset);
          const points = pointsIn(events, file, options.tag);
          if (points.length > 0) yield points;
        }
        if (follow) continue;
        await tail.close();
        tails.delete(file.path);
      }
    } while (follow && (await waited(storageOf(path).pollMs ?? pollMs, signal)));
  } finally {
    for (const tail of tails.values()) await tail.close();
  }
}

function pointsIn(events: readonly ReadEvent[], { run }: RunFile, tag: string | undefined): Point[] {
  const points: Point[] = [];
  for (const { step, wallTime, values } of events)
    for (const value of values) if (tag === undefined || value.tag === tag) points.push({ run, step, wallTime, value });
  return points;
}

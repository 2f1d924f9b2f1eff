// The points of curves. In: a file or a folder of runs. Out: values with their steps, as they were written or as they come.
import { UserError } from '../../errors.ts';
import type { FileCorruption } from './inspectLogdir.ts';
import type { ReadEvent } from './readEvent.ts';
import type { ReadValue } from './readValue.ts';
import { type RunFile, runFiles } from './runs.ts';
import { EventTail } from './tail.ts';
import { waited } from './waited.ts';

export interface Point {
  readonly run: string;
  readonly step: number;
  /** seconds since 1970 */
  readonly wallTime: number;
  readonly value: ReadValue;
}

export interface PointOptions {
  /** of all tags without */
  readonly tag?: string | undefined;
  /** told of what is left out */
  readonly reportCorruption?: (corruption: FileCorruption) => void;
  /** waits for what is written next, in new files and runs too, until `signal` ends it */
  readonly follow?: boolean;
  readonly signal?: AbortSignal;
}

const pollMs = 200;

/**
 * Run by run, and with `follow` in the order in which they come.
 * @throws UserError for a path that is not there, or holds no event file that could be followed
 */
export async function* pointsOf(path: string, options: PointOptions = {}): AsyncGenerator<readonly Point[]> {
  const { follow = false, signal, reportCorruption = () => undefined } = options;
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
  if (!follow && (await runFiles(path)).length === 0) throw new UserError(`there is no event file at ${path}`);
  try {
    do {
      for (const file of await runFiles(path)) {
        const tail = await tailOf(file.path);
        for await (const events of tail.read(!follow)) {
          if (signal?.aborted) return;
          const points = pointsIn(events, file, options.tag);
          if (points.length > 0) yield points;
        }
        if (follow) continue;
        await tail.close();
        tails.delete(file.path);
      }
    } while (follow && (await waited(pollMs, signal)));
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

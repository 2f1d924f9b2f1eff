// What event files hold. In: a file or a folder of runs. Out: runs with their tags, graphs and damage.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { tensorboard } from '../proto/messages.js';
import { UserError } from '../userError.ts';
import { readEvents } from './reader.ts';
import type { Damage } from './reading/scanner.ts';

export interface InspectedTag {
  readonly tag: string;
  readonly plugin: string;
  readonly count: number;
  readonly firstStep: number;
  readonly lastStep: number;
  /** seconds since 1970 */
  readonly firstWallTime: number;
  readonly lastWallTime: number;
  /** how often a step was lower than the one before it */
  readonly backwards: number;
  /** the longest distance between two steps that follow each other, where it is not the usual one */
  readonly largestGap: number | undefined;
}

export interface InspectedRun {
  /** its folder from the one that was asked for, `.` for that itself */
  readonly run: string;
  readonly files: readonly string[];
  readonly events: number;
  /** nodes of each graph */
  readonly graphs: readonly number[];
  readonly tags: readonly InspectedTag[];
  readonly damage: readonly (Damage & { readonly file: string })[];
}

/** @throws UserError for a path that holds no event file */
export async function inspect(path: string): Promise<InspectedRun[]> {
  const files = eventFiles(path);
  if (files.length === 0) throw new UserError(`there is no event file at ${path}`);
  const root = statSync(path).isDirectory() ? path : dirname(path);
  const runs = new Map<string, string[]>();
  for (const file of files) {
    const run = relative(root, dirname(file)) || '.';
    runs.set(run, [...(runs.get(run) ?? []), file]);
  }
  const sorted = [...runs].sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(sorted.map(([run, held]) => inspectRun(run, held)));
}

/** Every point of a scalar, run by run, in the order written. */
export async function pointsOf(
  path: string,
  tag: string,
): Promise<{ run: string; step: number; wallTime: number; value: number }[]> {
  const found = [];
  const root = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
  for (const file of eventFiles(path))
    for await (const { step, wallTime, values } of readEvents(file, { onDamage: 'resync' }))
      for (const { tag: name, scalar } of values)
        if (name === tag && scalar !== undefined)
          found.push({ run: relative(root, dirname(file)) || '.', step, wallTime, value: scalar });
  return found;
}

// TensorBoard reads every name with `tfevents` in it, in the order of the names
function eventFiles(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UserError(`there is no file or folder ${path}`);
  if (!stats.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.includes('tfevents'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

type Counted = { -readonly [K in keyof InspectedTag]: InspectedTag[K] } & { gaps: Map<number, number> };

async function inspectRun(run: string, files: readonly string[]): Promise<InspectedRun> {
  const damage: (Damage & { file: string })[] = [];
  const graphs: number[] = [];
  const tags = new Map<string, Counted>();
  let events = 0;
  for (const file of files)
    for await (const { step, wallTime, graph, values } of readEvents(file, {
      onDamage: 'resync',
      damaged: (found) => damage.push({ file, ...found }),
    })) {
      events += 1;
      if (graph) graphs.push(tensorboard.GraphDef.decode(graph).node.length);
      for (const { tag, plugin } of values) count(tags, tag, plugin, step, wallTime);
    }
  return { run, files, events, graphs, tags: [...tags.values()].map(finished), damage };
}

function count(tags: Map<string, Counted>, tag: string, plugin: string, step: number, wallTime: number): void {
  const known = tags.get(tag);
  if (!known) {
    tags.set(tag, {
      tag,
      plugin,
      count: 1,
      firstStep: step,
      lastStep: step,
      firstWallTime: wallTime,
      lastWallTime: wallTime,
      backwards: 0,
      largestGap: undefined,
      gaps: new Map(),
    });
    return;
  }
  const gap = step - known.lastStep;
  if (gap < 0) known.backwards += 1;
  else known.gaps.set(gap, (known.gaps.get(gap) ?? 0) + 1);
  known.count += 1;
  known.lastStep = step;
  known.lastWallTime = wallTime;
}

function finished({ gaps, ...tag }: Counted): InspectedTag {
  const [usual] = [...gaps].reduce((most, gap) => (gap[1] > most[1] ? gap : most), [0, 0]);
  const largest = Math.max(0, ...gaps.keys());
  return { ...tag, largestGap: largest > usual ? largest : undefined };
}

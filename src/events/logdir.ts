// What a logdir already holds. In: its path. Out: its event files, and which of them hold a graph or are ours.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readEvents } from './reader.ts';
import { writerName } from './storage.ts';

export interface FoundEventFile {
  readonly path: string;
  readonly ours: boolean;
  readonly hasGraph: boolean;
}

/** The event files of the run `logdir` itself, without sub-runs; TensorBoard reads every name with `tfevents` in it. */
export async function findEventFiles(logdir: string): Promise<FoundEventFile[]> {
  if (!existsSync(logdir)) return [];
  const found: FoundEventFile[] = [];
  for (const entry of readdirSync(logdir, { withFileTypes: true }))
    if (entry.isFile() && entry.name.includes('tfevents')) found.push(await examine(join(logdir, entry.name)));
  return found;
}

// as a loader reads it: up to the first damage
async function examine(path: string): Promise<FoundEventFile> {
  let ours = false;
  for await (const { writer, graph } of readEvents(path, { onDamage: 'stop' })) {
    ours ||= writer === writerName;
    if (graph) return { path, ours, hasGraph: true };
  }
  return { path, ours, hasGraph: false };
}

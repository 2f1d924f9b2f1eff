// What a logdir already holds. In: its path. Out: its event files, and which of them hold a graph or are ours.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writerName } from '../../storage/storage.ts';
import { readEvents } from './fileReader.ts';
import type { ReadValue } from './readValue.ts';

export interface FoundEventFile {
  readonly path: string;
  readonly ours: boolean;
  /** of the tag that was asked for, or the one without */
  readonly hasGraph: boolean;
}

/** Of the tags of graphs: with the time that they took, or without. */
export const graphPlugins: readonly string[] = ['graph_run_metadata', 'graph_run_metadata_graph'];

/** The event files of the run `logdir` itself, without sub-runs; TensorBoard reads every name with `tfevents` in it. */
export async function findEventFiles(logdir: string, tag?: string): Promise<FoundEventFile[]> {
  if (!existsSync(logdir)) return [];
  const found: FoundEventFile[] = [];
  for (const entry of readdirSync(logdir, { withFileTypes: true }))
    if (entry.isFile() && entry.name.includes('tfevents')) found.push(await examine(join(logdir, entry.name), tag));
  return found;
}

// as a loader reads it: up to the first damage
async function examine(path: string, tag: string | undefined): Promise<FoundEventFile> {
  let ours = false;
  const isTagged = (value: ReadValue): boolean => value.tag === tag && graphPlugins.includes(value.plugin ?? '');
  for await (const { writer, graph, values } of readEvents(path, { onDamage: 'stop' })) {
    ours ||= writer === writerName;
    if (tag === undefined ? graph : values.some(isTagged)) return { path, ours, hasGraph: true };
  }
  return { path, ours, hasGraph: false };
}

// The event files of a logdir: which of them hold a graph, and which of them this program wrote.
import { storageOf } from '../../storage/storages.ts';
import { writerName } from '../files/eventWriter.ts';
import { readEvents } from './fileReader.ts';
import type { ReadValue } from './readValue.ts';
import { isEventFile } from './runs.ts';

export interface FoundEventFile {
  readonly path: string;
  /** whether this program wrote the file */
  readonly ours: boolean;
  /** whether the file holds a graph of the tag that was asked for, or the graph without a tag */
  readonly hasGraph: boolean;
}

/** Plugins of graphs that have a tag: with compute times, and without. */
export const graphPlugins: readonly string[] = ['graph_run_metadata', 'graph_run_metadata_graph'];

/**
 * Reads the event files of the run `logdir`, without the runs below it.
 * @param tag of the graph to look for; the graph without a tag by default
 */
export async function findEventFiles(logdir: string, tag?: string): Promise<FoundEventFile[]> {
  const files = (await storageOf(logdir).list(logdir, false)) ?? [];
  const found: FoundEventFile[] = [];
  for (const { path, name } of files) if (isEventFile(name)) found.push(await examine(path, tag));
  return found;
}

/** Reads a file as TensorBoard's loader does: up to the first corrupt byte. */
async function examine(path: string, tag: string | undefined): Promise<FoundEventFile> {
  let ours = false;
  const isTagged = (value: ReadValue): boolean => value.tag === tag && graphPlugins.includes(value.plugin ?? '');
  for await (const { writer, graph, values } of readEvents(path, { onCorruption: 'stop' })) {
    ours ||= writer === writerName;
    if (tag === undefined ? graph : values.some(isTagged)) return { path, ours, hasGraph: true };
  }
  return { path, ours, hasGraph: false };
}

// Which folder takes the next graph: TensorBoard's two loaders disagree on two graphs in one run, unless they have tags.
// In: a logdir. Out: it, or the first of its sub-runs `graph_2`, `graph_3`, … that is not there yet.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeCreated } from '../src/storage/createFolder.ts';
import { findEventFiles } from '../src/tensorboard/reading/logdirGraphs.ts';

export interface ChosenRun {
  readonly path: string;
  /** removes the files that the new one replaces, to be called when that is whole */
  removeReplaced(): void;
  /** takes the folder away if it was made for a graph that is not in it */
  abandon(): void;
}

export async function chooseRun(logdir: string, overwrite: boolean, tag?: string): Promise<ChosenRun> {
  const graphs = (await findEventFiles(logdir, tag)).filter(({ hasGraph }) => hasGraph);
  const replaced = overwrite ? graphs.filter(({ ours }) => ours) : [];
  const removeReplaced = (): void => {
    for (const { path } of replaced) rmSync(path);
  };
  if (graphs.length === replaced.length) return { path: logdir, removeReplaced, abandon: () => undefined };
  const path = freeSubRun(logdir);
  return { path, removeReplaced, abandon: () => removeCreated([path]) };
}

function freeSubRun(logdir: string): string {
  for (let n = 2; ; n++) {
    const path = join(logdir, `graph_${n}`);
    if (existsSync(path)) continue;
    mkdirSync(path);
    return path;
  }
}

// Chooses the folder of the next graph: the logdir, or the first of its sub-runs `graph_2`, `graph_3`, … that does not exist
// yet. TensorBoard's two loaders disagree about two graphs in one run, unless they have tags.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../src/errors.ts';
import { removeCreated } from '../src/storage/createFolder.ts';
import { disk } from '../src/storage/diskStorage.ts';
import { storageOf } from '../src/storage/storages.ts';
import { findEventFiles } from '../src/tensorboard/reading/logdirGraphs.ts';

/** The folder for a graph. */
export interface ChosenRun {
  readonly path: string;
  /** Removes the files that the new one replaces; to be called when the new one is complete. */
  removeReplaced(): void;
  /** Removes the folder if it was created for this graph. */
  abandon(): void;
}

/** @param overwrite whether graphs that gmlp-viz wrote are replaced @param tag of the graph */
export async function chooseRun(logdir: string, overwrite: boolean, tag?: string): Promise<ChosenRun> {
  const isRemote = storageOf(logdir) !== disk;
  if (isRemote && overwrite)
    throw new UserError(
      `--overwrite removes files, after which a TensorBoard that reads ${logdir} stops: name another run`,
    );
  const graphs = (await findEventFiles(logdir, tag)).filter(({ hasGraph }) => hasGraph);
  const replaced = overwrite ? graphs.filter(({ ours }) => ours) : [];
  const removeReplaced = (): void => {
    for (const { path } of replaced) rmSync(path);
  };
  if (graphs.length === replaced.length) return { path: logdir, removeReplaced, abandon: () => undefined };
  if (isRemote) return { path: await freeRemoteRun(logdir), removeReplaced, abandon: () => undefined };
  const path = freeSubRun(logdir);
  return { path, removeReplaced, abandon: () => removeCreated([path]) };
}

async function freeRemoteRun(logdir: string): Promise<string> {
  const storage = storageOf(logdir);
  for (let n = 2; ; n++) {
    const path = storage.join(logdir, `graph_${n}`);
    if (!(await storage.list(path, false))) return path;
  }
}

function freeSubRun(logdir: string): string {
  for (let n = 2; ; n++) {
    const path = join(logdir, `graph_${n}`);
    if (existsSync(path)) continue;
    mkdirSync(path);
    return path;
  }
}

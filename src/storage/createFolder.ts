// A folder and those around it. In: a path. Out: the folder on the disk, and how to take it away again.
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Node's own recursive mkdir never returns where a file system refuses with ENOENT, as /proc does.
 * @returns the folders that were not there, the outermost first
 */
export function createFolder(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  try {
    mkdirSync(path);
    return [path];
  } catch (error) {
    const parent = dirname(path);
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT') || parent === path) throw error;
    const created = createFolder(parent);
    try {
      mkdirSync(path);
    } catch (reason) {
      removeCreated(created);
      throw reason;
    }
    return [...created, path];
  }
}

/** Takes away what `createFolder` created, as far as nothing lies in it. */
export function removeCreated(folders: readonly string[]): void {
  try {
    for (const folder of folders.toReversed()) rmdirSync(folder);
  } catch {}
}

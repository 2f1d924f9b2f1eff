// Creates a folder with its parents, and removes it again.
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a folder and its parents. Node's recursive mkdir never returns where a file system refuses with ENOENT, as /proc does.
 * @param mode the rights of new folders, of which the process's umask takes some
 * @returns the folders that did not exist, the outermost first
 */
export function createFolder(path: string, mode = 0o777): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  try {
    return createOne(path, mode);
  } catch (error) {
    const parent = dirname(path);
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT') || parent === path) throw error;
    const created = createFolder(parent, mode);
    try {
      return [...created, ...createOne(path, mode)];
    } catch (reason) {
      removeCreated(created);
      throw reason;
    }
  }
}

/** @returns the folder; none where another process was faster */
function createOne(path: string, mode: number): string[] {
  try {
    mkdirSync(path, mode);
    return [path];
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
    throw error;
  }
}

/** Removes the folders that `createFolder` created, as far as they are empty. */
export function removeCreated(folders: readonly string[]): void {
  try {
    for (const folder of folders.toReversed()) rmdirSync(folder);
  } catch {}
}

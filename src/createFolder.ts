// A folder and those around it. In: a path. Out: the folder on the disk.
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Node's own recursive mkdir never returns where a file system refuses with ENOENT, as /proc does. */
export function createFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  try {
    mkdirSync(path);
  } catch (error) {
    const parent = dirname(path);
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT') || parent === path) throw error;
    createFolder(parent);
    mkdirSync(path);
  }
}

// Which event files lie below a path, and of which run each is. In: a file or a folder. Out: paths and runs.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../../errors.ts';

export interface RunFile {
  readonly path: string;
  /** its folder from the one that was asked for, `.` for that itself */
  readonly run: string;
}

/**
 * Run by run. TensorBoard reads every name with `tfevents` in it, in the order of the names; a file that is named is read
 * whatever its name.
 * @throws UserError for a path that is not there
 */
export function runFiles(path: string): RunFile[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UserError(`there is no file or folder ${path}`);
  if (!stats.isDirectory()) return [{ path, run: '.' }];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.includes('tfevents'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file, run: relative(path, dirname(file)) || '.' }))
    .sort((a, b) => compare(a.run, b.run) || compare(a.path, b.path));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

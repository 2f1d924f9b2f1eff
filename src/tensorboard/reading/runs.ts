// The event files below a path, and the run of each.
import { UserError } from '../../errors.ts';
import { storageOf } from '../../storage/storages.ts';

/** An event file of a run. */
export interface RunFile {
  readonly path: string;
  /** the folder of the run, relative to the path that was asked for; `.` for that folder itself */
  readonly run: string;
  /** bytes, where the listing tells them */
  readonly size?: number;
}

/**
 * Lists event files, run by run. TensorBoard reads each name with `tfevents` in it, in the order of the names; a path of one
 * file is that file, whatever its name.
 * @throws UserError for a path that does not exist
 */
export async function runFiles(path: string): Promise<RunFile[]> {
  const files = await storageOf(path).list(path, true);
  if (!files) throw new UserError(`there is no file or folder ${path}`);
  return files
    .filter((file) => file.path === path || isEventFile(file.name))
    .map((file) => ({ path: file.path, run: file.folder, ...(file.size !== undefined && { size: file.size }) }))
    .sort((a, b) => compare(a.run, b.run) || compare(a.path, b.path));
}

/** Whether TensorBoard reads a file of this name. */
export const isEventFile = (name: string): boolean => name.includes('tfevents');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

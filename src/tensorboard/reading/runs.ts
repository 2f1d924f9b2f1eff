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
  /** a mark of these very bytes, where the listing tells one */
  readonly version?: string;
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
    .map(({ path, folder, size, version }) => ({
      path,
      run: folder,
      ...(size !== undefined && { size }),
      ...(version !== undefined && { version }),
    }))
    .sort((a, b) => compare(a.run, b.run) || compare(a.path, b.path));
}

/**
 * The files whose run matches a pattern in which `*` stands for any letters, and `?` for one; all files without a pattern.
 * @throws UserError for a path without event files, and for a pattern that no run matches
 */
export function expectRuns(path: string, files: readonly RunFile[], pattern: string | undefined): readonly RunFile[] {
  if (files.length === 0) throw new UserError(`there is no event file at ${path}`);
  const wanted = files.filter(runMatcher(pattern));
  if (wanted.length > 0) return wanted;
  throw new UserError(`no run matches ${pattern} (${someOf([...new Set(files.map(({ run }) => run))])})`);
}

/** A test for files by the pattern of their run. */
export function runMatcher(pattern: string | undefined): (file: RunFile) => boolean {
  if (pattern === undefined) return () => true;
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 'su');
  return ({ run }) => expression.test(run);
}

const maxListed = 10;
const someOf = (names: readonly string[]): string =>
  names.length <= maxListed
    ? names.join(', ')
    : `${names.slice(0, maxListed).join(', ')} and ${names.length - maxListed} more`;

/** Whether TensorBoard reads a file of this name. */
export const isEventFile = (name: string): boolean => name.includes('tfevents');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

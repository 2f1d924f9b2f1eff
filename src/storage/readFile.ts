// Whole files, read from the disk or by fetch.
import { readFile as readFromDisk, stat } from 'node:fs/promises';
import { UserError } from '../errors.ts';

const isUrl = (path: string): boolean => /^https?:\/\//i.test(path);

/**
 * Reads a whole regular file, or the answer to an `http:` or `https:` URL.
 * @throws UserError for a pipe or device, which may never end, and for a file that cannot be read
 */
async function readFile(path: string): Promise<Uint8Array> {
  if (isUrl(path)) return fetched(path, async (response) => new Uint8Array(await response.arrayBuffer()));
  await expectRegular(path);
  return readFromDisk(path).catch(refused(path));
}

/**
 * Reads a file as UTF-8 text.
 * @throws UserError as `readFile` does, and for a file that is longer than a string of JavaScript
 */
export async function readText(path: string): Promise<string> {
  if (isUrl(path)) return fetched(path, (response) => response.text());
  await expectRegular(path);
  return readFromDisk(path, 'utf8').catch(refused(path));
}

/** The path or URL of `name` in the folder of the file `path`, whose query is left out. */
function siblingPath(path: string, name: string): string {
  return isUrl(path) ? new URL(name, path).href : `${folderOf(path)}/${name}`;
}

/** The folder of a file; `.` for a file of the current folder. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), process.platform === 'win32' ? path.lastIndexOf('\\') : -1);
  return end < 0 ? '.' : path.slice(0, end) || '/';
}

/** Reads files next to `path`, where that is a URL; undefined for a file on the disk. */
export const fetchBeside = (path: string): ((name: string) => Promise<Uint8Array>) | undefined =>
  isUrl(path) ? (name) => readFile(siblingPath(path, name)) : undefined;

async function expectRegular(path: string): Promise<void> {
  if (!(await stat(path).catch(refused(path))).isFile()) throw new UserError(`${path} is no regular file`);
}

async function fetched<T>(url: string, read: (response: Response) => Promise<T>): Promise<T> {
  const response = await fetch(url).catch(refused(url));
  if (!response.ok) throw new UserError(`cannot read ${url}: the server answers ${response.status}`);
  return read(response).catch(refused(url));
}

const refused =
  (path: string) =>
  (error: Error): never => {
    throw new UserError(`cannot read ${path}: ${error.message}`, { cause: error });
  };

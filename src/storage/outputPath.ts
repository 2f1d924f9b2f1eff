// What exists at a path that is to be written, and the layout of a folder that is written there.
import { lstat, mkdir, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { putBackFormer, write } from './wholeFiles.ts';

/** `names` are those of the folder's entries; `other` is a device, a socket and the like. */
export type Existing =
  | { readonly kind: 'folder'; readonly names: readonly string[] }
  | { readonly kind: 'file' | 'other' };

/**
 * Returns undefined where nothing exists; a folder that a killed process left aside is put back first.
 * @throws UserError for a link that leads nowhere, and for a path that cannot be read
 */
export async function existingAt(path: string): Promise<Existing | undefined> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UserError(`cannot write ${path}: ${error.message}`, { cause: error });
  });
  if (found?.isDirectory()) return { kind: 'folder', names: await readdir(path) };
  if (found) return { kind: found.isFile() ? 'file' : 'other' };
  const link = await readlink(path).catch(() => undefined);
  if (link !== undefined) throw new UserError(`${path} is a link to ${link}, which is not there`);
  return (await putBackFormer(path)) ? existingAt(path) : undefined;
}

/** The file that a link names, where `path` is a link to one that exists. */
export async function linkedFile(path: string): Promise<string | undefined> {
  const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false;
  return isLink ? realpath(path) : undefined;
}

/** The last name of a path. */
export const lastOf = (path: string): string => basename(path);

/** The path of another file in the folder of `path`. */
export const nextTo = (path: string, name: string): string => join(dirname(path), name);

/** Creates a folder with one file and some empty folders. @throws the reason of an aborted `signal` */
export async function writeFolder(
  path: string,
  { file, emptyFolders }: { readonly file: string; readonly emptyFolders: readonly string[] },
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  await mkdir(path);
  for (const name of emptyFolders) await mkdir(join(path, name));
  await write(join(path, file), pieces, signal);
}

/** Creates a folder with files. @throws the reason of an aborted `signal` */
export async function writeFiles(
  path: string,
  files: Iterable<{ readonly name: string; readonly pieces: Iterable<string | Uint8Array> }>,
  signal: AbortSignal | undefined,
): Promise<void> {
  await mkdir(path);
  for (const { name, pieces } of files) await write(join(path, name), pieces, signal);
}

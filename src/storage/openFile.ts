// A file by its path on the disk, or by its address.
import { createReadStream, statSync } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { RequestHeaders } from './fetchPieces.ts';
import type { FileSource, NearbyFiles } from './fileSource.ts';
import { expectRegularFile } from './regularFile.ts';
import { reasonOfRead } from './systemReason.ts';
import { isUrl, urlSource } from './urlSource.ts';

/**
 * The file at a path or an `http:` or `https:` URL; of a folder its model.json. Reading refuses a pipe or device, which may
 * never end.
 * @param headers of requests to the server of a URL
 */
export const openFile = (path: string, headers?: RequestHeaders): FileSource =>
  isUrl(path) ? urlSource(path, headers) : diskFile(isFolder(path) ? join(path, 'model.json') : path);

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const diskFile = (path: string): FileSource => ({
  path,
  pieces: () => piecesOf(path),
  beside: filesOf(folderOf(path)),
});

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    expectRegularFile(path, 'a model of a pipe is read from the standard input, named -');
    for await (const piece of createReadStream(path)) yield piece as Uint8Array;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot read ${path}: ${reasonOfRead(error)}`, { cause: error });
  }
}

/** The folder of a file; `.` for a file of the current folder. */
function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), process.platform === 'win32' ? path.lastIndexOf('\\') : -1);
  return end < 0 ? '.' : path.slice(0, end) || '/';
}

/** The files of a folder; a link to a file outside of it is refused. */
export const filesOf = (folder: string): NearbyFiles => ({
  async size(name) {
    const root = await realpath(folder);
    const real = await realpath(join(folder, name)).catch((error: unknown) => {
      throw new UserError(`cannot read the weights file ${resolve(folder, name)}: ${reasonOfRead(error)}`);
    });
    if (leaves(relative(root, real))) throw new UserError(`a weights file must lie in the model's folder, got ${name}`);
    const file = await stat(real);
    if (!file.isFile()) throw new UserError(`the weights file ${name} is no regular file`);
    return file.size;
  },
  read: (name) => readFile(join(folder, name)),
  async part(name, begin, end) {
    const file = await open(join(folder, name));
    try {
      const bytes = new Uint8Array(end - begin);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, begin);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
});

// `..weights.bin` is the name of a file in the folder
const leaves = (inner: string): boolean => inner === '..' || inner.startsWith(`..${sep}`) || isAbsolute(inner);

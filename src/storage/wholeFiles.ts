// Writes files and folders that are whole or do not exist.
import { mkdtemp, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createFolder, removeCreated } from './createFolder.ts';

/**
 * Replaces `out`, a file or a folder, once its successor is whole. A link stays, and the file that it names is replaced.
 * @param make writes the successor to the path that it is given, next to `out`
 */
export async function replaceWhole(out: string, make: (aside: string) => Promise<void>): Promise<void> {
  const created = createFolder(dirname(out));
  try {
    await replaceInFolder(out, make);
  } catch (error) {
    removeCreated(created);
    throw error;
  }
}

async function replaceInFolder(out: string, make: (aside: string) => Promise<void>): Promise<void> {
  const target = await realpath(out).catch((error: NodeJS.ErrnoException) => {
    ignoreMissing(error);
    return out;
  });
  const folder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const [made, old] = [join(folder, 'made'), join(folder, 'old')];
  try {
    await make(made);
    // a file replaces another at once, a folder only an empty one
    await rename(made, target).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      await rename(target, old);
      await rename(made, target).catch(async (reason) => {
        await rename(old, target);
        throw reason;
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Puts back a folder that a process which was killed left aside: it had moved the former folder away, and its successor was
 * not yet in its place.
 * @param out where nothing exists
 * @returns whether there was one
 */
export async function putBackFormer(out: string): Promise<boolean> {
  const [parent, prefix] = [dirname(out), `.${basename(out)}-`];
  const names = await readdir(parent).catch(() => []);
  // mkdtemp adds six characters; a longer rest belongs to a longer name
  for (const name of names.filter((each) => each.startsWith(prefix) && each.length === prefix.length + 6)) {
    const isBack = await rename(join(parent, name, 'old'), out).then(
      () => true,
      () => false,
    );
    if (!isBack) continue;
    await rm(join(parent, name), { recursive: true, force: true });
    return true;
  }
  return false;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** Writes a new file, which is synced to the disk then. @throws the reason of a `signal` that is aborted meanwhile */
export async function write(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for (const block of blocks(pieces)) {
      signal?.throwIfAborted();
      await file.writeFile(block);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

const blockBytes = 2 ** 16;

/** Joins short pieces; long ones stay as they are. */
function* blocks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let short: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    const next = typeof piece === 'string' ? Buffer.from(piece) : piece;
    if (bytes > 0 && bytes + next.length > blockBytes) {
      yield Buffer.concat(short);
      short = [];
      bytes = 0;
    }
    if (next.length > blockBytes) yield next;
    else {
      short.push(next);
      bytes += next.length;
    }
  }
  if (bytes > 0) yield Buffer.concat(short);
}

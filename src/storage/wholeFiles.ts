// Files and folders that are whole or not there. In: a path, and what goes into it. Out: that on the disk.
import { mkdtemp, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createFolder, removeCreated } from './createFolder.ts';

/**
 * Has `make` write beside `out`, a file or a folder, and puts that in its place when it is whole. A link stays, and what
 * it names is replaced.
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
  const index = await realpath(out).catch((error: NodeJS.ErrnoException) => {
    ignoreMissing(error);
    return out;
  });
  const folder = await mkdtemp(join(dirname(index), `.${basename(index)}-`));
  const [made, old] = [join(folder, 'made'), join(folder, 'old')];
  try {
    await make(made);
    // a file takes the index of another at once, a folder that of an empty one alone
    await rename(made, index).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      await rename(index, old);
      await rename(made, index).catch(async (reason) => {
        await rename(old, index);
        throw reason;
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** A new file of these pieces, on the disk when it returns. @throws the reason of a `signal` that is aborted meanwhile */
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

/** Short pieces together, long ones as they are. */
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

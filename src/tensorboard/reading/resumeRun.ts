// Decides how much of a run the index still tells, and what has to be read.
import { sha256 } from '../../storage/cacheFolder.ts';
import { storageOf } from '../../storage/storages.ts';
import type { IndexedFile, IndexedRun } from './logdirIndex.ts';
import { RunFacts } from './runFacts.ts';
import type { RunFile } from './runs.ts';

/** Where the reading of a run begins. */
export interface Resumption {
  readonly facts: RunFacts;
  /** the index of the first file that is read, and the index of the first byte in it */
  readonly file: number;
  readonly from: number;
}

export const fromStart = (): Resumption => ({ facts: new RunFacts(), file: 0, from: 0 });

/**
 * Files that are as they were are not read again, a file that grew from its old end on. A run of which an earlier file changed
 * is read anew: steps go on from file to file.
 * @param now the run's files as they are now
 */
export async function resumed(
  known: IndexedRun | undefined,
  files: readonly RunFile[],
  now: readonly IndexedFile[],
): Promise<Resumption> {
  if (!known || known.files.length > now.length) return fromStart();
  const last = known.files.length - 1;
  for (const [i, before] of known.files.entries()) {
    const { name, size, version } = now[i]!;
    if (before.name !== name) return fromStart();
    if (before.size === size && before.version === version) {
      if (before.isSettled) continue;
      return fromStart();
    }
    const { end } = known;
    if (i < last || end === undefined || size <= before.size) return fromStart();
    if ((await probeOf(files[i]!.path, end)) !== known.probe) return fromStart();
    return resumption(known, files, last, end);
  }
  return resumption(known, files, last + 1, 0);
}

function resumption(known: IndexedRun, files: readonly RunFile[], file: number, from: number): Resumption {
  try {
    const paths = files.map(({ path }) => path);
    return { facts: RunFacts.restored(known.counts, paths), file, from };
  } catch {
    return fromStart();
  }
}

// the coarsest clock of a file system ticks every two seconds
const settledMs = 3000;

/** The file as it is now; undefined where the storage does not tell, as of a pipe. */
export function fileNow({ path, size, version }: RunFile): IndexedFile | undefined {
  const name = path.split(/[\\/]/).at(-1)!;
  if (size !== undefined && version !== undefined) return { name, size, version, isSettled: true };
  const stamp = storageOf(path).stamp?.(path);
  return (
    stamp && {
      name,
      size: stamp.size,
      version: stamp.version,
      isSettled: Date.now() - stamp.changedMs > settledMs,
    }
  );
}

const unknownEnd = { end: undefined, probe: '' };

/** Where reading can go on when the file has grown: at `end`, if the file did not change while it was read. */
export async function growthOf(
  file: RunFile,
  before: IndexedFile,
  end: number | undefined,
): Promise<Pick<IndexedRun, 'end' | 'probe'>> {
  // an object of a store does not grow: it is replaced by a longer one
  if (end === undefined || !storageOf(file.path).stamp) return unknownEnd;
  try {
    const probe = await probeOf(file.path, end);
    const after = fileNow(file);
    const isSame = after?.size === before.size && after.version === before.version;
    return isSame ? { end, probe } : unknownEnd;
  } catch {
    // the file was removed after it was read
    return unknownEnd;
  }
}

const probeBytes = 4096;

/** A hash of the first and of the last 4 KiB before `end`. The first ones hold the time when the file was created. */
async function probeOf(path: string, end: number): Promise<string> {
  const length = Math.min(probeBytes, end);
  return sha256(await bytesAt(path, 0, length), await bytesAt(path, end - length, length));
}

/** The bytes of a file from an index on, fewer where it ends. */
async function bytesAt(path: string, offset: number, length: number): Promise<Uint8Array> {
  const file = await storageOf(path).open(path, offset);
  try {
    const buffer = new Uint8Array(length);
    let filled = 0;
    for (let more = true; more && filled < length; ) {
      const count = await file.read(buffer.subarray(filled));
      filled += count;
      more = count > 0;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}

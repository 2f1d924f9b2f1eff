// Opens a safetensors file, or all shards of an index, and reads headers first, values array by array. The index is Hugging
// Face's: https://huggingface.co/docs/safetensors/index
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { whyUnreadable } from '../storage/regularFile.ts';
import { reasonOfRead } from '../storage/systemReason.ts';
import { headerLength, lengthBytes, parseEntries, type StoredEntry } from './safetensorsHeader.ts';
import { parseShardIndex } from './shardIndex.ts';

/** An open safetensors file, or all shards of an index as one. */
export interface OpenSafetensors {
  /** The arrays in the header's order. */
  readonly entries: readonly StoredEntry[];
  /** Reads the bytes of one array. @throws UserError for a file that has become shorter */
  bytesOf(entry: StoredEntry): Promise<Uint8Array>;
  /** Reads the bytes of one array in pieces of whole elements. @throws UserError for a file that has become shorter */
  piecesOf(entry: StoredEntry): AsyncGenerator<Uint8Array>;
}

interface OpenFile {
  readonly handle: FileHandle;
  /** Index of the first byte after the header. */
  readonly start: number;
  readonly entries: readonly StoredEntry[];
}

// whole elements: each dtype whose values are read has 1, 2, 4 or 8 bytes
const pieceBytes = 2 ** 20;
// the index of a model of 2 million arrays has 200 MB
const maxIndexBytes = 2 ** 28;

/**
 * Calls `use` with a safetensors file, and closes it then.
 * @param path of the file, or of an index, whose name ends in `.json`
 * @throws UserError for a file that does not exist or is malformed, and what `use` throws; the message begins with the path
 */
export async function withSafetensors<T>(path: string, use: (file: OpenSafetensors) => Promise<T>): Promise<T> {
  const handles: FileHandle[] = [];
  try {
    const files = path.endsWith('.json') ? await openShards(path, handles) : [await openOne(path, handles)];
    const fileOf = new Map(files.flatMap((file) => file.entries.map((entry) => [entry, file])));
    return await use({
      entries: [...fileOf.keys()],
      bytesOf: (entry) => bytesAt(fileOf.get(entry)!, entry.begin, entry.end),
      async *piecesOf(entry) {
        for (let at = entry.begin; at < entry.end; at += pieceBytes)
          yield await bytesAt(fileOf.get(entry)!, at, Math.min(at + pieceBytes, entry.end));
      },
    });
  } catch (error) {
    throw new UserError(`${path}: ${reasonOfRead(error)}`, { cause: error });
  } finally {
    await Promise.allSettled(handles.map((handle) => handle.close()));
  }
}

async function openOne(path: string, handles: FileHandle[]): Promise<OpenFile> {
  const { handle, size } = await openRegular(path, handles);
  const length = headerLength(await part(handle, 0, Math.min(lengthBytes, size)), size);
  const start = lengthBytes + length;
  return { handle, start, entries: parseEntries(await part(handle, lengthBytes, length), size - start) };
}

/** @throws UserError for a shard without an array that the index says it has, and for one with an array of another shard */
async function openShards(path: string, handles: FileHandle[]): Promise<OpenFile[]> {
  const { handle, size } = await openRegular(path, handles);
  if (size > maxIndexBytes) throw new UserError(`an index must have at most ${maxIndexBytes} bytes, got ${size}`);
  const shards = parseShardIndex(await part(handle, 0, size));
  const files: OpenFile[] = [];
  for (const [shard, names] of shards) {
    const file = await inShard(shard, () => openOne(join(dirname(path), shard), handles));
    const stored = new Set(file.entries.map(({ name }) => name));
    const missing = names.find((name) => !stored.has(name));
    if (missing !== undefined) throw new UserError(`${shard} lacks ${missing}, which the index says it holds`);
    const named = new Set(names);
    const other = file.entries.find(({ name }) => !named.has(name))?.name;
    if (other !== undefined) throw new UserError(`${shard} holds ${other}, which the index does not name`);
    files.push(file);
  }
  return files;
}

async function inShard<T>(shard: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new UserError(`shard ${shard}: ${reasonOfRead(error)}`, { cause: error });
  }
}

async function openRegular(path: string, handles: FileHandle[]): Promise<{ handle: FileHandle; size: number }> {
  const why = whyUnreadable(await stat(path));
  if (why !== undefined) throw new UserError(`it is ${why}`);
  const handle = await open(path);
  handles.push(handle);
  return { handle, size: (await handle.stat()).size };
}

const bytesAt = ({ handle, start }: OpenFile, begin: number, end: number): Promise<Uint8Array> =>
  part(handle, start + begin, end - begin);

async function part(handle: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(length - at, 2 ** 30), from + at);
    if (bytesRead === 0) throw new UserError('the file has become shorter while it was read');
    at += bytesRead;
  }
  return bytes;
}

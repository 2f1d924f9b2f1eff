// safetensors files on disk.
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { decodeSafetensors, encodeSafetensors, type StoredTensors } from './safetensors.ts';
import { headerLength, lengthBytes, parseEntries, type StoredEntry } from './safetensorsHeader.ts';

/**
 * Reads a safetensors file, as `loadStateDict` takes it.
 * @throws UserError for a file that does not exist or is malformed; its message begins with the path
 */
export async function loadSafetensors(path: string): Promise<StoredTensors> {
  try {
    // a pipe or a device may never end
    if (!(await stat(path)).isFile()) throw new UserError('it is no regular file');
    return decodeSafetensors(await readFile(path));
  } catch (error) {
    throw new UserError(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** A safetensors file of which the header is read, and the values of an array when they are asked for. */
export interface OpenSafetensors {
  /** The arrays in the header's order. */
  readonly entries: readonly StoredEntry[];
  /** Reads the bytes of one array. @throws UserError for a file that has become shorter */
  bytesOf(entry: StoredEntry): Promise<Uint8Array>;
}

/**
 * Calls `use` with a safetensors file, and closes it then.
 * @throws UserError for a file that does not exist or is malformed, and what `use` throws; the message begins with the path
 */
export async function withSafetensors<T>(path: string, use: (file: OpenSafetensors) => Promise<T>): Promise<T> {
  let handle: FileHandle | undefined;
  try {
    // a pipe waits for its writer when it is opened
    if (!(await stat(path)).isFile()) throw new UserError('it is no regular file');
    handle = await open(path);
    return await use(await opened(handle));
  } catch (error) {
    throw new UserError(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    await handle?.close();
  }
}

async function opened(handle: FileHandle): Promise<OpenSafetensors> {
  const { size } = await handle.stat();
  const length = headerLength(await part(handle, 0, Math.min(lengthBytes, size)), size);
  const start = lengthBytes + length;
  const entries = parseEntries(await part(handle, lengthBytes, length), size - start);
  return { entries, bytesOf: ({ begin, end }) => part(handle, start + begin, end - begin) };
}

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

/** Writes a safetensors file next to `path` and renames it, so that a failure leaves the old file. */
export async function saveSafetensors(path: string, tensors: StoredTensors): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    await writeFile(beside, encodeSafetensors(tensors));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

// safetensors files on disk.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { whyUnreadable } from '../storage/regularFile.ts';
import { decodeSafetensors, encodeSafetensors, type StoredTensors } from './safetensors.ts';

/**
 * Reads a safetensors file, as `loadStateDict` takes it.
 * @throws UserError for a file that does not exist or is malformed; its message begins with the path
 */
export async function loadSafetensors(path: string): Promise<StoredTensors> {
  try {
    const why = whyUnreadable(await stat(path));
    if (why !== undefined) throw new UserError(`it is ${why}`);
    return decodeSafetensors(await readFile(path));
  } catch (error) {
    throw new UserError(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
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

// safetensors files on disk.
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { withSafetensors } from './openSafetensors.ts';
import { decodeEntry, encodeSafetensors, type StoredTensors } from './safetensors.ts';
import type { StoredEntry } from './safetensorsHeader.ts';

/**
 * Reads a safetensors file, as `loadStateDict` takes it.
 * @param path of the file, or of a `model.safetensors.index.json`, next to which its shards lie
 * @throws UserError for a file that does not exist or is malformed, for a dtype whose values are not read, and for an integer
 * that does not fit int32; its message begins with the path
 */
export async function loadSafetensors(path: string): Promise<StoredTensors> {
  return withSafetensors(path, async ({ entries, bytesOf }) => {
    const tensors = new Map();
    for (const entry of entries)
      tensors.set(entry.name, { shape: entry.shape, values: decodeEntry(entry, await bytesOf(entry)) });
    return tensors;
  });
}

/**
 * Reads names, dtypes and shapes of a safetensors file, and none of its values.
 * @param path of the file, or of a `model.safetensors.index.json`, next to which its shards lie
 * @returns the arrays in the header's order, a shard's after those of the shard before
 * @throws UserError for a file that does not exist or is malformed; its message begins with the path
 * @example
 * for (const { name, dtype, shape } of await safetensorsEntries('weights.safetensors')) console.log(name, dtype, shape);
 */
export async function safetensorsEntries(path: string): Promise<readonly StoredEntry[]> {
  return withSafetensors(path, async ({ entries }) => entries);
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

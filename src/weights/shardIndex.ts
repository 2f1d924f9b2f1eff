// The index of a sharded safetensors file: { metadata, weight_map: { name: file } }, the files next to it.
import { addTo } from '../addTo.ts';
import { got } from '../checks.ts';
import { UserError } from '../errors.ts';
import { parseUniqueKeys } from '../jsonText.ts';

/**
 * Parses an index.
 * @returns the names of the arrays by the file that holds them, files in the order of their first name
 * @throws UserError for text that is no index, and for a shard that does not lie next to the index
 */
export function parseShardIndex(bytes: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const map = weightMap(bytes);
  const shards = new Map<string, string[]>();
  for (const [name, file] of Object.entries(map)) {
    if (typeof file !== 'string' || !/^[^/\\:\0]+\.safetensors$/.test(file))
      throw new UserError(`weight_map must give a .safetensors file next to the index, got ${got(file)} for ${name}`);
    addTo(shards, file, name);
  }
  return shards;
}

function weightMap(bytes: Uint8Array): object {
  let index: unknown;
  try {
    index = parseUniqueKeys(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).value;
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`the index of a safetensors file: ${error.message}`);
    throw new UserError('the index of a safetensors file is not JSON');
  }
  const map: unknown = (index as { weight_map?: unknown } | null)?.weight_map;
  if (typeof map !== 'object' || map === null || Array.isArray(map))
    throw new UserError('the index of a safetensors file has no weight_map');
  return map;
}

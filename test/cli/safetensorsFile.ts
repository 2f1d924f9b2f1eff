// Files of weights, right or wrong, for the tests of commands.
import { writeFileSync } from 'node:fs';

/** Writes a safetensors file with this header, an object or its text, and returns its path. */
export function safetensorsFile(
  path: string,
  header: unknown,
  data: Uint8Array = new Uint8Array(0),
  headerBytes?: number,
): string {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(headerBytes ?? text.length));
  writeFileSync(path, Buffer.concat([length, text, data]));
  return path;
}

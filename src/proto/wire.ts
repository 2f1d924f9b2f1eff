// Messages in parts, for one whose numbers should not be copied into it. In: bytes. Out: the parts of a field that holds
// them, in the order in which they are written. https://protobuf.dev/programming-guides/encoding

import { UserError } from '../errors.ts';

// an int in protobuf's C++
const maxBytes = 2 ** 31 - 1;

export const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** A field of the wire type LEN: bytes, a string, or a message. */
export function field(number: number, parts: readonly Uint8Array[]): Uint8Array[] {
  return [Uint8Array.of(...varint((number << 3) | 2), ...varint(lengthOf(parts))), ...parts];
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

/** @throws UserError for a message that protobuf would not read back. */
export function expectReadable(bytes: number): void {
  if (bytes > maxBytes)
    throw new UserError(`a graph of ${(bytes / 1e9).toFixed(1)} GB: protobuf reads messages of less than 2^31 bytes`);
}

/** @throws UserError for a message that protobuf would not read back. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  expectReadable(lengthOf(parts));
  const bytes = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

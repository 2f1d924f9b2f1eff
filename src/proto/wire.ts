// Messages as lists of byte arrays, so that a long array is not copied into its message.
// https://protobuf.dev/programming-guides/encoding

import { UserError } from '../errors.ts';

// the maximum of an int in protobuf's C++
const maxBytes = 2 ** 31 - 1;

/** Bytes that are made when they are written, of a length that is known before. */
interface LaterBytes {
  readonly length: number;
  bytes(): Uint8Array;
}

/** A part of a message. */
export type Part = Uint8Array | LaterBytes;

const bytesOf = (part: Part): Uint8Array => (part instanceof Uint8Array ? part : part.bytes());

/** The bytes of parts one after the other; those that are made are held no longer than their reader holds them. */
export function* piecesOf(parts: readonly Part[]): Generator<Uint8Array> {
  for (const part of parts) yield bytesOf(part);
}

export const lengthOf = (parts: readonly Part[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** The parts of a field of wire type LEN: bytes, a string, or a message. */
export function field<P extends Part>(number: number, parts: readonly P[]): (Uint8Array | P)[] {
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
export function joined(parts: readonly Part[]): Uint8Array {
  expectReadable(lengthOf(parts));
  const bytes = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(bytesOf(part), at);
    at += part.length;
  }
  return bytes;
}

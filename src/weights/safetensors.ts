// The safetensors format (u64le header length, JSON header, data): named arrays in one file, no code in it.
// https://github.com/huggingface/safetensors#format

import { UserError } from '../errors.ts';
import { bfloat, half } from '../float16.ts';
import type { StoredArray } from '../nn/module.ts';
import { typedArrays } from '../tensors.ts';
import { float8 } from './float8.ts';
import { headerLength, lengthBytes, metadata, parseEntries, type StoredEntry } from './safetensorsHeader.ts';

/** Arrays by name, as `loadStateDict` takes them. */
export type StoredTensors = ReadonlyMap<string, StoredArray>;

type Reader = (data: DataView, at: number) => number;
type Kind = 'float32' | 'int32' | 'bool';
interface Format {
  readonly bytes: number;
  readonly kind: Kind;
  readonly read: Reader;
}

const format = (bytes: number, kind: Kind, read: Reader): Format => ({ bytes, kind, read });

/** tf.js's dtype for each stored one; 64-bit and unsigned integers must fit int32. */
const formats = {
  F64: format(8, 'float32', (data, at) => data.getFloat64(at, true)),
  F32: format(4, 'float32', (data, at) => data.getFloat32(at, true)),
  F16: format(2, 'float32', (data, at) => half(data.getUint16(at, true))),
  BF16: format(2, 'float32', (data, at) => bfloat(data.getUint16(at, true))),
  I64: format(8, 'int32', (data, at) => Number(data.getBigInt64(at, true))),
  I32: format(4, 'int32', (data, at) => data.getInt32(at, true)),
  I16: format(2, 'int32', (data, at) => data.getInt16(at, true)),
  I8: format(1, 'int32', (data, at) => data.getInt8(at)),
  U64: format(8, 'int32', (data, at) => Number(data.getBigUint64(at, true))),
  U32: format(4, 'int32', (data, at) => data.getUint32(at, true)),
  U16: format(2, 'int32', (data, at) => data.getUint16(at, true)),
  U8: format(1, 'int32', (data, at) => data.getUint8(at)),
  BOOL: format(1, 'bool', (data, at) => data.getUint8(at)),
  F8_E4M3: format(1, 'float32', (data, at) => float8.F8_E4M3[data.getUint8(at)]!),
  F8_E5M2: format(1, 'float32', (data, at) => float8.F8_E5M2[data.getUint8(at)]!),
  F8_E8M0: format(1, 'float32', (data, at) => float8.F8_E8M0[data.getUint8(at)]!),
  F8_E4M3FNUZ: format(1, 'float32', (data, at) => float8.F8_E4M3FNUZ[data.getUint8(at)]!),
  F8_E5M2FNUZ: format(1, 'float32', (data, at) => float8.F8_E5M2FNUZ[data.getUint8(at)]!),
} satisfies Record<string, Format>;

const dtypes = Object.keys(formats) as readonly (keyof typeof formats)[];

/**
 * Decodes a safetensors file.
 * @throws UserError that names the wrong part, for bytes that are no such file
 */
export function decodeSafetensors(bytes: Uint8Array): StoredTensors {
  const start = lengthBytes + headerLength(bytes, bytes.length);
  const entries = parseEntries(bytes.subarray(lengthBytes, start), bytes.length - start, dtypes);
  return new Map(
    entries.map((entry) => [
      entry.name,
      { shape: entry.shape, values: decodeEntry(entry, bytes.subarray(start + entry.begin, start + entry.end)) },
    ]),
  );
}

/**
 * The values of one array, as `loadStateDict` takes them.
 * @param bytes its own
 * @throws UserError for a dtype whose values are not read, and for an integer that does not fit int32
 */
export function decodeEntry(entry: StoredEntry, bytes: Uint8Array): StoredArray['values'] {
  const values = new typedArrays[formatOf(entry).kind](entry.size);
  eachTensorValue(entry, bytes, (value, i) => {
    values[i] = value;
  });
  return values;
}

/** @throws UserError for a piece of an array that `decodeEntry` does not read */
export function expectDecodable(entry: StoredEntry, piece: Uint8Array): void {
  eachTensorValue(entry, piece, () => undefined);
}

/**
 * A piece of an array as numbers of JavaScript, integers of 64 bits rounded to them.
 * @throws UserError for a dtype whose values are not read
 */
export function numbersOf(entry: StoredEntry, piece: Uint8Array): Float64Array {
  const numbers = new Float64Array(piece.length / formatOf(entry).bytes);
  eachNumber(entry, piece, (number, i) => {
    numbers[i] = number;
  });
  return numbers;
}

/** Whether `decodeEntry` takes an array whatever its values are. */
export const isAlwaysRead = ({ dtype }: StoredEntry): boolean =>
  Object.hasOwn(formats, dtype) && formats[dtype as keyof typeof formats].kind !== 'int32';

function formatOf({ name, dtype }: StoredEntry): Format {
  if (!Object.hasOwn(formats, dtype))
    throw new UserError(`${name} has dtype ${dtype}, whose values are not read (one of ${dtypes.join(', ')})`);
  return formats[dtype as keyof typeof formats];
}

function eachTensorValue(entry: StoredEntry, piece: Uint8Array, take: (value: number, index: number) => void): void {
  const isInteger = formatOf(entry).kind === 'int32';
  eachNumber(entry, piece, (value, i) => {
    if (isInteger && value !== (value | 0))
      throw new UserError(`${entry.name} holds ${value}, which does not fit int32`);
    take(value, i);
  });
}

function eachNumber(entry: StoredEntry, piece: Uint8Array, take: (number: number, index: number) => void): void {
  const { read, bytes: width } = formatOf(entry);
  const data = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
  for (let at = 0; at < piece.length; at += width) take(read(data, at), at / width);
}

/** Encodes a safetensors file; float32, int32 and bool arrays become F32, I32 and BOOL. Names keep their order. */
export function encodeSafetensors(tensors: StoredTensors): Uint8Array {
  const header: Record<string, unknown> = Object.create(null);
  let at = 0;
  for (const [name, { shape, values }] of tensors) {
    if (name === metadata)
      throw new UserError(`a name must not be ${metadata}, which safetensors keeps for itself: rename the parameter`);
    const size = shape.reduce((a, b) => a * b, 1);
    if (values.length !== size)
      throw new UserError(`${name} has ${values.length} values, expected ${size} for [${shape.join(', ')}]`);
    const dtype = values instanceof Float32Array ? 'F32' : values instanceof Int32Array ? 'I32' : 'BOOL';
    header[name] = { dtype, shape, data_offsets: [at, at + values.byteLength] };
    at += values.byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerBytes + at).fill(0x20, 0, 8 + headerBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.set(text, 8);
  let offset = 8 + headerBytes;
  for (const { values } of tensors.values()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
    offset += values.byteLength;
  }
  return bytes;
}

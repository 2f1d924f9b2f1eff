// The safetensors format (u64le header length, JSON header, data): named arrays in one file, no code in it.
// https://github.com/huggingface/safetensors#format

import { UserError } from '../errors.ts';
import { bfloat, half } from '../float16.ts';
import type { StoredArray } from '../nn/module.ts';
import { typedArrays } from '../tensors.ts';

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
} satisfies Record<string, Format>;

// the key of a header that is no array
const metadata = '__metadata__';

// the limit of the format's own reader
const maxHeaderBytes = 100_000_000;

interface Entry {
  readonly name: string;
  readonly format: Format;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Decodes a safetensors file.
 * @throws UserError that names the wrong part, for bytes that are no such file
 */
export function decodeSafetensors(bytes: Uint8Array): StoredTensors {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) throw new UserError(`safetensors file of ${bytes.length} bytes has no header`);
  const headerBytes = Number(data.getBigUint64(0, true));
  if (headerBytes > maxHeaderBytes || headerBytes > bytes.length - 8)
    throw new UserError(`safetensors header of ${headerBytes} bytes does not fit a file of ${bytes.length} bytes`);
  const header = parseHeader(bytes.subarray(8, 8 + headerBytes));
  const entries = Object.entries(header)
    .filter(([name]) => name !== metadata)
    .map(([name, value]) => checkEntry(name, value));
  const start = 8 + headerBytes;
  expectContiguous(entries, bytes.length - start);
  return new Map(entries.map((entry) => [entry.name, { shape: entry.shape, values: decode(entry, data, start) }]));
}

function parseHeader(bytes: Uint8Array): object {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new UserError('safetensors header is not JSON');
  }
  if (header === null || typeof header !== 'object' || Array.isArray(header))
    throw new UserError('safetensors header is not a JSON object');
  expectTexts(Reflect.get(header, metadata));
  return header;
}

/** @throws UserError for metadata that is no map of texts */
function expectTexts(found: unknown): void {
  if (found === undefined) return;
  const isMap = typeof found === 'object' && found !== null && !Array.isArray(found);
  if (!isMap || Object.values(found).some((value) => typeof value !== 'string'))
    throw new UserError(`${metadata} of a safetensors file must be an object of texts`);
}

function checkEntry(name: string, value: unknown): Entry {
  const { dtype, shape, data_offsets: offsets } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof dtype !== 'string' || !Object.hasOwn(formats, dtype))
    throw new UserError(`${name} has dtype ${dtype} (one of ${Object.keys(formats).join(', ')})`);
  if (!isCounts(shape)) throw new UserError(`${name} has shape ${JSON.stringify(shape)}, expected whole numbers`);
  if (!isCounts(offsets) || offsets.length !== 2)
    throw new UserError(`${name} has data_offsets ${JSON.stringify(offsets)}, expected [begin, end]`);
  const [begin, end] = offsets as readonly [number, number];
  const format: Format = formats[dtype as keyof typeof formats];
  const expected = shape.reduce((a, b) => a * b, format.bytes);
  if (end - begin !== expected)
    throw new UserError(`${name} has ${end - begin} bytes, expected ${expected} for ${dtype} [${shape.join(', ')}]`);
  return { name, format, shape, begin, end };
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function expectContiguous(entries: readonly Entry[], dataBytes: number): void {
  let at = 0;
  for (const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== at) throw new UserError(`${name} begins at byte ${begin} of the data, expected ${at}`);
    at = end;
  }
  if (at !== dataBytes) throw new UserError(`safetensors data has ${dataBytes} bytes, expected ${at}`);
}

function decode({ name, format, shape, begin }: Entry, data: DataView, start: number): StoredArray['values'] {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = new typedArrays[format.kind](size);
  for (let i = 0; i < size; i++) {
    const value = format.read(data, start + begin + i * format.bytes);
    if (format.kind === 'int32' && value !== (value | 0))
      throw new UserError(`${name} holds ${value}, which does not fit int32`);
    values[i] = value;
  }
  return values;
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

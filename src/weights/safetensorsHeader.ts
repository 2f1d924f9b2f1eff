// The header of a safetensors file: names, dtypes and shapes, without the values.
// https://github.com/huggingface/safetensors#format

import { got } from '../checks.ts';
import { UserError } from '../errors.ts';
import { type ParsedJson, parseUniqueKeys } from '../jsonText.ts';

/** A name of a dtype of the format. */
export type StoredDtype =
  | 'F64'
  | 'F32'
  | 'F16'
  | 'BF16'
  | `${'I' | 'U'}${64 | 32 | 16 | 8}`
  | 'BOOL'
  | 'C64'
  | `F8_${'E4M3' | 'E5M2' | 'E8M0' | 'E4M3FNUZ' | 'E5M2FNUZ'}`
  | `F6_${'E2M3' | 'E3M2'}`
  | 'F4';

/** Bits of an element of each dtype of the format. */
const elementBits: Readonly<Record<StoredDtype, number>> = {
  F64: 64,
  F32: 32,
  F16: 16,
  BF16: 16,
  I64: 64,
  I32: 32,
  I16: 16,
  I8: 8,
  U64: 64,
  U32: 32,
  U16: 16,
  U8: 8,
  BOOL: 8,
  C64: 64,
  F8_E4M3: 8,
  F8_E5M2: 8,
  F8_E8M0: 8,
  F8_E4M3FNUZ: 8,
  F8_E5M2FNUZ: 8,
  F6_E2M3: 6,
  F6_E3M2: 6,
  F4: 4,
};

/** An array of a safetensors file, without its values. */
export interface StoredEntry {
  readonly name: string;
  readonly dtype: StoredDtype;
  readonly shape: readonly number[];
  /** The number of its elements. */
  readonly size: number;
  /** Where its bytes begin and end, counted from the first byte after the header. */
  readonly begin: number;
  readonly end: number;
}

/** Bytes before the header, which hold its length. */
export const lengthBytes = 8;

// the key of a header that is no array
export const metadata = '__metadata__';

// the limit of the format's own reader
const maxHeaderBytes = 100_000_000;

/**
 * The length of the header in bytes.
 * @param start the first 8 bytes of the file, or all of a shorter one
 * @throws UserError for a length that the file cannot hold
 */
export function headerLength(start: Uint8Array, fileBytes: number): number {
  if (start.length < lengthBytes) throw new UserError(`safetensors file of ${fileBytes} bytes has no header`);
  const length = Number(new DataView(start.buffer, start.byteOffset, lengthBytes).getBigUint64(0, true));
  if (length > maxHeaderBytes || length > fileBytes - lengthBytes)
    throw new UserError(`safetensors header of ${length} bytes does not fit a file of ${fileBytes} bytes`);
  return length;
}

/**
 * Parses a header into its arrays, in the header's order.
 * @param header its bytes
 * @param dataBytes the number of bytes that follow it
 * @param dtypes those that are taken, all of the format unless given
 * @throws UserError for a header that is malformed, and for arrays that overlap or do not fill the file
 */
export function parseEntries(
  header: Uint8Array,
  dataBytes: number,
  dtypes: readonly string[] = Object.keys(elementBits),
): StoredEntry[] {
  const { value, keys } = parseHeader(header);
  const entries = keys
    .filter((name) => name !== metadata)
    .map((name) => checkEntry(name, Reflect.get(value, name), dtypes));
  expectContiguous(entries, dataBytes);
  return entries;
}

function parseHeader(bytes: Uint8Array): { readonly value: object; readonly keys: readonly string[] } {
  let header: ParsedJson;
  try {
    header = parseUniqueKeys(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`safetensors header: ${error.message}`);
    throw new UserError('safetensors header is not JSON');
  }
  const { value, keys } = header;
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new UserError('safetensors header is not a JSON object');
  expectTexts(Reflect.get(value, metadata));
  return { value, keys };
}

/** @throws UserError for metadata that is no map of texts */
function expectTexts(found: unknown): void {
  if (found === undefined) return;
  const isMap = typeof found === 'object' && found !== null && !Array.isArray(found);
  if (!isMap || Object.values(found).some((value) => typeof value !== 'string'))
    throw new UserError(`${metadata} of a safetensors file must be an object of texts`);
}

function checkEntry(name: string, value: unknown, dtypes: readonly string[]): StoredEntry {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new UserError(`${name} must be an object of dtype, shape and data_offsets, got ${got(value)}`);
  const { dtype, shape, data_offsets: offsets } = value as Readonly<Record<string, unknown>>;
  if (typeof dtype !== 'string' || !dtypes.includes(dtype))
    throw new UserError(`${name} has ${given('dtype', dtype)} (one of ${dtypes.join(', ')})`);
  if (!isCounts(shape)) throw new UserError(`${name} has ${given('shape', shape)}, expected whole numbers`);
  if (!isCounts(offsets) || offsets.length !== 2)
    throw new UserError(`${name} has ${given('data_offsets', offsets)}, expected [begin, end]`);
  const [begin, end] = offsets as readonly [number, number];
  const size = shape.reduce((a, b) => a * b, 1);
  const expected = (size * elementBits[dtype as StoredDtype]) / 8;
  if (end - begin !== expected)
    throw new UserError(`${name} has ${end - begin} bytes, expected ${expected} for ${dtype} [${shape.join(', ')}]`);
  return { name, dtype: dtype as StoredDtype, shape, size, begin, end };
}

/** The key and its value as errors show them. */
function given(key: string, value: unknown): string {
  if (value === undefined) return `no ${key}`;
  return `${key} ${typeof value === 'string' ? value : got(value)}`;
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function expectContiguous(entries: readonly StoredEntry[], dataBytes: number): void {
  let at = 0;
  for (const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== at) throw new UserError(`${name} begins at byte ${begin} of the data, expected ${at}`);
    at = end;
  }
  if (at !== dataBytes) throw new UserError(`safetensors data has ${dataBytes} bytes, expected ${at}`);
}

// Parses elements of a constant that a model.json holds in the graph and not among the weights: TensorProto in protobuf's
// JSON.

import { UserError } from '../../errors.ts';
import type { NodeDtype, NodeShape } from '../../graph/graph.ts';
import type { Elements } from '../../tensors.ts';

/** TensorFlow's TensorProto without its dtype and shape: one of its lists, or the bytes in base64. */
export type JsonElements = Readonly<Record<string, unknown>>;

const lists = [
  'floatVal',
  'doubleVal',
  'intVal',
  'int64Val',
  'uint32Val',
  'uint64Val',
  'boolVal',
  'halfVal',
  'scomplexVal',
  'dcomplexVal',
] as const;

/** A list that is shorter than its tensor is filled with its last element, up to this many elements. */
const maxFilled = 2 ** 24;

/**
 * @returns undefined where the JSON holds no elements
 * @throws UserError for elements whose number or kind does not fit dtype and shape
 */
export function inlineElements(json: JsonElements, dtype: NodeDtype, shape: NodeShape): Elements | undefined {
  const width = dtype === 'complex64' || dtype === 'complex128' ? 2 : 1;
  const count = shape === null ? undefined : width * shape.reduce((size, dim) => size * dim, 1);
  if (typeof json.tensorContent === 'string' && json.tensorContent !== '')
    return expectCount(fromBytes(bytesOf(json.tensorContent), dtype), count);
  if (isFull(json.stringVal)) return filled(json.stringVal.map(bytesOf), 1, count);
  const name = lists.find((key) => isFull(json[key]));
  if (name === undefined) return undefined;
  const numbers = (json[name] as readonly unknown[]).map(numberOf);
  const other = numbers.find((number) => !isHeld(number, dtype));
  if (other !== undefined) throw new UserError(`a constant of dtype ${dtype} cannot hold ${other}`);
  return filled(numbers, width, count);
}

const isFull = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0;

function bytesOf(text: unknown): Uint8Array {
  try {
    return Uint8Array.from(atob(`${text}`), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new UserError('a constant must hold bytes in base64', { cause });
  }
}

// protobuf's JSON writes 64-bit integers as text, and NaN and infinities as words
function numberOf(value: unknown): number {
  const number = typeof value === 'object' || value === '' ? Number.NaN : Number(value);
  const isWord = value === 'NaN' || value === 'Infinity' || value === '-Infinity';
  if (Number.isNaN(number) && !isWord)
    throw new UserError(`a constant must hold numbers, got ${JSON.stringify(value)}`);
  if (typeof value === 'string' && !isWord && !Number.isSafeInteger(number))
    throw new UserError(`a constant holds ${value}, which no number of JavaScript is`);
  return number;
}

const integers: ReadonlySet<string> = new Set(['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'bool']);

function isHeld(number: number, dtype: NodeDtype): boolean {
  if (!integers.has(dtype)) return true;
  if (dtype === 'int64') return Number.isSafeInteger(number);
  if (dtype === 'bool') return number === 0 || number === 1;
  return new kinds[dtype as 'int32']([number])[0] === number;
}

/** @param width the count of numbers in one element, 2 for complex ones */
function filled<T>(list: readonly T[], width: number, count: number | undefined): readonly T[] {
  if (count === undefined || list.length === count) return list;
  if (list.length < width || list.length > count) throw mismatch(list.length, count);
  if (count > maxFilled)
    throw new UserError(`a constant of ${count} elements holds ${list.length} of them in the graph`);
  const last = list.slice(-width);
  return Array.from({ length: count }, (_, i) => (i < list.length ? list[i]! : last[i % width]!));
}

function expectCount<T extends ArrayLike<number>>(values: T, count: number | undefined): T {
  if (count === undefined || values.length === count) return values;
  throw mismatch(values.length, count);
}

const mismatch = (held: number, wanted: number): UserError =>
  new UserError(`a constant of ${wanted} elements holds ${held} in the graph`);

function fromBytes(bytes: Uint8Array, dtype: NodeDtype): ArrayLike<number> {
  const kind = kinds[dtype as keyof typeof kinds];
  if (!kind) throw new UserError(`a constant of dtype ${dtype} cannot be read from the graph`);
  if (bytes.byteLength % kind.BYTES_PER_ELEMENT !== 0)
    throw new UserError(`a constant of dtype ${dtype} cannot be ${bytes.byteLength} bytes long`);
  const values = new kind(bytes.buffer as ArrayBuffer);
  return values instanceof BigInt64Array ? Float64Array.from(values, (value) => numberOf(`${value}`)) : values;
}

const kinds = {
  float32: Float32Array,
  float64: Float64Array,
  complex64: Float32Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  bool: Uint8Array,
} as const;

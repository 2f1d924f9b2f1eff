// Parses elements of a constant that a model.json holds in the graph and not among the weights: TensorProto in protobuf's
// JSON.

import { UserError } from '../../errors.ts';
import { bfloat, half } from '../../float16.ts';
import type { NodeDtype, NodeShape } from '../../graph/graph.ts';
import { type Elements, elementArrays } from '../../tensors.ts';

/** TensorFlow's TensorProto without its dtype and shape: one of its lists, or the bytes in base64. */
export type JsonElements = Readonly<Record<string, unknown>>;

/** The list of TensorProto that holds the elements of each dtype; TensorFlow reads no other. */
const lists: Readonly<Partial<Record<NodeDtype, string>>> = {
  float32: 'floatVal',
  float64: 'doubleVal',
  int8: 'intVal',
  int16: 'intVal',
  int32: 'intVal',
  uint8: 'intVal',
  uint16: 'intVal',
  uint32: 'uint32Val',
  uint64: 'uint64Val',
  int64: 'int64Val',
  bool: 'boolVal',
  float16: 'halfVal',
  bfloat16: 'halfVal',
  complex64: 'scomplexVal',
  complex128: 'dcomplexVal',
  string: 'stringVal',
};

/** Fields of TensorProto that hold no elements. */
const described: ReadonlySet<string> = new Set(['dtype', 'tensorShape', 'versionNumber']);

/** A list that is shorter than its tensor is filled with its last element, up to this many elements. */
const maxFilled = 2 ** 24;

/**
 * @returns undefined where the JSON holds no elements
 * @throws UserError for elements whose number or kind does not fit dtype and shape
 */
export function inlineElements(json: JsonElements, dtype: NodeDtype, shape: NodeShape): Elements | undefined {
  const width = widthOf(dtype);
  const count = countOf(dtype, shape);
  const own = lists[dtype];
  const [name, second] = Object.keys(json).filter((key) => !described.has(key) && !isEmpty(json[key]));
  if (name === undefined) return undefined;
  if (second !== undefined || (name !== own && name !== 'tensorContent'))
    throw new UserError(`a constant of dtype ${dtype} must hold ${own ?? 'tensorContent'}, got ${second ?? name}`);
  if (name === 'tensorContent') return expectCount(fromBytes(bytesOf(json[name]), dtype), count);
  const list = json[name];
  if (!Array.isArray(list)) throw new UserError(`a constant must hold a list, got ${JSON.stringify(list)}`);
  if (dtype === 'string') return filled(list.map(bytesOf), 1, count);
  const numbers = list.map(numberOf);
  const other = numbers.find((number) => !isHeld(number, dtype));
  if (other !== undefined) throw new UserError(`a constant of dtype ${dtype} cannot hold ${other}`);
  const decode = decoders[dtype as keyof typeof decoders];
  return filled(decode ? numbers.map(decode) : numbers, width, count);
}

/**
 * The elements of a constant that holds none, which TensorFlow reads as zeros, as empty strings, or as false.
 * @throws UserError for a shape that is not known
 */
export function zeroElements(dtype: NodeDtype, shape: NodeShape): Elements {
  const count = countOf(dtype, shape);
  if (count === undefined || !(count >= 0)) throw new UserError('a constant without elements must have a known shape');
  if (count === 0) return [];
  return dtype === 'string' ? filled([new Uint8Array()], 1, count) : filled([0], 1, count);
}

const widthOf = (dtype: NodeDtype): number => (dtype === 'complex64' || dtype === 'complex128' ? 2 : 1);

const countOf = (dtype: NodeDtype, shape: NodeShape): number | undefined =>
  shape === null ? undefined : widthOf(dtype) * shape.reduce((size, dim) => size * dim, 1);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Numbers that a list holds as their bits. */
const decoders = { float16: half, bfloat16: bfloat } as const;

function bytesOf(text: unknown): Uint8Array {
  try {
    return Uint8Array.from(atob(`${text}`), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new UserError('a constant must hold bytes in base64', { cause });
  }
}

// protobuf's JSON writes 64-bit integers as text, takes any number as text, and has words for NaN and infinities
const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$|^(NaN|-?Infinity)$/;

function numberOf(value: unknown): number {
  const isNumber = typeof value === 'string' ? decimal.test(value) : ['number', 'boolean'].includes(typeof value);
  if (!isNumber) throw new UserError(`a constant must hold numbers, got ${JSON.stringify(value)}`);
  const number = Number(value);
  if (typeof value === 'string' && /^-?\d+$/.test(value) && !Number.isSafeInteger(number))
    throw new UserError(`a constant holds ${value}, which no number of JavaScript is`);
  return number;
}

const integers: ReadonlySet<string> = new Set([
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'bool',
  'float16',
  'bfloat16',
]);

function isHeld(number: number, dtype: NodeDtype): boolean {
  if (dtype === 'float32' || dtype === 'complex64')
    return !Number.isFinite(number) || Number.isFinite(Math.fround(number));
  if (!integers.has(dtype)) return true;
  if (dtype === 'int64') return Number.isSafeInteger(number);
  if (dtype === 'uint64') return Number.isSafeInteger(number) && number >= 0;
  if (dtype === 'bool') return number === 0 || number === 1;
  return new elementArrays[dtype as 'int32']([number])[0] === number;
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
  const kind = elementArrays[dtype as keyof typeof elementArrays];
  if (!kind) throw new UserError(`a constant of dtype ${dtype} cannot be read from the graph`);
  if (bytes.byteLength % kind.BYTES_PER_ELEMENT !== 0)
    throw new UserError(`a constant of dtype ${dtype} cannot be ${bytes.byteLength} bytes long`);
  const values = new kind(bytes.buffer as ArrayBuffer);
  if (values instanceof BigInt64Array || values instanceof BigUint64Array)
    return Float64Array.from(values as ArrayLike<unknown>, (value) => numberOf(`${value}`));
  const decode = decoders[dtype as keyof typeof decoders];
  return decode ? Float32Array.from(values, decode) : values;
}

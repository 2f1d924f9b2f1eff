// Values that users give: tensors, typed arrays, nested arrays or a number, as one array in row-major order.
import { UserError } from '../errors.ts';

/** A tensor of tf.js, by its structure, since it may come from another copy of tf.js. */
export interface TensorLike {
  readonly shape: readonly number[];
  readonly dtype: string;
  /** The values in row-major order. */
  dataSync(): ArrayLike<number>;
}

/** A typed array with a shape; `data` is in row-major order. */
export interface Shaped {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** Values of a tensor; `true` counts as 1. */
export type Values = TensorLike | Shaped | ArrayLike<number> | NestedNumbers | number | boolean;
/** Nested arrays of equal lengths; the innermost ones may be typed arrays. */
export type NestedNumbers = readonly (number | boolean | NestedNumbers | ArrayLike<number>)[];

export interface NumberArray {
  readonly numbers: ArrayLike<number>;
  /** the length of a typed array, no axes for a number */
  readonly shape: readonly number[];
  /** the name that tf.js or the typed array has, such as `int32`, `uint8`, `float64`; `bool` or `number` for plain values */
  readonly dtype: string;
}

/**
 * Reads values into one array.
 * @param what the subject of error texts
 * @throws UserError for other values than numbers, and for nested arrays of unequal lengths
 */
export function arrayIn(values: Values, what: string): NumberArray {
  if (isPlain(values)) return { numbers: [Number(values)], shape: [], dtype: plainDtype(values) };
  if (typeof values !== 'object' || values === null)
    throw new UserError(`${what} must be numbers, got ${typeof values}`);
  if (isTensor(values)) {
    const { shape, dtype } = values;
    if (dtype === 'string' || dtype === 'complex64')
      throw new UserError(`${what} must be numbers, got a tensor of ${dtype}`);
    return { numbers: values.dataSync(), shape, dtype };
  }
  if ('data' in values && 'shape' in values) {
    const { data, shape } = values;
    const { numbers, dtype } = arrayIn(data, what);
    const length = shape.reduce((product, size) => product * size, 1);
    if (numbers.length !== length)
      throw new UserError(`${what} are ${numbers.length} numbers, which do not fit the shape [${shape.join(', ')}]`);
    return { numbers, shape, dtype };
  }
  if (isTyped(values)) {
    const dtype = dtypes[Object.prototype.toString.call(values).slice('[object '.length, -1)];
    if (!dtype) throw new UserError(`${what} must be numbers, got bigints`);
    return { numbers: values, shape: [values.length], dtype };
  }
  if (!Array.isArray(values)) throw new UserError(`${what} must be numbers, got an object`);
  const { shape, leaf } = nestedShape(values);
  const numbers: number[] = [];
  flatten(values, shape, 0, numbers, what, typeof leaf === 'boolean' ? 'boolean' : 'number');
  return { numbers, shape, dtype: plainDtype(leaf) };
}

export const numbersIn = (values: Values, what: string): ArrayLike<number> => arrayIn(values, what).numbers;

const dtypes: Readonly<Record<string, string>> = {
  Float32Array: 'float32',
  Float64Array: 'float64',
  Int8Array: 'int8',
  Int16Array: 'int16',
  Int32Array: 'int32',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
  Uint16Array: 'uint16',
  Uint32Array: 'uint32',
};

// rows may be typed arrays
const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (typeof value === 'object' && value !== null && isTyped(value));

const isPlain = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean';
const plainDtype = (value: unknown): string => (typeof value === 'boolean' ? 'bool' : 'number');

function nestedShape(values: ArrayLike<unknown>): { readonly shape: readonly number[]; readonly leaf: unknown } {
  const shape: number[] = [];
  let part: unknown = values;
  for (; isList(part); part = part[0]) shape.push(part.length);
  return { shape, leaf: part };
}

function flatten(
  part: ArrayLike<unknown>,
  shape: readonly number[],
  axis: number,
  numbers: number[],
  what: string,
  kind: 'number' | 'boolean',
): void {
  if (part.length !== shape[axis])
    throw new UserError(`${what} must be of equal length on axis ${axis}, got ${shape[axis]} and ${part.length}`);
  for (let i = 0; i < part.length; i++) {
    const value = part[i];
    if (isList(value)) {
      if (axis + 1 === shape.length)
        throw new UserError(`${what} must be nested to one depth, got arrays beside ${kind}s`);
      flatten(value, shape, axis + 1, numbers, what, kind);
    } else if (!isPlain(value)) throw new UserError(`${what} must be numbers, got ${typeof value}`);
    else if (axis + 1 < shape.length)
      throw new UserError(`${what} must be nested to one depth, got ${typeof value}s beside arrays`);
    else if (typeof value !== kind) throw new UserError(`${what} must be of one kind, got ${kind}s and ${value}`);
    else numbers.push(Number(value));
  }
}

export const isTensor = (values: Values): values is TensorLike =>
  typeof values === 'object' && values !== null && 'dataSync' in values && 'shape' in values;

const isTyped = (values: object): values is ArrayLike<number> => ArrayBuffer.isView(values) && 'length' in values;

// What users give as numbers. In: a tensor, a typed array, nested arrays or a number. Out: numbers in row-major order.
import { UserError } from '../userError.ts';

/** A tensor of tf.js is known by its structure: it may come from another copy. */
interface TensorLike {
  dataSync(): ArrayLike<number>;
}

export type Values = TensorLike | ArrayLike<number> | NestedNumbers | number;
export type NestedNumbers = readonly (number | NestedNumbers)[];

/** @throws UserError for what is no number, with `what` before it */
export function numbersIn(values: Values, what: string): ArrayLike<number> {
  if (typeof values === 'number') return [values];
  if (typeof values !== 'object' || values === null)
    throw new UserError(`${what} must be numbers, got ${typeof values}`);
  if ('dataSync' in values) return values.dataSync();
  if (isTyped(values)) return values;
  if (!Array.isArray(values)) throw new UserError(`${what} must be numbers, got an object`);
  const flat: unknown[] = values.flat(Number.POSITIVE_INFINITY);
  const odd = flat.find((value) => typeof value !== 'number');
  if (odd !== undefined) throw new UserError(`${what} must be numbers, got ${typeof odd}`);
  return flat as number[];
}

const isTyped = (values: object): values is ArrayLike<number> => ArrayBuffer.isView(values) && 'length' in values;

// Arguments of operations: tensors (on a call on shapes, objects with a shape), numbers, and constants of the file.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { isConstant } from './callTemplate.ts';
import type { Shape } from './layerKind.ts';

const isNested = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The shape of an argument. @throws UserError for one that is neither a tensor nor numbers */
export function shapeOf(value: unknown): Shape {
  if (typeof value === 'number' || typeof value === 'boolean') return [];
  if (isNested(value)) return [value.length, ...(value.length > 0 ? shapeOf(value[0]) : [])];
  if (isConstant(value)) return shapeOf(value.constant);
  if (typeof value === 'object' && value !== null && 'shape' in value) return value.shape as Shape;
  throw new UserError(`an operation takes tensors and numbers, got ${`${JSON.stringify(value)}`.slice(0, 80)}`);
}

/**
 * The tensor of an argument.
 * @param other the operand next to it: a whole number next to integers is an integer
 * @throws UserError for one that is neither a tensor nor numbers
 */
export function tensorOf(value: unknown, other?: unknown): tf.Tensor {
  if (value instanceof tf.Tensor) return value;
  if (typeof value === 'boolean') return tf.scalar(value, 'bool');
  shapeOf(value);
  const numbers = isConstant(value) ? value.constant : value;
  const whole = [numbers].flat(Number.POSITIVE_INFINITY as 1).every(Number.isInteger);
  const dtype = other instanceof tf.Tensor && other.dtype === 'int32' && whole ? 'int32' : 'float32';
  return tf.tensor(numbers as tf.TensorLike, undefined, isConstant(value) ? dtypeOf(value.dtype) : dtype);
}

/** The dtype of tf.js that holds the numbers of one of Keras. */
export function dtypeOf(name: string): 'float32' | 'int32' | 'bool' {
  if (name === 'bool') return 'bool';
  return /^u?int/.test(name) ? 'int32' : 'float32';
}

/** The tensor of an argument in floating point. */
export const floats = (value: unknown): tf.Tensor => tf.cast(tensorOf(value), 'float32');

/** The tensor of an argument as true and false: of numbers, all but 0 are true. wasm's cast gives other bytes (tf.js 4.22). */
export function bools(value: unknown): tf.Tensor {
  const tensor = tensorOf(value);
  return tensor.dtype === 'bool' ? tensor : tf.notEqual(tensor, tf.zerosLike(tensor));
}

/**
 * The shape that several shapes broadcast to.
 * @throws UserError for sizes that do not broadcast
 */
export const broadcastShapes = (...shapes: readonly Shape[]): Shape =>
  shapes.reduce((a, b) => {
    const rank = Math.max(a.length, b.length);
    return Array.from({ length: rank }, (_, i) => {
      const size = (shape: Shape): number | null =>
        i < rank - shape.length ? 1 : (shape[i - rank + shape.length] ?? null);
      const [left, right] = [size(a), size(b)];
      if (left === 1) return right;
      if (right === 1 || right === null || right === left) return left;
      if (left === null) return right;
      throw new UserError(`shapes must broadcast, got [${a.join(', ')}] and [${b.join(', ')}]`);
    });
  });

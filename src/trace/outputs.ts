// The result of a forward pass: a tensor, or a list or object of tensors.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';

/**
 * The entries of a list or object, empty for any other value. A model or layer holds tensors too, but is no result.
 * @param outer the lists and objects that hold `value`
 * @throws UserError for a list or object that holds itself
 */
export function partsOf(value: unknown, outer: readonly unknown[]): readonly (readonly [key: string, part: unknown])[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || isModel(value)) return [];
  if (outer.includes(value)) throw new UserError('expected a list or object of tensors, got one that holds itself');
  return Object.entries(value);
}

/**
 * Checks that a result is no promise.
 * @throws an error of `type` for a promise
 */
export function expectSettled(output: unknown, type: new (message: string) => UserError = UserError): unknown {
  if (!(output instanceof Promise)) return output;
  // nobody else waits for it
  output.catch(() => undefined);
  throw new type('the model returned a promise: trace() needs a synchronous model');
}

/** A forward pass returned no tensor. */
export class NoTensor extends UserError {}

/** Checks the result of a forward pass. @throws NoTensor for a result that holds no tensor */
export function expectTensors(result: unknown): void {
  if (!holdsTensor(result, []))
    throw new NoTensor(
      `the forward pass returned no tensor: expected a tensor, or a list or object of tensors, got ${named(result)}`,
    );
}

const holdsTensor = (value: unknown, outer: readonly unknown[]): boolean =>
  value instanceof tf.Tensor || partsOf(value, outer).some(([, part]) => holdsTensor(part, [...outer, value]));

const isModel = (value: object): boolean =>
  ['apply', 'predict'].some((method) => typeof Reflect.get(value, method) === 'function');

function named(result: unknown): string {
  if (result === undefined || result === null) return 'nothing';
  if (typeof result === 'function') return `the function ${result.name || 'without a name'}`;
  if (typeof result === 'string') return JSON.stringify(result);
  if (typeof result !== 'object') return String(result);
  if (isModel(result)) return `a model, ${classOf(result)}: make it first, and trace the model itself`;
  if (Array.isArray(result)) return result.length === 0 ? 'an empty list' : 'a list without one';
  return 'an object without one';
}

function classOf(model: object): string {
  const getClassName: unknown = Reflect.get(model, 'getClassName');
  return typeof getClassName === 'function' ? `${getClassName.call(model)}` : model.constructor.name;
}

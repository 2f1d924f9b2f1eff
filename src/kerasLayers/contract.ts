// Products of two tensors by an equation, as one matrix product: tf.js's einsum is no kernel of wasm and has no gradient.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';

/**
 * Sums products over the axes that the output lacks.
 * @param equation such as `abc,cd->abd`: a letter for each axis of both inputs and of the output
 * @throws UserError for another equation, and for a letter twice in one tensor
 */
export function contract(equation: string, a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const [, left, right, output] = /^([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]*)$/.exec(equation) ?? [];
  if (left === undefined || right === undefined || output === undefined || [left, right, output].some(repeats))
    throw new UserError(`an equation must be like abc,cd->abd, each letter once in a tensor, got ${equation}`);
  const [first, firstAxes] = sumAlone(a, left, right + output);
  const [second, secondAxes] = sumAlone(b, right, left + output);
  const shared = [...firstAxes].filter((letter) => secondAxes.includes(letter));
  const batch = shared.filter((letter) => output.includes(letter));
  const summed = shared.filter((letter) => !output.includes(letter));
  const freeLeft = [...firstAxes].filter((letter) => !shared.includes(letter));
  const freeRight = [...secondAxes].filter((letter) => !shared.includes(letter));
  const sizes = new Map([...sizesOf(firstAxes, first), ...sizesOf(secondAxes, second)]);
  const size = (letters: readonly string[]): number => letters.reduce((all, letter) => all * sizes.get(letter)!, 1);
  const rows = order(first, firstAxes, [...batch, ...freeLeft, ...summed]);
  const columns = order(second, secondAxes, [...batch, ...summed, ...freeRight]);
  const product = tf.matMul(
    tf.reshape(rows, [size(batch), size(freeLeft), size(summed)]),
    tf.reshape(columns, [size(batch), size(summed), size(freeRight)]),
  );
  const axes = [...batch, ...freeLeft, ...freeRight];
  const full = tf.reshape(
    product,
    axes.map((letter) => sizes.get(letter)!),
  );
  return order(full, axes.join(''), [...output]);
}

const repeats = (letters: string): boolean => new Set(letters).size < letters.length;

const sizesOf = (letters: string, { shape }: tf.Tensor): [string, number][] =>
  [...letters].map((letter, i) => [letter, shape[i]!]);

/** Sums over the axes that neither the other tensor nor the output has. */
function sumAlone(x: tf.Tensor, letters: string, others: string): [tf.Tensor, string] {
  const alone = [...letters].flatMap((letter, i) => (others.includes(letter) ? [] : [i]));
  if (alone.length === 0) return [x, letters];
  return [tf.sum(x, alone), [...letters].filter((letter) => others.includes(letter)).join('')];
}

function order(x: tf.Tensor, letters: string, wanted: readonly string[]): tf.Tensor {
  const permutation = wanted.map((letter) => letters.indexOf(letter));
  return permutation.every((from, to) => from === to) ? x : tf.transpose(x, permutation);
}

// An einsum of two tensors as one matrix product: tf.js's own einsum is no kernel of wasm and has no gradient.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';

/**
 * Sums products over the axes that the output lacks, as `tf.einsum` does for two inputs.
 * @param equation such as `abc,cd->abd`: a label for each axis of both inputs and of the output
 * @throws UserError for another equation, and for a label twice in one tensor
 */
export function contract(equation: string, a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const [, left, right, output] = /^([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]*)$/.exec(equation) ?? [];
  if (left === undefined || right === undefined || output === undefined || [left, right, output].some(repeats))
    throw new UserError(`an equation must be like abc,cd->abd, each letter once in a tensor, got ${equation}`);
  const [first, firstLabels] = sumLoneAxes(a, left, right + output);
  const [second, secondLabels] = sumLoneAxes(b, right, left + output);
  const shared = [...firstLabels].filter((label) => secondLabels.includes(label));
  const batch = shared.filter((label) => output.includes(label));
  const contracted = shared.filter((label) => !output.includes(label));
  const freeLeft = [...firstLabels].filter((label) => !shared.includes(label));
  const freeRight = [...secondLabels].filter((label) => !shared.includes(label));
  const sizes = new Map([...labelSizes(firstLabels, first), ...labelSizes(secondLabels, second)]);
  const size = (labels: readonly string[]): number => labels.reduce((all, label) => all * sizes.get(label)!, 1);
  const rows = transposeTo(first, firstLabels, [...batch, ...freeLeft, ...contracted]);
  const columns = transposeTo(second, secondLabels, [...batch, ...contracted, ...freeRight]);
  const product = tf.matMul(
    tf.reshape(rows, [size(batch), size(freeLeft), size(contracted)]),
    tf.reshape(columns, [size(batch), size(contracted), size(freeRight)]),
  );
  const axes = [...batch, ...freeLeft, ...freeRight];
  const full = tf.reshape(
    product,
    axes.map((label) => sizes.get(label)!),
  );
  return transposeTo(full, axes.join(''), [...output]);
}

const repeats = (labels: string): boolean => new Set(labels).size < labels.length;

const labelSizes = (labels: string, { shape }: tf.Tensor): [string, number][] =>
  [...labels].map((label, i) => [label, shape[i]!]);

/** Sums over the axes that neither the other tensor nor the output has. */
function sumLoneAxes(x: tf.Tensor, labels: string, others: string): [tf.Tensor, string] {
  const alone = [...labels].flatMap((label, i) => (others.includes(label) ? [] : [i]));
  if (alone.length === 0) return [x, labels];
  return [tf.sum(x, alone), [...labels].filter((label) => others.includes(label)).join('')];
}

function transposeTo(x: tf.Tensor, labels: string, wanted: readonly string[]): tf.Tensor {
  const permutation = wanted.map((label) => labels.indexOf(label));
  return permutation.every((from, to) => from === to) ? x : tf.transpose(x, permutation);
}

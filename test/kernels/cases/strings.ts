// Strings.
import * as tf from '@tensorflow/tfjs-core';
import { call, given, type KernelCase, words } from './case.ts';

const replace = (pattern: string, rewrite: string, all = true) =>
  call(
    (x) => tf.string.staticRegexReplace(x, pattern, rewrite, all),
    words(['a-b-c', 'ab12', '', '$1', 'back\\slash', 'ü-ö'], 2, 3),
  );
const split = (delimiter: string, skipEmpty: boolean): KernelCase => ({
  run: (x, at) => Object.values(tf.string.stringSplit(x as tf.Tensor1D, at as tf.Scalar, skipEmpty)),
  inputs: [words(['a b  c', '', 'x,y z', ' lead'], 4), words([delimiter])],
  numeric: true,
});
const nGrams = (widths: number[], padWidth: number, preserve: boolean): KernelCase => ({
  run: (x, splits) =>
    Object.values(tf.string.stringNGrams(x as tf.Tensor1D, splits, '|', widths, 'LP', 'RP', padWidth, preserve)),
  inputs: [words(['a', 'b', 'c', 'd', 'e', 'f'], 6), given('int32', [0, 4, 6, 6], 4)],
  numeric: true,
});

export const strings: Readonly<Record<string, KernelCase>> = {
  stringToHashBucketFast: call((x) => tf.string.stringToHashBucketFast(x, 7), words(['a', 'bc', '', 'ünicode'], 2, 2)),
  staticRegexReplace: replace('-', '+'),
  'staticRegexReplace, the first': replace('-', '+', false),
  'staticRegexReplace, groups': replace('([a-z])(\\d)', '$2$1 $$ $& \\1'),
  stringSplit: split(' ', true),
  'stringSplit, empty kept': split(' ,', false),
  'stringSplit, characters': split('', true),
  stringNGrams: nGrams([2, 3], -1, false),
  'stringNGrams, no padding': nGrams([3], 0, true),
  'strings in arrays': call(
    (x, y) => [
      tf.concat([x, y], 1),
      tf.stack([x, y]),
      tf.reshape(x, [3, 2]),
      tf.tile(x, [1, 2]),
      tf.slice(x, [0, 1], [2, 1]),
      tf.expandDims(x, 0),
      ...tf.unstack(x, 1),
      tf.clone(x),
    ],
    words(['a', 'b', 'c', 'd', 'e', 'ü'], 2, 3),
    words(['u', 'v', 'w', 'x', 'y', 'z'], 2, 3),
  ),
  'strings compared': call(
    (x, y) => [tf.equal(x, y), tf.notEqual(x, y)],
    words(['a', 'b', 'c'], 3),
    words(['a', 'd', 'c'], 3),
  ),
  'a string made by the model': call((x) => tf.concat([x, tf.fill([2], 'é')]), words(['a', 'b'], 2)),
};

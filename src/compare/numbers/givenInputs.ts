// The values of a model's inputs in a comparison: those of given tensors, and seeded ones for shapes.

import * as tf from '@tensorflow/tfjs-core';
import { got } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import type { StoredArray } from '../../nn/module.ts';
import { product, shapeText, typedArrays } from '../../tensors.ts';
import type { InputSpec } from '../../trace/inputs.ts';
import type { Source } from './program.ts';

/** Whole numbers from `from` up to `to`, which is left out. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** How inputs without values are made. */
export interface SeededInputs {
  /** The seed of drawn values, a whole number of at least 0; 0 unless given. */
  readonly seed?: number | undefined;
  /**
   * The range of int32 inputs, and of all inputs where none is int32. Unless given, an input that an Embedding reads has that
   * one's indices, and another int32 input 0 and 1.
   */
  readonly tokens?: TokenRange | undefined;
}

/** An input with its values and where they are from. */
export interface InputValues {
  /** The given tensor, or elements that were drawn or are those of a file. */
  readonly source: Source;
  readonly name: string | undefined;
  readonly from: string;
  /** Whether its values were drawn. */
  readonly isDrawn?: boolean;
}

/**
 * The values of each input.
 * @param stored values of the inputs without values of their own, in their order
 * @param counts how many tokens each input may hold, where the model says so
 * @throws UserError for a seed or bounds that are no whole numbers, and for dtypes that no numbers are made for
 */
export function inputValues(
  specs: readonly InputSpec[],
  { seed = 0, tokens }: SeededInputs,
  stored?: readonly StoredArray[],
  counts: readonly (number | undefined)[] = [],
): readonly InputValues[] {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new UserError(`seed must be a whole number of at least 0, got ${got(seed)}`);
  const { from, to } = tokens ?? { from: 0, to: 2 };
  const areTokens = tokens !== undefined && !specs.some(({ dtype }) => dtype === 'int32');
  if (!Number.isInteger(from) || !Number.isInteger(to) || to <= from || from < -(2 ** 31) || to > 2 ** 31)
    throw new UserError(`tokens must be two whole numbers, the lower one first, got ${from}:${to}`);
  return specs.map((spec, i): InputValues => {
    const { name, shape, dtype = 'float32' } = spec;
    if (spec instanceof tf.Tensor) return { source: spec, name, from: 'given' };
    const array = stored?.[i];
    if (array) return { source: { shape, dtype, values: array.values }, name, from: 'the file of activations' };
    if (dtype !== 'float32' && dtype !== 'int32' && dtype !== 'bool')
      throw new UserError(
        `the input ${name ?? i} is ${dtype} ${shapeText(shape)}: give its values, none are made for it`,
      );
    const random = generator(seed + i * 0x9e3779b9);
    const count = tokens ? undefined : counts[i];
    const isNormal = dtype === 'float32' && !areTokens && count === undefined;
    const [low, high] = dtype === 'bool' ? [0, 2] : count === undefined ? [from, to] : [0, count];
    const draw = (): number => (isNormal ? normal(random) : low + Math.floor(random() * (high - low)));
    const values = new typedArrays[dtype](product(shape)).map(draw);
    const about = isNormal ? 'standard normal' : `uniform from ${low} to ${high - 1}`;
    return { source: { shape, dtype, values }, name, from: `seed ${seed}, ${about}`, isDrawn: true };
  });
}

/** Mulberry32: numbers in [0, 1), the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Box and Muller's transform. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

// PyTorch's Dropout2d.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { dropout } from '../functional.ts';
import { Module } from '../module.ts';

/** Zeroes whole channels of `[batch, channels, ...]` with probability `p` in training, and scales the others by `1 / (1 - p)`. */
export class Dropout2d extends Module {
  static override readonly name: string = 'Dropout2d';

  static override readonly isStateless = true;
  readonly #p: number;

  /** @throws UserError for a `p` outside [0, 1] */
  constructor(p = 0.5, ...unexpected: readonly never[]) {
    super(...unexpected);
    if (!(p >= 0 && p <= 1)) throw new UserError(`dropout probability must be between 0 and 1, got ${p}`);
    this.#p = p;
  }

  override layerSettings() {
    return { p: this.#p };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return dropout(x, this.#p, this.training, true);
  }
}

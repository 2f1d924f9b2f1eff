// PyTorch's Flatten.
import type * as tf from '@tensorflow/tfjs-core';
import { expectOptions } from '../../options.ts';
import { flatten } from '../functional.ts';
import { Module } from '../module.ts';

/** Joins the axes from `startDim` (1) to `endDim` (-1, the last): `[batch, ...]` to `[batch, product of the rest]` by default. */
export class Flatten extends Module {
  static override readonly name: string = 'Flatten';

  static override readonly isStateless = true;
  readonly #startDim: number;
  readonly #endDim: number;

  constructor(options: { readonly startDim?: number; readonly endDim?: number } = {}) {
    super();
    expectOptions(options, ['startDim', 'endDim']);
    const { startDim = 1, endDim = -1 } = options;
    this.#startDim = startDim;
    this.#endDim = endDim;
  }

  override layerSettings() {
    return { startDim: this.#startDim, endDim: this.#endDim };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return flatten(x, this.#startDim, this.#endDim);
  }
}

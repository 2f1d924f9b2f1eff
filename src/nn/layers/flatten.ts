// Axes joined into one.
import type * as tf from '@tensorflow/tfjs-core';
import { flatten } from '../functional.ts';
import { Module } from '../module.ts';

/** Joins the axes from `startDim` to `endDim`; [batch, ...] to [batch, product of the rest] unless given. */
export class Flatten extends Module {
  static override readonly isStateless = true;
  readonly #startDim: number;
  readonly #endDim: number;

  constructor({ startDim = 1, endDim = -1 } = {}) {
    super();
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

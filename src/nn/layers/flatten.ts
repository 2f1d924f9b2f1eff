// Axes joined into one.
import type * as tf from '@tensorflow/tfjs-core';
import { flatten } from '../functional.ts';
import { Module } from '../module.ts';

/** [batch, ...] to [batch, product of the rest]. */
export class Flatten extends Module {
  readonly #startAxis: number;

  constructor({ startAxis = 1 } = {}) {
    super();
    this.#startAxis = startAxis;
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return flatten(x, this.#startAxis);
  }
}

// Mean over windows.
import type * as tf from '@tensorflow/tfjs-core';
import { avgPool2d, type Pair, type PoolOptions } from '../functional.ts';
import { Module } from '../module.ts';

/** [batch, channels, height, width]; stride is the kernel size unless given. */
export class AvgPool2d extends Module {
  readonly #kernelSize: Pair;
  readonly #options: PoolOptions;

  constructor(kernelSize: Pair, options: PoolOptions = {}) {
    super();
    this.#kernelSize = kernelSize;
    this.#options = options;
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return avgPool2d(x, this.#kernelSize, this.#options);
  }
}

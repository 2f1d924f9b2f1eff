// PyTorch's MaxPool2d.
import type * as tf from '@tensorflow/tfjs-core';
import { expectOptions } from '../../options.ts';
import { Module } from '../module.ts';
import { maxPool2d, type PoolOptions, poolOptionNames } from '../pooling.ts';
import type { Pair } from '../reportOp.ts';

/** The maximum of each window of `[batch, channels, height, width]`. Options as in `functional.maxPool2d`. */
export class MaxPool2d extends Module {
  static override readonly name: string = 'MaxPool2d';

  static override readonly isStateless = true;
  readonly kernelSize: Pair;
  readonly #options: PoolOptions;

  constructor(kernelSize: Pair, options: PoolOptions = {}) {
    super();
    expectOptions(options, poolOptionNames);
    this.kernelSize = kernelSize;
    this.#options = options;
  }

  override layerSettings() {
    return { kernelSize: this.kernelSize, stride: this.kernelSize, padding: 0, ceilMode: false, ...this.#options };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return maxPool2d(x, this.kernelSize, this.#options);
  }
}

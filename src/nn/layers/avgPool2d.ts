// PyTorch's AvgPool2d.
import type * as tf from '@tensorflow/tfjs-core';
import { expectOptions } from '../../options.ts';
import { Module } from '../module.ts';
import { type AvgPoolOptions, avgPool2d, avgPoolOptionNames } from '../pooling.ts';
import type { Pair } from '../reportOp.ts';

/** The mean of each window of `[batch, channels, height, width]`. Options as in `functional.avgPool2d`. */
export class AvgPool2d extends Module {
  static override readonly name: string = 'AvgPool2d';

  static override readonly isStateless = true;
  readonly kernelSize: Pair;
  readonly #options: AvgPoolOptions;

  constructor(kernelSize: Pair, options: AvgPoolOptions = {}) {
    super();
    expectOptions(options, avgPoolOptionNames);
    this.kernelSize = kernelSize;
    this.#options = options;
  }

  override layerSettings() {
    return {
      kernelSize: this.kernelSize,
      stride: this.kernelSize,
      padding: 0,
      ceilMode: false,
      countIncludePad: true,
      ...this.#options,
    };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return avgPool2d(x, this.kernelSize, this.#options);
  }
}

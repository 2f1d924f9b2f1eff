// PyTorch's AdaptiveAvgPool2d.
import type * as tf from '@tensorflow/tfjs-core';
import { Module } from '../module.ts';
import { adaptiveAvgPool2d } from '../pooling.ts';
import type { Pair } from '../reportOp.ts';

/** Averages images to a given size: `[batch, channels, height, width]` to `[batch, channels, ...outputSize]`. */
export class AdaptiveAvgPool2d extends Module {
  static override readonly name: string = 'AdaptiveAvgPool2d';

  static override readonly isStateless = true;
  readonly #outputSize: Pair;

  constructor(outputSize: Pair, ...unexpected: readonly never[]) {
    super(...unexpected);
    this.#outputSize = outputSize;
  }

  override layerSettings() {
    return { outputSize: this.#outputSize };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return adaptiveAvgPool2d(x, this.#outputSize);
  }
}

// PyTorch's Identity.
import type * as tf from '@tensorflow/tfjs-core';
import { Module } from '../module.ts';

/** Returns its input, of any shape. */
export class Identity extends Module {
  static override readonly name: string = 'Identity';

  static override readonly isStateless = true;
  override forward(x: tf.Tensor): tf.Tensor {
    return x;
  }
}

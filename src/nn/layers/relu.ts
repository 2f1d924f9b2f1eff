// PyTorch's ReLU.
import type * as tf from '@tensorflow/tfjs-core';
import { relu } from '../functional.ts';
import { Module } from '../module.ts';

/** `max(x, 0)` of each element. */
export class ReLU extends Module {
  static override readonly name: string = 'ReLU';

  static override readonly isStateless = true;
  override forward(x: tf.Tensor): tf.Tensor {
    return relu(x);
  }
}

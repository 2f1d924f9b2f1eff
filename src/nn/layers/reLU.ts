// max(x, 0).
import type * as tf from '@tensorflow/tfjs-core';
import { relu } from '../functional.ts';
import { Module } from '../module.ts';

/** Any shape. */
export class ReLU extends Module {
  static override readonly isStateless = true;
  override forward(x: tf.Tensor): tf.Tensor {
    return relu(x);
  }
}

// PyTorch's GELU.
import type * as tf from '@tensorflow/tfjs-core';
import { gelu } from '../functional.ts';
import { Module } from '../module.ts';

/** `x * Phi(x)` of each element, with the exact Gaussian distribution function (PyTorch's default). */
export class GELU extends Module {
  static override readonly name: string = 'GELU';

  static override readonly isStateless = true;
  override forward(x: tf.Tensor): tf.Tensor {
    return gelu(x);
  }
}

// x * Phi(x).
import type * as tf from '@tensorflow/tfjs-core';
import { gelu } from '../functional.ts';
import { Module } from '../module.ts';

/** Any shape; the exact form. */
export class GELU extends Module {
  static override readonly isStateless = true;
  override forward(x: tf.Tensor): tf.Tensor {
    return gelu(x);
  }
}

// PyTorch's Linear.
import type * as tf from '@tensorflow/tfjs-core';
import { expectOptions } from '../../options.ts';
import { linear } from '../functional.ts';
import { Module } from '../module.ts';
import { Parameter, uniform } from '../parameter.ts';

/**
 * Multiplies the last axis by a weight: `[..., inFeatures]` to `[..., outFeatures]`, `y = x W^T + b`. `weight` [out, in] and
 * `bias` [out] start uniform within `1 / sqrt(in)`.
 */
export class Linear extends Module {
  static override readonly name: string = 'Linear';

  static override readonly isStateless = true;
  readonly weight: Parameter;
  readonly bias: Parameter | undefined;

  /**
   * @param options `bias`: whether a bias is added, true unless given
   * @throws UserError for an unknown option
   */
  constructor(inFeatures: number, outFeatures: number, options: { readonly bias?: boolean } = {}) {
    super();
    expectOptions(options, ['bias']);
    const { bias = true } = options;
    const initial = uniform(1 / Math.sqrt(inFeatures));
    this.weight = new Parameter([outFeatures, inFeatures], initial);
    this.bias = bias ? new Parameter([outFeatures], initial) : undefined;
  }

  override layerSettings() {
    const [outFeatures, inFeatures] = this.weight.shape;
    return { inFeatures, outFeatures, bias: this.bias !== undefined };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return linear(x, this.weight.value, this.bias?.value);
  }
}

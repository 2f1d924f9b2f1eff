// 2-dimensional convolution, channels first.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../userError.ts';
import { type ConvOptions, conv2d } from '../functional.ts';
import { Module } from '../module.ts';
import { type Pair, pair } from '../op.ts';
import { Parameter, uniform } from '../parameter.ts';

/** [batch, in, height, width] to [batch, out, ...]; weight [out, in / groups, ...kernel] and bias start uniform within 1/sqrt(fan in). */
export class Conv2d extends Module {
  static override readonly isStateless = true;
  readonly weight: Parameter;
  readonly bias: Parameter | undefined;
  readonly #options: ConvOptions;

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: Pair,
    options: ConvOptions & { readonly bias?: boolean } = {},
  ) {
    super();
    const { groups = 1, bias = true } = options;
    if (inChannels % groups !== 0 || outChannels % groups !== 0)
      throw new UserError(`channels must divide by groups: ${inChannels} in, ${outChannels} out, ${groups} groups`);
    const kernel = pair(kernelSize);
    const perGroup = inChannels / groups;
    const initial = uniform(1 / Math.sqrt(kernel.reduce((a, b) => a * b, perGroup)));
    this.weight = new Parameter([outChannels, perGroup, ...kernel], initial);
    this.bias = bias ? new Parameter([outChannels], initial) : undefined;
    this.#options = options;
  }

  /** one number an axis */
  get kernelSize(): readonly number[] {
    return this.weight.shape.slice(2);
  }

  override layerSettings() {
    const [outChannels, perGroup] = this.weight.shape;
    const { stride = 1, padding = 0, dilation = 1, groups = 1 } = this.#options;
    return {
      inChannels: perGroup! * groups,
      outChannels,
      kernelSize: this.kernelSize,
      stride,
      padding,
      dilation,
      groups,
      bias: this.bias !== undefined,
    };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return conv2d(x, this.weight.value, this.bias?.value, this.#options);
  }
}

// PyTorch's Conv2d.
import type * as tf from '@tensorflow/tfjs-core';
import { type ConvOptions, conv2d } from '../functional.ts';
import { type Pair, pair } from '../reportOp.ts';
import { Convolution } from './convolution.ts';

/**
 * Convolves images, channels first: `[batch, inChannels, height, width]` to `[batch, outChannels, ...]`. `weight` [out, in /
 * groups, kernel height, kernel width] and `bias` [out] start uniform within `1 / sqrt(in / groups * height * width)`.
 */
export class Conv2d extends Convolution<ConvOptions & { readonly bias?: boolean }> {
  static override readonly name: string = 'Conv2d';

  static override readonly isStateless = true;

  /**
   * @param kernelSize one size for both axes, or [height, width]
   * @param options `bias`: whether a bias is added, true unless given; the rest as in `functional.conv2d`
   * @throws UserError for channels that `groups` does not divide
   */
  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: Pair,
    options: ConvOptions & { readonly bias?: boolean } = {},
  ) {
    super(inChannels, outChannels, pair(kernelSize), options);
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return conv2d(x, this.weight.value, this.bias?.value, this.options());
  }
}

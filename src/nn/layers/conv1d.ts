// PyTorch's Conv1d.
import type * as tf from '@tensorflow/tfjs-core';
import { type Conv1dOptions, conv1d } from '../functional.ts';
import { Convolution } from './convolution.ts';

/**
 * Convolves a sequence, channels first: `[batch, inChannels, length]` to `[batch, outChannels, ...]`. `weight` [out, in / groups,
 * kernel] and `bias` [out] start uniform within `1 / sqrt(in / groups * kernel)`.
 */
export class Conv1d extends Convolution<Conv1dOptions & { readonly bias?: boolean }> {
  static override readonly name: string = 'Conv1d';

  static override readonly isStateless = true;

  /**
   * @param options `bias`: whether a bias is added, true unless given; the rest as in `functional.conv1d`
   * @throws UserError for channels that `groups` does not divide
   */
  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number,
    options: Conv1dOptions & { readonly bias?: boolean } = {},
  ) {
    super(inChannels, outChannels, [kernelSize], options);
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return conv1d(x, this.weight.value, this.bias?.value, this.options());
  }
}

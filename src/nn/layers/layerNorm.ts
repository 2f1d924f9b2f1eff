// PyTorch's LayerNorm.
import type * as tf from '@tensorflow/tfjs-core';
import { expectOptions } from '../../options.ts';
import { layerNorm } from '../functional.ts';
import { Module } from '../module.ts';
import { constant, Parameter } from '../parameter.ts';

/** Normalises over the last axes, whose sizes are `normalizedShape`. `weight` starts at 1, `bias` at 0. */
export class LayerNorm extends Module {
  static override readonly name: string = 'LayerNorm';

  static override readonly isStateless = true;
  readonly weight: Parameter | undefined;
  readonly bias: Parameter | undefined;
  readonly #shape: readonly number[];
  readonly #eps: number;

  /**
   * @param options `eps`: added to the variance, 1e-5 unless given; `elementwiseAffine`: whether a weight and a bias follow, `bias`:
   * whether a bias does, both true unless given
   * @throws UserError for an unknown option
   */
  constructor(
    normalizedShape: number | readonly number[],
    options: { readonly eps?: number; readonly elementwiseAffine?: boolean; readonly bias?: boolean } = {},
  ) {
    super();
    expectOptions(options, ['eps', 'elementwiseAffine', 'bias']);
    const { eps = 1e-5, elementwiseAffine = true, bias = true } = options;
    const shape = typeof normalizedShape === 'number' ? [normalizedShape] : normalizedShape;
    this.weight = elementwiseAffine ? new Parameter(shape, constant(1)) : undefined;
    this.bias = elementwiseAffine && bias ? new Parameter(shape, constant(0)) : undefined;
    this.#shape = shape;
    this.#eps = eps;
  }

  override layerSettings() {
    const [elementwiseAffine, bias] = [this.weight, this.bias].map((parameter) => parameter !== undefined);
    return { normalizedShape: this.#shape, eps: this.#eps, elementwiseAffine, bias };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return layerNorm(x, this.#shape, this.weight?.value, this.bias?.value, this.#eps);
  }
}

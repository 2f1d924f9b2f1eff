// PyTorch's BatchNorm1d and BatchNorm2d.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { expectOptions, type OptionNames } from '../../options.ts';
import { batchNorm } from '../functional.ts';
import { Module } from '../module.ts';
import { Buffer, constant, Parameter } from '../parameter.ts';

/** Options of BatchNorm1d and BatchNorm2d, with PyTorch's defaults. */
export interface BatchNormOptions {
  /** added to the variance; 1e-5 unless given */
  readonly eps?: number;
  /** the newest batch's share of the running statistics, 0.1 unless given; null averages all batches */
  readonly momentum?: number | null;
  /** whether a weight and a bias follow; true unless given */
  readonly affine?: boolean;
  /** false: no buffers, and evaluation normalises by the batch's statistics too; true unless given */
  readonly trackRunningStats?: boolean;
}

const optionNames: OptionNames<BatchNormOptions> = {
  eps: true,
  momentum: true,
  affine: true,
  trackRunningStats: true,
};

/** Normalises each channel: by the batch's statistics in training, by the running ones in evaluation. */
abstract class BatchNorm extends Module {
  readonly weight: Parameter | undefined;
  readonly bias: Parameter | undefined;
  readonly running_mean: Buffer | undefined;
  readonly running_var: Buffer | undefined;
  readonly num_batches_tracked: Buffer | undefined;
  protected abstract readonly ranks: readonly number[];
  readonly #channels: number;
  readonly #eps: number;
  readonly #momentum: number | null;

  constructor(numFeatures: number, options: BatchNormOptions = {}) {
    super();
    expectOptions(options, optionNames);
    const { eps = 1e-5, momentum = 0.1, affine = true, trackRunningStats = true } = options;
    this.weight = affine ? new Parameter([numFeatures], constant(1)) : undefined;
    this.bias = affine ? new Parameter([numFeatures], constant(0)) : undefined;
    this.running_mean = trackRunningStats ? new Buffer([numFeatures], constant(0)) : undefined;
    this.running_var = trackRunningStats ? new Buffer([numFeatures], constant(1)) : undefined;
    this.num_batches_tracked = trackRunningStats ? new Buffer([], constant(0), 'int32') : undefined;
    this.#channels = numFeatures;
    this.#eps = eps;
    this.#momentum = momentum;
  }

  override layerSettings() {
    return {
      numFeatures: this.#channels,
      eps: this.#eps,
      momentum: this.#momentum,
      affine: this.weight !== undefined,
      trackRunningStats: this.running_mean !== undefined,
    };
  }

  override forward(x: tf.Tensor): tf.Tensor {
    if (!this.ranks.includes(x.rank) || x.shape[1] !== this.#channels)
      throw new UserError(
        `batch norm expects rank ${this.ranks.join(' or ')} with ${this.#channels} channels on axis 1, got shape [${x.shape.join(', ')}]`,
      );
    return tf.tidy(() => {
      const { running_mean: mean, running_var: variance } = this;
      const statistics =
        !this.training && mean && variance ? ([mean.value, variance.value] as const) : this.#batchStatistics(x);
      return batchNorm(x, ...statistics, this.weight?.value, this.bias?.value, this.#eps);
    });
  }

  #batchStatistics(x: tf.Tensor): readonly [tf.Tensor, tf.Tensor] {
    const count = x.size / x.shape[1]!;
    if (this.training && count < 2)
      throw new UserError(
        `batch norm needs more than 1 value per channel when training, got shape [${x.shape.join(', ')}]`,
      );
    const axes = x.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
    const { mean, variance } = tf.moments(x, axes);
    if (this.training) this.#updateRunning(mean, tf.mul(variance, count / (count - 1)));
    return [mean, variance];
  }

  // PyTorch normalises by the biased variance, and its running variance is the unbiased one
  #updateRunning(mean: tf.Tensor, unbiasedVariance: tf.Tensor): void {
    const { running_mean, running_var, num_batches_tracked: batches } = this;
    if (!running_mean || !running_var || !batches) return;
    const tracked = tf.add(batches.value, tf.scalar(1, 'int32'));
    (batches.value as tf.Variable).assign(tracked);
    const share = this.#momentum ?? tf.div(1, tf.cast(tracked, 'float32'));
    for (const [running, now] of [
      [running_mean.value, mean],
      [running_var.value, unbiasedVariance],
    ] as const)
      (running as tf.Variable).assign(tf.add(running, tf.mul(tf.sub(now, running), share)));
  }
}

/** Normalises each channel of `[batch, channels]` or `[batch, channels, length]`. */
export class BatchNorm1d extends BatchNorm {
  static override readonly name: string = 'BatchNorm1d';

  static override readonly isStateless = true;
  protected override readonly ranks = [2, 3];
}

/** Normalises each channel of `[batch, channels, height, width]`. */
export class BatchNorm2d extends BatchNorm {
  static override readonly name: string = 'BatchNorm2d';

  static override readonly isStateless = true;
  protected override readonly ranks = [4];
}

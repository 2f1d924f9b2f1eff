// Normalisation per channel: by the batch's statistics in training, by the running ones otherwise.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../userError.ts';
import { batchNorm } from '../functional.ts';
import { Module } from '../module.ts';
import { Buffer, constant, Parameter } from '../parameter.ts';

abstract class BatchNorm extends Module {
  readonly weight: Parameter | undefined;
  readonly bias: Parameter | undefined;
  readonly running_mean: Buffer;
  readonly running_var: Buffer;
  readonly num_batches_tracked: Buffer;
  protected abstract readonly ranks: readonly number[];
  readonly #eps: number;
  readonly #momentum: number;

  constructor(numFeatures: number, { eps = 1e-5, momentum = 0.1, affine = true } = {}) {
    super();
    this.weight = affine ? new Parameter([numFeatures], constant(1)) : undefined;
    this.bias = affine ? new Parameter([numFeatures], constant(0)) : undefined;
    this.running_mean = new Buffer([numFeatures], constant(0));
    this.running_var = new Buffer([numFeatures], constant(1));
    this.num_batches_tracked = new Buffer([], constant(0), 'int32');
    this.#eps = eps;
    this.#momentum = momentum;
  }

  override forward(x: tf.Tensor): tf.Tensor {
    if (!this.ranks.includes(x.rank) || x.shape[1] !== this.running_mean.size)
      throw new UserError(
        `batch norm expects rank ${this.ranks.join(' or ')} with ${this.running_mean.size} channels on axis 1, got shape [${x.shape.join(', ')}]`,
      );
    const [mean, variance] = this.training
      ? this.#batchStatistics(x)
      : [this.running_mean.value, this.running_var.value];
    return batchNorm(x, mean, variance, this.weight?.value, this.bias?.value, this.#eps);
  }

  // PyTorch normalises by the biased variance and remembers the unbiased one
  #batchStatistics(x: tf.Tensor): [tf.Tensor, tf.Tensor] {
    const count = x.size / x.shape[1]!;
    if (count < 2)
      throw new UserError(
        `batch norm needs more than 1 value per channel when training, got shape [${x.shape.join(', ')}]`,
      );
    const { mean, variance } = tf.moments(
      x,
      x.shape.map((_, axis) => axis).filter((axis) => axis !== 1),
    );
    this.#remember(this.running_mean, mean);
    this.#remember(this.running_var, tf.mul(variance, count / (count - 1)));
    (this.num_batches_tracked.value as tf.Variable).assign(
      tf.add(this.num_batches_tracked.value, tf.scalar(1, 'int32')),
    );
    return [mean, variance];
  }

  #remember(running: Buffer, now: tf.Tensor): void {
    const old = running.value as tf.Variable;
    old.assign(tf.tidy(() => tf.add(tf.mul(old, 1 - this.#momentum), tf.mul(now, this.#momentum))));
  }
}

/** [batch, channels] or [batch, channels, length]. */
export class BatchNorm1d extends BatchNorm {
  protected override readonly ranks = [2, 3];
}

/** [batch, channels, height, width]. */
export class BatchNorm2d extends BatchNorm {
  protected override readonly ranks = [4];
}

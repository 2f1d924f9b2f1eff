// gMLP, "Pay Attention to MLPs" (Liu et al. 2021, arXiv 2105.08050), as its PyTorch reference has it.
// Properties carry the reference's names, so PyTorch weights load by path.
import type * as tf from '@tensorflow/tfjs-core';
import { add, chunk, gelu, mean, mul, permute, view } from '../nn/functional.ts';
import { Conv1d } from '../nn/layers/conv1d.ts';
import { Conv2d } from '../nn/layers/conv2d.ts';
import { LayerNorm } from '../nn/layers/layerNorm.ts';
import { Linear } from '../nn/layers/linear.ts';
import { Sequential } from '../nn/layers/sequential.ts';
import { Module } from '../nn/module.ts';
import { constant, Parameter } from '../nn/parameter.ts';
import { UserError } from '../userError.ts';

/** [batch, seqLen, 2 * dFfn] to [batch, seqLen, dFfn]: one half gates the other, mixed along the sequence. */
export class SpatialGatingUnit extends Module {
  static override readonly isStateless = true;
  readonly norm: LayerNorm;
  readonly spatial_proj: Conv1d;

  constructor(dFfn: number, seqLen: number) {
    super();
    this.norm = new LayerNorm(dFfn);
    this.spatial_proj = new Conv1d(seqLen, seqLen, 1);
    // gating starts near the identity
    Object.assign(this.spatial_proj, { bias: new Parameter([seqLen], constant(1)) });
  }

  override forward(x: tf.Tensor): tf.Tensor {
    const [u, v] = chunk(x, 2, -1) as [tf.Tensor, tf.Tensor];
    return mul(u, this.spatial_proj.apply(this.norm.apply(v)));
  }
}

/** [batch, seqLen, dModel] to the same. */
export class gMLPBlock extends Module {
  static override readonly isStateless = true;
  readonly norm: LayerNorm;
  readonly channel_proj1: Linear;
  readonly sgu: SpatialGatingUnit;
  readonly channel_proj2: Linear;

  constructor(dModel: number, dFfn: number, seqLen: number) {
    super();
    this.norm = new LayerNorm(dModel);
    this.channel_proj1 = new Linear(dModel, 2 * dFfn);
    this.sgu = new SpatialGatingUnit(dFfn, seqLen);
    this.channel_proj2 = new Linear(dFfn, dModel);
  }

  override forward(x: tf.Tensor): tf.Tensor {
    const hidden = gelu(this.channel_proj1.apply(this.norm.apply(x)));
    return add(this.channel_proj2.apply(this.sgu.apply(hidden)), x);
  }
}

export interface GMLPOptions {
  readonly dModel?: number;
  readonly dFfn?: number;
  readonly seqLen?: number;
  readonly numLayers?: number;
}

/** [batch, seqLen, dModel] to the same, through `numLayers` blocks. */
export class gMLP extends Module {
  static override readonly isStateless = true;
  readonly model: Sequential;

  constructor({ dModel = 256, dFfn = 512, seqLen = 256, numLayers = 6 }: GMLPOptions = {}) {
    super();
    expectCounts({ dModel, dFfn, seqLen, numLayers });
    this.model = new Sequential(...Array.from({ length: numLayers }, () => new gMLPBlock(dModel, dFfn, seqLen)));
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return this.model.apply(x);
  }
}

export interface GMLPImageOptions extends GMLPOptions {
  readonly imageSize?: number;
  readonly patchSize?: number;
  readonly inChannels?: number;
  readonly numClasses?: number;
}

/** [batch, inChannels, imageSize, imageSize] to [batch, numClasses]. */
export class gMLPForImageClassification extends gMLP {
  readonly patcher: Conv2d;
  readonly classifier: Linear;

  constructor(options: GMLPImageOptions = {}) {
    const { imageSize = 256, patchSize = 16, inChannels = 3, numClasses = 1000, dModel = 256 } = options;
    expectCounts({ inChannels, numClasses });
    const patches = checkSizes(imageSize, patchSize);
    const seqLen = options.seqLen ?? 256;
    if (seqLen !== patches)
      throw new UserError(
        `seqLen must be the number of patches, ${patches} for image size ${imageSize} and patch size ${patchSize}, got ${seqLen}`,
      );
    super(options);
    this.patcher = new Conv2d(inChannels, dModel, patchSize, { stride: patchSize });
    this.classifier = new Linear(dModel, numClasses);
  }

  override forward(x: tf.Tensor): tf.Tensor {
    const channelsLast = permute(this.patcher.apply(x), [0, 2, 3, 1]);
    const [batch, , , channels] = channelsLast.shape as [number, number, number, number];
    const embedding = this.model.apply(view(channelsLast, [batch, -1, channels]));
    return this.classifier.apply(mean(embedding, 1));
  }
}

/**
 * @returns the number of patches of a square image.
 * @throws UserError when a size is no positive whole number or the patches do not tile the image.
 */
export function checkSizes(imageSize: number, patchSize: number): number {
  expectCounts({ imageSize, patchSize });
  if (imageSize % patchSize !== 0)
    throw new UserError(`image size must be divisible by patch size, got ${imageSize} and ${patchSize}`);
  return (imageSize / patchSize) ** 2;
}

function expectCounts(counts: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(counts))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new UserError(`${name} must be a whole number of at least 1, got ${value}`);
}

// gMLP, "Pay Attention to MLPs" (Liu et al. 2021, arXiv 2105.08050), as its PyTorch reference has it.
// Properties carry the reference's names, so PyTorch weights load by path.

import type * as tf from '@tensorflow/tfjs-core';
import { got } from '../checks.ts';
import { UserError } from '../errors.ts';
import { add, chunk, gelu, mean, mul, permute, view } from '../nn/functional.ts';
import { Conv1d } from '../nn/layers/conv1d.ts';
import { Conv2d } from '../nn/layers/conv2d.ts';
import { LayerNorm } from '../nn/layers/layerNorm.ts';
import { Linear } from '../nn/layers/linear.ts';
import { Sequential } from '../nn/layers/sequential.ts';
import { type DeclaredInput, Module } from '../nn/module.ts';
import { constant, Parameter } from '../nn/parameter.ts';
import { expectOptions, type OptionNames } from '../options.ts';

/** gMLP's gate: `[batch, seqLen, 2 * dFfn]` to `[batch, seqLen, dFfn]`. One half, mixed along the sequence, multiplies the other. */
export class SpatialGatingUnit extends Module {
  static override readonly name: string = 'SpatialGatingUnit';

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

/** One block of gMLP, with a residual connection: `[batch, seqLen, dModel]` to the same shape. */
export class gMLPBlock extends Module {
  static override readonly name: string = 'gMLPBlock';

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

/** Sizes of a gMLP. */
export interface GMLPOptions {
  /** channels between blocks; 256 unless given */
  readonly dModel?: number;
  /** channels of the gate's output, half of what the first projection gives; 512 unless given */
  readonly dFfn?: number;
  /** length of the sequence; 256 unless given */
  readonly seqLen?: number;
  /** blocks; 6 unless given */
  readonly numLayers?: number;
}

const optionNames: OptionNames<GMLPOptions> = { dModel: true, dFfn: true, seqLen: true, numLayers: true };

/** A stack of gMLP blocks: `[batch, seqLen, dModel]` to the same shape. */
export class gMLP extends Module {
  static override readonly name: string = 'gMLP';

  static override readonly isStateless = true;
  readonly model: Sequential;
  readonly #inputSize: readonly number[];

  /** @throws UserError for an unknown option, and for a size that is no whole number of at least 1 */
  constructor(options: GMLPOptions = {}) {
    super();
    if (new.target === gMLP) expectOptions(options, optionNames);
    const { dModel = 256, dFfn = 512, seqLen = 256, numLayers = 6 } = options;
    expectCounts({ dModel, dFfn, seqLen, numLayers });
    this.#inputSize = [seqLen, dModel];
    this.model = new Sequential(...Array.from({ length: numLayers }, () => new gMLPBlock(dModel, dFfn, seqLen)));
  }

  override declaredInputs(): readonly DeclaredInput[] {
    return [{ shape: [null, ...this.#inputSize] }];
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return this.model.apply(x);
  }
}

/** Sizes of a gMLP that classifies square images. */
export interface GMLPImageOptions extends GMLPOptions {
  /** height and width of an image in pixels; 256 unless given */
  readonly imageSize?: number;
  /** height and width of a patch in pixels, which must divide `imageSize`; 16 unless given */
  readonly patchSize?: number;
  /** channels of an image; 3 unless given */
  readonly inChannels?: number;
  /** 1000 unless given */
  readonly numClasses?: number;
}

/** Names of the sizes of a gMLP that classifies images. */
export const imageOptionNames: OptionNames<GMLPImageOptions> = {
  ...optionNames,
  imageSize: true,
  patchSize: true,
  inChannels: true,
  numClasses: true,
};

/** gMLP on the patches of an image: `[batch, inChannels, imageSize, imageSize]` to logits `[batch, numClasses]`. */
export class gMLPForImageClassification extends gMLP {
  static override readonly name: string = 'gMLPForImageClassification';

  readonly patcher: Conv2d;
  readonly classifier: Linear;
  readonly #imageShape: readonly number[];

  /** @throws UserError for an unknown option, and for sizes that are no whole numbers of at least 1, or do not fit together */
  constructor(options: GMLPImageOptions = {}) {
    expectOptions(options, imageOptionNames);
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
    this.#imageShape = [inChannels, imageSize, imageSize];
  }

  override declaredInputs(): readonly DeclaredInput[] {
    return [{ shape: [null, ...this.#imageShape] }];
  }

  override forward(x: tf.Tensor): tf.Tensor {
    const channelsLast = permute(this.patcher.apply(x), [0, 2, 3, 1]);
    const [batch, , , channels] = channelsLast.shape as [number, number, number, number];
    const embedding = this.model.apply(view(channelsLast, [batch, -1, channels]));
    return this.classifier.apply(mean(embedding, 1));
  }
}

/**
 * Returns the number of patches of a square image.
 * @throws UserError for sizes in pixels that are no whole numbers of at least 1, and for patches that do not tile the image
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
      throw new UserError(`${name} must be a whole number of at least 1, got ${got(value)}`);
}

// The built-in models by name.

import { expectCountable } from '../checks.ts';
import { choice } from '../choice.ts';
import { expectOptions } from '../options.ts';
import { checkSizes, type GMLPImageOptions, gMLPForImageClassification, imageOptionNames } from './gmlp.ts';

const imagenet = { imageSize: 224, patchSize: 16, numLayers: 30 };

/** Sizes of the built-in models. `dFfn` is the gate's width; the paper's tables give twice that. */
export const presets = {
  gmlp: { imageSize: 256, patchSize: 16, dModel: 256, dFfn: 512, numLayers: 1 },
  'gmlp-ti16': { ...imagenet, dModel: 128, dFfn: 384 },
  'gmlp-s16': { ...imagenet, dModel: 256, dFfn: 768 },
  'gmlp-b16': { ...imagenet, dModel: 512, dFfn: 1536 },
} satisfies Record<string, GMLPImageOptions>;

/** A built-in model and the input that it takes. */
export interface BuiltModel {
  readonly model: gMLPForImageClassification;
  /** [channels, height, width], without the batch */
  readonly inputSize: readonly [number, number, number];
}

/**
 * Builds a built-in model.
 * @param name a key of `presets`
 * @param overrides sizes in place of the preset's; `seqLen` is the number of patches unless given
 * @throws UserError for an unknown name, for sizes that do not fit together, and for more than 2^53 parameters
 */
export function createGMLP(name = 'gmlp', overrides: GMLPImageOptions = {}): BuiltModel {
  expectOptions(overrides, imageOptionNames);
  const preset = choice('model', name, Object.keys(presets) as (keyof typeof presets)[]);
  const options = { inChannels: 3, ...presets[preset], ...overrides };
  const seqLen = overrides.seqLen ?? checkSizes(options.imageSize, options.patchSize);
  const model = new gMLPForImageClassification({ ...options, seqLen });
  expectCountable([...model.namedParameters()].reduce((sum, [, parameter]) => sum + parameter.size, 0));
  return { model, inputSize: [options.inChannels, options.imageSize, options.imageSize] };
}

// The built-in models by name. In: a name and overrides. Out: a model and the input it takes.

import { expectCountable } from '../checks.ts';
import { UserError } from '../errors.ts';
import { checkSizes, type GMLPImageOptions, gMLPForImageClassification } from './gmlp.ts';

const imagenet = { imageSize: 224, patchSize: 16, numLayers: 30 };

/** dFfn is the width that gates; the paper's tables give twice that. */
export const presets = {
  gmlp: { imageSize: 256, patchSize: 16, dModel: 256, dFfn: 512, numLayers: 1 },
  'gmlp-ti16': { ...imagenet, dModel: 128, dFfn: 384 },
  'gmlp-s16': { ...imagenet, dModel: 256, dFfn: 768 },
  'gmlp-b16': { ...imagenet, dModel: 512, dFfn: 1536 },
} satisfies Record<string, GMLPImageOptions>;

export interface BuiltModel {
  readonly model: gMLPForImageClassification;
  /** [channels, height, width] */
  readonly inputSize: readonly [number, number, number];
}

/** Builds a preset; `seqLen` is the number of patches unless given. */
export function createGMLP(name = 'gmlp', overrides: GMLPImageOptions = {}): BuiltModel {
  if (!Object.hasOwn(presets, name))
    throw new UserError(`unknown model: ${name} (one of ${Object.keys(presets).join(', ')})`);
  const options = { inChannels: 3, ...presets[name as keyof typeof presets], ...overrides };
  const seqLen = overrides.seqLen ?? checkSizes(options.imageSize, options.patchSize);
  const model = new gMLPForImageClassification({ ...options, seqLen });
  expectCountable([...model.namedParameters()].reduce((sum, [, parameter]) => sum + parameter.size, 0));
  return { model, inputSize: [options.inChannels, options.imageSize, options.imageSize] };
}

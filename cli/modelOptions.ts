// The options that choose and shape a built-in model, shared by the commands. In: parsed options. Out: a model.
import type { GMLPImageOptions } from '../src/models/gmlp.ts';
import type { BuiltModel } from '../src/models/presets.ts';
import { UserError } from '../src/userError.ts';
import type { StoredTensors } from '../src/weights/safetensors.ts';
import { unknownModel } from './unknown.ts';

const sizes = {
  'image-size': 'height and width of the square image, in pixels',
  'patch-size': 'height and width of a patch, in pixels',
  'in-channels': 'channels of the image',
  'num-classes': 'classes to tell apart',
  'd-model': 'features of a patch between blocks',
  'd-ffn': 'features of a patch inside a block, after gating',
  'seq-len': 'patches of an image (default: image size / patch size, squared)',
  'num-layers': 'gMLP blocks',
} as const;

// strings, since yargs turns what is no number into NaN and forgets what was typed
export const modelOptions = Object.fromEntries(
  Object.entries({ ...sizes, weights: 'a .safetensors file, whose names and shapes must be the model’s' }).map(
    ([name, describe]) => [name, { describe, type: 'string', requiresArg: true } as const],
  ),
);

type Arguments = Readonly<Record<string, unknown>>;

/** @throws UserError for an unknown name, sizes that do not fit, and weights that are not the model's. */
export async function chosenModel(argv: Arguments): Promise<BuiltModel & { readonly weights?: StoredTensors }> {
  const { createModel, presets } = await import('../src/models/presets.ts');
  const name = `${argv.model}`;
  if (!Object.hasOwn(presets, name)) throw new UserError(unknownModel(name, Object.keys(presets)));
  const built = createModel(name, modelSizes(argv));
  if (argv.weights === undefined) return built;
  if (Array.isArray(argv.weights)) throw new UserError(`--weights was given ${argv.weights.length} times`);
  const { loadSafetensors } = await import('../src/weights/safetensors.ts');
  const weights = await loadSafetensors(`${argv.weights}`);
  built.model.loadStateDict(weights);
  return { ...built, weights };
}

function modelSizes(argv: Arguments): GMLPImageOptions {
  const given = Object.keys(sizes).filter((name) => argv[name] !== undefined);
  return Object.fromEntries(given.map((name) => [camelCase(name), wholeNumber(argv, name, 1)]));
}

/** @throws UserError for what is no whole number of at least `least`. */
export function wholeNumber(argv: Arguments, name: string, least: number): number {
  const text = argv[name];
  if (Array.isArray(text)) throw new UserError(`--${name} was given ${text.length} times`);
  const value = Number(text);
  if (!/^[+-]?\d+$/.test(`${text}`) || !Number.isSafeInteger(value) || value < least)
    throw new UserError(`--${name} must be a whole number of at least ${least}, got ${text === '' ? 'nothing' : text}`);
  return value;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

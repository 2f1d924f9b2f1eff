// The options that shape a built-in model, shared by the commands. In: parsed options. Out: sizes.
import type { GMLPImageOptions } from '../src/models/gmlp.ts';
import { UserError } from '../src/userError.ts';

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
  Object.entries(sizes).map(([name, describe]) => [name, { describe, type: 'string', requiresArg: true } as const]),
);

type Arguments = Readonly<Record<string, unknown>>;

/** @throws UserError for what is no whole number of at least 1. */
export function modelSizes(argv: Arguments): GMLPImageOptions {
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

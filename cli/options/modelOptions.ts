// The options that choose a model, shared by the commands. In: parsed options. Out: a model and what it is fed.

import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { GMLPImageOptions } from '../../src/models/gmlp.ts';
import type { Weights } from '../../src/trace/adapter.ts';
import type { OpenInput } from '../../src/trace/inputs.ts';
import type { Traceable } from '../../src/trace/traceable.ts';
import { backendDescription, chosenBackend } from '../model/chooseBackend.ts';
import { isolatedOption } from '../model/modelProject.ts';
import { chosenInputs, parseInput } from '../model/parseInput.ts';
import type { UserModel } from '../model/userModel.ts';

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
export const modelOptions = Object.fromEntries([
  ...Object.entries({
    ...sizes,
    weights: 'a .safetensors file, whose names and shapes must be the model’s',
    backend: backendDescription,
    import: 'a module to run before, which registers the custom layers of a model.json; again for each',
    input: 'what the model takes, the batch first: 1,224,224,3 or name:1,10:int32; again for each input',
  }).map(([name, describe]) => [name, { describe, type: 'string', requiresArg: true }] as const),
  ['isolated', isolatedOption] as const,
]);

/** Whether a word is a path, and no built-in's name. */
export const isPath = (word: string): boolean => /[/\\#]|\.(json|[cm]?[jt]s)$/.test(word);

export const modelPositional = {
  describe: 'a built-in model, a model.json, or module.ts#export',
  type: 'string',
} as const;

/** Has yargs take `-` for these positionals as a word, where it would put their default. */
export const takesDash = (...names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, 1]));

type Arguments = Readonly<Record<string, unknown>>;

export interface ChosenModel {
  /** that of `--backend`, ready, as tf.js calls it */
  readonly backend: string | undefined;
  readonly model: Traceable;
  readonly inputs: readonly OpenInput[];
  /** those of `--weights`, or else of the model's own files */
  readonly readNumbers?: () => Promise<Weights>;
}

/** A file of the project whose packages come first: the model's, or else the current folder's. */
const beside = (argv: Arguments): string => (isPath(`${argv.model}`) ? `${argv.model}` : 'package.json');

/** @throws UserError for an unknown name, sizes that do not fit, and weights that are not the model's. */
export async function chosenModel(argv: Arguments): Promise<ChosenModel> {
  const word = `${argv.model}`;
  if (word === '-') throw new UserError('the model - is refused, since standard input is not read: give a file’s path');
  // before the model, whose module may want to compute
  const { backend } = argv.backend === undefined ? {} : await chosenBackend(argv.backend, beside(argv));
  const { model, inputs, mayMakeModel, readNumbers, fill } = isPath(word)
    ? await own(word, argv)
    : await builtIn(word, argv);
  if (backend !== undefined) await fill?.();
  const given = [argv.input ?? []].flat().filter((text) => typeof text === 'string');
  // --no-input
  if (mayMakeModel && given.length === 0 && argv.input !== false)
    throw new UserError(
      `${word} is a function with arguments: if these are tensors give --input 1,224,224,3 for each, the batch first, and if it makes a model export one without arguments`,
    );
  const fed = argv.input === false ? (inputs ?? []) : chosenInputs(given.map(parseInput), inputs);
  const chosen = { backend, model, inputs: fed, ...(readNumbers && { readNumbers }) };
  if (argv.weights === undefined) return chosen;
  if (Array.isArray(argv.weights)) throw new UserError(`--weights was given ${argv.weights.length} times`);
  if (!('loadStateDict' in model)) throw new UserError(`--weights is for models with a state dict, not ${word}`);
  const { loadSafetensors } = await import('../../src/weights/safetensorsFile.ts');
  const weights = await loadSafetensors(`${argv.weights}`);
  model.loadStateDict(weights);
  return { ...chosen, readNumbers: async () => weights };
}

async function own(word: string, argv: Arguments): Promise<UserModel> {
  for (const name of Object.keys(sizes))
    if (argv[name] !== undefined) throw new UserError(`--${name} is for built-in models, not ${word}`);
  const { userModel } = await import('../model/userModel.ts');
  return userModel(word, [argv.import ?? []].flat().map(String));
}

async function builtIn(name: string, argv: Arguments): Promise<UserModel> {
  const { createModel, presets } = await import('../../src/models/presets.ts');
  if (!Object.hasOwn(presets, name)) throw new UserError(unknownText('model', name, Object.keys(presets)));
  if (argv.import !== undefined) throw new UserError(`--import is for models of your own, not ${name}`);
  const { model, inputSize } = createModel(name, modelSizes(argv));
  return { model, inputs: [{ shape: [null, ...inputSize], dtype: 'float32' }] };
}

function modelSizes(argv: Arguments): GMLPImageOptions {
  const given = Object.keys(sizes).filter((name) => argv[name] !== undefined);
  return Object.fromEntries(given.map((name) => [camelCase(name), wholeNumber(argv, name, 1)]));
}

/** `--batch-size`, where it is given. @throws UserError for what is no batch */
export const askedBatch = (argv: Arguments): number | undefined =>
  argv['batch-size'] === undefined ? undefined : wholeNumber(argv, 'batch-size', 1);

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

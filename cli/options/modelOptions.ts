// The options that choose a model, shared by the commands.
import { existsSync } from 'node:fs';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { LoadedModel } from '../../src/load/loadedModel.ts';
import type { GMLPImageOptions } from '../../src/models/gmlp.ts';
import type { Weights } from '../../src/trace/adapter.ts';
import type { OpenInput } from '../../src/trace/inputs.ts';
import type { Traceable } from '../../src/trace/traceable.ts';
import { fileBeside, isPath, modelFile, shownWord } from '../model/modelProject.ts';
import { parseInput } from '../model/parseInput.ts';
import type { Messages } from '../output.ts';
import { choice, count, flag, grouped, many, named, path, type Values } from './schema.ts';

/** Sizes of a built-in model. */
const sizeOptions = grouped('Sizes of a built-in gMLP:', {
  'image-size': count('height and width of the square image, in pixels', 1),
  'patch-size': count('height and width of a patch, in pixels', 1),
  'in-channels': count('channels of the image', 1),
  'num-classes': count('classes to tell apart', 1),
  'd-model': count('features of a patch between blocks', 1),
  'd-ffn': count('features of a patch inside a block, after gating', 1),
  'seq-len': count('patches of an image (default: image size / patch size, squared)', 1),
  'num-layers': count('gMLP blocks', 1),
});

/** An input of the model, again for each. */
export const inputOption = many({
  describe: 'what the model takes, the batch first: 1,224,224,3 or name:1,10:int32; again for each input',
  parse: parseInput,
});

/** Options of every command that takes one model. */
export const modelOptions = {
  weights: path('a .safetensors file, whose names and shapes must be the model’s'),
  backend: choice(
    'backend',
    'what computes; needed for times, and for a model whose shapes depend on numbers; auto is the first of these that works',
    async () => named((await import('../../src/backends/backends.ts')).backendChoices),
  ),
  import: many(
    path('a module to run before, which registers the custom layers of a model.json or .keras; again for each'),
  ),
  input: inputOption,
  isolated: flag('load tf.js and backends from beside gmlp-viz alone, and no code from the folder of a model.json'),
  ...sizeOptions,
};

/** The word that names a model. */
export const modelWord = {
  describe: 'a built-in model; a model.json or .keras: its path, folder, address, or - for stdin; or module.ts#export',
  isModel: true,
  choices: async () => (await import('../../src/models/presets.ts')).presets,
  parse: (typed: string) => typed,
} as const;

/** The model of the commands that draw, which also take the graph in an event file. */
export const drawnWord = {
  ...modelWord,
  describe: `${modelWord.describe}; or the graph of an event file or logdir`,
} as const;

type GivenValues = Values<typeof modelOptions>;

/** The words and options that choose a model; `input` is false with `--no-input`. */
export interface ModelRequest extends Partial<Omit<GivenValues, 'input'>> {
  readonly model: string;
  readonly input?: GivenValues['input'] | false;
}

/** A model that is ready to trace. */
export interface ChosenModel {
  /** The backend of `--backend`, loaded, under tf.js's name. */
  readonly backend: string | undefined;
  readonly model: Traceable;
  readonly inputs: readonly OpenInput[];
  /** Reads the weights of `--weights`, or else of the model's own files. */
  readonly readWeights?: () => Promise<Weights>;
}

/**
 * Loads the model that is asked for, and its backend before it.
 * @throws UserError for an unknown name, sizes that do not fit, and weights that are not the model's
 */
export async function chosenModel(request: ModelRequest, stderr: Pick<Messages, 'note'>): Promise<ChosenModel> {
  const { input, weights: weightsFile } = request;
  const word = modelFile(request.model);
  // before the model, whose module may want to compute
  const used = await requestedBackend(word, request.backend, stderr);
  const backend = used?.backend;
  const { model, inputs, mayMakeModel, readWeights, fill, notes } = isPath(word)
    ? await own({ ...request, model: word })
    : await builtIn(request);
  for (const note of notes ?? []) stderr.note(note);
  if (backend !== undefined) await fill?.();
  if (mayMakeModel && input === undefined)
    throw new UserError(
      `${word} is a function with arguments: if these are tensors give --input 1,224,224,3 for each, the batch first, and if it makes a model export one without arguments`,
    );
  const { chosenInputs } = await import('../model/takenInputs.ts');
  const inputsToTake = input === false ? (inputs ?? []) : chosenInputs(input ?? [], inputs);
  const chosen = { backend, model, inputs: inputsToTake, ...(readWeights && { readWeights }) };
  if (weightsFile === undefined) return chosen;
  if (!('loadStateDict' in model))
    throw new UserError(`--weights is for models with a state dict, not ${shownWord(word)}`);
  const { loadSafetensors } = await import('../../src/weights/safetensorsFile.ts');
  const weights = await loadSafetensors(weightsFile);
  model.loadStateDict(weights);
  return { ...chosen, readWeights: async () => weights };
}

async function requestedBackend(word: string, backend: ModelRequest['backend'], stderr: Pick<Messages, 'note'>) {
  if (backend === undefined) return undefined;
  const { chosenBackend } = await import('../model/chooseBackend.ts');
  return chosenBackend(backend, fileBeside(word), stderr);
}

async function own(request: ModelRequest): Promise<LoadedModel> {
  const size = sizeNames.find((name) => request[name] !== undefined);
  if (size !== undefined) throw new UserError(`--${size} is for built-in models, not ${shownWord(request.model)}`);
  const { userModel } = await import('../model/userModel.ts');
  return userModel(request.model, request.import ?? []);
}

async function builtIn(request: ModelRequest): Promise<LoadedModel> {
  const { model: name } = request;
  await expectKnownModel(name);
  const { createGMLP } = await import('../../src/models/presets.ts');
  if (request.import !== undefined) throw new UserError(`--import is for models of your own, not ${name}`);
  const { model, inputSize } = createGMLP(name, sizesOf(request));
  return { model, inputs: [{ shape: [null, ...inputSize], dtype: 'float32' }] };
}

/** @throws UserError for a word that is neither a path nor a built-in model */
export async function expectKnownModel(word: string): Promise<void> {
  if (isPath(word)) return;
  const { presets } = await import('../../src/models/presets.ts');
  if (Object.hasOwn(presets, word)) return;
  if (word !== '' && existsSync(word)) throw new UserError(`unknown model: ${word} (did you mean ./${word}?)`);
  throw new UserError(unknownText('model', word, Object.keys(presets)));
}

const sizeNames = Object.keys(sizeOptions) as (keyof typeof sizeOptions)[];

/** Whether an option sets a size of a built-in model. */
export const isSize = (name: string): boolean => Object.hasOwn(sizeOptions, name);

const sizesOf = (request: ModelRequest): GMLPImageOptions =>
  Object.fromEntries(
    sizeNames.flatMap((name) => (request[name] === undefined ? [] : [[camelCase(name), request[name]]])),
  );

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

// The comparison that the options of `compare` and `view --compare` ask for.
import type { CompareOptions } from '../src/compare/numbers/compare.ts';
import type { Comparison } from '../src/compare/numbers/comparison.ts';
import { UserError } from '../src/errors.ts';
import type { InputSpec } from '../src/trace/inputs.ts';
import type { PixelRange } from './model/imageInput.ts';
import { fileBeside, isPath, modelFile, shownWord } from './model/modelProject.ts';
import { withFreeNames } from './model/withFreeNames.ts';
import type { sideOptions } from './options/compareOptions.ts';
import { type ChosenModel, chosenModel, expectKnownModel, type ModelRequest } from './options/modelOptions.ts';
import type { Values } from './options/schema.ts';
import type { Messages } from './output.ts';

/** The words and options that say what is compared. */
export interface CompareRequest extends ModelRequest, Values<typeof sideOptions> {
  /** The second model. */
  readonly other: string | undefined;
  readonly 'batch-size': number | undefined;
}

/** @throws UserError for one side, inputs that are not the model's, and what cannot run */
export async function comparisonOf(values: CompareRequest, stderr: Messages): Promise<Comparison> {
  const { model: word, other, reference, backend = 'cpu', against = reference ? backend : 'cpu' } = values;
  expectTwoSides(values, backend, against);
  const { compare, compareModels } = await import('../src/compare/numbers/compare.ts');
  const { chosenBackend } = await import('./model/chooseBackend.ts');
  const first = await chosenSide(values, word, values.weights, against, stderr);
  const second =
    other === undefined
      ? undefined
      : await chosenSide(values, other, values['weights-after'] ?? values.weights, backend, stderr);
  const tested = await chosenBackend(backend, modelFile(fileBeside(word)), stderr);
  const asked: CompareOptions = {
    backend: tested.backend,
    ...(reference === undefined && { against: first.backend }),
    seed: values.seed,
    tokens: values.tokens,
    tolerance: values.tolerance,
    onKernel: (done, kernels) => stderr.progress(`kernel ${done} of ${kernels}`),
  };
  if (reference === undefined) {
    const inputs = await inputsOf(first, values, stderr);
    if (!second) return compare(first.model, inputs, asked);
    noteUnsaved([word, other!], [first, second], stderr);
    return compareModels(first.model, second.model, inputs, asked);
  }
  const { loadSafetensors } = await import('../src/weights/safetensorsFile.ts');
  const stored = await loadSafetensors(reference);
  noteUnsaved([word], [first], stderr);
  const isGiven = values.values !== undefined || values.input !== undefined || ![...stored.keys()].some(isInput);
  return compare(first.model, isGiven ? await inputsOf(first, values, stderr) : undefined, {
    ...asked,
    reference: stored,
  });
}

const isInput = (name: string): boolean => /^input(\.\d+)?$/.test(name);

function expectTwoSides(values: CompareRequest, backend: string, against: string): void {
  const { other, reference, model } = values;
  if (reference !== undefined && (other !== undefined || values.against !== undefined))
    throw new UserError('--reference is the other side: leave out the second model and --against');
  if (other === undefined && values['weights-after'] !== undefined)
    throw new UserError('--weights-after is for a second model');
  if (other === undefined && reference === undefined && backend === against)
    throw new UserError(
      `a comparison of ${model} needs two sides, got ${backend} for both: give --backend wasm, a second model or --reference FILE`,
    );
}

async function chosenSide(
  values: CompareRequest,
  model: string,
  weights: string | undefined,
  backend: CompareRequest['backend'],
  stderr: Messages,
): Promise<ChosenModel> {
  const request = { ...values, model, weights, backend };
  await expectKnownModel(model);
  if (values.other !== undefined && !isPath(model) && weights === undefined)
    throw new UserError(`${model} has no weights of its own: give --weights and --weights-after FILE`);
  return isPath(model) ? withFreeNames(() => chosenModel(request, stderr)) : chosenModel(request, stderr);
}

/** Says which models of a comparison have no saved weights: random ones differ each time. */
function noteUnsaved(words: readonly string[], models: readonly ChosenModel[], stderr: Messages): void {
  for (const [i, { readWeights }] of models.entries())
    if (!readWeights)
      stderr.note(
        `no weights are saved with ${shownWord(words[i]!)}: where they are random, its numbers are no other model's and errors mean nothing`,
      );
}

/** The values of black and white in floating-point numbers, and in whole ones. */
const fractions: PixelRange = { from: 0, to: 1 };
const bytes: PixelRange = { from: 0, to: 255 };

/** The inputs of the first model: tensors where values are given. */
async function inputsOf(chosen: ChosenModel, values: CompareRequest, stderr: Messages): Promise<readonly InputSpec[]> {
  const { withAskedBatch, withStatedSizes } = await import('./model/takenInputs.ts');
  const { values: paths, pixels, resize = false } = values;
  if (!paths) {
    const { inputs } = await withStatedSizes(chosen, values['batch-size'], stderr);
    return withAskedBatch(inputs, values['batch-size'], 1);
  }
  const { inputs } = chosen;
  if (values['batch-size'] !== undefined)
    throw new UserError('--batch-size is for seeded inputs, and --values has its own');
  if (paths.length !== inputs.length)
    throw new UserError(`the model takes ${inputs.length} inputs, got --values ${paths.length} times`);
  const [{ inputFile }, { tfjs: tf }, { typedArrays }] = await Promise.all([
    import('./model/inputFiles.ts'),
    import('./tfjs.ts'),
    import('../src/tensors.ts'),
  ]);
  return Promise.all(
    paths.map(async (file, i) => {
      const { dtype = 'float32', name } = inputs[i]!;
      const range = pixels ?? (dtype === 'float32' ? fractions : bytes);
      const { shape, values, about } = await inputFile(file, inputs[i]!, { resize, range });
      if (about !== undefined) stderr.note(`${file}: ${about}`);
      if (dtype !== 'float32' && dtype !== 'int32' && dtype !== 'bool')
        throw new UserError(`the input ${name ?? i} is ${dtype}: values of files are numbers`);
      const tensor = tf.tensor(new typedArrays[dtype](values), [...shape], dtype);
      return name === undefined ? tensor : Object.assign(tensor, { name });
    }),
  );
}

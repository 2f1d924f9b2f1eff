// `gmlp-viz compare MODEL [OTHER]`: where two runs part, layer by layer; exit code 1 beyond the tolerance, 2 when it fails.
import type { CompareOptions } from '../../src/compare/numbers/compare.ts';
import type { Comparison } from '../../src/compare/numbers/comparison.ts';
import { UserError } from '../../src/errors.ts';
import type { InputSpec } from '../../src/trace/inputs.ts';
import { fileBeside, isPath, modelFile, shownWord } from '../model/modelProject.ts';
import { withFreeNames } from '../model/withFreeNames.ts';
import { type ChosenModel, chosenModel, modelOptions, modelWord } from '../options/modelOptions.ts';
import { choice, count, many, named, path, type Values, withDefault } from '../options/schema.ts';
import type { Messages } from '../output.ts';
import { writeResult } from '../writeResult.ts';
import { command } from './command.ts';

const backendNames = async () => named((await import('../../src/backends/backends.ts')).backendNames);
const { import: imports, isolated, input, weights: _, ...sizes } = modelOptions;

const options = {
  ...sizes,
  backend: choice('backend', 'the backend that is tested (default: cpu)', backendNames),
  against: choice('backend', 'the backend of the reference (default: cpu)', backendNames),
  reference: path('a .safetensors file with activations by layer, in place of another run'),
  weights: path('a .safetensors file for the model, or for both'),
  'weights-after': path('a .safetensors file for the second model'),
  values: many(path('values of an input, .npy or .json, in place of seeded ones; again for each input')),
  seed: count('seed of the inputs (default: 0)', 0),
  tokens: {
    describe: 'range of whole numbers for int32 inputs, the upper one left out, such as 0:1000 (default: 0:2)',
    parse(typed: string, name: string) {
      const [from = Number.NaN, to = Number.NaN] = /^-?\d+:-?\d+$/.test(typed) ? typed.split(':').map(Number) : [];
      if (!(from < to)) throw new UserError(`${name} must be a range such as 0:1000, got ${typed || 'nothing'}`);
      return { from, to };
    },
  },
  tolerance: {
    describe: 'the largest error that agrees, in parts of the scale of each output (default: 1e-4)',
    parse(typed: string, name: string): number {
      const value = typed.trim() === '' ? Number.NaN : Number(typed);
      if (!(value >= 0) || value === Number.POSITIVE_INFINITY)
        throw new UserError(`${name} must be a number of at least 0, got ${typed || 'nothing'}`);
      return value;
    },
  },
  input,
  'batch-size': { ...count('batch of the model', 1), defaultText: '1' },
  import: imports,
  isolated,
  level: withDefault(
    choice('level', 'rows of the table', async () =>
      named((await import('../../src/compare/numbers/compareStyles.ts')).compareLevels),
    ),
    'layers',
  ),
  style: withDefault(
    choice('style', 'how the comparison is written', async () =>
      named((await import('../../src/compare/numbers/compareStyles.ts')).compareStyles),
    ),
    'table',
  ),
  out: path('the file to write to (default: the standard output)'),
};

type CompareValues = Values<typeof options> & { readonly model: string; readonly other: string | undefined };

export const compareCommand = command({
  words: {
    model: modelWord,
    other: { ...modelWord, describe: 'a second model of the same structure, which is tested', optional: true },
  },
  options,
  examples: [
    ['compare model.json --backend wasm --against cpu', 'where WebAssembly computes otherwise'],
    ['compare model.json quantised/model.json', 'what quantised weights change, layer by layer'],
    ['compare ./port.ts#model --reference activations.safetensors', 'a port against what PyTorch computed'],
  ],
  async run(values, stdout, stderr) {
    let comparison: Comparison;
    try {
      comparison = await comparisonOf(values, stderr);
    } catch (error) {
      // exit code 1 says that the numbers differ
      if (error instanceof UserError) throw error;
      const reason = error instanceof Error ? error.message : `${error}`;
      throw new UserError(reason.replace(/\s*\n\s*/g, ' '), { cause: error });
    }
    const { renderComparison } = await import('../../src/compare/numbers/compareStyles.ts');
    const { style, level, out } = values;
    const width = out === undefined ? stdout.columns : undefined;
    const text = renderComparison(comparison, style, { level, width, colours: out === undefined && stdout.hasColours });
    const kind = style === 'json' ? 'json' : out === undefined && stdout.hasColours ? 'coloured' : 'lines';
    await writeResult(text, out, kind, stdout);
    return comparison.agrees ? 0 : 1;
  },
});

async function comparisonOf(values: CompareValues, stderr: Messages): Promise<Comparison> {
  const { model: word, other, reference, backend = 'cpu', against = reference ? backend : 'cpu' } = values;
  expectTwoSides(values, backend, against);
  const { compare, compareModels } = await import('../../src/compare/numbers/compare.ts');
  const { chosenBackend } = await import('../model/chooseBackend.ts');
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
    onKernel: (done, kernels) => {
      if (done % 100 === 0) stderr.progress(`kernel ${done} of ${kernels}`);
    },
  };
  if (reference === undefined) {
    const inputs = await inputsOf(first, values);
    if (!second) return compare(first.model, inputs, asked);
    noteUnsaved([word, other!], [first, second], stderr);
    return compareModels(first.model, second.model, inputs, asked);
  }
  const { loadSafetensors } = await import('../../src/weights/safetensorsFile.ts');
  const stored = await loadSafetensors(reference);
  noteUnsaved([word], [first], stderr);
  const isGiven = values.values !== undefined || values.input !== undefined || ![...stored.keys()].some(isInput);
  return compare(first.model, isGiven ? await inputsOf(first, values) : undefined, { ...asked, reference: stored });
}

const isInput = (name: string): boolean => /^input(\.\d+)?$/.test(name);

function expectTwoSides(values: CompareValues, backend: string, against: string): void {
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
  values: CompareValues,
  model: string,
  weights: string | undefined,
  backend: CompareValues['backend'],
  stderr: Messages,
): Promise<ChosenModel> {
  const request = { ...values, model, weights, backend };
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

/** The inputs of the first model: tensors where values are given. */
async function inputsOf({ inputs }: ChosenModel, values: CompareValues): Promise<readonly InputSpec[]> {
  const { withAskedBatch } = await import('../model/takenInputs.ts');
  const paths = values.values;
  if (!paths) return withAskedBatch(inputs, values['batch-size'], 1);
  if (values['batch-size'] !== undefined)
    throw new UserError('--batch-size is for seeded inputs, and --values has its own');
  if (paths.length !== inputs.length)
    throw new UserError(`the model takes ${inputs.length} inputs, got --values ${paths.length} times`);
  const [{ inputFile }, { tfjs: tf }, { typedArrays }] = await Promise.all([
    import('../model/inputFiles.ts'),
    import('../tfjs.ts'),
    import('../../src/tensors.ts'),
  ]);
  return Promise.all(
    paths.map(async (file, i) => {
      const { dtype, name } = inputs[i]!;
      const { shape, values } = await inputFile(file);
      if (dtype !== 'float32' && dtype !== 'int32' && dtype !== 'bool')
        throw new UserError(`the input ${name ?? i} is ${dtype}: values of files are numbers`);
      const tensor = tf.tensor(new typedArrays[dtype](values), [...shape], dtype);
      return name === undefined ? tensor : Object.assign(tensor, { name });
    }),
  );
}

// `gmlp-viz diff A B`: what changed between two models, on stdout; exit code 1 when something did, 2 when it fails.

import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../src/errors.ts';
import { refused } from '../../src/storage/fileSource.ts';
import { expectRegularFile } from '../../src/storage/regularFile.ts';
import type { SummaryData } from '../../src/summary/styles/summaryJson.ts';
import type { Weights } from '../../src/trace/adapter.ts';
import { expectThere } from '../model/expectThere.ts';
import { isFile, isPath, isWeightsFile, shownWord } from '../model/modelProject.ts';
import { withFreeNames } from '../model/withFreeNames.ts';
import { type ChosenModel, chosenModel, inputOption, modelOptions, modelWord } from '../options/modelOptions.ts';
import { choice, count, flag, named, negatable, path, percent, type Values, withDefault } from '../options/schema.ts';
import type { Messages, Output } from '../output.ts';
import { command } from './command.ts';
import type { ExitCode } from './exitCode.ts';

const model = {
  ...modelWord,
  describe: 'a built-in model, a model.json, module.ts#export, a saved summary, or weights.safetensors',
} as const;

const options = {
  import: modelOptions.import,
  input: negatable({ ...inputOption, describe: `${inputOption.describe}; the same for both models` }),
  'batch-size': { ...count('batch of the models', 1), defaultText: '1' },
  backend: modelOptions.backend,
  weights: flag('compare the weights too, of each model its own'),
  'weights-before': path('a .safetensors file for the first model, whose weights are compared'),
  'weights-after': path('a .safetensors file for the second model, whose weights are compared'),
  style: withDefault(
    choice('style', 'how the difference is written', async () =>
      named((await import('../../src/compare/diffStyles.ts')).diffStyles),
    ),
    'text',
  ),
  'max-growth': percent(
    'growth that is allowed to each total, such as 5%; exit code 1 for more, 0 for other differences',
  ),
  isolated: modelOptions.isolated,
};

type DiffValues = Values<typeof options> & { readonly before: string; readonly after: string };

export const diffCommand = command({
  words: { before: model, after: model },
  options,
  examples: [
    ['summary gmlp-s16 --style json > main.json', 'save one'],
    ['diff main.json gmlp-b16 --style markdown', 'for a pull request'],
    ['diff weights.safetensors ./port.ts#model', 'what will not load, exit code 1; 0 where all loads'],
    ['diff main.json gmlp-b16 --max-growth 5%', 'fails where a total grew by more'],
  ],
  async run(values, stdout, stderr) {
    try {
      if (isWeightsFile(values.before) || isWeightsFile(values.after))
        return await (await import('../diffTensors.ts')).diffTensors(values, Object.keys(options), stdout, stderr);
      return await compare(values, stdout, stderr);
    } catch (error) {
      // exit code 1 says that the models differ
      throw error instanceof UserError ? error : new UserError(oneLine(error), { cause: error });
    }
  },
});

async function compare(values: DiffValues, stdout: Output, stderr: Messages): Promise<ExitCode> {
  const [{ diffSummaries }, { renderDiff }, { exceededGrowth, growthText }] = await Promise.all([
    import('../../src/compare/summaryDiff.ts'),
    import('../../src/compare/diffStyles.ts'),
    import('../../src/compare/growth.ts'),
  ]);
  const { style, 'max-growth': maxGrowth } = values;
  const before = await sideOf(values, 'before', stderr);
  const after = await sideOf(values, 'after', stderr);
  expectUsed(values, [before, after]);
  const weights = before.weights && after.weights && { before: before.weights, after: after.weights };
  const diff = diffSummaries(before.summary, after.summary, weights);
  stdout.write(renderDiff(diff, style, { maxGrowth }), style === 'json' ? 'json' : 'lines');
  for (const clause of new Set([...before.notes, ...after.notes])) stderr.note(clause);
  if (maxGrowth === undefined) return diff.equal ? 0 : 1;
  const grown = exceededGrowth(diff, maxGrowth);
  for (const growth of grown) stderr.say(`gmlp-viz: ${growthText(growth)}`);
  return grown.length === 0 ? 0 : 1;
}

interface Side {
  readonly summary: SummaryData;
  /** Where weights are compared. */
  readonly weights?: Weights;
  /** For stderr. */
  readonly notes: readonly string[];
  /** Undefined for a saved summary. */
  readonly inputs?: ChosenModel['inputs'];
}

async function sideOf(values: DiffValues, side: 'before' | 'after', stderr: Messages): Promise<Side> {
  const word = values[side];
  const wantsWeights = [values.weights, values['weights-before'], values['weights-after']].some(Boolean);
  if (word.endsWith('.json') && isFile(word)) {
    const saved = await savedSummary(word);
    if (saved && wantsWeights) throw new UserError(`${word} is a saved summary, which holds no weights to compare`);
    if (saved) return { summary: saved, notes: saved.notes };
  }
  try {
    return await modelSide(values, word, values[`weights-${side}`], wantsWeights, stderr);
  } catch (error) {
    // the same input is given to both
    const isClear = error instanceof UserError && values.input === undefined;
    if (isClear || oneLine(error).includes(word)) throw error;
    throw new UserError(`${shownWord(word)}: ${oneLine(error)}`, { cause: error });
  }
}

/** @returns undefined for a model.json, which is a model */
async function savedSummary(path: string): Promise<SummaryData | undefined> {
  const { parseSummaryData } = await import('../../src/summary/styles/summaryJson.ts');
  const json = await textOf(path);
  const isSummary = json.includes('"gmlp-viz.summary"') || !/"(modelTopology|model_config|class_name|node)"/.test(json);
  return isSummary ? parseSummaryData(json, path) : undefined;
}

async function modelSide(
  values: DiffValues,
  word: string,
  file: string | undefined,
  wantsWeights: boolean,
  stderr: Messages,
): Promise<Side> {
  const [{ summaryAsync }, { summaryData }] = await Promise.all([
    import('../../src/summary/summary.ts'),
    import('../../src/summary/styles/summaryJson.ts'),
  ]);
  const { input, backend } = values;
  // imports are for a user's model, and one of the two may be built in
  const takesImports = isPath(word) || ![values.before, values.after].some(isPath);
  const request = { model: word, input, backend, weights: file, ...(takesImports && { import: values.import }) };
  const chosen = await (isPath(word)
    ? withFreeNames(() => chosenModel(request, stderr))
    : chosenModel(request, stderr));
  const { model, inputs } = chosen;
  const isOpen = inputs.some(({ shape }) => shape[0] === null);
  const { facts, notes } = await summaryAsync(model, input === false ? null : inputs, {
    style: 'json',
    ...(isOpen && { batchSize: values['batch-size'] }),
    backend: chosen.backend,
  });
  const summary = summaryData(facts);
  if (!wantsWeights) return { summary, notes, inputs };
  const { weights, notes: about } = await weightsOfSide(word, chosen);
  return { summary, weights, notes: [...notes, ...about], inputs };
}

/** Of a model that nobody gave weights the initial ones, and a note. */
async function weightsOfSide(
  word: string,
  { model, readWeights }: ChosenModel,
): Promise<{ readonly weights: Weights; readonly notes: readonly string[] }> {
  if (readWeights) return { weights: await readWeights(), notes: [] };
  if (!isPath(word))
    throw new UserError(`${word} has no weights of its own: give --weights-before and --weights-after FILE`);
  if (word.split('#')[0]!.endsWith('.json')) throw new UserError(`${word} comes without weights: it names no shards`);
  const { countUndrawn, weightsOf } = await import('../../src/trace/modelWeights.ts');
  const drawn = countUndrawn(model);
  const note = `${word} gives ${drawn} of its parameters no values: their initial ones are drawn and compared`;
  return { weights: weightsOf(model), notes: drawn > 0 ? [note] : [] };
}

/** @throws UserError for an option that changes nothing, since both are saved or leave no batch open */
function expectUsed(values: DiffValues, sides: readonly Side[]): void {
  const models = sides.filter(({ inputs }) => inputs !== undefined);
  for (const name of ['input', 'batch-size', 'import', 'backend'] as const)
    if (models.length === 0 && values[name] !== undefined)
      throw new UserError(`--${name} changes nothing: both are saved summaries`);
  const isOpen = models.some(({ inputs = [] }) => inputs.some(({ shape }) => shape[0] === null));
  if (values['batch-size'] !== undefined && !isOpen)
    throw new UserError(`--batch-size ${values['batch-size']} changes nothing: no input leaves its first axis open`);
}

const oneLine = (error: unknown): string => messageOf(error).replace(/\s*\n\s*/g, ' ');

async function textOf(path: string): Promise<string> {
  expectThere(path);
  try {
    expectRegularFile(path);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    return refused(path)(error as Error);
  }
}

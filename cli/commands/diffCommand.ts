// `gmlp-viz diff A B`: what changed between two models, on stdout; exit code 1 when something did, 2 when it fails.

import { readFile } from 'node:fs/promises';
import type { CommandModule } from 'yargs';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { SummaryData } from '../../src/summary/styles/summaryJson.ts';
import type { Weights } from '../../src/trace/adapter.ts';
import { isolatedOption } from '../model/modelProject.ts';
import { parseInput } from '../model/parseInput.ts';
import { sizesOf } from '../options/inputSizes.ts';
import { askedBatch, type ChosenModel, chosenModel, isPath, modelOptions, takesDash } from '../options/modelOptions.ts';
import { note, writeOut } from '../output.ts';

const text = (describe: string) => ({ describe, type: 'string', requiresArg: true }) as const;

const options = {
  import: modelOptions.import!,
  input: { ...modelOptions.input!, describe: `${modelOptions.input!.describe}; the same for both models` },
  'batch-size': { ...text('batch of the models'), defaultDescription: '1' },
  backend: modelOptions.backend!,
  weights: { describe: 'compare the weights too, of each model its own', type: 'boolean' },
  'weights-before': text('a .safetensors file for the first model, whose weights are compared'),
  'weights-after': text('a .safetensors file for the second model, whose weights are compared'),
  style: { ...text('text, markdown or json'), default: 'text' },
  isolated: isolatedOption,
} as const;

const positional = {
  describe: 'a built-in model, a model.json, module.ts#export, or a saved summary',
  type: 'string',
} as const;

type Arguments = Readonly<Record<string, unknown>>;

export const diffCommand = {
  optionNames: [...Object.keys(options), 'no-input'],
  command: 'diff <before> <after>',
  describe: 'compare two models; exit code 1 when they differ, 2 when it fails',
  builder: (yargs) =>
    yargs
      .positional('before', positional)
      .positional('after', positional)
      .nargs(takesDash('before', 'after'))
      .options(options)
      .example('$0 summary gmlp-s16 --style json > main.json', 'save one')
      .example('$0 diff main.json gmlp-b16 --style markdown', 'for a pull request'),
  handler: async (argv) => {
    try {
      await compare(argv);
    } catch (error) {
      throw error instanceof UserError ? error : new UserError(oneLine(error), { cause: error });
    }
  },
} satisfies CommandModule & { optionNames: readonly string[] };

async function compare(argv: Arguments): Promise<void> {
  const [{ diffSummaries }, { diffStyles, renderDiff }] = await Promise.all([
    import('../../src/compare/summaryDiff.ts'),
    import('../../src/compare/diffStyles.ts'),
  ]);
  const style = diffStyles.find((name) => name === argv.style);
  if (!style) throw new UserError(unknownText('style', `${argv.style}`, diffStyles));
  for (const name of ['weights-before', 'weights-after'])
    if (Array.isArray(argv[name])) throw new UserError(`--${name} was given ${argv[name].length} times`);
  askedBatch(argv);
  if (argv.input !== false) for (const text of [argv.input ?? []].flat()) parseInput(`${text}`);
  const before = await sideOf(argv, 'before');
  const after = await sideOf(argv, 'after');
  expectUsed(argv, [before, after]);
  const weights = before.weights && after.weights && { before: before.weights, after: after.weights };
  const diff = diffSummaries(before.summary, after.summary, weights);
  if (!diff.equal) process.exitCode = 1;
  writeOut(renderDiff(diff, style), style === 'json' ? 'json' : 'lines');
  for (const clause of new Set([...before.notes, ...after.notes])) note(clause);
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

/**
 * Makes a model with no variable registered: tf.js lets a name be taken once, and both models may take it. What was not
 * taken anew, such as a variable of a module that both come from, is registered afterwards as it was.
 */
async function withFreeNames<T>(make: () => Promise<T>): Promise<T> {
  const { tfjs } = await import('../tfjs.ts');
  const { registeredVariables } = tfjs.engine();
  const known = Object.entries(registeredVariables);
  for (const [name] of known) delete registeredVariables[name];
  try {
    return await make();
  } finally {
    for (const [name, variable] of known) registeredVariables[name] ??= variable;
  }
}

async function sideOf(argv: Arguments, side: 'before' | 'after'): Promise<Side> {
  const word = `${argv[side]}`;
  const wantsWeights = [argv.weights, argv['weights-before'], argv['weights-after']].some(Boolean);
  if (word.endsWith('.json')) {
    const saved = await savedSummary(word);
    if (saved && wantsWeights) throw new UserError(`${word} is a saved summary, which holds no weights to compare`);
    if (saved) return { summary: saved, notes: saved.notes };
  }
  try {
    return await modelSide(argv, word, argv[`weights-${side}`], wantsWeights);
  } catch (error) {
    // the same input is given to both
    const isClear = error instanceof UserError && argv.input === undefined;
    if (isClear || oneLine(error).includes(word)) throw error;
    throw new UserError(`${word}: ${oneLine(error)}`, { cause: error });
  }
}

/** @returns undefined for a model.json, which is a model */
async function savedSummary(path: string): Promise<SummaryData | undefined> {
  const { parseSummaryData } = await import('../../src/summary/styles/summaryJson.ts');
  const json = await textOf(path);
  return /"modelTopology"/.test(json) ? undefined : parseSummaryData(json, path);
}

async function modelSide(argv: Arguments, word: string, file: unknown, wantsWeights: boolean): Promise<Side> {
  const [{ summaryAsync }, { summaryData }] = await Promise.all([
    import('../../src/summary/summary.ts'),
    import('../../src/summary/styles/summaryJson.ts'),
  ]);
  const { input, backend } = argv;
  // of two models one may be built in
  const imports = isPath(word) || ![argv.before, argv.after].some((other) => isPath(`${other}`));
  const choice = {
    model: word,
    ...(input !== undefined && { input }),
    ...(backend !== undefined && { backend }),
    ...(imports && argv.import !== undefined && { import: argv.import }),
    ...(file !== undefined && { weights: file }),
  };
  const chosen = await (isPath(word) ? withFreeNames(() => chosenModel(choice)) : chosenModel(choice));
  const { model, inputs } = chosen;
  const isOpen = inputs.some(({ shape }) => shape[0] === null);
  const asked = isOpen ? { 'batch-size': argv['batch-size'] } : {};
  const { sizes, ...batch } = input === false ? { sizes: null } : sizesOf(asked, inputs, 'json');
  const dtypes = inputs.map(({ dtype }) => dtype);
  const { facts, notes } = await summaryAsync(model, sizes, {
    style: 'json',
    ...batch,
    dtypes,
    backend: chosen.backend,
  });
  const summary = summaryData(facts);
  if (!wantsWeights) return { summary, notes, inputs };
  const { weights, notes: about } = await sideWeights(word, chosen);
  return { summary, weights, notes: [...notes, ...about], inputs };
}

/** Of a model that nobody gave weights the initial ones, and a note. */
async function sideWeights(
  word: string,
  { model, readNumbers }: ChosenModel,
): Promise<{ readonly weights: Weights; readonly notes: readonly string[] }> {
  if (readNumbers) return { weights: await readNumbers(), notes: [] };
  if (!isPath(word))
    throw new UserError(`${word} has no weights of its own: give --weights-before and --weights-after FILE`);
  if (word.split('#')[0]!.endsWith('.json')) throw new UserError(`${word} comes without weights: it names no shards`);
  const { countUndrawn, weightsOf } = await import('../../src/trace/modelWeights.ts');
  const drawn = countUndrawn(model);
  const note = `${word} gives ${drawn} of its parameters no values: their initial ones are drawn and compared`;
  return { weights: weightsOf(model), notes: drawn > 0 ? [note] : [] };
}

/** @throws UserError for an option that changes nothing, since both are saved or leave no batch open */
function expectUsed(argv: Arguments, sides: readonly Side[]): void {
  const models = sides.filter(({ inputs }) => inputs !== undefined);
  for (const name of ['input', 'batch-size', 'import', 'backend'])
    if (models.length === 0 && argv[name] !== undefined)
      throw new UserError(`--${name} changes nothing: both are saved summaries`);
  const isOpen = models.some(({ inputs = [] }) => inputs.some(({ shape }) => shape[0] === null));
  if (argv['batch-size'] !== undefined && !isOpen)
    throw new UserError(`--batch-size ${argv['batch-size']} changes nothing: no input leaves its first axis open`);
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : `${error}`).replace(/\s*\n\s*/g, ' ');

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UserError(`cannot read ${path}: ${error instanceof Error ? error.message : error}`);
  }
}

// `gmlp-viz diff A B`: what changed between two models, on stdout; exit code 1 when something did.
import { readFile } from 'node:fs/promises';
import type { CommandModule } from 'yargs';
import type { SavedSummary } from '../../src/summary/json.ts';
import { UserError } from '../../src/userError.ts';
import { withBatch } from '../inputs.ts';
import { chosenModel, wholeNumber } from '../modelOptions.ts';
import { writeOut } from '../output.ts';
import { isolatedOption } from '../project.ts';
import { unknown } from '../unknown.ts';

const options = {
  'batch-size': { describe: 'batch of the models', type: 'string', default: '1', requiresArg: true },
  style: { describe: 'text, markdown or json', type: 'string', default: 'text', requiresArg: true },
  isolated: isolatedOption,
} as const;

export const diffCommand = {
  optionNames: Object.keys(options),
  command: 'diff <before> <after>',
  describe: 'compare two models; exit code 1 when they differ',
  builder: (yargs) =>
    yargs
      .positional('before', {
        describe: 'a built-in model, a model.json, module.ts#export, or a saved summary',
        type: 'string',
      })
      .positional('after', {
        describe: 'a built-in model, a model.json, module.ts#export, or a saved summary',
        type: 'string',
      })
      .options(options)
      .example('$0 summary gmlp-s16 --style json > main.json', 'save one')
      .example('$0 diff main.json gmlp-b16 --style markdown', 'for a pull request'),
  handler: async (argv) => {
    const { diffStyles, diffSummaries, renderDiff } = await import('../../src/summary/diff.ts');
    const style = diffStyles.find((name) => name === argv.style);
    if (!style) throw new UserError(unknown('style', `${argv.style}`, diffStyles));
    const batchSize = wholeNumber(argv, 'batch-size', 1);
    const before = await summaryOf(`${argv.before}`, batchSize);
    const after = await summaryOf(`${argv.after}`, batchSize);
    const diff = diffSummaries(before, after);
    writeOut(renderDiff(diff, style), style === 'json' ? 'json' : 'lines');
    if (!diff.equal) process.exitCode = 1;
  },
} satisfies CommandModule & { optionNames: readonly string[] };

async function summaryOf(name: string, batchSize: number): Promise<SavedSummary> {
  const [{ summary }, { parseSaved, saved }] = await Promise.all([
    import('../../src/summary/summary.ts'),
    import('../../src/summary/json.ts'),
  ]);
  if (name.endsWith('.json')) {
    const text = await textOf(name);
    // a model.json is a model, whatever else is a saved summary
    if (!/"modelTopology"/.test(text)) return parseSaved(text, name);
  }
  const { model, inputs } = await chosenModel({ model: name });
  const sizes = withBatch(inputs, batchSize).map(({ shape }) => shape.slice(1));
  const dtypes = inputs.map(({ dtype }) => dtype);
  return saved(summary(model, sizes, { style: 'json', batchSize, dtypes }).facts);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UserError(`cannot read ${path}: ${error instanceof Error ? error.message : error}`);
  }
}

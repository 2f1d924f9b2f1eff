// `gmlp-viz summary [model]`: the table on stdout, notes on stderr.
import type { CommandModule } from 'yargs';
import { UserError } from '../../src/userError.ts';
import { attempt } from '../failure.ts';
import { type OpenInput, withBatch } from '../inputs.ts';
import { chosenModel, modelOptions, modelPositional, wholeNumber } from '../modelOptions.ts';
import { summaryOptions, tableChoices } from '../summaryOptions.ts';

const options = {
  ...modelOptions,
  'batch-size': {
    describe: 'batch to show; -1, torchsummary’s default, for unknown; 1 in other styles',
    type: 'string',
    requiresArg: true,
  },
  ...summaryOptions,
} as const;

export const summaryCommand = {
  optionNames: [...Object.keys(options), 'no-fold', 'no-input'],
  command: 'summary [model]',
  describe: 'print the table of layers',
  builder: (yargs) =>
    yargs
      .positional('model', { ...modelPositional, default: 'gmlp' })
      .options(options)
      .example('$0 summary', 'the seed model, as torchsummary prints it')
      .example('$0 summary gmlp-s16 --style table', 'gMLP-S/16 as a tree, equal blocks in one')
      .example('$0 summary --style torchinfo --depth 4', 'as torchinfo prints it')
      .example('$0 summary --num-layers 6 --batch-size 8', 'six blocks, sizes for a batch of 8'),
  handler: async (argv) => {
    // tf.js loads only when there is something to trace
    const { styleNames, summaryAsync } = await import('../../src/summary/summary.ts');
    const chosen = await tableChoices(argv, styleNames);
    const { backend, model, inputs, readNumbers } = await chosenModel(argv);
    if (argv.statistics && !readNumbers) throw new UserError('--statistics needs numbers: give --weights FILE');
    const numbers = argv.statistics && readNumbers ? { numbers: await readNumbers() } : {};
    const fed = { ...batchOf(argv, inputs), dtypes: inputs.map(({ dtype }) => dtype) };
    const sizes = argv.input === false ? null : withBatch(inputs, 1).map(({ shape }) => shape.slice(1));
    const options = { ...chosen, ...fed, ...numbers, backend };
    const result = await attempt(() => summaryAsync(model, sizes, options), options, process.stdout);
    process.stdout.write(result.toString());
    for (const note of result.notes) process.stderr.write(`gmlp-viz: note: ${note}\n`);
  },
} satisfies CommandModule & { optionNames: readonly string[] };

// the batch is the first axis of every input, and open unless --input says it
function batchOf(argv: Readonly<Record<string, unknown>>, inputs: readonly OpenInput[]): { batchSize?: number } {
  const batches = new Set(inputs.map(({ shape }) => shape[0]));
  if (batches.size > 1 || batches.has(undefined))
    throw new UserError(
      `the first axis of every input must be one batch, got ${[...batches].map((n) => n ?? 'none').join(' and ')}`,
    );
  const [fixed] = batches;
  if (typeof fixed === 'number') {
    if (argv['batch-size'] !== undefined) throw new UserError(`--batch-size is said by --input, ${fixed}`);
    return { batchSize: fixed };
  }
  if (argv['batch-size'] === undefined) return {};
  return { batchSize: argv['batch-size'] === '-1' ? -1 : wholeNumber(argv, 'batch-size', 1) };
}

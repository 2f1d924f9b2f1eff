// `gmlp-viz summary [model]`: the table on stdout, notes on stderr.
import type { CommandModule } from 'yargs';
import type { SummaryOptions } from '../../src/summary/summary.ts';
import { UserError } from '../../src/userError.ts';
import { attempt } from '../failure.ts';
import { type OpenInput, withAskedBatch } from '../inputs.ts';
import { askedBatch, chosenModel, modelOptions, modelPositional } from '../modelOptions.ts';
import { note, writeOut } from '../output.ts';
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
    const { sizes, ...batch } = argv.input === false ? { sizes: null } : sizesOf(argv, inputs);
    const options = { ...chosen, ...batch, dtypes: inputs.map(({ dtype }) => dtype), ...numbers, backend };
    const { style } = chosen;
    const print = (table: string) => writeOut(table, style === 'csv' || style === 'json' ? style : 'lines');
    const result = await attempt(() => summaryAsync(model, sizes, options), options, print);
    print(result.toString());
    for (const clause of result.notes) note(clause);
  },
} satisfies CommandModule & { optionNames: readonly string[] };

interface Sizes extends Pick<SummaryOptions, 'batchDim' | 'batchSize'> {
  readonly sizes: readonly (readonly number[])[];
}

type Arguments = Readonly<Record<string, unknown>>;

// without the batch: the first axis of every input, open unless --input says it. Whole where that is no one batch
function sizesOf(argv: Arguments, inputs: readonly OpenInput[]): Sizes {
  const batches = [...new Set(inputs.map(({ shape }) => shape[0]))];
  const [batch] = batches;
  if (batches.length === 1 && batch !== undefined) {
    const asked = argv['batch-size'] === '-1' ? -1 : askedBatch(argv);
    const sizes = withAskedBatch(inputs, asked, 1).map(({ shape }) => shape.slice(1));
    const batchSize = asked ?? batch;
    return { sizes, ...(batchSize !== null && { batchSize }) };
  }
  const { style = 'torchsummary', 'memory-budget': budget } = argv;
  if (style === 'torchsummary' || budget !== undefined) {
    const found = batches.map((size) => size ?? (size === null ? 'one that is open' : 'none')).join(' and ');
    const needs = style === 'torchsummary' ? 'style torchsummary' : '--memory-budget';
    const other = style === 'torchsummary' ? ': --style table needs none' : '';
    throw new UserError(`${needs} needs one batch, the first axis of every input, got ${found || 'no input'}${other}`);
  }
  return { sizes: withAskedBatch(inputs, askedBatch(argv), 1).map(({ shape }) => shape), batchDim: null };
}

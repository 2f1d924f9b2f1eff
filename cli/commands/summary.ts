// `gmlp-viz summary [model]`: the table on stdout, notes on stderr.
import type { CommandModule } from 'yargs';
import type { SummaryOptions } from '../../src/summary/summary.ts';
import { UserError } from '../../src/userError.ts';
import { chosenModel, modelOptions, wholeNumber } from '../modelOptions.ts';
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
      .positional('model', { describe: 'a built-in model', type: 'string', default: 'gmlp' })
      .options(options)
      .example('$0 summary', 'the seed model, as torchsummary prints it')
      .example('$0 summary gmlp-s16 --style table', 'gMLP-S/16 as a tree, equal blocks in one')
      .example('$0 summary --style torchinfo --depth 4', 'as torchinfo prints it')
      .example('$0 summary --num-layers 6 --batch-size 8', 'six blocks, sizes for a batch of 8'),
  handler: async (argv) => {
    // tf.js loads only when there is something to trace
    const { styleNames, summary } = await import('../../src/summary/summary.ts');
    const chosen = await tableChoices(argv, styleNames);
    const batch: Pick<SummaryOptions, 'batchSize'> =
      argv['batch-size'] === undefined
        ? {}
        : { batchSize: argv['batch-size'] === '-1' ? -1 : wholeNumber(argv, 'batch-size', 1) };
    const { model, inputSize, weights } = await chosenModel(argv);
    if (argv.statistics && !weights) throw new UserError('--statistics needs numbers: give --weights FILE');
    const numbers = argv.statistics && weights ? { numbers: weights } : {};
    const result = summary(model, argv.input === false ? null : inputSize, { ...chosen, ...batch, ...numbers });
    process.stdout.write(result.toString());
    for (const note of result.notes) process.stderr.write(`gmlp-viz: note: ${note}\n`);
  },
} satisfies CommandModule & { optionNames: readonly string[] };

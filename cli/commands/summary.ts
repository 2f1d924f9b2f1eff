// `gmlp-viz summary [model]`: the table on stdout.
import type { CommandModule } from 'yargs';
import { UserError } from '../../src/userError.ts';
import { chosenModel, modelOptions, wholeNumber } from '../modelOptions.ts';
import { unknown } from '../unknown.ts';

const options = {
  ...modelOptions,
  'batch-size': { describe: 'batch to show, -1 for unknown', type: 'string', default: '-1', requiresArg: true },
  style: { describe: 'torchsummary or table', type: 'string', default: 'torchsummary', requiresArg: true },
} as const;

export const summaryCommand = {
  optionNames: Object.keys(options),
  command: 'summary [model]',
  describe: 'print the table of layers',
  builder: (yargs) =>
    yargs
      .positional('model', { describe: 'a built-in model', type: 'string', default: 'gmlp' })
      .options(options)
      .example('$0 summary', 'the seed model, as torchsummary prints it')
      .example('$0 summary gmlp-s16 --style table', 'gMLP-S/16 as a tree')
      .example('$0 summary --num-layers 6 --batch-size 8', 'six blocks, sizes for a batch of 8'),
  handler: async (argv) => {
    // tf.js loads only when there is something to trace
    const { styleNames, summary } = await import('../../src/summary/summary.ts');
    const style = styleNames.find((name) => name === argv.style);
    if (!style) throw new UserError(unknown('style', `${argv.style}`, styleNames));
    const batchSize = argv['batch-size'] === '-1' ? -1 : wholeNumber(argv, 'batch-size', 1);
    const { model, inputSize } = await chosenModel(argv);
    process.stdout.write(summary(model, inputSize, { batchSize, style }).toString());
  },
} satisfies CommandModule & { optionNames: readonly string[] };

// `gmlp-viz summary [model]`: the table on stdout.
import type { CommandModule } from 'yargs';
import { UserError } from '../../src/userError.ts';
import { modelOptions, modelSizes, wholeNumber } from '../modelOptions.ts';
import { unknown, unknownModel } from '../unknown.ts';

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
    const [{ createModel, presets }, { styleNames, summary }] = await Promise.all([
      import('../../src/models/presets.ts'),
      import('../../src/summary/summary.ts'),
    ]);
    const style = styleNames.find((name) => name === argv.style);
    if (!style) throw new UserError(unknown('style', `${argv.style}`, styleNames));
    const name = `${argv.model}`;
    if (!Object.hasOwn(presets, name)) throw new UserError(unknownModel(name, Object.keys(presets)));
    const batchSize = argv['batch-size'] === '-1' ? -1 : wholeNumber(argv, 'batch-size', 1);
    const { model, inputSize } = createModel(name, modelSizes(argv));
    process.stdout.write(summary(model, inputSize, { batchSize, style }).toString());
  },
} satisfies CommandModule & { optionNames: readonly string[] };

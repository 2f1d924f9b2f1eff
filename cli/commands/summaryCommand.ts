// `gmlp-viz summary [model]`: the table on stdout, notes on stderr.
import type { CommandModule } from 'yargs';
import { UserError } from '../../src/errors.ts';
import { sizesOf } from '../options/inputSizes.ts';
import { chosenModel, isPath, modelOptions, modelPositional, takesDash } from '../options/modelOptions.ts';
import { askedStyle, summaryOptions, tableChoices } from '../options/summaryOptions.ts';
import { note, writeOut } from '../output.ts';
import { attempt } from '../reportForwardError.ts';

const options = {
  ...modelOptions,
  'batch-size': {
    describe: 'batch to show, 1; in style torchsummary -1, its default, for unknown',
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
      .nargs(takesDash('model'))
      .options(options)
      .example('$0 summary', 'the seed model, as torchsummary prints it')
      .example('$0 summary gmlp-s16 --style table', 'gMLP-S/16 as a tree, equal blocks in one')
      .example('$0 summary --style torchinfo --depth 4', 'as torchinfo prints it')
      .example('$0 summary --num-layers 6 --batch-size 8', 'six blocks, sizes for a batch of 8'),
  handler: async (argv) => {
    // tf.js loads only when there is something to trace
    const [{ summaryAsync }, { styleNames }, { defaultStyle }] = await Promise.all([
      import('../../src/summary/summary.ts'),
      import('../../src/summary/styles.ts'),
      import('../../src/summary/defaultStyle.ts'),
    ]);
    // a model of the user's own is loaded before its style is known
    const style = askedStyle(argv, styleNames) ?? (isPath(`${argv.model}`) ? undefined : 'torchsummary');
    const early = style && (await tableChoices(argv, style));
    const { backend, model, inputs, readNumbers } = await chosenModel(argv);
    const chosen = early ?? (await tableChoices(argv, defaultStyle(model)));
    if (argv.statistics && !readNumbers) throw new UserError('--statistics needs numbers: give --weights FILE');
    const weights = argv.statistics && readNumbers ? { weights: await readNumbers() } : {};
    const { sizes, ...batch } = argv.input === false ? { sizes: null } : sizesOf(argv, inputs, chosen.style);
    const options = { ...chosen, ...batch, dtypes: inputs.map(({ dtype }) => dtype), ...weights, backend };
    const form = chosen.style === 'csv' || chosen.style === 'json' ? chosen.style : 'lines';
    const print = (table: string) => writeOut(table, form);
    const result = await attempt(() => summaryAsync(model, sizes, options), options, print);
    print(result.toString());
    for (const clause of result.notes) note(clause);
  },
} satisfies CommandModule & { optionNames: readonly string[] };

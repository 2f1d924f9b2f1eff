// `gmlp-viz profile [model]`: where the time goes, slowest first, on stdout or in a file.
import type { CommandModule } from 'yargs';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { withAskedBatch } from '../model/parseInput.ts';
import {
  askedBatch,
  chosenModel,
  modelOptions,
  modelPositional,
  takesDash,
  wholeNumber,
} from '../options/modelOptions.ts';
import { timingCounts, timingOptions } from '../options/timingOptions.ts';
import { sayLines } from '../output.ts';
import { attempt } from '../reportForwardError.ts';
import { writeResult } from '../writeResult.ts';

const text = (describe: string) => ({ describe, type: 'string', requiresArg: true }) as const;

const options = {
  ...modelOptions,
  backend: { ...modelOptions.backend, default: 'auto' },
  'batch-size': { ...text('images in the batch'), defaultDescription: '1' },
  ...timingOptions,
  format: { ...text('table, json, or trace for Perfetto and chrome://tracing'), default: 'table' },
  out: text('the file to write to (default: the standard output)'),
  by: { ...text('what the second table is about: op or kernel'), default: 'op' },
  depth: text('levels below the model to take layers from'),
  fold: { describe: 'one line for equal blocks; --no-fold for all', type: 'boolean', default: true },
  width: text('columns of the table (default: the terminal’s)'),
} as const;

export const profileCommand = {
  optionNames: [...Object.keys(options), 'no-fold'],
  command: 'profile [model]',
  describe: 'take the time of layers and ops, and measure memory',
  builder: (yargs) =>
    yargs
      .positional('model', { ...modelPositional, default: 'gmlp' })
      .nargs(takesDash('model'))
      .options(options)
      .example('$0 profile', 'the seed model on the fastest backend that works')
      .example('$0 profile gmlp-s16 --backend wasm --runs 30', 'on WebAssembly, from 30 forward passes')
      .example('$0 profile model.json --format trace --out trace.json', 'a time line for ui.perfetto.dev'),
  handler: async (argv) => {
    const [{ profileFormats, renderProfile }, { profileAsync }] = await Promise.all([
      import('../../src/profile/profileFormats.ts'),
      import('../../src/timing/profileModel.ts'),
    ]);
    const format = oneOf(argv, 'format', profileFormats);
    const by = oneOf(argv, 'by', ['op', 'kernel'] as const);
    if (Array.isArray(argv.out)) throw new UserError(`--out was given ${argv.out.length} times`);
    const counts = timingCounts(argv);
    const depth = argv.depth === undefined ? {} : { depth: wholeNumber(argv, 'depth', 0) };
    const width = argv.width === undefined ? process.stdout.columns : wholeNumber(argv, 'width', 20);
    const batch = askedBatch(argv);
    const { backend, model, inputs } = await chosenModel(argv);
    const fed = withAskedBatch(inputs, batch, 1);
    const made = await attempt(() => profileAsync(model, fed, { backend, ...counts }), {}, sayLines);
    const drawn = { format, by, fold: argv.fold !== false, ...depth, ...(argv.out === undefined && { width }) };
    await writeResult(renderProfile(made, drawn), argv.out, format === 'table' ? 'lines' : 'json');
  },
} satisfies CommandModule & { optionNames: readonly string[] };

function oneOf<T extends string>(argv: Readonly<Record<string, unknown>>, name: string, choices: readonly T[]): T {
  const given = argv[name];
  if (Array.isArray(given)) throw new UserError(`--${name} was given ${given.length} times`);
  const found = choices.find((choice) => choice === given);
  if (!found) throw new UserError(unknownText(name, `${given}`, choices));
  return found;
}

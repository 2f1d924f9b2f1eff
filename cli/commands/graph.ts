// `gmlp-viz graph [model]`: an event file for TensorBoard; its path on stdout.
import type { CommandModule } from 'yargs';
import { UserError } from '../../src/userError.ts';
import { modelOptions, modelSizes, wholeNumber } from '../modelOptions.ts';
import { unknownModel } from '../unknown.ts';

const options = {
  ...modelOptions,
  'batch-size': { describe: 'images in the batch', type: 'string', default: '2', requiresArg: true },
  logdir: { describe: 'folder of the event file', type: 'string', default: 'logs', requiresArg: true },
} as const;

export const graphCommand = {
  optionNames: Object.keys(options),
  command: 'graph [model]',
  describe: 'write the graph for TensorBoard',
  builder: (yargs) =>
    yargs
      .positional('model', { describe: 'a built-in model', type: 'string', default: 'gmlp' })
      .options(options)
      .example('$0 graph --logdir logs', 'the seed model, for tensorboard --logdir logs'),
  handler: async (argv) => {
    const [{ createModel, presets }, { SummaryWriter }] = await Promise.all([
      import('../../src/models/presets.ts'),
      import('../../src/events/summaryWriter.ts'),
    ]);
    const name = `${argv.model}`;
    if (!Object.hasOwn(presets, name)) throw new UserError(unknownModel(name, Object.keys(presets)));
    const batchSize = wholeNumber(argv, 'batch-size', 1);
    const { model, inputSize } = createModel(name, modelSizes(argv));
    const logdir = `${argv.logdir}`;
    try {
      const writer = new SummaryWriter({ logdir });
      writer.addGraph(model, [{ shape: [batchSize, ...inputSize] }]);
      await writer.close();
      process.stdout.write(`${writer.path}\n`);
    } catch (error) {
      if (error instanceof Error && 'syscall' in error)
        throw new UserError(`cannot write to ${logdir}: ${error.message}`);
      throw error;
    }
    process.stderr.write(`to look at it: tensorboard --logdir ${logdir}\n`);
  },
} satisfies CommandModule & { optionNames: readonly string[] };

// `gmlp-viz graph [model]`: an event file for TensorBoard, or a graph for TensorFlow; its path on stdout.
import type { CommandModule } from 'yargs';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { GraphFormat } from '../../src/formats/formats.ts';
import type { SummaryWriter as Writer } from '../../src/tensorboard/diskWriter.ts';
import type { ChosenRun } from '../chooseRun.ts';
import { graphChoices, graphOptions, numbersFor, tracedModel } from '../options/graphOptions.ts';
import { askedBatch, chosenModel, modelOptions, modelPositional, takesDash } from '../options/modelOptions.ts';
import { say, sayLines, writeOut } from '../output.ts';
import { attempt } from '../reportForwardError.ts';

const options = {
  ...modelOptions,
  'batch-size': { describe: 'images in the batch', type: 'string', defaultDescription: '2', requiresArg: true },
  ...graphOptions,
  dialect: { describe: 'tensorflow or torch', type: 'string', default: 'tensorflow', requiresArg: true },
  logdir: { describe: 'folder of the event file', type: 'string', defaultDescription: 'logs', requiresArg: true },
  comment: { describe: 'without --logdir: write to runs/<date>_<host><comment>', type: 'string', requiresArg: true },
  format: {
    describe: 'event for TensorBoard; for TensorFlow savedmodel, graphdef or pbtxt, with the model’s numbers',
    type: 'string',
    default: 'event',
    requiresArg: true,
  },
  out: { describe: 'with another format than event: the folder or file', type: 'string', requiresArg: true },
  'dynamic-batch': { describe: 'with another format than event: leave the batch open', type: 'boolean' },
  overwrite: {
    describe: 'replace the graphs that gmlp-viz wrote to the logdir, or what --out names',
    type: 'boolean',
    default: false,
  },
} as const;

export const graphCommand = {
  optionNames: Object.keys(options),
  command: 'graph [model]',
  describe: 'write the graph for TensorBoard',
  builder: (yargs) =>
    yargs
      .positional('model', { ...modelPositional, default: 'gmlp' })
      .nargs(takesDash('model'))
      .options(options)
      .example('$0 graph --logdir logs', 'the seed model, for tensorboard --logdir logs')
      .example('$0 graph --dialect torch', "with the reference's aten nodes")
      .example('$0 graph --profile', 'with compute time and memory to colour by')
      .example('$0 graph gmlp-s16 --logdir logs/s16', 'gMLP-S/16 as a run of its own')
      .example('$0 graph model.json --format savedmodel --out saved', 'for tf.saved_model.load'),
  handler: async (argv) => {
    const format = await formatOf(argv);
    if (format !== 'event') return (await import('../exportGraph.ts')).exportGraph(argv, format);
    const [{ SummaryWriter }, { dialectNames }, { chooseRun }] = await Promise.all([
      import('../../src/tensorboard/diskWriter.ts'),
      import('../../src/dialects/dialects.ts'),
      import('../chooseRun.ts'),
    ]);
    const dialect = dialectNames.find((name) => name === argv.dialect);
    if (!dialect) throw new UserError(unknownText('dialect', `${argv.dialect}`, dialectNames));
    const batch = askedBatch(argv);
    const choices = await graphChoices(argv);
    const model = await chosenModel({ ...argv, ...(choices.profiled && { backend: argv.backend ?? 'auto' }) });
    const weights = await numbersFor(argv, model, choices);
    const { trace, ...timing } = await attempt(() => tracedModel(model, batch, choices), {}, sayLines);
    const writerOptions = whereTo(argv);
    const { logdir } = writerOptions;
    let run: ChosenRun | undefined;
    let writer: Writer | undefined;
    try {
      run = logdir === undefined ? undefined : await chooseRun(logdir, argv.overwrite === true, choices.shown.tag);
      writer = new SummaryWriter({ ...writerOptions, ...(run && { logdir: run.path }) });
      writer.addTrace(trace, { dialect, ...weights, ...timing, ...choices.shown });
      await writer.flush();
      await writer.close();
      run?.removeReplaced();
      if (run && run.path !== logdir)
        say(`${logdir} holds a graph already, and a run shows one: this one is the run ${run.path}`);
      writeOut(`${writer.path}`, 'path');
      say(`to look at it: tensorboard --logdir ${quoted(logdir ?? writer.logdir)}`);
    } catch (error) {
      writer?.discard();
      run?.abandon();
      if (error instanceof Error && 'syscall' in error)
        throw new UserError(`cannot write to ${logdir ?? 'runs'}: ${error.message}`, { cause: error });
      throw error;
    }
  },
} satisfies CommandModule & { optionNames: readonly string[] };

async function formatOf(argv: Readonly<Record<string, unknown>>): Promise<GraphFormat | 'event'> {
  if (Array.isArray(argv.format)) throw new UserError(`--format was given ${argv.format.length} times`);
  if (argv.format === 'event') {
    for (const name of ['out', 'dynamic-batch'])
      if (argv[name] !== undefined)
        throw new UserError(`--${name} is for --format savedmodel, graphdef or pbtxt, not the event file`);
    return 'event';
  }
  const { formatNames, graphFormats } = await import('../../src/formats/formats.ts');
  const format = graphFormats.find((name) => name === argv.format);
  if (!format) throw new UserError(unknownText('format', `${argv.format}`, formatNames));
  return format;
}

// as a shell takes it
const quoted = (path: string): string => (/^[\w./:@%+=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

// as with the reference's writer, a comment names a folder only when no logdir is given
function whereTo(argv: Readonly<Record<string, unknown>>): { logdir?: string; comment?: string } {
  for (const name of ['logdir', 'comment'])
    if (Array.isArray(argv[name])) throw new UserError(`--${name} was given ${argv[name].length} times`);
  if (argv.logdir === '') throw new UserError('--logdir must name a folder, got nothing');
  if (/^\w+:\/\//.test(`${argv.logdir}`)) throw new UserError(`--logdir must be a folder, got ${argv.logdir}`);
  if (argv.logdir !== undefined) return { logdir: `${argv.logdir}` };
  return argv.comment === undefined ? { logdir: 'logs' } : { comment: `${argv.comment}` };
}

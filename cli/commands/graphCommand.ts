// `gmlp-viz graph [model]`: an event file for TensorBoard or a graph that runs elsewhere, whose path goes to
// stdout, or a picture.
import { UserError } from '../../src/errors.ts';
import type { SummaryWriter as Writer } from '../../src/tensorboard/diskWriter.ts';
import type { ChosenRun } from '../chooseRun.ts';
import {
  expectTaken,
  type GraphRequest,
  type GraphValues,
  graphChoices,
  graphOptions,
  tracedModel,
  weightsFor,
} from '../options/graphOptions.ts';
import { chosenModel, drawnWord, modelOptions } from '../options/modelOptions.ts';
import { withDefault } from '../options/schema.ts';
import type { Messages, Output } from '../output.ts';
import { attempt } from '../reportForwardError.ts';
import { cannotWrite } from '../writeResult.ts';
import { command } from './command.ts';

export const graphCommand = command({
  words: { model: withDefault(drawnWord, 'gmlp') },
  options: { ...modelOptions, ...graphOptions },
  examples: [
    ['graph --logdir logs', 'the built-in gMLP, for tensorboard --logdir logs'],
    ['graph --dialect torch', 'with the aten nodes of PyTorch’s add_graph'],
    ['graph --profile', 'with compute time and memory to colour by'],
    ['graph gmlp-s16 --logdir logs/s16', 'gMLP-S/16 as a run of its own'],
    ['graph model.json --format savedmodel --out saved', 'for tf.saved_model.load'],
    ['graph model.json --out model.onnx', 'for onnxruntime'],
    ['graph gmlp-s16 --show params --out s16.svg', 'a picture'],
    ['graph path/to/logdir --format mermaid', 'a picture of the graph that event files hold'],
  ],
  async run(values, stdout, stderr) {
    const { formatOfName, isPicture } = await import('../../src/formats/formats.ts');
    const format = values.format ?? (values.out === undefined ? 'event' : formatOfName(values.out));
    await expectTaken(values, format);
    const drawing = await import('../drawGraph.ts');
    if (isPicture(format)) await drawing.drawGraph(values, format, stdout, stderr);
    else if (await drawing.holdsEvents(values.model))
      throw new UserError(`${values.model} is no model, and --format svg draws the graph of event files`);
    else if (format === 'event') await writeEvents(values, stdout, stderr);
    else await (await import('../exportGraph.ts')).exportGraph(values, format, stdout, stderr);
    return 0;
  },
});

async function writeEvents(values: GraphRequest, stdout: Output, stderr: Messages): Promise<void> {
  const [{ SummaryWriter }, { chooseRun }] = await Promise.all([
    import('../../src/tensorboard/diskWriter.ts'),
    import('../chooseRun.ts'),
  ]);
  const { dialect = 'tensorflow', overwrite } = values;
  const choices = graphChoices(values);
  const writerOptions = whereTo(values);
  const request = choices.profiled ? { ...values, backend: values.backend ?? 'auto' } : values;
  const { withStatedSizes } = await import('../model/takenInputs.ts');
  const model = await withStatedSizes(await chosenModel(request, stderr), values['batch-size'], stderr);
  const parameters = choices.shown.parameters ?? (values.weights === undefined ? 'variables' : 'full');
  const weights = await weightsFor(model, parameters);
  const { trace, ...timing } = await attempt(
    () => tracedModel(model, values['batch-size'], choices, 'event'),
    {},
    stderr.lines,
  );
  const { logdir } = writerOptions;
  let run: ChosenRun | undefined;
  let writer: Writer | undefined;
  try {
    run = logdir === undefined ? undefined : await chooseRun(logdir, overwrite, choices.shown.tag);
    writer = new SummaryWriter({ ...writerOptions, ...(run && { logdir: run.path }) });
    writer.addTrace(trace, { dialect, ...weights, ...timing, ...choices.shown });
    await writer.flush();
    await writer.close();
    run?.removeReplaced();
    if (run && run.path !== logdir)
      stderr.say(`${logdir} holds a graph already, and a run shows one: this one is the run ${run.path}`);
    stdout.write(`${writer.path}`, 'path');
    stderr.say(`to look at it: tensorboard --logdir ${quoted(logdir ?? writer.logdir)}`);
  } catch (error) {
    writer?.discard();
    run?.abandon();
    throw cannotWrite(logdir ?? 'runs', error);
  }
}

/** A path as a word of a shell's command line. */
const quoted = (path: string): string => (/^[\w./:@%+=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

// as with the reference's writer, a comment names a folder only when no logdir is given
function whereTo({ logdir, comment }: GraphValues): { logdir?: string; comment?: string } {
  if (logdir !== undefined && /^\w+:\/\//.test(logdir) && !/^(s3|gs):\/\//.test(logdir))
    throw new UserError(`--logdir must be a folder or an address such as s3://bucket/run, got ${logdir}`);
  if (logdir !== undefined) return { logdir };
  return comment === undefined ? { logdir: 'logs' } : { comment };
}

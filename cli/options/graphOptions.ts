// The options that choose how a graph for TensorBoard is traced and shown.
import { UserError } from '../../src/errors.ts';
import type { GraphOptions } from '../../src/tensorboard/summaries/graphEvents.ts';
import type { Timing } from '../../src/timing/timing.ts';
import type { Weights } from '../../src/trace/adapter.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { withAskedBatch } from '../model/parseInput.ts';
import type { ChosenModel, ModelRequest } from './modelOptions.ts';
import { choice, count, flag, named, path, type Values, withDefault } from './schema.ts';
import { timingCounts, timingOptions } from './timingOptions.ts';

/** Options of `graph`, except for those of the model. */
export const graphOptions = {
  'batch-size': { ...count('images in the batch', 1), defaultText: '2' },
  profile: flag('take the time on --backend, or the best that works: TensorBoard colours by it'),
  ...timingOptions,
  tag: {
    describe: 'a name beside other graphs of the run',
    parse(typed: string): string {
      if (typed === '') throw new UserError('--tag must be a name, got nothing');
      return typed;
    },
  },
  parameters: choice(
    'parameters',
    'how parameters are written: full is with the numbers of --weights, or of the model’s files',
    async () => named((await import('../../src/dialects/shownGraph.ts')).parameterModes),
  ),
  depth: count('levels below the model, where a module becomes one node', 0),
  dialect: withDefault(
    choice('dialect', 'whose ops the nodes are', async () => (await import('../../src/dialects/dialects.ts')).dialects),
    'tensorflow',
  ),
  logdir: { ...path('folder of the event file', 'a folder'), defaultText: 'logs' },
  comment: { describe: 'without --logdir: write to runs/<date>_<host><comment>', parse: (typed: string) => typed },
  format: withDefault(
    choice('format', 'what is written', async () => (await import('../../src/formats/formats.ts')).formats),
    'event',
  ),
  out: { describe: 'with another format than event: the folder or file', parse: (typed: string) => typed },
  opset: count('with --format onnx: version of ONNX’s operator set', 1),
  'dynamic-batch': flag('with another format than event: leave the batch open'),
  overwrite: withDefault(flag('replace the graphs that gmlp-viz wrote to the logdir, or what --out names'), false),
};

/** Values of the options of `graph`. */
export type GraphValues = Values<typeof graphOptions>;

/** The model and the options of `graph`. */
export type GraphRequest = ModelRequest & GraphValues;

/** How a graph is traced and shown. */
export interface GraphChoices {
  readonly profiled: boolean;
  readonly counts: { readonly runs?: number; readonly warmup?: number };
  readonly shown: Pick<GraphOptions, 'tag' | 'parameters' | 'depth'>;
}

/** @throws UserError for counts of runs without --profile */
export function graphChoices(values: GraphValues): GraphChoices {
  const { profile: profiled = false, tag, parameters, depth } = values;
  for (const name of ['runs', 'warmup'] as const)
    if (values[name] !== undefined && !profiled) throw new UserError(`--${name} is for --profile`);
  const shown = {
    ...(tag !== undefined && { tag }),
    ...(parameters && { parameters }),
    ...(depth !== undefined && { depth }),
  };
  return { profiled, counts: timingCounts(values), shown };
}

/** Runs the model with `--profile`; traces it on shapes, or on `--backend`, without. */
export async function tracedModel(
  { model, inputs, backend }: ChosenModel,
  batch: number | undefined,
  { profiled, counts }: GraphChoices,
): Promise<{ readonly trace: Trace; readonly timing?: Timing }> {
  const closed = withAskedBatch(inputs, batch, 2);
  if (profiled)
    return (await import('../../src/timing/profileModel.ts')).profileAsync(model, closed, { backend, ...counts });
  const { traceAsync } = await import('../../src/trace/traceModel.ts');
  return { trace: await traceAsync(model, closed, { backend }) };
}

/** The weights that parameters are written with. @throws UserError where they are asked for and not there */
export async function weightsFor(
  { readWeights }: ChosenModel,
  parameters: GraphChoices['shown']['parameters'],
): Promise<{ readonly weights?: Weights }> {
  if (parameters !== 'full') return {};
  if (!readWeights) throw new UserError('--parameters full needs numbers: give --weights FILE');
  return { weights: await readWeights() };
}

// The options that choose how a graph for TensorBoard is traced and shown.
import { choice as chosen } from '../../src/choice.ts';
import { defaultOpset, maxOpset, minOpset } from '../../src/dialects/onnx/opsetRange.ts';
import { UserError } from '../../src/errors.ts';
import type { FormatOption } from '../../src/formats/format.ts';
import type { FormatName } from '../../src/formats/formats.ts';
import type { AmountWord } from '../../src/formats/pictureWords.ts';
import type { GraphOptions } from '../../src/tensorboard/summaries/graphEvents.ts';
import type { Timing } from '../../src/timing/timing.ts';
import type { Weights } from '../../src/trace/adapter.ts';
import type { Trace } from '../../src/trace/trace.ts';
import type { ChosenModel, ModelRequest } from './modelOptions.ts';
import { choice, count, flag, named, negatable, path, text, type Values, withDefault } from './schema.ts';
import { timingCounts, timingOptions } from './timingOptions.ts';

/** The batch of a graph without --batch-size. */
export const defaultBatch = { event: 2, picture: 1 } as const;

/** Options of `graph`, except for those of the model. */
export const graphOptions = {
  'batch-size': {
    ...count('size of the batch', 1),
    defaultText: `${defaultBatch.event} in an event file, ${defaultBatch.picture} in a picture`,
  },
  profile: flag('take the time on --backend, or the best that works: TensorBoard colours by it'),
  ...timingOptions,
  tag: {
    describe: 'a name beside other graphs of the run',
    parse(typed: string): string {
      if (typed === '') throw new UserError('--tag must be a name, got nothing');
      return typed;
    },
  },
  parameters: {
    ...choice(
      'parameters',
      'how parameters are written: full is with the numbers of --weights, or of the model’s files',
      async () => named((await import('../../src/dialects/shownGraph.ts')).parameterModes),
    ),
    defaultText: 'variables, full with --weights',
  },
  depth: { ...count('levels below the model, where a module becomes one node', 0), defaultText: 'all' },
  dialect: {
    ...choice(
      'dialect',
      'whose ops the nodes are',
      async () => (await import('../../src/dialects/dialects.ts')).dialects,
    ),
    defaultText: 'tensorflow',
  },
  logdir: { ...path('folder of the event file', 'a folder'), defaultText: 'logs' },
  comment: text('without --logdir: write to runs/<date>_<host><comment>'),
  format: {
    ...choice('format', 'what is written', async () => (await import('../../src/formats/formats.ts')).formats),
    defaultText: 'by the end of --out’s name, event without --out',
  },
  out: text('the file or folder to write to; pictures go to stdout without it'),
  opset: count(
    `with --format onnx: version of ONNX’s operator set, ${minOpset} to ${maxOpset} (default: ${defaultOpset})`,
    minOpset,
    maxOpset,
  ),
  dynamic: {
    ...negatable(
      flag(
        'in a graph that runs elsewhere: leave the batch and what the model leaves open at any size, or fail; --no-dynamic fixes them',
      ),
    ),
    defaultText: 'open where the model leaves it open and that can be proven',
  },
  level: choice('level', 'in a picture of a model: what its boxes are (default: modules)', async () =>
    named((await import('../../src/graph/picture/picture.ts')).pictureLevels),
  ),
  direction: choice('direction', 'in a picture: where its edges lead (default: down)', async () =>
    named((await import('../../src/formats/pictureWords.ts')).directions),
  ),
  show: {
    describe: 'in a picture: amounts in the boxes, with commas between; time needs --profile',
    isList: true as const,
    choices: async () => named(await amountNames()),
    async parse(typed: string): Promise<readonly AmountWord[]> {
      const names = typed.split(',').filter((name) => name !== '');
      const known = await amountNames();
      return names.map((name) => chosen('amount', name, known));
    },
  },
  'color-by': choice('color', 'in an SVG: what boxes are coloured by; time needs --profile (default: type)', async () =>
    named((await import('../../src/formats/pictureWords.ts')).colorWords),
  ),
  theme: choice('theme', 'in an SVG: its colours; auto goes by the reader’s settings (default: auto)', async () =>
    named((await import('../../src/formats/pictureWords.ts')).themes),
  ),
  fold: {
    ...negatable(flag('in a picture: draw equal neighbours as one; --no-fold for all')),
    defaultText: 'true',
  },
  'node-data': choice(
    'amount',
    'for Model Explorer: node data to colour its graph by, instead of the graph',
    async () => named(await amountNames()),
  ),
  plumbing: flag('in a picture: draw constants and copies too'),
  layout: flag('in json: add positions of boxes and paths of edges'),
  overwrite: withDefault(flag('replace the graphs that gmlp-viz wrote to the logdir, or what --out names'), false),
};

const amountNames = async (): Promise<readonly AmountWord[]> =>
  (await import('../../src/formats/pictureWords.ts')).amountNames;

/** Values of the options of `graph`. */
export type GraphValues = Values<typeof graphOptions>;

/** The option in the table of formats that each option of the command is, where not every format takes it. */
const formatOptions = {
  'color-by': 'colorBy',
  comment: 'comment',
  depth: 'depth',
  dialect: 'dialect',
  direction: 'direction',
  dynamic: 'dynamic',
  opset: 'opset',
  fold: 'fold',
  layout: 'layout',
  level: 'level',
  logdir: 'logdir',
  'node-data': 'nodeData',
  out: 'out',
  parameters: 'parameters',
  plumbing: 'plumbing',
  profile: 'profile',
  runs: 'profile',
  show: 'show',
  tag: 'tag',
  theme: 'theme',
  warmup: 'profile',
} satisfies Partial<Record<keyof GraphValues, FormatOption>>;

/** @throws UserError for an option that the format does not take */
export async function expectTaken(values: GraphValues, format: FormatName): Promise<void> {
  const { formatsTaking, takes } = await import('../../src/formats/formats.ts');
  for (const [name, option] of Object.entries(formatOptions)) {
    if (values[name as keyof typeof formatOptions] === undefined || takes(format, option)) continue;
    const got = format === 'event' ? 'the event file' : `--format ${format}`;
    throw new UserError(`--${name} is for ${formatsTaking(option)}, not ${got}`);
  }
}

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
  target: keyof typeof defaultBatch,
): Promise<{ readonly trace: Trace; readonly timing?: Timing }> {
  const { withAskedBatch } = await import('../model/takenInputs.ts');
  const closed = withAskedBatch(inputs, batch, defaultBatch[target]);
  if (profiled)
    return (await import('../../src/profile/profile.ts')).profileAsync(model, closed, { backend, ...counts });
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

// How a graph for TensorBoard is shown. In: parsed options, and a chosen model. Out: its trace, and what the writer takes.

import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { GraphOptions } from '../../src/tensorboard/summaries/graphEvents.ts';
import type { Timing } from '../../src/timing/timing.ts';
import type { Weights } from '../../src/trace/adapter.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { withAskedBatch } from '../model/parseInput.ts';
import { type ChosenModel, wholeNumber } from './modelOptions.ts';
import { timingCounts, timingOptions } from './timingOptions.ts';

const text = (describe: string) => ({ describe, type: 'string', requiresArg: true }) as const;

export const graphOptions = {
  profile: {
    describe: 'take the time on --backend, or the best that works: TensorBoard colours by it',
    type: 'boolean',
  },
  ...timingOptions,
  tag: text('a name beside other graphs of the run'),
  parameters: text('full: with the numbers of --weights, or of the model’s files; variables; or none'),
  depth: text('levels below the model, where a module becomes one node'),
} as const;

type Arguments = Readonly<Record<string, unknown>>;

export interface GraphChoices {
  readonly profiled: boolean;
  readonly counts: { readonly runs?: number; readonly warmup?: number };
  readonly shown: Pick<GraphOptions, 'tag' | 'parameters' | 'depth'>;
}

/** @throws UserError, before a model is loaded */
export async function graphChoices(argv: Arguments): Promise<GraphChoices> {
  const { parameterModes } = await import('../../src/dialects/shownGraph.ts');
  for (const name of ['tag', 'parameters'])
    if (Array.isArray(argv[name])) throw new UserError(`--${name} was given ${argv[name].length} times`);
  if (argv.tag === '') throw new UserError('--tag must be a name, got nothing');
  const parameters = parameterModes.find((mode) => mode === argv.parameters);
  if (argv.parameters !== undefined && !parameters)
    throw new UserError(unknownText('parameters', `${argv.parameters}`, parameterModes));
  const counts = timingCounts(argv);
  const profiled = argv.profile === true;
  for (const name of Object.keys(timingOptions))
    if (argv[name] !== undefined && !profiled) throw new UserError(`--${name} is for --profile`);
  const shown = {
    ...(argv.tag !== undefined && { tag: `${argv.tag}` }),
    ...(parameters && { parameters }),
    ...(argv.depth !== undefined && { depth: wholeNumber(argv, 'depth', 0) }),
  };
  return { profiled, counts, shown };
}

/** With `--profile` the model is run, without it traced on shapes, or on `--backend`. */
export async function tracedModel(
  { model, inputs, backend }: ChosenModel,
  batch: number | undefined,
  { profiled, counts }: GraphChoices,
): Promise<{ readonly trace: Trace; readonly timing?: Timing }> {
  const fed = withAskedBatch(inputs, batch, 2);
  if (profiled)
    return (await import('../../src/timing/profileModel.ts')).profileAsync(model, fed, { backend, ...counts });
  const { traceAsync } = await import('../../src/trace/traceModel.ts');
  return { trace: await traceAsync(model, fed, { backend }) };
}

/** Those that the parameters are written with. @throws UserError where they are asked for and not there */
export async function numbersFor(
  argv: Arguments,
  { readNumbers }: ChosenModel,
  { shown: { parameters = argv.weights === undefined ? 'variables' : 'full' } }: GraphChoices,
): Promise<{ readonly weights?: Weights }> {
  if (parameters !== 'full') return {};
  if (!readNumbers) throw new UserError('--parameters full needs numbers: give --weights FILE');
  return { weights: await readNumbers() };
}

// A model's graph, for the Graphs dashboard. In: a trace. Out: the events of its graph.

import { type Dialect, dialectNames, dialects } from '../../dialects/dialects.ts';
import { UserError } from '../../errors.ts';
import { encodeGraph, graphParts } from '../../formats/graphDef.ts';
import { collapsed } from '../../graph/collapseModules.ts';
import type { Graph } from '../../graph/graph.ts';
import { partCrowds } from '../../graph/splitLargeScopes.ts';
import { withoutParameters } from '../../graph/withoutParameters.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { field, joined } from '../../proto/wire.ts';
import type { Timing } from '../../timing/timing.ts';
import type { Weights } from '../../trace/modelWeights.ts';
import type { Trace } from '../../trace/trace.ts';
import { graphMetadata } from './metadata.ts';
import { deviceOf, stepStats } from './stepStats.ts';
import { stringsProto } from './tensorFields.ts';

export const parameterModes = ['full', 'variables', 'none'] as const;

export interface GraphOptions {
  /** `tensorflow` */
  readonly dialect?: Dialect;
  /** parameters become constants with these numbers; the torch dialect has none */
  readonly weights?: Weights;
  /** on which backend of tf.js the model computes while it is traced; without it on none, see `trace` */
  readonly backend?: string | undefined;
  /** a graph of its own beside others in the run: TensorBoard lets one choose by these */
  readonly tag?: string;
  /** constants with their `weights`, variables, or no nodes at all; the first where there are numbers, else the second */
  readonly parameters?: (typeof parameterModes)[number];
  /** modules this many levels below the model are one node each; all that is in them otherwise */
  readonly depth?: number;
  /** of a `profile` of this trace, by which TensorBoard colours compute time, memory and device */
  readonly timing?: Timing;
}

// protobuf's own limit of a message
const maxGraphBytes = 2 ** 31 - 1024;

/** @param wallTime seconds since 1970: when the timed run began, as far as TensorBoard is concerned */
export function graphEvents(traced: Trace, options: GraphOptions, wallTime: number): tensorboard.IEvent[] {
  const { tag, timing } = options;
  const graph = shownGraph(traced, options);
  const stats = timing ? stepStats(graph, traced, timing, wallTime) : { devStats: [{ device: deviceOf(timing) }] };
  const runMetadata = tensorboard.RunMetadata.encode({ stepStats: stats }).finish();
  if (tag === undefined) {
    const graphDef = encodeGraph(graph);
    expectFits(graphDef.length);
    return [{ graphDef }, { taggedRunMetadata: { tag: 'profiler', runMetadata } }];
  }
  // RunMetadata.function_graphs = 4 ⊃ FunctionGraphs.pre_optimization_graph = 2
  const both = joined([...(timing ? [runMetadata] : []), ...field(4, field(2, graphParts(graph)))]);
  expectFits(both.length);
  const metadata = graphMetadata(timing ? 'graph_run_metadata' : 'graph_run_metadata_graph');
  return [{ summary: { value: [{ tag, metadata, tensor: stringsProto([both], []) }] } }];
}

function expectFits(bytes: number): void {
  if (bytes > maxGraphBytes) throw new UserError(`a graph of ${bytes} bytes does not fit an event of 2 GB`);
}

function shownGraph(
  traced: Trace,
  { dialect = 'tensorflow', weights, timing, depth, ...options }: GraphOptions,
): Graph {
  if (!Object.hasOwn(dialects, dialect))
    throw new UserError(`unknown dialect: ${dialect} (one of ${dialectNames.join(', ')})`);
  const { parameters = weights ? 'full' : 'variables' } = options;
  if (!parameterModes.includes(parameters))
    throw new UserError(`unknown parameters: ${parameters} (one of ${parameterModes.join(', ')})`);
  if (parameters === 'full' && !weights) throw new UserError('parameters in full need their numbers');
  if (depth !== undefined && !(Number.isSafeInteger(depth) && depth >= 0))
    throw new UserError(`depth must be a whole number of at least 0, got ${depth}`);
  const whole = dialects[dialect](traced, parameters === 'full' ? weights : undefined);
  const flowing = parameters === 'none' ? withoutParameters(whole) : whole;
  const shown = partCrowds(depth === undefined ? flowing : collapsed(flowing, traced, depth));
  return timing ? { ...shown, device: deviceOf(timing) } : shown;
}

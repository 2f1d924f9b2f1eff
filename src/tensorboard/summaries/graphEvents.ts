// The graph of a model, for TensorBoard's Graphs dashboard.
import { type ShownGraphOptions, shownGraph } from '../../dialects/shownGraph.ts';
import { UserError } from '../../errors.ts';
import { encodeGraph, graphParts } from '../../formats/graphDef.ts';
import { stringTensor } from '../../formats/tensorProto.ts';
import type { Graph } from '../../graph/graph.ts';
import type { OptionNames } from '../../options.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { field, joined } from '../../proto/wire.ts';
import type { Timing } from '../../timing/timing.ts';
import type { Trace } from '../../trace/trace.ts';
import { graphMetadata } from './metadata.ts';
import { deviceOf, stepStats } from './stepStats.ts';

/** Options of `addGraph` and `addTrace`. */
export interface GraphOptions extends ShownGraphOptions {
  /** the backend of tf.js on which the model computes while it is traced; none, shapes alone, see `trace` */
  readonly backend?: string | undefined;
  /** the tag of this graph: a run holds one graph without a tag and any number with tags; none */
  readonly tag?: string;
  /** the timing of this trace from `profile`: TensorBoard colours nodes by compute time, memory and device; none */
  readonly timing?: Timing;
}

/** Names of the options of `addGraph`. */
export const graphOptionNames: OptionNames<GraphOptions> = {
  dialect: true,
  weights: true,
  parameters: true,
  depth: true,
  backend: true,
  tag: true,
  timing: true,
};

// protobuf's own limit of a message
const maxGraphBytes = 2 ** 31 - 1024;

/** The events of a graph. @param wallTime start of the timed run in seconds since 1970 */
export function graphEvents(traced: Trace, options: GraphOptions, wallTime: number): tensorboard.IEvent[] {
  const { tag, timing } = options;
  const shown = shownGraph(traced, options);
  const graph = timing ? { ...shown, device: deviceOf(timing) } : shown;
  const runMetadata = metadataOf(graph, traced, options, wallTime);
  if (tag === undefined) {
    const graphDef = encodeGraph(graph);
    expectFits(graphDef.length);
    return [{ graphDef }, ...(runMetadata ? [{ taggedRunMetadata: { tag: 'profiler', runMetadata } }] : [])];
  }
  // RunMetadata.function_graphs = 4 ⊃ FunctionGraphs.pre_optimization_graph = 2
  const both = joined([...(timing && runMetadata ? [runMetadata] : []), ...field(4, field(2, graphParts(graph)))]);
  expectFits(both.length);
  const metadata = graphMetadata(timing ? 'graph_run_metadata' : 'graph_run_metadata_graph');
  return [{ summary: { value: [{ tag, metadata, tensor: stringTensor([both], []) }] } }];
}

/** The times of a graph's nodes; without times those that the reference writes for its own nodes, which are empty, and else none. */
function metadataOf(
  graph: Graph,
  traced: Trace,
  { timing, dialect }: GraphOptions,
  wallTime: number,
): Uint8Array | undefined {
  if (!timing && dialect !== 'torch') return undefined;
  const stats = timing ? stepStats(graph, traced, timing, wallTime) : { devStats: [{ device: deviceOf(timing) }] };
  return tensorboard.RunMetadata.encode({ stepStats: stats }).finish();
}

function expectFits(bytes: number): void {
  if (bytes > maxGraphBytes) throw new UserError(`a graph of ${bytes} bytes does not fit an event of 2 GB`);
}

// A model's graph, for the Graphs dashboard. In: a trace. Out: the events of its graph.

import { type ShownGraphOptions, shownGraph } from '../../dialects/shownGraph.ts';
import { UserError } from '../../errors.ts';
import { encodeGraph, graphParts } from '../../formats/graphDef.ts';
import { stringTensor } from '../../formats/tensorProto.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { field, joined } from '../../proto/wire.ts';
import type { Timing } from '../../timing/timing.ts';
import type { Trace } from '../../trace/trace.ts';
import { graphMetadata } from './metadata.ts';
import { deviceOf, stepStats } from './stepStats.ts';

export interface GraphOptions extends ShownGraphOptions {
  /** on which backend of tf.js the model computes while it is traced; without it on none, see `trace` */
  readonly backend?: string | undefined;
  /** a graph of its own beside others in the run: TensorBoard lets one choose by these */
  readonly tag?: string;
  /** of a `profile` of this trace, by which TensorBoard colours compute time, memory and device */
  readonly timing?: Timing;
}

// protobuf's own limit of a message
const maxGraphBytes = 2 ** 31 - 1024;

/** @param wallTime seconds since 1970: when the timed run began, as far as TensorBoard is concerned */
export function graphEvents(traced: Trace, options: GraphOptions, wallTime: number): tensorboard.IEvent[] {
  const { tag, timing } = options;
  const shown = shownGraph(traced, options);
  const graph = timing ? { ...shown, device: deviceOf(timing) } : shown;
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
  return [{ summary: { value: [{ tag, metadata, tensor: stringTensor([both], []) }] } }];
}

function expectFits(bytes: number): void {
  if (bytes > maxGraphBytes) throw new UserError(`a graph of ${bytes} bytes does not fit an event of 2 GB`);
}

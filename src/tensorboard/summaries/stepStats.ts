// StepStats of a timed graph: TensorBoard's Graphs dashboard colours nodes by compute time and memory from it.
import { medianRun } from '../../cost/latency.ts';
import type { Graph, GraphNode } from '../../graph/graph.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import type { Timing } from '../../timing/timing.ts';
import type { Trace } from '../../trace/trace.ts';

/** The name of the device. A backend that must be waited for computes on a GPU. */
export const deviceOf = (timing: Timing | undefined): string => `/device:${timing?.synchronised ? 'GPU' : 'CPU'}:0`;

/**
 * Times and memory of the median run. A call may become several nodes; one of them carries its time: the last one that
 * multiplies matrices, or else the last one. Memory is that of the outputs of the call's kernels.
 * @param wallTime start of the run in seconds since 1970
 */
export function stepStats(graph: Graph, trace: Trace, timing: Timing, wallTime: number): tensorboard.IStepStats {
  const { begins, ends, bytesBefore, bytesAfter } = timing.runs[medianRun(timing)]!;
  const nodes = new Map<number, GraphNode>();
  for (const node of graph.nodes) {
    const { call, parameter, op } = node;
    if (call === undefined || parameter || op === 'Const') continue;
    const before = nodes.get(call);
    if (!before || !multiplies(before) || multiplies(node)) nodes.set(call, node);
  }
  const taken = trace.calls.map((call, index) =>
    call.level === 'kernel' ? Math.max(bytesAfter[index]! - bytesBefore[index]!, 0) : 0,
  );
  for (let index = trace.calls.length - 1; index > 0; index--) {
    const { parent } = trace.calls[index]!;
    if (parent !== -1) taken[parent]! += taken[index]!;
  }
  const began = Math.floor(wallTime * 1e6);
  const device = deviceOf(timing);
  const nodeStats = [...nodes].map(([call, { name }]): tensorboard.INodeExecStats => {
    // whole microseconds; a node of 0 would have no colour
    const start = Math.round(begins[call]! * 1000);
    const micros = Math.max(Math.round(ends[call]! * 1000) - start, 1);
    return {
      nodeName: name,
      allStartMicros: began + start,
      opEndRelMicros: micros,
      allEndRelMicros: micros,
      memory: [{ allocatorName: device, totalBytes: taken[call]! }],
    };
  });
  return { devStats: [{ device, nodeStats }] };
}

const multiplies = ({ op }: GraphNode): boolean => /MatMul|Conv|Einsum/.test(op);

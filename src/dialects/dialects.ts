// The dialects that a graph is written in, by the names users choose them by.
import type { Graph } from '../graph/graph.ts';
import type { Weights } from '../trace/modelWeights.ts';
import type { Trace } from '../trace/trace.ts';
import { tensorflowGraph } from './tensorflow/lowerTrace.ts';
import { torchGraph } from './torch/atenGraph.ts';

export const dialects = {
  /** real TensorFlow ops */
  tensorflow: tensorflowGraph,
  /** the aten nodes of tensorboardX, which hold no numbers */
  torch: torchGraph,
} satisfies Record<string, (trace: Trace, numbers?: Weights) => Graph>;

export type Dialect = keyof typeof dialects;
export const dialectNames = Object.keys(dialects) as Dialect[];

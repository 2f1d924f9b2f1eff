// The table of dialects: the vocabularies of ops that a trace can be written in as a graph.
import { choice } from '../choice.ts';
import type { Graph } from '../graph/graph.ts';
import type { Weights } from '../trace/adapter.ts';
import type { Trace } from '../trace/trace.ts';
import { tensorflowGraph } from './tensorflow/lowerTrace.ts';
import { torchGraph } from './torch/atenGraph.ts';

interface DialectRow {
  /** One line for help and docs. */
  readonly describe: string;
  /** Builds the graph; `weights` are the values of parameters, for a dialect that can hold them. */
  build(trace: Trace, weights?: Weights): Graph;
}

export const dialects = {
  tensorflow: { describe: 'ops of TensorFlow', build: tensorflowGraph },
  torch: {
    describe: 'aten nodes of PyTorch as tensorboardX writes them, without values of parameters',
    build: torchGraph,
  },
} satisfies Readonly<Record<string, DialectRow>>;

/**
 * A vocabulary of ops for graphs: `tensorflow`, or `torch` for the aten nodes that tensorboardX writes.
 * @useDeclaredType
 */
export type Dialect = keyof typeof dialects;
export const dialectNames = Object.keys(dialects) as Dialect[];

/** @throws UserError for an unknown dialect */
export const expectDialect = (name: string): Dialect => choice('dialect', name, dialectNames);

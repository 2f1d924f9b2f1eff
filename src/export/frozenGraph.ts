// A graph that runs wherever TensorFlow does: parameters are constants. In: a model, what it takes, its numbers. Out: a
// graph.
import type { SignedGraph } from '../graph/graph.ts';
import { expectReadable } from '../proto/wire.ts';
import { tensorflowGraph } from '../tensorflow/build.ts';
import { type GraphInput, inputSpecs } from '../trace/graphInput.ts';
import { type Numbers, numbersOf } from '../trace/numbers.ts';
import { type Traceable, trace } from '../trace/record.ts';
import type { Trace } from '../trace/trace.ts';

export interface FrozenOptions {
  /** of its parameters and buffers; unless given the model's own, as `numbersOf` reads them */
  readonly numbers?: Numbers | undefined;
  /** on which backend of tf.js the model computes while it is traced; without it on none, see `trace` */
  readonly backend?: string | undefined;
}

/**
 * What `model` computes, in TensorFlow's ops. Its inputs and outputs have the names that the model gives them, or else
 * `x`, `x_1`, … and `output`, `output_1`, ….
 * @param inputs tensors, or shapes with the batch
 * @throws UserError for a kernel that the trace or TensorFlow does not know, for a parameter without numbers, and for
 * parameters of 2^31 bytes and more, before any is read; and whatever the model throws
 */
export function frozenGraph(
  model: Traceable,
  inputs: GraphInput | readonly GraphInput[],
  { numbers, backend }: FrozenOptions = {},
): SignedGraph {
  const traced = trace(model, inputSpecs(inputs), { backend });
  expectReadable(parameterBytes(traced));
  return tensorflowGraph(traced, numbers ?? numbersOf(model));
}

const bytesOf = { float32: 4, int32: 4, bool: 1, complex64: 8, string: 0 } as const;

/** Of those that were used. */
const parameterBytes = ({ values }: Trace): number =>
  values
    .filter(({ parameter }) => parameter !== undefined)
    .reduce((sum, { shape, dtype }) => sum + bytesOf[dtype] * shape.reduce((size, dim) => size * dim, 1), 0);

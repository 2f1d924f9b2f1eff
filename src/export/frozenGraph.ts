// Freezes a model as a graph of TensorFlow ops.
import { tensorflowBatch } from '../dialects/tensorflow/batchNodes.ts';
import { tensorflowGraph } from '../dialects/tensorflow/lowerTrace.ts';
import { UserError } from '../errors.ts';
import type { SignedGraph } from '../graph/graph.ts';
import { parseNodeInput } from '../names/nodeInput.ts';
import { expectReadable } from '../proto/wire.ts';
import { bytesPerElement, product } from '../tensors.ts';
import type { GraphInput } from '../trace/inputs.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { type FrozenOptions, freeze, type RunnableDialect } from './freeze.ts';

const tensorflow: RunnableDialect = {
  lower: tensorflowGraph,
  batch: tensorflowBatch,
  keepsOwnGraph: true,
  expectWritable(traced) {
    expectReadable(parameterBytes(traced));
    expectFilled(traced);
  },
};

/**
 * Returns a graph of TensorFlow ops that computes what `model` computes. Its inputs and outputs have the names that the
 * model gives them, or else `x`, `x_1`, … and `output`, `output_1`, ….
 * @param inputs tensors, or shapes [batch, ...]
 * @throws UserError for a kernel that the trace or TensorFlow does not know; for a model that returns no tensor; for one
 * that runs other ops with other inputs on a backend; for random numbers that no op of TensorFlow draws; for a parameter
 * without a value; for parameters of 2^31 bytes and more, before any is read; for a lookup table that nothing fills; for
 * an open batch whose shapes are not explained. Errors that the model throws pass through.
 */
export const frozenGraph = (
  model: Traceable,
  inputs: GraphInput | readonly GraphInput[],
  options: FrozenOptions = {},
): SignedGraph => freeze(model, inputs, options, tensorflow);

/** @throws UserError for a converted model that reads a lookup table which nothing fills */
function expectFilled(traced: Trace): void {
  const { tables, topology } = traced.graph ?? {};
  for (const [table, filled] of tables ?? []) {
    const reader = filled
      ? undefined
      : topology?.node.find(({ input = [] }) => input.some((text) => parseNodeInput(text).node === table));
    if (reader)
      throw new UserError(
        `${reader.op} ${reader.name} reads the table ${table}, which nothing in the model fills: it cannot be exported`,
      );
  }
}

/** Bytes of the parameters that the pass used. */
const parameterBytes = ({ values }: Trace): number =>
  values
    .filter(({ parameter }) => parameter !== undefined)
    .reduce((sum, { shape, dtype }) => sum + bytesPerElement[dtype] * product(shape), 0);

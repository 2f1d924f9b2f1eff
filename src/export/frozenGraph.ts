// Freezes a model as a graph of TensorFlow ops.

import { tensorflowGraph } from '../dialects/tensorflow/lowerTrace.ts';
import { tensorflowSizes } from '../dialects/tensorflow/sizeNodes.ts';
import { UserError } from '../errors.ts';
import { parseNodeInput } from '../names/nodeInput.ts';
import { expectOptions } from '../options.ts';
import { expectReadable } from '../proto/wire.ts';
import { bytesPerElement, product } from '../tensors.ts';
import { type ModelInputs, splitArguments } from '../trace/inputs.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { type FrozenGraph, type FrozenOptions, freeze, frozenOptionNames, type RunnableDialect } from './freeze.ts';

/** TensorFlow's ops. */
export const tensorflow: RunnableDialect = {
  lower: tensorflowGraph,
  open: tensorflowSizes,
  keepsOwnGraph: true,
  expectWritable(traced) {
    expectReadable(parameterBytes(traced));
    expectFilled(traced);
  },
};

/**
 * Returns a graph of TensorFlow ops that computes what `model` computes. Its inputs and outputs have the names that the
 * model gives them, or else `x`, `x_1`, … and `output`, `output_1`, ….
 * @param inputs in any form of `ModelInputs`, with the batch; may be left out where the model knows them
 * @throws UserError for inputs that nobody knows or that are not the model's; for a kernel that the trace or TensorFlow does
 * not know; for a model that returns no tensor; for one that runs other ops with other inputs on a backend; for random
 * numbers that no op of TensorFlow draws; for a parameter without a value; for parameters of 2^31 bytes and more, before any
 * is read; for a lookup table that nothing fills; for an open batch that was asked for and whose shapes are not explained.
 * Errors that the model throws pass through.
 */
export function frozenGraph(model: Traceable, inputs?: ModelInputs, options?: FrozenOptions): FrozenGraph;
export function frozenGraph(model: Traceable, options: FrozenOptions): FrozenGraph;
export function frozenGraph(
  model: Traceable,
  first?: ModelInputs | FrozenOptions,
  second?: FrozenOptions,
): FrozenGraph {
  const { inputs, options = {} } = splitArguments<ModelInputs, FrozenOptions>(first, second);
  expectOptions(options, frozenOptionNames);
  return freeze(model, inputs, options, tensorflow, 'frozenGraph(model, [1, 224, 224, 3])');
}

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

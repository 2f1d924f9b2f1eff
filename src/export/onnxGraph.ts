// Freezes a model as a graph of ONNX ops.
import { finishOnnx } from '../dialects/onnx/finishOnnx.ts';
import { lowerToOnnx } from '../dialects/onnx/lowerToOnnx.ts';
import { onnxBatch } from '../dialects/onnx/onnxBatch.ts';
import { defaultOpset, expectOpset } from '../dialects/onnx/opsets.ts';
import type { SignedGraph } from '../graph/graph.ts';
import type { GraphInput } from '../trace/inputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import { type FrozenOptions, freeze, type RunnableDialect } from './freeze.ts';

const dialect: RunnableDialect = {
  lower: lowerToOnnx,
  batch: onnxBatch,
  keepsOwnGraph: false,
  // weights of any size lie in a file of their own
  expectWritable: () => {},
};

/** How a model becomes a graph of ONNX ops. */
export interface OnnxOptions extends FrozenOptions {
  /** The version of ONNX's operator set, 17 to 23; 21 by default. */
  readonly opset?: number | undefined;
}

/**
 * Returns a graph of ONNX ops that computes what `model` computes, for `encodeOnnx`. Its inputs and outputs have the names
 * that the model gives them, or else `x`, `x_1`, … and `output`, `output_1`, ….
 * @param inputs tensors, or shapes [batch, ...]
 * @throws UserError for a kernel that the trace or ONNX does not know; for a node of a converted model that waits for
 * numbers; for an op that the operator set lacks; for a model that returns no tensor; for one that runs other ops with
 * other inputs on a backend; for random numbers that no op of ONNX draws; for a parameter without a value; for an open
 * batch whose shapes are not explained. Errors that the model throws pass through.
 */
export function onnxGraph(
  model: Traceable,
  inputs: GraphInput | readonly GraphInput[],
  { opset = defaultOpset, ...options }: OnnxOptions = {},
): SignedGraph {
  expectOpset(opset);
  return { ...finishOnnx(freeze(model, inputs, options, dialect), opset), opset };
}

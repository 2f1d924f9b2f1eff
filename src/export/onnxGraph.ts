// Freezes a model as a graph of ONNX ops.
import { finishOnnx } from '../dialects/onnx/finishOnnx.ts';
import { lowerToOnnx } from '../dialects/onnx/lowerToOnnx.ts';
import { onnxSizes } from '../dialects/onnx/onnxSizes.ts';
import { defaultOpset } from '../dialects/onnx/opsetRange.ts';
import { expectOpset } from '../dialects/onnx/opsets.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import { type ModelInputs, splitArguments } from '../trace/inputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import { type FrozenGraph, type FrozenOptions, freeze, frozenOptionNames, type RunnableDialect } from './freeze.ts';
import { controlGraph } from './onnxControl.ts';

const onnx: RunnableDialect = {
  lower: lowerToOnnx,
  open: onnxSizes,
  keepsOwnGraph: false,
  // weights of any size lie in a file of their own
  expectWritable: () => {},
};

/** How a model becomes a graph of ONNX ops. */
export interface OnnxOptions extends FrozenOptions {
  /** The version of ONNX's operator set, 17 to 23; 21 by default. */
  readonly opset?: number | undefined;
  /** The licence of the model, as SPDX names it: `model_license` among the model's metadata. */
  readonly license?: string | undefined;
}

/** Names of the options of `onnxGraph`. */
export const onnxOptionNames: OptionNames<OnnxOptions> = { ...frozenOptionNames, opset: true, license: true };

/**
 * Returns a graph of ONNX ops that computes what `model` computes, for `encodeOnnx`. Its inputs and outputs have the names
 * that the model gives them, or else `x`, `x_1`, … and `output`, `output_1`, …. A complex tensor has real and imaginary
 * parts along one more axis.
 * @param inputs in any form of `ModelInputs`, with the batch; may be left out where the model knows them
 * @throws UserError for inputs that nobody knows or that are not the model's; for a kernel that the trace or ONNX does not
 * know; for a node of a converted model that waits for numbers or looks up a table; for an op that the operator set lacks;
 * for a model that returns no tensor; for one that runs other ops with other inputs on a backend; for random numbers that no
 * op of ONNX draws; for a parameter without a value; for an open batch that was asked for and whose shapes are not
 * explained. Errors that the model throws pass through.
 * @example
 * const bytes = encodeOnnx(onnxGraph(model, [1, 224, 224, 3]));
 */
export function onnxGraph(model: Traceable, inputs?: ModelInputs, options?: OnnxOptions): FrozenGraph;
export function onnxGraph(model: Traceable, options: OnnxOptions): FrozenGraph;
export function onnxGraph(model: Traceable, first?: ModelInputs | OnnxOptions, second?: OnnxOptions): FrozenGraph {
  const { inputs, options = {} } = splitArguments<ModelInputs, OnnxOptions>(first, second);
  expectOptions(options, onnxOptionNames);
  return freezeOnnx(model, inputs, options, 'onnxGraph(model, [1, 224, 224, 3])');
}

/** Does what `onnxGraph` does. @param example a call with inputs, for the error text */
export function freezeOnnx(
  model: Traceable,
  inputs: ModelInputs | undefined,
  { opset = defaultOpset, license, ...options }: OnnxOptions,
  example: string,
): FrozenGraph {
  expectOpset(opset);
  const { notes, ...graph } =
    controlGraph(model, inputs, options, example) ?? freeze(model, inputs, options, onnx, example);
  const metadata = { ...graph.metadata, ...(license !== undefined && { model_license: license }) };
  return { ...finishOnnx(graph, opset), metadata, opset, notes };
}

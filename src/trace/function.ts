// Watches a bare function of tensors: one module without children, whose parameters are the variables it reads.
// In: a function and its inputs' shapes. Out: a Trace.
import * as tf from '@tensorflow/tfjs-core';
import { watched } from './failure.ts';
import { holdLayers } from './heldTensors.ts';
import type { InputSpec, TensorFunction, TraceOptions } from './record.ts';
import type { MakeRecorder, Recorder } from './recorder.ts';
import type { ParameterInfo, Trace } from './trace.ts';

export function traceFunction(
  fn: TensorFunction,
  inputs: readonly InputSpec[],
  { backend }: TraceOptions,
  make: MakeRecorder,
): Trace {
  const parameters = new Map<string, ParameterInfo>();
  const parameterOf = (tensor: tf.TensorInfo): string | undefined => {
    if (!(tensor instanceof tf.Variable)) return undefined;
    const { name, shape, size, dtype, trainable } = tensor;
    parameters.set(name, { name, shape, size, dtype, requiresGrad: trainable, buffer: false });
    return name;
  };
  const recorder = make({ parameterOf, backend });
  const root = { path: '', type: fn.name || 'model', container: undefined, children: [] };
  const modules = () => [{ ...root, parameters: [...parameters.values()] }];
  const held = holdLayers(inputs);
  try {
    return watched(recorder, 'function', modules, () => runFunction(fn, inputs, recorder), held);
  } finally {
    held.putBack();
  }
}

function runFunction(fn: TensorFunction, inputs: readonly InputSpec[], recorder: Recorder) {
  const { tensors, places } = recorder.feed(inputs);
  recorder.enterModule(0, tensors);
  const output = fn(...tensors);
  recorder.exitModule(output);
  return { inputs: places, ...recorder.outputs(output) };
}

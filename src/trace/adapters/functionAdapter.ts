// Watches a bare function of tensors: one module without children, whose parameters are the variables it reads.
// In: a function and its inputs' shapes. Out: a Trace.
import * as tf from '@tensorflow/tfjs-core';
import { NoForwardPass, watched } from '../forwardError.ts';
import type { MakeRecorder, Recorder } from '../recorder.ts';
import { holdLayers } from '../state/heldTensors.ts';
import type { ParameterInfo, Trace } from '../trace.ts';
import type { InputSpec, TensorFunction, TraceOptions } from '../traceModel.ts';

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
  const { tensors, indices } = recorder.feed(inputs);
  recorder.enterModule(0, tensors);
  const output = run(fn, tensors);
  recorder.exitModule(output);
  return { inputs: indices, ...recorder.outputs(output) };
}

/** @throws NoForwardPass for a function that ran no op or returns a promise, and otherwise what it throws */
function run(fn: TensorFunction, tensors: readonly tf.Tensor[]): unknown {
  // every op of tf.js opens a scope
  const { nextScopeId } = tf.engine().state;
  let output: unknown;
  try {
    output = fn(...tensors);
  } catch (cause) {
    if (tf.engine().state.nextScopeId !== nextScopeId) throw cause;
    const reason = cause instanceof Error ? cause.message : `${cause}`;
    const clause = `it ran no op on its tensors, as a function that makes a model, which is to be called first: ${reason}`;
    throw new NoForwardPass(clause, { cause });
  }
  if (!(output instanceof Promise)) return output;
  // nobody else waits for it
  output.catch(() => undefined);
  throw new NoForwardPass('it gives a promise, and only what runs synchronously can be traced');
}

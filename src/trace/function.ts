// Watches a bare function of tensors: one module without children, whose parameters are the variables it reads.
// In: a function and its inputs' shapes. Out: a Trace.
import * as tf from '@tensorflow/tfjs-core';
import { watched } from './failure.ts';
import { metaTensor } from './metaBackend.ts';
import type { InputSpec, TensorFunction } from './record.ts';
import { createRecorder } from './recorder.ts';
import type { ParameterInfo, Trace } from './trace.ts';

export function traceFunction(fn: TensorFunction, inputs: readonly InputSpec[]): Trace {
  const parameters = new Map<string, ParameterInfo>();
  const recorder = createRecorder((tensor) => {
    if (!(tensor instanceof tf.Variable)) return undefined;
    const { name, shape, size, dtype, trainable } = tensor;
    parameters.set(name, { name, shape, size, dtype, requiresGrad: trainable, buffer: false });
    return name;
  });
  const root = { path: '', type: fn.name || 'model', container: undefined, children: [] };
  const modules = () => [{ ...root, parameters: [...parameters.values()] }];
  return watched(recorder, 'function', modules, () => {
    const tensors = inputs.map(({ shape, dtype = 'float32' }) => metaTensor(shape, dtype));
    const places = tensors.map((tensor) => recorder.placeOf(tensor));
    recorder.enterModule(0, tensors);
    const output = fn(...tensors);
    recorder.exitModule(output);
    return { inputs: places, outputs: recorder.structure(output) };
  });
}

// A function of tensors: one module without children, whose parameters are the variables that it reads.
import * as tf from '@tensorflow/tfjs-core';
import { messageOf } from '../../errors.ts';
import type { ModelAdapter, Pass, TraceOptions } from '../adapter.ts';
import { NestedPass } from '../backend/engine.ts';
import { NoForwardPass } from '../forwardError.ts';
import type { InputSpec } from '../inputs.ts';
import { expectSettled } from '../outputs.ts';
import { Recorder } from '../recorder.ts';
import { recordPass } from '../recordPass.ts';
import { isOlder } from '../state/origins.ts';
import type { ParameterInfo, Trace } from '../trace.ts';
import type { TensorFunction } from '../traceable.ts';
import { holdLayers } from './layers/holdLayers.ts';
import { steadyTrace } from './steadyTrace.ts';

/** The adapter of a function; undefined for any other value. */
export function functionAdapter(model: unknown): ModelAdapter | undefined {
  if (typeof model !== 'function') return undefined;
  const fn = model as TensorFunction;
  return {
    kind: 'function',
    hasOps: false,
    hasGraph: false,
    keepsStates: false,
    inputs: undefined,
    waitsFor: undefined,
    modules: undefined,
    fit: (inputs) => inputs,
    trace: (inputs, options) => steadyTrace(() => traceFunction(fn, inputs, options), { runsUserCode: true }),
    forward: (inputs, pass) => runFunction(fn, inputs, pass),
    weightTensors: () => new Map(Object.entries(tf.engine().registeredVariables)),
    undrawnCount: () => 0,
  };
}

function traceFunction(fn: TensorFunction, inputs: readonly InputSpec[], { backend }: TraceOptions): Trace {
  const parameters = new Map<string, ParameterInfo>();
  const parameterOf = (tensor: tf.TensorInfo): string | undefined => {
    if (!(tensor instanceof tf.Variable)) return undefined;
    const { name, shape, size, dtype, trainable } = tensor;
    parameters.set(name, { name, shape, size, dtype, requiresGrad: trainable, buffer: false });
    return name;
  };
  const recorder = new Recorder({ parameterOf, backend });
  const modules = () => [
    { path: '', type: fn.name || 'model', container: undefined, children: [], parameters: [...parameters.values()] },
  ];
  return recordPass(recorder, { trainable: true, hasOps: false }, modules, (pass) => {
    const { tensors, indices } = recorder.feed(inputs);
    const output = runFunction(fn, tensors, pass);
    return { inputs: indices, ...recorder.outputs(output) };
  });
}

function runFunction(fn: TensorFunction, inputs: readonly tf.Tensor[], { observer, hold, call }: Pass): unknown {
  hold(holdLayers(inputs.filter(isOlder), [fn]));
  observer?.enterModule(0, inputs);
  const output = call(() => callFunction(fn, inputs));
  observer?.exitModule(output);
  return output;
}

/** @throws NoForwardPass for a function that ran no op or returns a promise, and otherwise what it throws */
function callFunction(fn: TensorFunction, tensors: readonly tf.Tensor[]): unknown {
  // every op of tf.js opens a scope
  const { nextScopeId } = tf.engine().state;
  let output: unknown;
  try {
    output = fn(...tensors);
  } catch (cause) {
    if (tf.engine().state.nextScopeId !== nextScopeId || cause instanceof NestedPass) throw cause;
    const reason = messageOf(cause);
    const clause = 'the function ran no op on its tensors; if it makes a model, call it first';
    throw new NoForwardPass(`${clause}; it threw: ${reason}`, { cause });
  }
  return expectSettled(output, NoForwardPass);
}

// Bytes of parameters, and the peak of an inference by the liveness of its tensors.

import { bytesPerElement, type Dtype, product } from '../tensors.ts';
import { expectTrace } from '../trace/expectTrace.ts';
import { flat, type KernelCall, type ParameterInfo, type Trace } from '../trace/trace.ts';

/** Bytes of a tensor in tf.js's memory; strings have no fixed size and count 0. */
export function sizeBytes({
  shape,
  dtype = 'float32',
}: {
  readonly shape: readonly number[];
  readonly dtype?: Dtype;
}): number {
  return product(shape) * bytesPerElement[dtype];
}

/** All parameters and buffers of a model, a shared one once. @throws UserError for a value that is no trace */
export function distinctParameters(trace: Trace): ParameterInfo[] {
  expectTrace(trace);
  return trace.modules.flatMap(({ parameters }) => parameters.filter((p) => p.sharedWith === undefined));
}

// kernels whose output is the input's buffer under another shape
const views = new Set(['Reshape', 'Identity', 'ExpandDims']);

/**
 * The most bytes of inputs, activations and constants at one time, if each buffer is freed after its last use. A kernel's
 * inputs and outputs are alive together, the model's inputs all the time. Parameters are not counted.
 * @throws UserError for a value that is no trace
 */
export function inferencePeakBytes(trace: Trace): number {
  expectTrace(trace);
  const inputs = trace.inputs.reduce((sum, index) => sum + sizeBytes(trace.values[index]!), 0);
  return liveBytes(trace).reduce((max, bytes) => Math.max(max, bytes), inputs);
}

/**
 * Bytes that are alive while each kernel runs and when any other call begins, by index in `trace.calls`. For a trace whose
 * calls are not in the order in which they ran, the bytes of other calls are 0.
 */
export const liveBytes = (trace: Trace): number[] => liveness(trace).during;

/** `liveBytes`, and the bytes that are alive after each kernel: without inputs that no later one reads. */
export function liveness(trace: Trace): { readonly during: number[]; readonly after: number[] } {
  const { calls, values, ran = [...calls.keys()] } = trace;
  const buffer = values.map((_, index) => index);
  const order = ran.map((index) => [index, calls[index]!] as const);
  for (const [, call] of order)
    if (call.level === 'kernel' && views.has(call.kernel))
      buffer[call.outputs[0]!] = buffer[flatInputs(call.inputs)[0]!]!;
  const lastUse = new Map<number, number>();
  for (const [index, call] of order)
    if (call.level === 'kernel') for (const value of touchedBy(call)) lastUse.set(buffer[value]!, index);
  for (const value of [...trace.inputs, ...flat(trace.outputs)]) lastUse.set(buffer[value]!, calls.length);
  const live = new Set<number>();
  let bytes = 0;
  const begin = (value: number): void => {
    const index = buffer[value]!;
    if (live.has(index) || values[index]!.parameter !== undefined) return;
    live.add(index);
    bytes += sizeBytes(values[index]!);
  };
  for (const value of trace.inputs) begin(value);
  const during = new Array<number>(calls.length).fill(0);
  const after = new Array<number>(calls.length).fill(0);
  for (const [at, call] of order) {
    const touched = call.level === 'kernel' ? touchedBy(call) : [];
    for (const value of touched) begin(value);
    during[at] = bytes;
    for (const value of touched) {
      const index = buffer[value]!;
      if (lastUse.get(index) === at && live.delete(index)) bytes -= sizeBytes(values[index]!);
    }
    after[at] = bytes;
  }
  return { during, after };
}

const touchedBy = ({ inputs, outputs }: KernelCall): number[] => [...flatInputs(inputs), ...outputs];

export const flatInputs = (inputs: KernelCall['inputs']): number[] => Object.values(inputs).flat() as number[];

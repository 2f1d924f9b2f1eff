// What a forward pass holds. In: a trace. Out: bytes of parameters, and the peak of an inference by liveness.
import { type Dtype, flat, type KernelCall, type ParameterInfo, type Trace } from '../trace/trace.ts';

const widths = { float32: 4, int32: 4, bool: 1, complex64: 8, string: 0 } satisfies Record<Dtype, number>;

/** Of tf.js's own widths; a string has no fixed one and counts nothing. */
export function sizeBytes({
  shape,
  dtype = 'float32',
}: {
  readonly shape: readonly number[];
  readonly dtype?: Dtype;
}): number {
  return shape.reduce((a, b) => a * b, 1) * widths[dtype];
}

/** All parameters and buffers, a shared one once. */
export function distinctParameters(trace: Trace): ParameterInfo[] {
  return trace.modules.flatMap(({ parameters }) => parameters.filter((p) => p.sharedWith === undefined));
}

// their output is the input's buffer under another shape
const views = new Set(['Reshape', 'Identity', 'ExpandDims']);

/**
 * The most bytes that inputs, activations and constants hold at once, if each buffer is freed after its last use and a
 * kernel's inputs live beside its outputs. Parameters are not in it; the inputs are the caller's and stay.
 */
export function inferencePeakBytes(trace: Trace): number {
  const kernels = trace.calls.filter((call) => call.level === 'kernel');
  const buffer = trace.values.map((_, place) => place);
  for (const { kernel, inputs, outputs } of kernels)
    if (views.has(kernel)) buffer[outputs[0]!] = buffer[flatInputs(inputs)[0]!]!;
  const lastUse = new Map<number, number>();
  for (const [time, { inputs, outputs }] of kernels.entries())
    for (const value of [...flatInputs(inputs), ...outputs]) lastUse.set(buffer[value]!, time);
  for (const value of [...trace.inputs, ...flat(trace.outputs)]) lastUse.set(buffer[value]!, kernels.length);
  const live = new Set<number>();
  let bytes = 0;
  const begin = (value: number): void => {
    const place = buffer[value]!;
    if (live.has(place) || trace.values[place]!.parameter !== undefined) return;
    live.add(place);
    bytes += sizeBytes(trace.values[place]!);
  };
  for (const value of trace.inputs) begin(value);
  let peak = bytes;
  for (const [time, { inputs, outputs }] of kernels.entries()) {
    const touched = [...flatInputs(inputs), ...outputs];
    for (const value of touched) begin(value);
    peak = Math.max(peak, bytes);
    for (const value of touched) {
      const place = buffer[value]!;
      if (lastUse.get(place) === time && live.delete(place)) bytes -= sizeBytes(trace.values[place]!);
    }
  }
  return peak;
}

export const flatInputs = (inputs: KernelCall['inputs']): number[] => Object.values(inputs).flat() as number[];

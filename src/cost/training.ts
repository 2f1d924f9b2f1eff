// What a training step keeps until its backward pass, by engine. In: a trace. Out: bytes, and what no rule is known for.

import { savedByFused, savedByKernel } from '../kernels/savedForBackward.ts';
import type { KernelCall, OpCall, Trace } from '../trace/trace.ts';
import { distinctParameters, flatInputs, sizeBytes } from './memory.ts';

export const engines = ['tfjs', 'pytorch'] as const;
export type Engine = (typeof engines)[number];

/** Copies of the trainable parameters that an optimizer holds beside them. */
export const optimizers = { sgd: 0, momentum: 1, adam: 2 } as const;
export type Optimizer = keyof typeof optimizers;

export interface SavedActivations {
  readonly bytes: number;
  /** ops or kernels without a rule, which the bytes leave out */
  readonly unknown: readonly string[];
}

export function savedActivationsBytes(trace: Trace, engine: Engine): SavedActivations {
  // a frozen graph is not trained
  if (trace.source === 'graph') return { bytes: 0, unknown: [] };
  return engine === 'tfjs' ? tfjs(trace) : pytorch(trace);
}

export interface TrainingMemory {
  readonly engine: Engine;
  readonly optimizer: Optimizer;
  readonly parametersBytes: number;
  readonly gradientsBytes: number;
  readonly optimizerBytes: number;
  readonly kept: SavedActivations;
  readonly totalBytes: number;
}

/** Parameters and buffers, one gradient a trainable parameter, the optimizer's copies, and what the engine keeps. */
export function trainingMemory(trace: Trace, engine: Engine, optimizer: Optimizer): TrainingMemory {
  const parameters = distinctParameters(trace);
  const parametersBytes = parameters.reduce((sum, p) => sum + sizeBytes(p), 0);
  const gradientsBytes = parameters.reduce((sum, p) => sum + (p.requiresGrad ? sizeBytes(p) : 0), 0);
  const optimizerBytes = gradientsBytes * optimizers[optimizer];
  const kept = savedActivationsBytes(trace, engine);
  const totalBytes = parametersBytes + gradientsBytes + optimizerBytes + kept.bytes;
  return { engine, optimizer, parametersBytes, gradientsBytes, optimizerBytes, kept, totalBytes };
}

/**
 * tf.memory().numBytes after a taped forward, less what it was before. tf.js keeps a handle for each tensor that a
 * kernel's gradient asks for, and counts a buffer once per handle; what no tidy took lives on beside them.
 */
function tfjs({ calls, values }: Trace): SavedActivations {
  const unknown = new Set<string>();
  let bytes = 0;
  const add = (value: number): void => {
    bytes += sizeBytes(values[value]!);
  };
  for (const call of calls) {
    if (call.level !== 'kernel') continue;
    call.outputs.filter((value) => !values[value]!.freed).forEach(add);
    const saved = savedByKernel[call.kernel] ?? savedByFused(call);
    if (saved === undefined) unknown.add(call.kernel);
    else savedValues(call, saved).forEach(add);
  }
  return { bytes, unknown: [...unknown] };
}

function savedValues({ inputs, outputs }: KernelCall, saved: string): number[] {
  return saved
    .split(' ')
    .filter((name) => name !== '')
    .flatMap((name) => {
      if (name === 'all') return flatInputs(inputs);
      return name === 'output' ? outputs.slice(0, 1) : [inputs[name] ?? []].flat();
    });
}

type Places = readonly (number | 'output')[];
interface TorchSaved {
  /** places among the op's inputs, or its output */
  readonly values?: Places | ((op: OpCall, trace: Trace) => Places);
  /** what PyTorch computes for the backward pass alone, in bytes */
  readonly extra?: (op: OpCall, trace: Trace) => number;
}
const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
const numbersOf = (trace: Trace, value: number): number => product(trace.values[value]!.shape);

// tensors that PyTorch's autograd saves in training, without parameters; measured: test/cost/{reference,training}.test.ts
const savedByOp: Readonly<Record<string, TorchSaved>> = {
  linear: { values: [0] },
  conv1d: { values: [0] },
  conv2d: { values: [0] },
  // mean and 1 / deviation of each row
  layer_norm: { values: [0], extra: (op, t) => (2 * 4 * numbersOf(t, op.inputs[0]!)) / rowLength(op, t) },
  // the batch's mean and 1 / deviation of each channel
  batch_norm: { values: [0], extra: (op, t) => 2 * 4 * t.values[op.inputs[0]!]!.shape[1]! },
  gelu: { values: [0] },
  relu: { values: ['output'] },
  mul: { values: [0, 1] },
  log_softmax: { values: ['output'] },
  // the indices of the maxima are int64
  max_pool2d: { values: [0], extra: (op, t) => 8 * numbersOf(t, op.outputs[0]!) },
  avg_pool2d: { values: [0] },
  // one number a channel is a mean, which keeps nothing
  adaptive_avg_pool2d: { values: (op, t) => (product(t.values[op.outputs[0]!]!.shape.slice(2)) === 1 ? [] : [0]) },
  // the noise that it multiplied by
  dropout: { extra: (op, t) => 4 * numbersOf(t, op.outputs[0]!) },
  feature_dropout: { extra: (op, t) => 4 * product(t.values[op.outputs[0]!]!.shape.slice(0, 2)) },
  // indices are int64
  embedding: { extra: (op, t) => 8 * numbersOf(t, op.inputs[0]!) },
  add: {},
  permute: {},
  view: {},
  flatten: {},
  mean: {},
  sum: {},
  chunk: {},
};

function rowLength({ inputs }: OpCall, trace: Trace): number {
  return inputs.length > 1 ? numbersOf(trace, inputs[1]!) : trace.values[inputs[0]!]!.shape.at(-1)!;
}

/** The union of what the ops save: a tensor that two of them save counts once. */
function pytorch(trace: Trace): SavedActivations {
  const unknown = new Set<string>();
  const saved = new Set<number>();
  let extra = 0;
  for (const call of trace.calls) {
    if (call.level === 'kernel' && trace.calls[call.parent]?.level !== 'op') unknown.add(call.kernel);
    // one that did not return has no outputs
    if (call.level !== 'op' || call.outputs.length === 0) continue;
    const rule = savedByOp[call.op];
    if (rule === undefined) unknown.add(call.op);
    const indices = typeof rule?.values === 'function' ? rule.values(call, trace) : rule?.values;
    for (const which of indices ?? []) saved.add(which === 'output' ? call.outputs[0]! : call.inputs[which]!);
    extra += rule?.extra?.(call, trace) ?? 0;
  }
  const bytes = [...saved].filter((value) => trace.values[value]!.parameter === undefined);
  return { bytes: bytes.reduce((sum, value) => sum + sizeBytes(trace.values[value]!), extra), unknown: [...unknown] };
}

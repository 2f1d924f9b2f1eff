// Memory of a training step: parameters, gradients, the optimizer's state, and the activations that are saved for backward.
import { choice } from '../choice.ts';
import { type SavedTensors, savedTensors } from '../kernels/savedForBackward.ts';
import type { OpName } from '../names/opName.ts';
import { product } from '../tensors.ts';
import { expectTrace } from '../trace/expectTrace.ts';
import type { KernelCall, OpCall, Trace } from '../trace/trace.ts';
import { distinctParameters, flatInputs, sizeBytes } from './memory.ts';

/** Names of the libraries whose rules decide which activations a training step saves. */
export const engines = ['tfjs', 'pytorch'] as const;

/** The library whose rules decide which activations a training step saves. */
export type Engine = (typeof engines)[number];

/** Copies of the trainable parameters that each optimizer keeps in its state. */
export const optimizers = { sgd: 0, momentum: 1, adam: 2 } as const;

/** A name of `optimizers`. */
export type Optimizer = keyof typeof optimizers;
const optimizerNames = Object.keys(optimizers) as readonly Optimizer[];

/** Activations that a forward pass saves for its backward pass. */
export interface SavedActivations {
  readonly bytes: number;
  /** Ops or kernels without a rule, whose bytes are not counted. */
  readonly unknown: readonly string[];
}

/**
 * The activations that `engine` saves in a training step; none for a converted model, which cannot be trained.
 * @throws UserError for an unknown engine, and for a value that is no trace
 */
export function savedActivationsBytes(trace: Trace, engine: Engine): SavedActivations {
  expectTrace(trace);
  const rules = choice('engine', engine, engines);
  if (!trace.trainable) return { bytes: 0, unknown: [] };
  return rules === 'tfjs' ? savedByTfjs(trace) : savedByPytorch(trace);
}

/** Bytes of one training step, by purpose. */
export interface TrainingMemory {
  readonly engine: Engine;
  readonly optimizer: Optimizer;
  /** Parameters and buffers. */
  readonly parametersBytes: number;
  readonly gradientsBytes: number;
  readonly optimizerBytes: number;
  readonly kept: SavedActivations;
  readonly totalBytes: number;
}

/**
 * Memory of one training step, with one gradient for each trainable parameter.
 * @throws UserError for an unknown engine or optimizer, and for a value that is no trace
 */
export function trainingMemory(trace: Trace, engine: Engine, optimizer: Optimizer): TrainingMemory {
  const parameters = distinctParameters(trace);
  const parametersBytes = parameters.reduce((sum, p) => sum + sizeBytes(p), 0);
  const gradientsBytes = parameters.reduce((sum, p) => sum + (p.requiresGrad ? sizeBytes(p) : 0), 0);
  const copies = optimizers[choice('optimizer', optimizer, optimizerNames)];
  const optimizerBytes = gradientsBytes * copies;
  const kept = savedActivationsBytes(trace, engine);
  const totalBytes = parametersBytes + gradientsBytes + optimizerBytes + kept.bytes;
  return { engine, optimizer, parametersBytes, gradientsBytes, optimizerBytes, kept, totalBytes };
}

/**
 * `tf.memory().numBytes` after a taped forward pass, less the bytes before it. tf.js keeps a handle for each tensor that a
 * kernel's gradient saves, and counts a buffer once per handle; tensors that no tidy disposed are counted too.
 */
function savedByTfjs({ calls, values }: Trace): SavedActivations {
  const unknown = new Set<string>();
  let bytes = 0;
  const add = (valueId: number): void => {
    bytes += sizeBytes(values[valueId]!);
  };
  for (const call of calls) {
    if (call.level !== 'kernel') continue;
    call.outputs.filter((valueId) => !values[valueId]!.freed).forEach(add);
    const { kernel, attributes, inputs } = call;
    const saved = savedTensors(kernel, { attributes, hasBias: inputs.bias !== undefined });
    if (saved === undefined) unknown.add(kernel);
    else saved.flatMap((name) => valuesNamed(name, call)).forEach(add);
  }
  return { bytes, unknown: [...unknown] };
}

function valuesNamed(name: SavedTensors[number], { inputs, outputs }: KernelCall): readonly number[] {
  if (name === 'inputs') return flatInputs(inputs);
  return name === 'output' ? outputs.slice(0, 1) : [inputs[name] ?? []].flat();
}

/** Indices among the op's inputs, or `output` for its first output. */
type SavedValues = readonly (number | 'output')[];

interface TorchSaved {
  readonly values?: SavedValues | ((op: OpCall, trace: Trace) => SavedValues);
  /** Bytes that PyTorch computes for the backward pass alone. */
  readonly extra?: (op: OpCall, trace: Trace) => number;
}

const elementCount = (trace: Trace, valueId: number): number => product(trace.values[valueId]!.shape);

// tensors that PyTorch's autograd saves in training, without parameters; measured in test/cost/{reference,training}.test.ts
const savedByOp: Readonly<Record<string, TorchSaved>> = {
  linear: { values: [0] },
  conv1d: { values: [0] },
  conv2d: { values: [0] },
  // a float32 mean and 1 / standard deviation of each row
  layer_norm: { values: [0], extra: (op, t) => (2 * 4 * elementCount(t, op.inputs[0]!)) / rowLength(op, t) },
  // a float32 mean and 1 / standard deviation of each channel
  batch_norm: { values: [0], extra: (op, t) => 2 * 4 * t.values[op.inputs[0]!]!.shape[1]! },
  gelu: { values: [0] },
  relu: { values: ['output'] },
  mul: { values: [0, 1] },
  log_softmax: { values: ['output'] },
  // the indices of the maxima are int64
  max_pool2d: { values: [0], extra: (op, t) => 8 * elementCount(t, op.outputs[0]!) },
  avg_pool2d: { values: [0] },
  // one element a channel is a mean, which saves nothing
  adaptive_avg_pool2d: { values: (op, t) => (product(t.values[op.outputs[0]!]!.shape.slice(2)) === 1 ? [] : [0]) },
  // the mask, a float32 for each element
  dropout: { extra: (op, t) => 4 * elementCount(t, op.outputs[0]!) },
  feature_dropout: { extra: (op, t) => 4 * product(t.values[op.outputs[0]!]!.shape.slice(0, 2)) },
  // indices are int64
  embedding: { extra: (op, t) => 8 * elementCount(t, op.inputs[0]!) },
  add: {},
  permute: {},
  view: {},
  flatten: {},
  mean: {},
  sum: {},
  chunk: {},
} satisfies Record<OpName, TorchSaved>;

function rowLength({ inputs }: OpCall, trace: Trace): number {
  return inputs.length > 1 ? elementCount(trace, inputs[1]!) : trace.values[inputs[0]!]!.shape.at(-1)!;
}

/** Bytes of the tensors that the ops save; a tensor that two ops save counts once. */
function savedByPytorch(trace: Trace): SavedActivations {
  const unknown = new Set<string>();
  const saved = new Set<number>();
  let extra = 0;
  for (const call of trace.calls) {
    if (call.level === 'kernel' && trace.calls[call.parent]?.level !== 'op') unknown.add(call.kernel);
    // an op that threw has no outputs
    if (call.level !== 'op' || call.outputs.length === 0) continue;
    const rule = savedByOp[call.op];
    if (rule === undefined) unknown.add(call.op);
    const indices = typeof rule?.values === 'function' ? rule.values(call, trace) : rule?.values;
    for (const at of indices ?? []) saved.add(at === 'output' ? call.outputs[0]! : call.inputs[at]!);
    extra += rule?.extra?.(call, trace) ?? 0;
  }
  const activations = [...saved]
    .map((valueId) => trace.values[valueId]!)
    .filter((value) => value.parameter === undefined);
  return { bytes: activations.reduce((sum, value) => sum + sizeBytes(value), extra), unknown: [...unknown] };
}

// The origins of data in a forward pass. They tell whether a variable that the model makes depends on made-up inputs, and let
// it be computed after a pass on shapes alone.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { hasComputingBackend, onComputingBackend } from '../backend/computingBackend.ts';
import { computed, declareData, declared, shapesOnly, written } from '../backend/shapeData.ts';

/** Inputs of a kernel; the engine passes a list of tensors under one name. */
type Inputs = tf.NamedTensorInfoMap;

/** A kernel call on shapes, by which an output is computed later on a backend that computes. */
interface Producer {
  readonly kernel: string;
  readonly inputs: Inputs;
  readonly attributes: tf.NamedAttrMap;
  /** Index among the kernel's outputs. */
  readonly output: number;
}

const producers = new WeakMap<object, Producer>();

// data of inputs that a trace made up, and all data computed from it
const madeUp = new WeakSet<object>();

// data of the model's own tensors that are not variables, and all data computed from it
const fromTensors = new WeakSet<object>();

// data of the stand-ins for a Module's parameters in a pass on shapes
const standIns = new WeakMap<object, () => tf.Tensor>();

/** Notes that a trace made up this tensor's values, or has none. */
export const markMadeUp = ({ dataId }: tf.TensorInfo): void => void madeUp.add(dataId);

/** Whether a tensor was computed from inputs that a trace made up. */
export const isMadeUp = ({ dataId }: tf.TensorInfo): boolean => madeUp.has(dataId);

/** Whether a tensor was computed from a tensor, not a variable, that lived before the pass. */
export const followsTensor = ({ dataId }: tf.TensorInfo): boolean => fromTensors.has(dataId);

/** Notes that `tensor` stands for the tensor that `read` returns. */
export const markStandIn = ({ dataId }: tf.TensorInfo, read: () => tf.Tensor): void => void standIns.set(dataId, read);

// id of the first tensor of the current pass
let firstId = 0;

/** Begins a pass: tensors that live now belong to the model or to the user. Returns the lowest id of later tensors. */
export function startPass(): number {
  const first = tf.scalar(0);
  firstId = first.id;
  first.dispose();
  return firstId;
}

/** Whether a tensor lived before the current pass. */
export const isOlder = (tensor: tf.Tensor): boolean => tensor.id < firstId;

/** Notes the origins of a kernel's outputs. */
export function noteOrigin(inputs: Inputs, outputs: readonly tf.TensorInfo[]): void {
  const given = listOf(inputs);
  if (given.some(isMadeUp)) for (const { dataId } of outputs) madeUp.add(dataId);
  if (given.some((input) => followsTensor(input) || isOwnTensor(input)))
    for (const { dataId } of outputs) fromTensors.add(dataId);
}

const listOf = (inputs: Inputs): tf.TensorInfo[] => Object.values(inputs).flat() as tf.TensorInfo[];

const isOwnTensor = (input: tf.TensorInfo): boolean =>
  input instanceof tf.Tensor && isOlder(input) && !(input instanceof tf.Variable);

/** Notes the call of a kernel on shapes. The data ids are copied, since an assignment changes that of a variable. */
export function noteProducer(
  kernel: string,
  inputs: Inputs,
  attributes: tf.NamedAttrMap,
  outputs: readonly tf.TensorInfo[],
): void {
  const taken = mapInputs(inputs, ({ dataId, shape, dtype }) => ({ dataId, shape, dtype }));
  for (const [output, { dataId }] of outputs.entries())
    producers.set(dataId, { kernel, inputs: taken, attributes: { ...attributes }, output });
}

/**
 * Gives a tensor that a pass on shapes made, and that outlives the pass, the values that its kernels compute: at the first
 * read, or at once if they depend on tensors of the model, which may change until then.
 */
export function giveValues({ dataId, shape, dtype }: tf.TensorInfo): void {
  if (!producers.has(dataId) || madeUp.has(dataId) || hasValues(dataId)) return;
  const order = producersOf({ dataId, shape, dtype });
  const followsModel = order.some((info) => !producers.has(info.dataId) && !isConstant(info.dataId));
  declareData(dataId, () => compute(order));
  if (followsModel && hasComputingBackend()) declared.get(dataId)!();
}

const hasValues = (dataId: object): boolean => written.has(dataId) || computed.has(dataId) || declared.has(dataId);
const isConstant = (dataId: object): boolean => written.has(dataId) || computed.has(dataId);

/** All tensors that `target` is computed from, itself included, in topological order. */
function producersOf(target: tf.TensorInfo): tf.TensorInfo[] {
  const ordered: tf.TensorInfo[] = [];
  const seen = new Set<object>();
  // each tensor is pushed again, to be taken after its inputs
  const open: { readonly info: tf.TensorInfo; readonly isDone: boolean }[] = [{ info: target, isDone: false }];
  while (open.length > 0) {
    const { info, isDone } = open.pop()!;
    if (isDone) ordered.push(info);
    else if (!seen.has(info.dataId)) {
      seen.add(info.dataId);
      open.push({ info, isDone: true });
      const producer = hasValues(info.dataId) ? undefined : producers.get(info.dataId);
      for (const input of producer ? listOf(producer.inputs) : []) open.push({ info: input, isDone: false });
    }
  }
  return ordered;
}

/** Computes the values of the last tensor of `order`. */
function compute(order: readonly tf.TensorInfo[]): tf.BackendValues {
  return onComputingBackend(() => {
    const results = new Map<object, tf.Tensor>();
    const last = order.at(-1)!;
    tf.engine().startScope('gmlp-viz');
    try {
      for (const info of order) results.set(info.dataId, known(info, info === last) ?? computeOne(info, results));
      return tf.engine().readSync(results.get(last.dataId)!.dataId).slice() as tf.BackendValues;
    } finally {
      tf.engine().endScope();
    }
  });
}

/** @param isDue whether its declared values are those that are being computed */
function known({ dataId, shape, dtype }: tf.TensorInfo, isDue: boolean): tf.Tensor | undefined {
  const values = written.get(dataId) ?? computed.get(dataId) ?? (isDue ? undefined : declared.get(dataId)?.());
  return values && tf.engine().makeTensor(values as tf.DataValues, shape, dtype);
}

function computeOne(info: tf.TensorInfo, results: ReadonlyMap<object, tf.Tensor>): tf.Tensor {
  const { dataId } = info;
  const producer = producers.get(dataId);
  if (!producer) {
    const standIn = standIns.get(dataId);
    if (standIn) return standIn();
    if (shapesOnly.has(dataId))
      throw new UserError('a variable depends on values that a shape-only trace does not have');
    // a tensor that lives
    return info as tf.Tensor;
  }
  const { kernel, attributes, output } = producer;
  const inputs = mapInputs(producer.inputs, (input) => results.get(input.dataId)!);
  const made: tf.Tensor | tf.Tensor[] = tf.engine().runKernel(kernel, inputs as tf.NamedTensorMap, attributes);
  return [made].flat()[output]!;
}

function mapInputs(inputs: Inputs, of: (input: tf.TensorInfo) => tf.TensorInfo): Inputs {
  const entries = Object.entries(inputs) as [string, tf.TensorInfo | tf.TensorInfo[]][];
  return Object.fromEntries(
    entries.map(([name, input]) => [name, Array.isArray(input) ? input.map(of) : of(input)]),
  ) as Inputs;
}

// The origins of data in a forward pass. They tell whether a variable that the model makes depends on made-up inputs, and let
// it be computed after a pass on shapes alone.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { hasComputingBackend, onComputingBackend } from '../backend/computingBackend.ts';
import { changeableDataOf, dataOf } from '../backend/tensorData.ts';

/** Inputs of a kernel; the engine passes a list of tensors under one name. */
type Inputs = tf.NamedTensorInfoMap;

/** Notes that a trace made up this tensor's values, or has none. */
export function markMadeUp(tensor: tf.TensorInfo): void {
  changeableDataOf(tensor).isMadeUp = true;
}

/** Whether a tensor was computed from inputs that a trace made up. */
export const isMadeUp = (tensor: tf.TensorInfo): boolean => dataOf(tensor).isMadeUp;

/** Whether a tensor was computed from a tensor, not a variable, that lived before the pass. */
export const followsTensor = (tensor: tf.TensorInfo): boolean => dataOf(tensor).followsTensor;

/** Notes that `tensor` stands for the tensor that `read` returns. */
export function markStandIn(tensor: tf.TensorInfo, read: () => tf.Tensor): void {
  changeableDataOf(tensor).standIn = read;
}

/** Whether a tensor stands for a parameter of a Module in a pass on shapes. */
export const isStandIn = (tensor: tf.TensorInfo): boolean => dataOf(tensor).standIn !== undefined;

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
export function noteOrigin(inputs: readonly tf.TensorInfo[], outputs: readonly tf.TensorInfo[]): void {
  if (inputs.some(isMadeUp)) for (const output of outputs) changeableDataOf(output).isMadeUp = true;
  if (inputs.some((input) => followsTensor(input) || isOwnTensor(input)))
    for (const output of outputs) changeableDataOf(output).followsTensor = true;
}

/** The tensors among a kernel's inputs, lists included. */
export function tensorsOf(inputs: Inputs): tf.TensorInfo[] {
  const tensors: tf.TensorInfo[] = [];
  for (const input of Object.values(inputs) as (tf.TensorInfo | tf.TensorInfo[])[]) {
    if (Array.isArray(input)) tensors.push(...input);
    else tensors.push(input);
  }
  return tensors;
}

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
  for (const [output, tensor] of outputs.entries())
    changeableDataOf(tensor).producer = { kernel, inputs: taken, attributes: { ...attributes }, output };
}

/**
 * Gives a tensor that a pass on shapes made, and that outlives the pass, the values that its kernels compute: at the first
 * read, or at once if they depend on tensors of the model, which may change until then.
 */
export function giveValues(tensor: tf.TensorInfo): void {
  const { dataId, shape, dtype } = tensor;
  const { producer, isMadeUp: isUnknown } = dataOf(tensor);
  if (!producer || isUnknown || hasValues(tensor)) return;
  const order = producersOf({ dataId, shape, dtype });
  const followsModel = order.some((info) => !dataOf(info).producer && !isConstant(info));
  const data = changeableDataOf(tensor);
  data.declare(() => compute(order));
  if (followsModel && hasComputingBackend()) data.declared?.();
}

function isConstant(tensor: tf.TensorInfo): boolean {
  const { written, computed } = dataOf(tensor);
  return written !== undefined || computed !== undefined;
}

const hasValues = (tensor: tf.TensorInfo): boolean => isConstant(tensor) || dataOf(tensor).declared !== undefined;

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
      const producer = hasValues(info) ? undefined : dataOf(info).producer;
      for (const input of producer ? tensorsOf(producer.inputs) : []) open.push({ info: input, isDone: false });
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
function known(info: tf.TensorInfo, isDue: boolean): tf.Tensor | undefined {
  const { written, computed, declared } = dataOf(info);
  const values = written ?? computed ?? (isDue ? undefined : declared?.());
  return values && tf.engine().makeTensor(values as tf.DataValues, info.shape, info.dtype);
}

function computeOne(info: tf.TensorInfo, results: ReadonlyMap<object, tf.Tensor>): tf.Tensor {
  const { producer, standIn, isShapesOnly } = dataOf(info);
  if (!producer) {
    if (standIn) return standIn();
    if (isShapesOnly) throw new UserError('a variable depends on values that a shape-only trace does not have');
    // a tensor that lives
    return info as tf.Tensor;
  }
  const { kernel, attributes, output } = producer;
  const inputs = mapInputs(producer.inputs, (input) => results.get(input.dataId)!);
  const made: tf.Tensor | tf.Tensor[] = tf.engine().runKernel(kernel, inputs as tf.NamedTensorMap, attributes);
  return [made].flat()[output]!;
}

function mapInputs(inputs: Inputs, of: (input: tf.TensorInfo) => tf.TensorInfo): Inputs {
  // Concat, Pack and AddN take a bare list, which the type of their inputs hides
  if (Array.isArray(inputs)) return (inputs as unknown as tf.TensorInfo[]).map(of) as unknown as Inputs;
  const mapped: Record<string, tf.TensorInfo | tf.TensorInfo[]> = {};
  for (const [name, input] of Object.entries(inputs) as [string, tf.TensorInfo | tf.TensorInfo[]][])
    mapped[name] = Array.isArray(input) ? input.map(of) : of(input);
  return mapped as Inputs;
}

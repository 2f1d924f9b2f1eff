// A tf.js backend without numbers: every known kernel answers with shapes alone, and each call is reported.
// In: a reporter and a body. Out: what the body returns; the backend is gone afterwards.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../userError.ts';
import { coverBackend, onComputingBackend } from './computingBackend.ts';
import { unobserved } from './draws.ts';
import { inScope } from './engine.ts';
import { type Known, knownOutputs, mostKnown } from './meta/known.ts';
import { dataDependent, listKernels, shapeFunctions } from './meta/shapeFunctions.ts';
import type { Spec } from './meta/spec.ts';
import { noteOrigin, noteProducer } from './origins.ts';
import { currentPasses } from './passes.ts';
import type { PassState } from './passState.ts';
import { computed, declareData, declared, shapesOnly, written } from './shapeData.ts';

// no `_`: tf.js's kernel registry splits its keys on it
const name = 'gmlp-viz-shapes';

// declared data of which nothing was read yet
const undrawn = new WeakSet<object>();

// tensors that hold the same data, where they are more than one
const references = new WeakMap<object, number>();

const withNumbers = "{ backend: 'cpu' }, on the command line --backend cpu, runs it with numbers";

/** What a tensor was made of, numbers or the bytes of strings, during a trace or before it outside the model. */
export function constantOf(tensor: tf.TensorInfo): tf.BackendValues | undefined {
  const made = written.get(tensor.dataId);
  if (made !== undefined || !(tensor instanceof tf.Tensor)) return made;
  if (shapesOnly.has(tensor.dataId) && !isKept(tensor)) return computed.get(tensor.dataId);
  // dataSync would decode the bytes of strings, which need not be text
  return tensor.dtype === 'string' ? tf.engine().readSync(tensor.dataId) : (tensor.dataSync() as tf.BackendValues);
}

/** Whether an earlier pass on shapes made it, to outlive the pass. */
const isKept = (tensor: tf.Tensor): boolean =>
  declared.has(tensor.dataId) && !undrawn.has(tensor.dataId) && !(tensor instanceof tf.Variable);

class MetaBackend extends tf.KernelBackend {
  override epsilon = () => 1e-7;
  override floatPrecision = () => 32 as const;
  override numDataIds = () => 0;
  override write(values: tf.BackendValues): object {
    const dataId = {};
    written.set(dataId, values);
    return dataId;
  }
  override move = () => undefined;
  override incRef(dataId: object): void {
    references.set(dataId, this.refCount(dataId) + 1);
  }
  override refCount = (dataId: object): number => references.get(dataId) ?? 1;
  // a tensor and the variable made of it hold the same data
  override disposeData(dataId: object, force = false): boolean {
    const left = this.refCount(dataId) - 1;
    references.set(dataId, left);
    return force || left <= 0;
  }
  override memory = () => ({ unreliable: true, reasons: ['shapes only'] });
  override timerAvailable = () => false;
  override read = async (dataId: object): Promise<tf.BackendValues> => this.readSync(dataId);
  override readSync(dataId: object): tf.BackendValues {
    const values = written.get(dataId) ?? computed.get(dataId) ?? declared.get(dataId)?.();
    if (!values)
      throw new UserError(`this model reads numbers while it runs, and a shape-only trace has none: ${withNumbers}`);
    return values;
  }
  override dispose(): void {}
}

export type KernelReporter = (
  kernel: string,
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap,
  outputs: readonly tf.Tensor[],
) => void;

/** Makes the shape-only backend the active one. @returns what makes the former one active again */
export function enterMetaBackend(report: KernelReporter): () => void {
  const before = tf.getBackend();
  const kernels = Object.keys(shapeFunctions);
  tf.registerBackend(name, () => new MetaBackend(), -1);
  for (const kernelName of kernels)
    tf.registerKernel({ kernelName, backendName: name, kernelFunc: run(kernelName, report) });
  // takes effect before it returns: the factory is synchronous
  void tf.setBackend(name);
  const uncover = coverBackend(before);
  const resume = pauseProfiling();
  return () => {
    resume();
    uncover();
    if (before) void tf.setBackend(before);
    for (const kernelName of kernels) tf.unregisterKernel(kernelName, name);
    tf.removeBackend(name);
  };
}

/** Has tf.js not read every kernel's outputs, as its debug mode and `tf.profile` do. @returns a function that ends it */
function pauseProfiling(): () => void {
  const { state } = tf.engine();
  // its setter would print that the mode is on
  const flags = tf.env().features;
  const before = { profiling: state.profiling, debug: tf.env().getBool('DEBUG') };
  state.profiling = false;
  flags.DEBUG = false;
  return () => {
    state.profiling = before.profiling;
    flags.DEBUG = before.debug;
  };
}

/** Runs `body` on the shape-only backend; the backend that was active before is active again, even after a throw. */
export function onMetaBackend<T>(report: KernelReporter, body: () => T, state?: PassState): T {
  const leave = enterMetaBackend(report);
  try {
    return inScope(body, state);
  } catch (error) {
    throw explained(error);
  } finally {
    leave();
  }
}

function run(kernelName: string, report: KernelReporter): tf.KernelFunc {
  return ({ inputs, attrs }) => {
    // fused kernels name their optional inputs also when these are absent
    const given = Object.fromEntries(
      Object.entries(inputs).filter(([, input]) => input !== undefined && input !== null),
    );
    // the engine hands lists of tensors on under one name
    const infos = Object.values(given).flat() as readonly Spec[];
    const specs = shapeFunctions[kernelName]!(infos, attrs ?? {}, given as Readonly<Record<string, Spec>>);
    const outputs = specs.map(({ shape, dtype }) => {
      tf.util.assertNonNegativeIntegerDimensions([...shape]);
      return metaTensor(shape, dtype);
    });
    carryNumbers(kernelName, given.x, outputs);
    const known = knownInputs(infos as readonly tf.TensorInfo[]);
    for (const [i, values] of (known && knownOutputs(kernelName, known, attrs, specs))?.entries() ?? [])
      computed.set(outputs[i]!.dataId, values as tf.BackendValues);
    if (!known) bound(kernelName, infos as readonly tf.TensorInfo[], outputs[0]!);
    noteOrigin(given, outputs);
    currentPasses()?.startKernel(infos as readonly tf.TensorInfo[]);
    currentPasses()?.endKernel(outputs);
    noteProducer(kernelName, given, attrs ?? {}, outputs);
    report(kernelName, given, attrs ?? {}, outputs);
    // the engine hands an array on as an array
    return listKernels.has(kernelName) ? outputs : outputs[0]!;
  };
}

// kernels that hand numbers on as they are
const carriers: ReadonlySet<string> = new Set(['Identity', 'Reshape', 'ExpandDims']);

function carryNumbers(kernel: string, input: tf.TensorInfo | undefined, [output]: readonly tf.Tensor[]): void {
  const numbers = carriers.has(kernel) && input && written.get(input.dataId);
  if (numbers) written.set(output!.dataId, numbers);
}

// what an unknown integer is at least
const least = new WeakMap<object, number>();

/** Of a size that is held between two bounds, which may be one: layers of Keras's count so. */
function bound(kernel: string, inputs: readonly tf.TensorInfo[], { dtype, dataId }: tf.Tensor): void {
  if ((kernel !== 'Maximum' && kernel !== 'Minimum') || dtype !== 'int32') return;
  if (inputs.some(({ shape }) => shape.length > 0)) return;
  const [limit] = inputs.flatMap((input) => knownInputs([input])?.[0]?.values[0] ?? []);
  if (limit === undefined) return;
  if (kernel === 'Maximum') least.set(dataId, limit);
  else if (inputs.some((input) => (least.get(input.dataId) ?? -Infinity) >= limit))
    computed.set(dataId, Int32Array.of(limit));
}

// undefined where one of them stands for no numbers, or holds more than a shape would
function knownInputs(inputs: readonly tf.TensorInfo[]): Known[] | undefined {
  const known: Known[] = [];
  for (const input of inputs) {
    if (tf.util.sizeFromShape([...input.shape]) > mostKnown || input.dtype === 'string') return undefined;
    const values = computed.get(input.dataId) ?? constantOf(input);
    if (values === undefined) return undefined;
    known.push({ shape: input.shape, dtype: input.dtype, values: values as ArrayLike<number> });
  }
  return known;
}

// holds what was declared while another backend was active
const holder = new MetaBackend();
const holderName = 'gmlp-viz-declared';

/**
 * Lets declared tensors become variables where a backend computes: the engine has the active one take what a variable
 * takes, and would draw it for that. @returns what runs a body meanwhile, and what ends it
 */
export function enterHolder(): { readonly hold: <T>(body: () => T) => T; readonly leave: () => void } {
  tf.registerBackend(holderName, () => holder, -1);
  return {
    hold(body) {
      const before = tf.getBackend();
      void tf.setBackend(holderName);
      try {
        return body();
      } finally {
        if (before) void tf.setBackend(before);
      }
    },
    leave: () => tf.removeBackend(holderName),
  };
}

/** A tensor whose numbers are drawn when they are first read, whatever backend is active. */
export function declaredTensor(shape: readonly number[], dtype: tf.DataType, draw: () => tf.BackendValues): tf.Tensor {
  const dataId = {};
  shapesOnly.add(dataId);
  undrawn.add(dataId);
  declareData(dataId, () => {
    // draws of an initial weight are not draws of the pass
    const values = unobserved(() => onComputingBackend(draw));
    undrawn.delete(dataId);
    return values;
  });
  return tf.engine().makeTensorFromTensorInfo({ dataId, shape: [...shape], dtype }, holder);
}

export const isUndrawn = ({ dataId }: tf.TensorInfo): boolean => undrawn.has(dataId);

/** A tensor without numbers on the active shape-only backend. */
export function metaTensor(shape: readonly number[], dtype: tf.DataType): tf.Tensor {
  const dataId = {};
  shapesOnly.add(dataId);
  return tf.engine().makeTensorFromTensorInfo({ dataId, shape: [...shape], dtype });
}

function explained(error: unknown): unknown {
  const missing = error instanceof Error && /^Kernel '(.+)' not registered/.exec(error.message)?.[1];
  if (!missing) return error;
  return dataDependent.has(missing)
    ? new UserError(
        `the shape that ${missing} gives depends on numbers, and a shape-only trace has none: ${withNumbers}`,
      )
    : new UserError(`a shape-only trace does not know the kernel ${missing}: ${withNumbers}`);
}

// The shape-only backend of tf.js: every known kernel answers with shapes, without values.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { type Known, knownOutputs, maxKnown } from '../../kernels/constantFolding.ts';
import { placeholderKernel, placeholderRule } from '../../kernels/placeholderKernel.ts';
import type { Spec } from '../../kernels/shapes/shapeRule.ts';
import { dataDependentKernels, listKernels, shapeRules } from '../../kernels/shapes/shapeRules.ts';
import { settle } from '../awaitable.ts';
import type { KernelWrapper } from '../observer.ts';
import { unobserved } from '../randomDraws.ts';
import { noteProducer, tensorsOf } from '../state/origins.ts';
import type { OnAssign } from '../state/passState.ts';
import { coverBackend, onComputingBackend } from './computingBackend.ts';
import { type Hold, inScope } from './engine.ts';
import { changeableDataOf, dataOf, TensorData } from './tensorData.ts';

// without `_`, on which tf.js's kernel registry splits its keys
const name = 'gmlp-viz-shapes';

const withNumbers = "{ backend: 'cpu' }, on the command line --backend cpu, runs it with numbers";

/** The values that a tensor was made from, numbers or bytes of strings; undefined for one that a pass on shapes computed. */
export function constantOf(tensor: tf.TensorInfo): tf.BackendValues | undefined {
  const { written, computed, isShapesOnly } = dataOf(tensor);
  if (written !== undefined || !(tensor instanceof tf.Tensor)) return written;
  if (isShapesOnly && !isKept(tensor)) return computed;
  // dataSync would decode the bytes of strings, which need not be text
  return tensor.dtype === 'string' ? tf.engine().readSync(tensor.dataId) : (tensor.dataSync() as tf.BackendValues);
}

/** Whether an earlier pass on shapes made the tensor, and the tensor outlived that pass. */
function isKept(tensor: tf.Tensor): boolean {
  const { declared, isUndrawn: waits } = dataOf(tensor);
  return declared !== undefined && !waits && !(tensor instanceof tf.Variable);
}

class ShapeBackend extends tf.KernelBackend {
  override epsilon = () => 1e-7;
  override floatPrecision = () => 32 as const;
  override numDataIds = () => 0;
  override write(values: tf.BackendValues): object {
    const data = new TensorData();
    data.written = values;
    return data;
  }
  override move = () => undefined;
  // the engine counts references on the active backend, whichever backend holds the data
  override incRef(dataId: object): void {
    if (dataId instanceof TensorData) dataId.references += 1;
  }
  override refCount = (dataId: TensorData): number => dataId.references;
  // a tensor and the variable made of it hold the same data
  override disposeData(dataId: TensorData, force = false): boolean {
    dataId.references -= 1;
    return force || dataId.references <= 0;
  }
  override memory = () => ({ unreliable: true, reasons: ['shapes only'] });
  override timerAvailable = () => false;
  override read = async (dataId: TensorData): Promise<tf.BackendValues> => this.readSync(dataId);
  override readSync({ written, computed, declared }: TensorData): tf.BackendValues {
    const values = written ?? computed ?? declared?.();
    if (!values)
      throw new UserError(`this model reads numbers while it runs, and a shape-only trace has none: ${withNumbers}`);
    return values;
  }
  override dispose(): void {}
}

const rules: typeof shapeRules = { ...shapeRules, [placeholderKernel]: placeholderRule };
const listed: ReadonlySet<string> = new Set([...listKernels, placeholderKernel]);

const unwrapped: KernelWrapper = (_, run, call) => run(call);

/**
 * Makes the shape-only backend the active one.
 * @param wrapper wraps each kernel
 * @returns a function that makes the former backend active again
 */
export function enterShapeBackend(wrapper = unwrapped): () => void {
  const before = tf.getBackend();
  const kernels = Object.keys(rules);
  tf.registerBackend(name, () => new ShapeBackend(), -1);
  for (const kernelName of kernels) {
    const run = shapeKernel(kernelName);
    tf.registerKernel({ kernelName, backendName: name, kernelFunc: (call) => wrapper(kernelName, run, call) });
  }
  // takes effect at once, since the factory is synchronous
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

/** Keeps tf.js from reading every kernel's outputs, as its debug mode and `tf.profile` do; returns a function that ends this. */
function pauseProfiling(): () => void {
  const { state } = tf.engine();
  // the setter of tf.env() would print that debug mode is on
  const flags = tf.env().features;
  const before = { profiling: state.profiling, debug: tf.env().getBool('DEBUG') };
  state.profiling = false;
  flags.DEBUG = false;
  return () => {
    state.profiling = before.profiling;
    flags.DEBUG = before.debug;
  };
}

/** Runs `body` as a pass on the shape-only backend; afterwards, also after a throw, the former backend is active again. */
export function onShapeBackend<T>(body: (hold: Hold) => T, wrapper = unwrapped, onAssign?: OnAssign): T {
  const leave = enterShapeBackend(wrapper);
  return settle(() => inScope(body, onAssign), leave, explained);
}

/** The inputs of a kernel that are there: fused kernels name their optional inputs also when these are absent. */
export function presentInputs(inputs: tf.NamedTensorInfoMap): tf.NamedTensorInfoMap {
  const isPresent = (name: string): boolean => inputs[name] !== undefined && inputs[name] !== null;
  for (const name in inputs)
    if (!isPresent(name)) return Object.fromEntries(Object.entries(inputs).filter(([key]) => isPresent(key)));
  return inputs;
}

/** The kernel that answers with shapes, and with values where its inputs are small and known. */
function shapeKernel(kernelName: string): tf.KernelFunc {
  return ({ inputs, attrs }) => {
    const given = presentInputs(inputs);
    const infos = tensorsOf(given);
    const specs = rules[kernelName]!(infos as readonly Spec[], attrs ?? {}, given as Readonly<Record<string, Spec>>);
    const outputs = specs.map(({ shape, dtype }) => {
      tf.util.assertNonNegativeIntegerDimensions([...shape]);
      return shapeTensor(shape, dtype);
    });
    carryValues(kernelName, given.x, outputs);
    const known = knownInputs(infos);
    for (const [i, values] of (known && knownOutputs(kernelName, known, attrs, specs))?.entries() ?? [])
      changeableDataOf(outputs[i]!).computed = values as tf.BackendValues;
    if (!known) noteBound(kernelName, infos, outputs[0]!);
    noteProducer(kernelName, given, attrs ?? {}, outputs);
    // the engine passes an array on as an array
    return listed.has(kernelName) ? outputs : outputs[0]!;
  };
}

// kernels that forward values unchanged
const carriers: ReadonlySet<string> = new Set(['Identity', 'Reshape', 'ExpandDims']);

function carryValues(kernel: string, input: tf.TensorInfo | undefined, [output]: readonly tf.Tensor[]): void {
  if (!carriers.has(kernel) || !input) return;
  const { written } = dataOf(input);
  if (written) changeableDataOf(output!).written = written;
}

/** Notes the value of a size that Maximum and Minimum hold between two equal bounds, as layers of Keras compute sizes. */
function noteBound(kernel: string, inputs: readonly tf.TensorInfo[], output: tf.Tensor): void {
  if ((kernel !== 'Maximum' && kernel !== 'Minimum') || output.dtype !== 'int32') return;
  if (inputs.some(({ shape }) => shape.length > 0)) return;
  const [limit] = inputs.flatMap((input) => knownInputs([input])?.[0]?.values[0] ?? []);
  if (limit === undefined) return;
  if (kernel === 'Maximum') changeableDataOf(output).minimum = limit;
  else if (inputs.some((input) => (dataOf(input).minimum ?? -Infinity) >= limit))
    changeableDataOf(output).computed = Int32Array.of(limit);
}

/** The values of small inputs; undefined where one has none, or more than a shape would. */
function knownInputs(inputs: readonly tf.TensorInfo[]): Known[] | undefined {
  const known: Known[] = [];
  for (const input of inputs) {
    if (tf.util.sizeFromShape(input.shape) > maxKnown || input.dtype === 'string') return undefined;
    const values = dataOf(input).computed ?? constantOf(input);
    if (values === undefined) return undefined;
    known.push({ shape: input.shape, dtype: input.dtype, values: values as ArrayLike<number> });
  }
  return known;
}

// owns tensors that are declared while another backend is active
const holder = new ShapeBackend();
const holderName = 'gmlp-viz-declared';

/**
 * Registers a backend that owns declared tensors, so that `tf.variable()` can wrap one without initializing it: the engine
 * moves the data of a new variable to the active backend.
 * @returns `hold`, which runs a body on that backend, and `leave`, which removes it
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

/** A tensor whose values `draw` gives when they are first read, whichever backend is active. */
export function declaredTensor(shape: readonly number[], dtype: tf.DataType, draw: () => tf.BackendValues): tf.Tensor {
  const dataId = new TensorData();
  Object.assign(dataId, { isShapesOnly: true, isUndrawn: true });
  dataId.declare(() => {
    // an initial weight is no draw of the pass
    const values = unobserved(() => onComputingBackend(draw));
    dataId.isUndrawn = false;
    return values;
  });
  return tf.engine().makeTensorFromTensorInfo({ dataId, shape: [...shape], dtype }, holder);
}

/** Whether the values of a declared tensor were not read yet. */
export const isUndrawn = (tensor: tf.TensorInfo): boolean => dataOf(tensor).isUndrawn;

/** A tensor without values on the active shape-only backend. */
export function shapeTensor(shape: readonly number[], dtype: tf.DataType): tf.Tensor {
  const dataId = new TensorData();
  dataId.isShapesOnly = true;
  return tf.engine().makeTensorFromTensorInfo({ dataId, shape: [...shape], dtype });
}

function explained(error: unknown): unknown {
  const missing = error instanceof Error && /^Kernel '(.+)' not registered/.exec(error.message)?.[1];
  if (!missing) return error;
  return dataDependentKernels.has(missing)
    ? new UserError(
        `the shape that ${missing} gives depends on numbers, and a shape-only trace has none: ${withNumbers}`,
      )
    : new UserError(`a shape-only trace does not know the kernel ${missing}: ${withNumbers}`);
}

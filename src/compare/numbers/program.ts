// A trace as a list of kernels that can be run one by one on a backend, from given inputs and weights.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { productTransposed } from '../../nn/product.ts';
import { type Elements, typedArrays } from '../../tensors.ts';
import { readyBackend } from '../../trace/backend/wrappedBackend.ts';
import type { KernelCall, Trace } from '../../trace/trace.ts';
import { elementsFrom, type HostTensor, hostTensor, type ReadableTensor, readableTensor } from './readableTensor.ts';

/** A kernel of a program. */
export interface Step {
  /** Index in `Trace.calls`. */
  readonly call: number;
  readonly kernelCall: KernelCall;
  /** Indices of its inputs in `Trace.values`, lists included. */
  readonly inputs: readonly number[];
  /** Whether it runs inside of an op of nn. */
  readonly inOp: boolean;
}

/** A traced model with the values that its kernels start from. */
export interface Program {
  readonly trace: Trace;
  readonly steps: readonly Step[];
  /** The model's own tensors of its parameters and buffers, by path. */
  readonly weights: ReadonlyMap<string, tf.Tensor>;
  /** The model's inputs, in the order of `trace.inputs`. */
  readonly inputs: readonly tf.Tensor[];
}

/** Lists the kernels of a trace in the order in which they ran. @param inputs in the order of `trace.inputs` */
export function programOf(trace: Trace, weights: Program['weights'], inputs: Program['inputs']): Program {
  const { calls } = trace;
  const steps = kernelOrder(trace).map((call): Step => {
    const kernelCall = calls[call] as KernelCall;
    const inOp = trace.hasOps && calls[kernelCall.parent]?.level === 'op';
    return { call, kernelCall, inputs: Object.values(kernelCall.inputs).flat(), inOp };
  });
  return { trace, steps, weights, inputs };
}

/** Indices in `Trace.calls` of the kernels, in the order in which they ran. */
export const kernelOrder = ({ ran, calls }: Trace): readonly number[] =>
  ran ?? calls.flatMap(({ level }, index) => (level === 'kernel' ? [index] : []));

/** How often each value is read by a program's kernels. */
export function readsOf({ trace, steps }: Program): Int32Array {
  const reads = new Int32Array(trace.values.length);
  for (const { inputs } of steps) for (const value of inputs) reads[value]! += 1;
  return reads;
}

/** Indices of the values that the program's kernels compute. */
export const madeIn = ({ steps }: Program): Set<number> =>
  new Set(steps.flatMap(({ kernelCall }) => kernelCall.outputs));

/** A kernel reads a value that was not recorded: it is not the kernel that failed. */
export class UnknownValue extends UserError {}

/** A value that no kernel computes: a tensor of the model or its input, or the elements of a constant. */
export type Source = tf.Tensor | HostTensor;

/** Finds a model's input, parameter or constant. @throws UnknownValue for another value, and a parameter without values */
export function sourceOf({ trace, weights, inputs }: Program, index: number): Source {
  const { shape, dtype, parameter, constant } = trace.values[index]!;
  const at = trace.inputs.indexOf(index);
  if (at >= 0) return inputs[at]!;
  if (constant !== undefined) return { shape, dtype, values: constant };
  const weight = parameter === undefined ? undefined : weights.get(parameter);
  if (weight === undefined)
    throw new UnknownValue(
      parameter === undefined
        ? 'the model computes with a tensor whose values are not recorded, so its kernels cannot run one by one'
        : `the parameter ${parameter} has no values`,
    );
  return weight;
}

/** Reads a source on the backend that holds it. */
export function readableSource(source: Source): ReadableTensor {
  if (!(source instanceof tf.Tensor)) return readableTensor(source);
  const { registry } = tf.engine();
  const own = backendOf(source);
  const name = Object.keys(registry).find((one) => registry[one] === own);
  if (name !== undefined) return new Runner(name).readable(source);
  // a weight that a pass on shapes made: that backend is no longer registered, and the first reading initializes the tensor
  const { shape, dtype } = source;
  return readableTensor({ shape, dtype, values: source.dataSync() });
}

/** The backend that holds a tensor's elements. */
const backendOf = ({ dataId }: tf.Tensor): tf.KernelBackend | undefined =>
  (tf.engine().state.tensorInfo as WeakMap<object, { readonly backend: tf.KernelBackend }>).get(dataId)?.backend;

/** Backends with a memory of their own: elements are copied to it, and from it. On cpu, tensors share the arrays that are given. */
const copying: ReadonlySet<string> = new Set(['tensorflow', 'wasm']);

/** Kernels that write into their input, on cpu. */
const writing: ReadonlySet<string> = new Set(['TensorScatterUpdate']);

/** Whether a kernel of the program may write into the model's own tensors. */
export const mayWrite = ({ steps }: Program): boolean => steps.some(({ kernelCall }) => writing.has(kernelCall.kernel));

/** The wasm backend, which alone reads a range of elements. */
interface RangeReader extends tf.KernelBackend {
  readSync(dataId: object, start?: number, end?: number): tf.backend_util.TypedArray;
}

/** A backend of tf.js on which kernels run: its name, and its kernels by name. */
export class Runner {
  readonly name: string;
  readonly backend: tf.KernelBackend;

  /** @throws UserError for a backend that is not registered or not ready */
  constructor(name: string) {
    this.name = name;
    this.backend = readyBackend(name);
  }

  /** Runs `body` with the backend active. tf.setBackend would bind every kernel of wasm anew, 1 ms each time. */
  active<T>(body: () => T): T {
    // what tf.setBackend writes, which tf.js declares as its own
    const engine = tf.engine() as unknown as { backendName: string; backendInstance: tf.KernelBackend };
    const { backendName, backendInstance } = engine;
    Object.assign(engine, { backendName: this.name, backendInstance: this.backend });
    try {
      return body();
    } finally {
      Object.assign(engine, { backendName, backendInstance });
    }
  }

  /** Makes a tensor of a source on this backend: one that shares its data if it is there already, or a copy. */
  tensorOf(source: Source, isCopy = false): tf.Tensor {
    if (!(source instanceof tf.Tensor)) return this.upload(source);
    if (isCopy || backendOf(source) !== this.backend) return this.upload(hostTensor(readableSource(source)));
    const { dataId, shape, dtype } = source;
    this.backend.incRef(dataId);
    return tf.engine().makeTensorFromTensorInfo({ dataId, shape, dtype }, this.backend);
  }

  /** Makes a tensor of given elements, which no kernel writes into. */
  upload({ shape, dtype, values }: HostTensor): tf.Tensor {
    return this.active(() => {
      if (dtype === 'complex64') return complexOf(values as ArrayLike<number>, shape);
      if (dtype === 'string') return tf.tensor([...(values as readonly Uint8Array[])], [...shape], dtype);
      const isCopied = copying.has(this.name) && values instanceof typedArrays[dtype];
      const own = isCopied ? values : new typedArrays[dtype](values as ArrayLike<number>);
      return tf.tensor(own, [...shape], dtype);
    });
  }

  /** Whether `fetch` must come before `readable`: webgpu reads synchronously through a canvas, which may lose values. */
  get readsAsync(): boolean {
    return this.name === 'webgpu';
  }

  /** Copies the elements of tensors to where `readable` finds them. */
  async fetch(tensors: readonly tf.Tensor[]): Promise<void> {
    await Promise.all(tensors.map(({ dataId }) => this.backend.read(dataId)));
  }

  /** Reads a tensor of this backend, as long as it is not disposed. */
  readable(tensor: tf.Tensor): ReadableTensor {
    const { shape, dtype, dataId, size } = tensor;
    const isNumeric = dtype !== 'string' && dtype !== 'complex64';
    let whole: Elements | undefined;
    const read = (start: number, end: number): Elements => {
      if (isNumeric && end - start < size && copying.has(this.name)) return this.#part(tensor, start, end);
      whole ??= this.backend.readSync(dataId) as Elements;
      return elementsFrom(whole, start, end);
    };
    return { shape, dtype, read };
  }

  /** Reads some elements of a tensor, on a backend that copies what is read. */
  #part(tensor: tf.Tensor, start: number, end: number): Elements {
    if (this.name === 'wasm') return (this.backend as RangeReader).readSync(tensor.dataId, start, end);
    return this.active(() => {
      const line = tf.reshape(tensor, [tensor.size]);
      const part = tf.slice(line, [start], [end - start]);
      const values = part.dataSync();
      tf.dispose([line, part]);
      return values;
    });
  }

  /**
   * Runs one kernel; the caller disposes the outputs.
   * @throws what the kernel throws, and UserError where the backend has none of this name
   */
  run(
    { kernelCall: { kernel, attributes, inputs: named }, inOp }: Step,
    tensorOf: (value: number) => tf.Tensor,
  ): tf.Tensor[] {
    const found = tf.getKernel(kernel, this.name);
    if (!found) throw new UserError(`the backend ${this.name} has no kernel ${kernel}`);
    const inputs = namedInputs(named, tensorOf);
    const attrs = attributes as tf.NamedAttrMap;
    return this.active(() => {
      tf.engine().startScope('gmlp-viz');
      const kept: tf.Tensor[] = [];
      try {
        const results = joins(kernel, attrs, inputs, inOp)
          ? [productTransposed(inputs.a as tf.Tensor2D, inputs.b as tf.Tensor2D)]
          : [found.kernelFunc({ inputs, attrs, backend: this.backend })].flat();
        for (const info of results) kept.push(this.#own(info, inputs));
        return kept;
      } finally {
        tf.engine().endScope(kept);
      }
    });
  }

  /** The tensor of an output; one of a kernel that returns its input shares the data. */
  #own(info: tf.TensorInfo, inputs: tf.NamedTensorInfoMap): tf.Tensor {
    const isInput = Object.values(inputs).flat().includes(info);
    if (info instanceof tf.Tensor && !isInput) return info;
    if (isInput) this.backend.incRef(info.dataId);
    return tf.engine().makeTensorFromTensorInfo(info, this.backend);
  }
}

/** Whether two steps run the same kernel with the same attributes and names of inputs. */
export function isSameKernel(a: Step, b: Step): boolean {
  const exact = (_: string, value: unknown): unknown => (typeof value === 'number' ? `${value}` : value);
  const text = ({ kernelCall: { kernel, attributes, inputs }, inOp }: Step): string => {
    const names = Object.entries(inputs).map(([name, value]) => [name, typeof value === 'number' ? '' : value.length]);
    return JSON.stringify([kernel, attributes, names, inOp], exact);
  };
  return text(a) === text(b);
}

/** The inputs in the form that the kernel takes: Concat and others take a list, whose names in a record are its indices. */
function namedInputs(named: KernelCall['inputs'], tensorOf: (value: number) => tf.Tensor): tf.NamedTensorInfoMap {
  const entries = Object.entries(named).map(
    ([name, value]) => [name, typeof value === 'number' ? tensorOf(value) : value.map(tensorOf)] as const,
  );
  const isList = entries.length > 0 && entries.every(([name], i) => name === `${i}`);
  // tf.js declares a record, and its kernels of lists read a list
  return (isList
    ? entries.map(([, tensor]) => tensor)
    : Object.fromEntries(entries)) as unknown as tf.NamedTensorInfoMap;
}

/** Whether nn computes the recorded product with kernels of its own choice, see `nn/product.ts`. */
const joins = (kernel: string, attrs: tf.NamedAttrMap, inputs: tf.NamedTensorInfoMap, inOp: boolean): boolean =>
  inOp &&
  kernel === 'BatchMatMul' &&
  attrs.transposeB === true &&
  attrs.transposeA === false &&
  isMatrix(inputs.a) &&
  isMatrix(inputs.b);

const isMatrix = (tensor: tf.TensorInfo | undefined): boolean => tensor?.shape.length === 2;

/** @param values alternating real and imaginary parts */
function complexOf(values: ArrayLike<number>, shape: readonly number[]): tf.Tensor {
  const half = (offset: number): tf.Tensor =>
    tf.tensor(
      Float32Array.from({ length: values.length / 2 }, (_, i) => values[2 * i + offset]!),
      [...shape],
    );
  const [real, imaginary] = [half(0), half(1)];
  const result = tf.complex(real, imaginary);
  real.dispose();
  imaginary.dispose();
  return result;
}

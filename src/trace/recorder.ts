// Keeps the record while a forward pass runs: values by identity, calls in the order entered. In: tensors. Out: a Trace's
// values and calls.
import * as tf from '@tensorflow/tfjs-core';
import { type OpObserver, withOpObserver } from '../nn/op.ts';
import { UserError } from '../userError.ts';
import { type DrawObserver, observeDraws, unobserved } from './draws.ts';
import { constantOf, type KernelReporter, metaTensor, onMetaBackend } from './metaBackend.ts';
import { markMadeUp } from './origins.ts';
import { expectTensors, partsOf } from './outputs.ts';
import { currentPasses } from './passes.ts';
import type { HeldTensors } from './passState.ts';
import type { InputSpec } from './record.ts';
import { onRecordingBackend, onRecordingBackendAsync } from './recordingBackend.ts';
import type { Call, Elements, ModuleCall, Structure, Trace, Value } from './trace.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface Recorder {
  readonly values: readonly Value[];
  readonly calls: readonly Call[];
  /** places of module calls in `calls`, in the order they returned */
  readonly returned: readonly number[];
  /** the place of a parameter with this state-dict path */
  placeParameter(tensor: tf.TensorInfo, path: string): void;
  /** tensors for a model's inputs, and their places; `names` are for those that have none */
  feed(
    inputs: readonly InputSpec[],
    names?: readonly string[],
  ): { readonly tensors: tf.Tensor[]; readonly places: readonly number[] };
  structure(value: unknown): Structure;
  /** what a model gave, and the keys that it stands under. @throws UserError where that holds no tensor */
  outputs(value: unknown): Pick<Trace, 'outputs' | 'outputNames'>;
  enterModule(module: number, inputs: readonly unknown[]): void;
  exitModule(output: unknown): void;
  /** the place of the innermost module call that did not return */
  openModule(): number | undefined;
  /** what the pass did with random numbers that no graph holds, as a verb and its object */
  readonly untraceable?: string | undefined;
  /**
   * Runs `body` on shapes alone, or on the recorder's backend, with its ops and kernels recorded.
   * @param held tensors that the model holds from call to call
   */
  watch<T>(body: () => T, held?: HeldTensors): T;
}

/** A recorder that can wait. */
export interface AsyncRecorder extends Recorder {
  /** as `watch`, on the recorder's backend, for a body that waits; only kernels are recorded */
  watchAsync<T>(body: () => Promise<T>): Promise<T>;
}

export interface RecorderOptions {
  /** the path of a tensor that is a parameter of the model, first seen during the pass */
  readonly parameterOf?: (tensor: tf.TensorInfo) => string | undefined;
  /** a backend of tf.js that computes; without it shapes alone */
  readonly backend?: string | undefined;
}

/** How a forward pass is watched: as a record, or by the clock. */
export type MakeRecorder = (options: RecorderOptions) => Recorder;

export function createRecorder({ parameterOf = () => undefined, backend }: RecorderOptions = {}): AsyncRecorder {
  const values: Writable<Value>[] = [];
  // by place in `values`, while the pass runs
  const tensors: tf.TensorInfo[] = [];
  const calls: Writable<Call>[] = [];
  const returned: number[] = [];
  const open: number[] = [];
  const places = new WeakMap<object, number>();
  let observer: DrawObserver | undefined;

  const add = (tensor: tf.TensorInfo, about: Omit<Value, 'shape' | 'dtype'>): number => {
    places.set(tensor, values.length);
    tensors.push(tensor);
    values.push({ shape: [...tensor.shape], dtype: tensor.dtype, ...about });
    return values.length - 1;
  };
  // at first sight what no kernel gave is a parameter, or made from numbers
  const placeOf = (tensor: tf.TensorInfo): number => {
    const known = places.get(tensor);
    if (known !== undefined) return known;
    currentPasses()?.addUse(tensor);
    const parameter = parameterOf(tensor);
    if (parameter !== undefined) return add(tensor, { parameter });
    const numbers = unobserved(() => constantOf(tensor));
    if (numbers === undefined) return add(tensor, {});
    const drawn = observer?.drawOf(tensor);
    return add(tensor, { constant: numbers.slice() as Elements, ...(drawn && { drawn }) });
  };
  const placeResult = (tensor: tf.TensorInfo): number => places.get(tensor) ?? add(tensor, {});
  const structure = (value: unknown, outer: readonly unknown[] = []): Structure =>
    value instanceof tf.Tensor
      ? placeOf(value)
      : partsOf(value, outer).map(([, part]) => structure(part, [...outer, value]));
  const enter = (call: Omit<Call, 'parent'>): void => {
    calls.push({ ...call, parent: open.at(-1) ?? -1 } as Call);
    open.push(calls.length - 1);
  };
  const exit = (outputs: Structure, outputKind?: ModuleCall['outputKind']): void => {
    const place = open.pop()!;
    Object.assign(calls[place]!, { outputs }, outputKind && { outputKind });
    if (calls[place]!.level === 'module') returned.push(place);
  };
  const markFreed = (): void => {
    for (const [place, tensor] of tensors.entries())
      if (tensor instanceof tf.Tensor && tensor.isDisposed) values[place]!.freed = true;
    tensors.length = 0;
  };
  // what reads the variable from now on reads what it was given
  const onAssign = (variable: tf.Variable, value: tf.Tensor): void => void places.set(variable, placeOf(value));
  const report: KernelReporter = (kernel, kernelInputs, attributes, outputs) => {
    const inputs = Object.entries(kernelInputs).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((t: tf.TensorInfo) => placeOf(t)) : placeOf(value as tf.TensorInfo),
    ]);
    const given = Object.values(kernelInputs).flat() as tf.TensorInfo[];
    const settings = observer?.kernel(kernel, given, outputs, attributes) ?? attributes;
    const call = { level: 'kernel', kernel, attributes: { ...settings }, inputs: Object.fromEntries(inputs) };
    enter({ ...call, outputs: [] } as never);
    exit(outputs.map(placeResult));
  };
  return {
    values,
    calls: calls as readonly Call[],
    returned,
    placeParameter: (tensor, parameter) => void add(tensor, { parameter }),
    feed(inputs, names = []) {
      const fed = inputs.map(backend === undefined ? shapeOf : fedTensor);
      for (const [i, tensor] of fed.entries()) if (tensor !== inputs[i]) markMadeUp(tensor);
      currentPasses()?.addInputs(fed);
      const placed = fed.map((tensor, i) => {
        const name = inputs[i]!.name ?? names[i];
        return add(tensor, name === undefined ? {} : { name });
      });
      return { tensors: fed, places: placed };
    },
    structure: (value) => structure(value),
    outputs(value) {
      expectTensors(value);
      const outputNames = keysOf(value);
      return { outputs: structure(value), ...(outputNames.some((name) => name !== undefined) && { outputNames }) };
    },
    enterModule: (module, inputs) =>
      enter({ level: 'module', module, inputs: inputs.map((input) => structure(input)), outputs: [] } as never),
    get untraceable() {
      return observer?.untraceable;
    },
    openModule: () => open.findLast((place) => calls[place]!.level === 'module'),
    exitModule: (output) => exit(structure(expectSynchronous(output)), kindOf(output)),
    watch(body, held) {
      const ofOps: OpObserver = {
        enter: (op, tensors) => enter({ level: 'op', op, inputs: tensors.map(placeOf), outputs: [] } as never),
        exit: (tensors) => exit(tensors.map(placeOf)),
      };
      const observed = () =>
        observeDraws((ofDraws) => {
          observer = ofDraws;
          return withOpObserver(ofOps, () => {
            const result = body();
            markFreed();
            return result;
          });
        });
      const state = { onAssign, held };
      return backend === undefined
        ? onMetaBackend(report, observed, state)
        : onRecordingBackend(backend, report, observed, state);
    },
    watchAsync(body) {
      const observed = async () => {
        const result = await body();
        markFreed();
        return result;
      };
      return onRecordingBackendAsync(backend!, report, observed, { onAssign });
    },
  };
}

/** Of each tensor in `value`, in the order of `structure`: `logits`, `states_0`, `states_1`. */
function keysOf(value: unknown, outer?: string): (string | undefined)[] {
  if (value instanceof tf.Tensor) return [outer];
  const below = (key: string, one: unknown) => keysOf(one, outer === undefined ? key : `${outer}_${key}`);
  if (Array.isArray(value)) return value.flatMap((one, i) => (outer === undefined ? keysOf(one) : below(`${i}`, one)));
  return partsOf(value, []).flatMap(([key, one]) => below(key, one));
}

const shapeOf = ({ shape, dtype = 'float32' }: InputSpec): tf.Tensor => metaTensor(shape, dtype);
const seed = 0;

/** What a model is fed on a backend that computes; 0 is a word of every vocabulary. */
export function fedTensor(input: InputSpec): tf.Tensor {
  if (input instanceof tf.Tensor) return input;
  const { shape, dtype = 'float32' } = input;
  if (dtype === 'float32') return tf.randomUniform([...shape], 0, 1, dtype, seed);
  // neither runs a kernel, which would be the model's
  if (dtype !== 'string') return tf.zeros([...shape], dtype);
  return tf.tensor(new Array<string>(tf.util.sizeFromShape([...shape])).fill(''), [...shape], dtype);
}

function expectSynchronous(output: unknown): unknown {
  if (!(output instanceof Promise)) return output;
  // nobody else waits for it
  output.catch(() => undefined);
  throw new UserError('it gives a promise, and only what runs synchronously can be traced');
}

function kindOf(output: unknown): ModuleCall['outputKind'] {
  if (output instanceof tf.Tensor || Array.isArray(output)) return undefined;
  return output !== null && typeof output === 'object' ? 'object' : 'nothing';
}

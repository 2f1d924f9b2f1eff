// Keeps the record while a forward pass runs: values by identity, calls in the order entered. In: tensors. Out: a Trace's
// values and calls.
import * as tf from '@tensorflow/tfjs-core';
import { withOpObserver } from '../nn/op.ts';
import { constantOf, onMetaBackend } from './metaBackend.ts';
import type { Call, ModuleCall, Structure, Value } from './trace.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface Recorder {
  readonly values: readonly Value[];
  readonly calls: readonly Call[];
  /** places of module calls in `calls`, in the order they returned */
  readonly returned: readonly number[];
  /** the place of a tensor, a new one at first sight; `parameter` is the state-dict path of one that is a parameter */
  placeOf(tensor: tf.TensorInfo, parameter?: string): number;
  structure(value: unknown): Structure;
  enterModule(module: number, inputs: readonly unknown[]): void;
  exitModule(output: unknown): void;
  /** the place of the innermost module call that did not return */
  openModule(): number | undefined;
  /** runs `body` on shapes alone with its ops and kernels recorded */
  watch<T>(body: () => T): T;
}

/** @param parameterOf the path of a tensor that is a parameter of the model, first seen during the pass */
export function createRecorder(parameterOf: (tensor: tf.TensorInfo) => string | undefined = () => undefined): Recorder {
  const values: Writable<Value>[] = [];
  // by place in `values`, while the pass runs
  const tensors: tf.TensorInfo[] = [];
  const calls: Writable<Call>[] = [];
  const returned: number[] = [];
  const open: number[] = [];
  const places = new WeakMap<object, number>();

  const placeOf = (tensor: tf.TensorInfo, parameter = parameterOf(tensor)): number => {
    const known = places.get(tensor);
    if (known !== undefined) return known;
    places.set(tensor, values.length);
    tensors.push(tensor);
    const numbers = parameter === undefined ? constantOf(tensor) : undefined;
    values.push({
      shape: [...tensor.shape],
      dtype: tensor.dtype,
      ...(parameter === undefined ? {} : { parameter }),
      ...(numbers === undefined ? {} : { constant: Array.from(numbers as ArrayLike<number>) }),
    });
    return values.length - 1;
  };
  const structure = (value: unknown): Structure => {
    if (value instanceof tf.Tensor) return placeOf(value);
    if (Array.isArray(value)) return value.map(structure);
    return value !== null && typeof value === 'object' ? Object.values(value).map(structure) : [];
  };
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
  return {
    values,
    calls: calls as readonly Call[],
    returned,
    placeOf,
    structure,
    enterModule: (module, inputs) =>
      enter({ level: 'module', module, inputs: inputs.map(structure), outputs: [] } as never),
    openModule: () => open.findLast((place) => calls[place]!.level === 'module'),
    exitModule: (output) => exit(structure(output), kindOf(output)),
    watch: (body) =>
      onMetaBackend(
        (kernel, kernelInputs, attributes, outputs) => {
          const inputs = Object.entries(kernelInputs).map(([key, value]) => [
            key,
            Array.isArray(value) ? value.map((t: tf.TensorInfo) => placeOf(t)) : placeOf(value as tf.TensorInfo),
          ]);
          const call = { level: 'kernel', kernel, attributes: { ...attributes }, inputs: Object.fromEntries(inputs) };
          enter({ ...call, outputs: [] } as never);
          exit(outputs.map((t) => placeOf(t)));
        },
        () =>
          withOpObserver(
            {
              enter: (op, tensors) =>
                enter({ level: 'op', op, inputs: tensors.map((t) => placeOf(t)), outputs: [] } as never),
              exit: (tensors) => exit(tensors.map((t) => placeOf(t))),
            },
            () => {
              const result = body();
              markFreed();
              return result;
            },
          ),
      ),
  };
}

function kindOf(output: unknown): ModuleCall['outputKind'] {
  if (output instanceof tf.Tensor || Array.isArray(output)) return undefined;
  return output !== null && typeof output === 'object' ? 'object' : 'nothing';
}

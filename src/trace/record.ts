// Watches one forward pass of a Module without numbers. In: a module and its inputs' shapes. Out: a Trace.
import * as tf from '@tensorflow/tfjs-core';
import { Conv1d } from '../nn/layers/conv1d.ts';
import { Conv2d } from '../nn/layers/conv2d.ts';
import { ModuleList } from '../nn/layers/moduleList.ts';
import { Sequential } from '../nn/layers/sequential.ts';
import type { AnyModule } from '../nn/module.ts';
import { withOpObserver } from '../nn/op.ts';
import { Buffer, type Parameter, withStandIns } from '../nn/parameter.ts';
import { constantOf, metaTensor, onMetaBackend } from './metaBackend.ts';
import type { Call, Dtype, ModuleCall, ModuleInfo, ParameterInfo, Structure, Trace, Value } from './trace.ts';

export interface InputSpec {
  /** with the batch: [batch, ...] */
  readonly shape: readonly number[];
  readonly dtype?: Dtype;
}

/**
 * Runs `model` once on shapes alone, in evaluation mode. Afterwards the model, its training flags, tf.js's backend and
 * its tensors are as before.
 * @throws UserError for a kernel that has no shape function, and whatever the model throws.
 */
export function trace(model: AnyModule, inputs: readonly InputSpec[]): Trace {
  const named = [...model.namedModules()];
  const index = new Map(named.map(([, module], i) => [module, i]));
  const paths = new Map([...model.stateDict()].map(([path, parameter]) => [parameter, path]));
  const values: Value[] = [];
  const calls: Writable<Call>[] = [];
  const returned: number[] = [];
  const open: number[] = [];
  const places = new WeakMap<object, number>();

  const placeOf = (tensor: tf.TensorInfo, parameter?: string): number => {
    const known = places.get(tensor);
    if (known !== undefined) return known;
    places.set(tensor, values.length);
    const numbers = constantOf(tensor);
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

  const standIns = new Map<Parameter, tf.Tensor>();
  const standIn = (parameter: Parameter): tf.Tensor => {
    let tensor = standIns.get(parameter);
    if (!tensor) {
      tensor = metaTensor(parameter.shape, parameter.dtype);
      placeOf(tensor, paths.get(parameter));
      standIns.set(parameter, tensor);
    }
    return tensor;
  };

  const run = (): { inputs: number[]; outputs: Structure } => {
    const tensors = inputs.map(({ shape, dtype = 'float32' }) => metaTensor(shape, dtype));
    const places = tensors.map((tensor) => placeOf(tensor));
    return { inputs: places, outputs: structure(model.apply(...tensors)) };
  };
  const removers = named.flatMap(([, module]) => [
    module.registerForwardPreHook((called, args) =>
      enter({ level: 'module', module: index.get(called)!, inputs: args.map(structure), outputs: [] } as never),
    ),
    module.registerForwardHook((_, __, output) => exit(structure(output), kindOf(output))),
  ]);
  const training = named.map(([, module]) => module.training);
  try {
    model.eval();
    const ends = onMetaBackend(
      (kernel, kernelInputs, attributes, outputs) => {
        const places = Object.entries(kernelInputs).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.map((t: tf.TensorInfo) => placeOf(t)) : placeOf(value as tf.TensorInfo),
        ]);
        const call = { level: 'kernel', kernel, attributes: { ...attributes }, inputs: Object.fromEntries(places) };
        enter({ ...call, outputs: [] } as never);
        exit(outputs.map((t) => placeOf(t)));
      },
      () =>
        withStandIns(standIn, () =>
          withOpObserver(
            {
              enter: (op, tensors) =>
                enter({ level: 'op', op, inputs: tensors.map((t) => placeOf(t)), outputs: [] } as never),
              exit: (tensors) => exit(tensors.map((t) => placeOf(t))),
            },
            run,
          ),
        ),
    );
    return { modules: describe(named, index), values, calls: calls as Call[], returned, ...ends };
  } finally {
    for (const remove of removers) remove();
    for (const [i, [, module]] of named.entries()) module.training = training[i]!;
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function kindOf(output: unknown): ModuleCall['outputKind'] {
  if (output instanceof tf.Tensor || Array.isArray(output)) return undefined;
  return output !== null && typeof output === 'object' ? 'object' : 'nothing';
}

/** The modules of a model that is not run. */
export function modulesOf(model: AnyModule): ModuleInfo[] {
  const named = [...model.namedModules()];
  return describe(named, new Map(named.map(([, module], i) => [module, i])));
}

function describe(named: readonly [string, AnyModule][], index: ReadonlyMap<AnyModule, number>): ModuleInfo[] {
  const seen = new Map<Parameter, string>();
  return named.map(([path, module]) => ({
    path,
    type: module.constructor.name,
    container: module instanceof Sequential ? 'sequential' : module instanceof ModuleList ? 'list' : undefined,
    children: [...module.namedChildren()].map(([, child]) => index.get(child)!),
    entries: [...module.namedEntries()].map(([name, child]) => [name, index.get(child)!] as const),
    ...kernelSizeOf(module),
    parameters: [...module.ownState()].map(([name, parameter]) => {
      const first = seen.get(parameter);
      if (first === undefined) seen.set(parameter, path === '' ? name : `${path}.${name}`);
      return describeParameter(name, parameter, first);
    }),
  }));
}

function describeParameter(name: string, parameter: Parameter, first: string | undefined): ParameterInfo {
  return {
    name,
    shape: parameter.shape,
    size: parameter.size,
    requiresGrad: parameter.requiresGrad,
    buffer: parameter instanceof Buffer,
    dtype: parameter.dtype,
    ...(first === undefined ? {} : { sharedWith: first }),
  };
}

// a layer's own word, else the trailing axes of a convolution's weight
function kernelSizeOf(module: AnyModule): Pick<ModuleInfo, 'kernelSize'> {
  if ('kernelSize' in module) {
    const size = module.kernelSize;
    if (typeof size === 'number' || Array.isArray(size)) return { kernelSize: size };
  }
  const convolves = module instanceof Conv1d || module instanceof Conv2d;
  return convolves ? { kernelSize: module.weight.shape.slice(2) } : {};
}

// Watches one forward pass of a Module without numbers. In: a module and its inputs' shapes. Out: a Trace.
import * as tf from '@tensorflow/tfjs-core';
import { joinPath } from '../names/modulePath.ts';
import type { AnyModule } from '../nn/module.ts';
import { type Parameter, withStandIns } from '../nn/parameter.ts';
import { UserError } from '../userError.ts';
import { onComputingBackend } from './computingBackend.ts';
import { expectNoPass } from './engine.ts';
import { watched } from './failure.ts';
import { traceFunction } from './function.ts';
import { traceGraphModel, traceGraphModelAsync } from './graphModel.ts';
import { type GraphModelLike, isGraphModel } from './graphTopology.ts';
import { recordAcross } from './heldAcross.ts';
import { holdAllTensors } from './heldTensors.ts';
import { mayHoldTensors } from './holding.ts';
import { isLayersModel, type LayersModelLike } from './layers.ts';
import { traceLayersModel } from './layersModel.ts';
import { metaTensor } from './metaBackend.ts';
import { countUndrawn } from './numbers.ts';
import { markStandIn } from './origins.ts';
import { createRecorder, type MakeRecorder } from './recorder.ts';
import { type Settings, settingsOf } from './settings.ts';
import type { Dtype, ModuleInfo, ParameterInfo, Trace } from './trace.ts';

export interface InputSpec {
  /** of its node in a graph */
  readonly name?: string;
  /** with the batch: [batch, ...] */
  readonly shape: readonly number[];
  readonly dtype?: Dtype;
}

/** Any function of tensors: a model without modules. */
export type TensorFunction = (...inputs: tf.Tensor[]) => unknown;
export type Traceable = Watchable | GraphModelLike;
/** What tf.js runs in one piece, call for call. */
export type Watchable = AnyModule | LayersModelLike | TensorFunction;

export interface TraceOptions {
  /**
   * The backend of tf.js, one that is registered and ready, on which the model computes: for one whose shapes depend on
   * numbers. Inputs that are no tensors are uniform in [0, 1), or zeros if they are not float32. Without it nothing is
   * computed.
   */
  readonly backend?: string | undefined;
}

/**
 * Runs `model` once, on shapes alone unless a backend is named, in evaluation mode; a second time if it makes variables at
 * its first call, which no later call makes, or has code of its own: layers of this package and of tf.layers have none, and
 * a class says so by `isStateless`. Afterwards the model, its training flags, its variables and tensors, tf.js's backend and
 * its tensors are as before, except that a backend has drawn the parameters of a Module, and that variables and tensors which
 * the model made once stay, with their first values. Numbers of JavaScript, such as a count of calls, are not put back.
 *
 * A model that replaces a tensor of its own at each call, `sum = tf.add(sum, x)`, is refused: where only its code can reach
 * the tensor, in a closure or a private field, the former numbers are put back into the one that it holds now. Where there
 * was none before the trace, its first, they cannot be, and the model is to be made anew; of a GraphModel such tensors are
 * not looked for.
 * @throws ForwardError for a kernel that has no shape function, and whatever else a module throws
 * @throws UserError for a backend that is not registered or not ready, for a model whose state cannot be put back, and
 * inside of another trace
 */
export function trace(model: Traceable, inputs: readonly InputSpec[], options: TraceOptions = {}): Trace {
  expectNoPass();
  if (typeof model !== 'function' && isGraphModel(model)) return traceGraphModel(model, inputs, options);
  const run = (): Trace => watch(model, inputs, options, createRecorder);
  if (mayHoldTensors(model)) return recordAcross(run, drawnBy(model, options));
  const { state } = tf.engine();
  const tensors = state.numTensors + drawnBy(model, options);
  const traced = run();
  return state.numTensors > tensors ? secondPass(run, traced) : traced;
}

/** Later passes find what the model made in its first one, variables or layers; a model that runs but once has no other. */
function secondPass(run: () => Trace, first: Trace): Trace {
  try {
    return run();
  } catch {
    return first;
  }
}

/** How many parameters a pass draws beforehand. */
const drawnBy = (model: Watchable, { backend }: TraceOptions): number =>
  backend === undefined || typeof model === 'function' || isLayersModel(model) ? 0 : countUndrawn(model);

/** As `trace`, with a recorder that keeps what it likes. */
export function watch(
  model: Watchable,
  inputs: readonly InputSpec[],
  options: TraceOptions,
  make: MakeRecorder,
): Trace {
  if (typeof model === 'function') return traceFunction(model, inputs, options, make);
  return isLayersModel(model)
    ? traceLayersModel(model, inputs, options, make)
    : traceModule(model, inputs, options, make);
}

/**
 * As `trace`, also for a tf.GraphModel that its loops, branches or tables let run only asynchronously, on the backend
 * that is named. Nothing else may run on tf.js meanwhile.
 * @throws what `trace` throws
 */
export async function traceAsync(
  model: Traceable,
  inputs: readonly InputSpec[],
  options: TraceOptions = {},
): Promise<Trace> {
  expectNoPass();
  return typeof model !== 'function' && isGraphModel(model)
    ? traceGraphModelAsync(model, inputs, options)
    : trace(model, inputs, options);
}

function traceModule(
  model: AnyModule,
  inputs: readonly InputSpec[],
  { backend }: TraceOptions,
  make: MakeRecorder,
): Trace {
  const named = [...model.namedModules()];
  const index = new Map(named.map(([, module], i) => [module, i]));
  const paths = parameterPaths(named);
  const recorder = make({ backend });
  const standIns = new Map<Parameter, tf.Tensor>();
  const standIn = (parameter: Parameter): tf.Tensor => {
    const known = standIns.get(parameter);
    if (known) return known;
    const made = backend === undefined ? declaredVariable(parameter) : realValue(parameter);
    // the model may make a parameter at its first call
    if (!paths.has(parameter)) for (const [path, one] of model.stateDict()) paths.set(one, path);
    const path = paths.get(parameter);
    if (path !== undefined) recorder.placeParameter(made, path);
    standIns.set(parameter, made);
    return made;
  };

  const run = () => {
    const { tensors, places } = recorder.feed(inputs);
    return { inputs: places, ...recorder.outputs(model.apply(...tensors)) };
  };
  const removers = named.flatMap(([, module]) => [
    module.registerForwardPreHook((called, args) => recorder.enterModule(index.get(called)!, args)),
    module.registerForwardHook((_, __, output) => recorder.exitModule(output)),
  ]);
  // before the pass, whose record their kernels would be part of
  if (backend !== undefined) for (const parameter of paths.keys()) parameter.value;
  const held = holdAllTensors(named.map(([, module]) => module));
  const training = named.map(([, module]) => module.training);
  try {
    model.eval();
    return watched(
      recorder,
      'module',
      () => describe(named, index),
      () => withStandIns(standIn, run),
      held,
    );
  } finally {
    held.putBack();
    for (const remove of removers) remove();
    if (backend === undefined) tf.dispose([...standIns.values()]);
    for (const [i, [, module]] of named.entries()) module.training = training[i]!;
  }
}

/** The numbers of a parameter, also while stand-ins are in their place. */
const realValue = (parameter: Parameter): tf.Tensor =>
  withStandIns(undefined, () => onComputingBackend(() => parameter.value));

/** A variable without numbers that stands for a parameter, which the model may assign to. */
function declaredVariable(parameter: Parameter): tf.Tensor {
  const { shape, dtype, requiresGrad } = parameter;
  const tensor = metaTensor(shape, dtype);
  markStandIn(tensor, () => realValue(parameter));
  declaredVariables += 1;
  // a name of its own, since tf.js counts those that it gives
  const variable = tf.variable(tensor, requiresGrad, `gmlp-viz-parameter-${declaredVariables}`);
  tensor.dispose();
  return variable;
}
let declaredVariables = 0;

/** The first path of each parameter and buffer. */
function parameterPaths(named: readonly [string, AnyModule][]): Map<Parameter, string> {
  const paths = new Map<Parameter, string>();
  for (const [path, module] of named)
    for (const [name, parameter] of module.ownState())
      if (!paths.has(parameter)) paths.set(parameter, joinPath(path, name));
  return paths;
}

/** The modules of a model that is not run. */
export function modulesOf(model: Traceable): ModuleInfo[] {
  if (typeof model === 'function' || isLayersModel(model) || isGraphModel(model))
    throw new UserError('only a Module can be tabulated without an input');
  const named = [...model.namedModules()];
  return describe(named, new Map(named.map(([, module], i) => [module, i])));
}

function describe(named: readonly [string, AnyModule][], index: ReadonlyMap<AnyModule, number>): ModuleInfo[] {
  const seen = new Map<Parameter, string>();
  return named.map(([path, module]) => ({
    path,
    // a property may be called `constructor`
    type: Object.getPrototypeOf(module).constructor.name,
    container: module.container,
    children: [...module.namedChildren()].flatMap(([, child]) => index.get(child) ?? []),
    entries: [...module.namedEntries()].flatMap(([name, child]) => {
      const place = index.get(child);
      return place === undefined ? [] : [[name, place] as const];
    }),
    ...kernelSizeOf(module),
    ...moduleSettings(module),
    parameters: [...module.ownState()].map(([name, parameter]) => {
      const first = seen.get(parameter);
      if (first === undefined) seen.set(parameter, joinPath(path, name));
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
    buffer: parameter.isBuffer,
    dtype: parameter.dtype,
    ...(first === undefined ? {} : { sharedWith: first }),
  };
}

// the layer's own word
function kernelSizeOf(module: AnyModule): Pick<ModuleInfo, 'kernelSize'> {
  if (!('kernelSize' in module)) return {};
  const size = module.kernelSize;
  return typeof size === 'number' || Array.isArray(size) ? { kernelSize: size } : {};
}

// a module's own words, which those of another copy of this package may lack
function moduleSettings(module: AnyModule): { readonly settings?: Settings } {
  const { layerSettings } = module as Partial<AnyModule>;
  const settings = typeof layerSettings === 'function' ? settingsOf(layerSettings.call(module)) : {};
  return Object.keys(settings).length === 0 ? {} : { settings };
}

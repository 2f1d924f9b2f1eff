// A Module of gmlp-viz/nn: its modules, ops and kernels, and stand-ins for its parameters on shapes.
import * as tf from '@tensorflow/tfjs-core';
import { joinPath } from '../../names/modulePath.ts';
import type { AnyModule } from '../../nn/module.ts';
import { type Parameter, withStandIns } from '../../nn/parameter.ts';
import type { DeclaredParameter } from '../../nn/shared.ts';
import type { ModelAdapter, Pass, TraceOptions } from '../adapter.ts';
import { onComputingBackend } from '../backend/computingBackend.ts';
import { shapeTensor } from '../backend/shapeBackend.ts';
import type { InputSpec, OpenInput } from '../inputs.ts';
import { failing } from '../observer.ts';
import { Recorder } from '../recorder.ts';
import { recordPass } from '../recordPass.ts';
import { replaceMethod } from '../replaceMethod.ts';
import { type Settings, settingsOf } from '../settings.ts';
import { HeldProperties } from '../state/heldProperties.ts';
import { markStandIn } from '../state/origins.ts';
import type { ModuleInfo, ParameterInfo, Trace } from '../trace.ts';
import { steadyTrace } from './steadyTrace.ts';

/** Whether a value is a Module, of this copy of the package or of another one. */
export function isModule(value: unknown): value is AnyModule {
  if (typeof value !== 'object' || value === null) return false;
  return ['forward', 'apply', 'namedModules', 'stateDict'].every(
    (method) => typeof Reflect.get(value, method) === 'function',
  );
}

/** The adapter of a Module; undefined for any other value. */
export function moduleAdapter(model: unknown): ModelAdapter | undefined {
  if (!isModule(model)) return undefined;
  return {
    kind: 'module',
    hasOps: true,
    hasGraph: false,
    keepsStates: false,
    get inputs() {
      return declaredInputs(model);
    },
    waitsFor: undefined,
    get modules() {
      return describeModules([...model.namedModules()]);
    },
    fit: (inputs) => inputs,
    trace: (inputs, options) =>
      steadyTrace(() => traceModule(model, inputs, options), {
        runsUserCode: [...model.namedModules()].some(([, module]) => !isStateless(module.constructor)),
        expectedTensors: options.backend === undefined ? 0 : undrawnCount(model),
      }),
    forward: (inputs, pass) => runModule(model, inputs, pass),
    weightTensors: () => new Map([...model.stateDict()].map(([path, parameter]) => [path, parameter.value])),
    undrawnCount: () => undrawnCount(model),
  };
}

// a module of another copy of this package may have no `declaredInputs`
function declaredInputs(model: AnyModule): readonly OpenInput[] | undefined {
  const { declaredInputs: declared } = model as Partial<AnyModule>;
  if (typeof declared !== 'function') return undefined;
  return declared.call(model)?.map((input) => ({ ...input, dtype: input.dtype ?? 'float32' }));
}

// subclasses of a stateless class may hold tensors
const isStateless = (type: object): boolean =>
  Object.hasOwn(type, 'isStateless') && Reflect.get(type, 'isStateless') === true;

// another copy of this package may have no `isFilled`
const undrawnCount = (model: AnyModule): number =>
  new Set([...model.stateDict().values()].filter(({ isFilled }) => isFilled === false)).size;

function traceModule(model: AnyModule, inputs: readonly InputSpec[], { backend }: TraceOptions): Trace {
  const named = [...model.namedModules()];
  const paths = parameterPaths(named);
  const recorder = new Recorder({ backend });
  const standIns = new Map<DeclaredParameter, tf.Tensor>();
  const standIn = (parameter: DeclaredParameter): tf.Tensor => {
    const known = standIns.get(parameter);
    if (known) return known;
    const made = backend === undefined ? declaredVariable(parameter) : realValue(parameter);
    // the model may make a parameter at its first call
    if (!paths.has(parameter)) for (const [path, one] of model.stateDict()) paths.set(one, path);
    const path = paths.get(parameter);
    if (path !== undefined) recorder.addParameter(made, path);
    standIns.set(parameter, made);
    return made;
  };
  // before the pass, whose record their kernels would be part of
  if (backend !== undefined) for (const parameter of paths.keys()) parameter.value;
  const run = (pass: Pass) => {
    const { tensors, indices } = recorder.feed(inputs);
    return { inputs: indices, ...recorder.outputs(runModule(model, tensors, pass)) };
  };
  try {
    return recordPass(
      recorder,
      { trainable: true, hasOps: true },
      () => describeModules(named),
      (pass) => withStandIns(standIn, () => run(pass)),
    );
  } finally {
    if (backend === undefined) tf.dispose([...standIns.values()]);
  }
}

function runModule(model: AnyModule, inputs: readonly tf.Tensor[], { observer, hold, call }: Pass): unknown {
  const modules = [...model.namedModules()].map(([, module]) => module);
  const training = modules.map((module) => module.training);
  hold(new HeldProperties(modules));
  const removers = observer ? observeModules(modules, observer) : [];
  try {
    model.eval();
    return call(() => model.apply(...inputs));
  } finally {
    for (const remove of removers) remove();
    for (const [i, module] of modules.entries()) module.training = training[i]!;
  }
}

/** @returns functions that remove the hooks */
function observeModules(modules: readonly AnyModule[], observer: NonNullable<Pass['observer']>): (() => void)[] {
  const index = new Map(modules.map((module, i) => [module, i]));
  return modules.flatMap((module) => [
    module.registerForwardPreHook((called, args) => observer.enterModule(index.get(called)!, args)),
    replaceMethod(module, 'forward', (forward, args) => failing(observer, () => forward(...args))),
    module.registerForwardHook((_, __, output) => observer.exitModule(output)),
  ]);
}

/** The parameter's own value, also while stand-ins replace it. */
const realValue = (parameter: DeclaredParameter): tf.Tensor =>
  withStandIns(undefined, () => onComputingBackend(() => parameter.value));

/** A variable without values that stands for a parameter; the model may assign to it. */
function declaredVariable(parameter: DeclaredParameter): tf.Tensor {
  const { shape, dtype, requiresGrad } = parameter;
  const tensor = shapeTensor(shape, dtype);
  markStandIn(tensor, () => realValue(parameter));
  declaredVariables += 1;
  // a name of its own, since tf.js counts those that it gives
  const variable = tf.variable(tensor, requiresGrad, `gmlp-viz-parameter-${declaredVariables}`);
  tensor.dispose();
  return variable;
}
let declaredVariables = 0;

/** The first path of each parameter and buffer. */
function parameterPaths(named: readonly (readonly [string, AnyModule])[]): Map<DeclaredParameter, string> {
  const paths = new Map<DeclaredParameter, string>();
  for (const [path, module] of named)
    for (const [name, parameter] of module.ownState())
      if (!paths.has(parameter)) paths.set(parameter, joinPath(path, name));
  return paths;
}

function describeModules(named: readonly (readonly [string, AnyModule])[]): ModuleInfo[] {
  const index = new Map(named.map(([, module], i) => [module, i]));
  const seen = new Map<Parameter, string>();
  return named.map(([path, module]) => ({
    path,
    // a property may be called `constructor`
    type: Object.getPrototypeOf(module).constructor.name,
    container: module.container,
    children: [...module.namedChildren()].flatMap(([, child]) => index.get(child) ?? []),
    entries: [...module.namedEntries()].flatMap(([name, child]) => {
      const childIndex = index.get(child);
      return childIndex === undefined ? [] : [[name, childIndex] as const];
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

function kernelSizeOf(module: AnyModule): Pick<ModuleInfo, 'kernelSize'> {
  if (!('kernelSize' in module)) return {};
  const size = module.kernelSize;
  return typeof size === 'number' || Array.isArray(size) ? { kernelSize: size } : {};
}

// a module of another copy of this package may have no `layerSettings`
function moduleSettings(module: AnyModule): { readonly settings?: Settings } {
  const { layerSettings } = module as Partial<AnyModule>;
  const settings = typeof layerSettings === 'function' ? settingsOf(layerSettings.call(module)) : {};
  return Object.keys(settings).length === 0 ? {} : { settings };
}

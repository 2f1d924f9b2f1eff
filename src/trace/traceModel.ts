// The doors of a trace: one forward pass of any model, recorded.
import { UserError } from '../errors.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import type { ModelAdapter, TraceOptions } from './adapter.ts';
import { adapterOf } from './adapters.ts';
import { type Awaitable, synchronous } from './awaitable.ts';
import { expectNoPass } from './backend/engine.ts';
import { type InputSpec, type ModelInputs, splitArguments } from './inputs.ts';
import { specsOf } from './joinInputs.ts';
import type { ModuleInfo, Trace } from './trace.ts';
import type { Traceable } from './traceable.ts';

const optionNames: OptionNames<TraceOptions> = { backend: true };

/**
 * Records one forward pass of `model` in evaluation mode, on shapes alone unless a backend is named. The model is called
 * again if its first call makes variables, or if it has code of its own: layers of this package and of tf.layers have none,
 * and a class declares the same by `isStateless`.
 *
 * Afterwards the model and tf.js are as before, with three exceptions: a backend has initialized the parameters of a Module;
 * variables and tensors that the model makes once stay, with their first values; JavaScript values keep what the calls wrote,
 * except numbers, strings and booleans in properties of a Module, layer or function, in lists, plain objects, Maps, Sets,
 * typed arrays and dates there too, which are put back unless the call made variables or other objects. `isUnsteady` tells of
 * a model that computes with other numbers at each call.
 *
 * A model that replaces a tensor of its own at each call, `sum = tf.add(sum, x)`, is refused. If only its code can reach the
 * tensor (a closure, a private field), the tensor that it now holds gets the values from before the trace; if there was none
 * before, make the model anew. Such tensors of a GraphModel are not detected.
 * @param inputs in any form of `ModelInputs`, with the batch; may be left out where the model knows them, whose batch is then 1
 * @throws ForwardError for what a module throws, such as a kernel that has no shape function
 * @throws UserError for inputs that nobody knows or that are not the model's, for a backend that is not registered or not
 * ready, for a model whose state cannot be put back, for a model that runs only asynchronously on the backend, and inside of
 * another trace
 * @example
 * const { calls } = trace(model, [1, 224, 224, 3]);
 */
export function trace(model: Traceable, inputs?: ModelInputs, options?: TraceOptions): Trace;
export function trace(model: Traceable, options: TraceOptions): Trace;
export function trace(model: Traceable, first?: ModelInputs | TraceOptions, second?: TraceOptions): Trace {
  const { adapter, inputs, options } = askedTrace('trace', model, first, second);
  expectSynchronous(adapter, options.backend);
  return synchronous(adapter.trace(inputs, options));
}

/**
 * As `trace`, also for a tf.GraphModel that runs only asynchronously on the backend, for its loops, branches or tables.
 * Nothing else may run on tf.js meanwhile.
 * @throws as `trace` does
 */
export async function traceAsync(model: Traceable, inputs?: ModelInputs, options?: TraceOptions): Promise<Trace>;
export async function traceAsync(model: Traceable, options: TraceOptions): Promise<Trace>;
export async function traceAsync(
  model: Traceable,
  first?: ModelInputs | TraceOptions,
  second?: TraceOptions,
): Promise<Trace> {
  const { adapter, inputs, options } = askedTrace('traceAsync', model, first, second);
  return adapter.trace(inputs, options);
}

interface AskedTrace {
  readonly adapter: ModelAdapter;
  readonly inputs: readonly InputSpec[];
  readonly options: TraceOptions;
}

/** The arguments of a trace, checked: errors in them are reported before one about the backend. */
function askedTrace(
  name: string,
  model: Traceable,
  first: ModelInputs | TraceOptions | undefined,
  second: TraceOptions | undefined,
): AskedTrace {
  expectNoPass();
  const { inputs, options = {} } = splitArguments<ModelInputs, TraceOptions>(first, second);
  expectOptions(options, optionNames);
  const adapter = adapterOf(model);
  return { adapter, inputs: specsOf(adapter, inputs, `${name}(model, [1, 224, 224, 3])`), options };
}

/** A trace of inputs that fit the model; a promise only where the model runs asynchronously. */
export function tracePass(
  adapter: ModelAdapter,
  inputs: readonly InputSpec[],
  { backend }: TraceOptions,
): Awaitable<Trace> {
  expectNoPass();
  return adapter.trace(inputs, { backend });
}

/** A trace of inputs that fit the model. @throws UserError for a model that runs only asynchronously on the backend */
export function traceSpecs(adapter: ModelAdapter, inputs: readonly InputSpec[], options: TraceOptions): Trace {
  expectSynchronous(adapter, options.backend);
  return synchronous(tracePass(adapter, inputs, options));
}

/**
 * Refuses a model that cannot run synchronously on the backend.
 * @throws UserError for a model that runs only asynchronously on the backend
 */
export function expectSynchronous(adapter: ModelAdapter, backend: string | undefined): void {
  if (backend !== undefined && adapter.waitsFor !== undefined)
    throw new UserError(
      `this graph model runs asynchronously, for its ${adapter.waitsFor}: await traceAsync, summaryAsync or profileAsync`,
    );
}

/**
 * The modules of a model that is not run.
 * @throws UserError for a model whose modules only a run shows
 */
export function modulesOf({ modules }: ModelAdapter): readonly ModuleInfo[] {
  if (!modules) throw new UserError('only a Module can be tabulated without an input');
  return modules;
}

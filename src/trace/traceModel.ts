// The doors of a trace: one forward pass of any model, recorded.
import { UserError } from '../errors.ts';
import type { ModelAdapter, TraceOptions } from './adapter.ts';
import { adapterOf } from './adapters.ts';
import { synchronous } from './awaitable.ts';
import { expectNoPass } from './backend/engine.ts';
import type { InputSpec } from './inputs.ts';
import type { ModuleInfo, Trace } from './trace.ts';
import type { Traceable } from './traceable.ts';

/**
 * Records one forward pass of `model` in evaluation mode, on shapes alone unless a backend is named. The model is called
 * again if its first call makes variables, or if it has code of its own: layers of this package and of tf.layers have none,
 * and a class declares the same by `isStateless`.
 *
 * Afterwards the model and tf.js are as before, with three exceptions: a backend has initialized the parameters of a Module;
 * variables and tensors that the model makes once stay, with their first values; JavaScript values keep what the calls wrote,
 * except numbers, strings and booleans in properties of a Module or layer, in lists, plain objects, Maps and Sets there too,
 * which are put back unless the call made variables or other objects.
 *
 * A model that replaces a tensor of its own at each call, `sum = tf.add(sum, x)`, is refused. If only its code can reach the
 * tensor (a closure, a private field), the tensor that it now holds gets the values from before the trace; if there was none
 * before, make the model anew. Such tensors of a GraphModel are not detected.
 * @param inputs tensors, or shapes with the batch
 * @throws ForwardError for what a module throws, such as a kernel that has no shape function
 * @throws UserError for a backend that is not registered or not ready, for a model whose state cannot be put back, for a
 * model that runs only asynchronously on the backend, and inside of another trace
 */
export function trace(model: Traceable, inputs: readonly InputSpec[], options: TraceOptions = {}): Trace {
  expectNoPass();
  const adapter = adapterOf(model);
  // an error in the inputs is reported before one about the backend
  adapter.fit(inputs);
  expectSynchronous(adapter, options.backend);
  return synchronous(adapter.trace(inputs, options));
}

/**
 * As `trace`, also for a tf.GraphModel that runs only asynchronously on the backend, for its loops, branches or tables.
 * Nothing else may run on tf.js meanwhile.
 * @throws as `trace` does
 */
export async function traceAsync(
  model: Traceable,
  inputs: readonly InputSpec[],
  options: TraceOptions = {},
): Promise<Trace> {
  expectNoPass();
  return adapterOf(model).trace(inputs, options);
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
export function modulesOf(model: Traceable): readonly ModuleInfo[] {
  const { modules } = adapterOf(model);
  if (!modules) throw new UserError('only a Module can be tabulated without an input');
  return modules;
}

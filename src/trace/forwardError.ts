// A forward pass that did not end. In: what it threw, and what was recorded until then. Out: an error that holds both.
import { UserError } from '../errors.ts';
import type { Recorder } from './recorder.ts';
import type { HeldTensors } from './state/passState.ts';
import { flat, type ModuleCall, type ModuleInfo, type Trace } from './trace.ts';

/** What a model threw inside a trace is its `cause`. */
export class ForwardError extends Error {
  override name = 'ForwardError';
  /** up to the failing call: `trace.failed` is its place, and calls that did not return have no outputs */
  readonly trace: Trace;

  constructor(cause: unknown, trace: Trace, failed: number) {
    const { module, inputs } = trace.calls[failed] as ModuleCall;
    const { path, type } = trace.modules[module]!;
    const shapes = flat(inputs).map((value) => `[${trace.values[value]!.shape.join(', ')}]`);
    const layer = path === '' ? type : `${path} (${type})`;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${layer} fails on ${shapes.join(', ') || 'no input'}: ${reason}`, { cause });
    this.trace = trace;
  }
}

/** A function threw before it ran any op of tf.js, or returned a promise: it may be one that makes a model. */
export class NoForwardPass extends UserError {}

type Ends = Pick<Trace, 'inputs' | 'outputs' | 'outputNames'>;

/**
 * Runs `body` under the recorder.
 * @param modules read afterwards, since a function's parameters are known by then
 * @param held tensors that the model holds from call to call
 * @throws ForwardError for what a module throws
 */
export function watched(
  recorder: Recorder,
  source: Trace['source'],
  modules: () => readonly ModuleInfo[],
  body: () => Ends,
  held?: HeldTensors,
): Trace {
  const { values, calls, returned } = recorder;
  let ends: Ends;
  try {
    ends = recorder.watch(body, held);
  } catch (cause) {
    const failed = recorder.openModule();
    if (failed === undefined) throw cause;
    const inputs = flat((calls[0] as ModuleCall).inputs);
    throw new ForwardError(
      cause,
      { source, modules: modules(), values, calls, returned, inputs, outputs: [], failed },
      failed,
    );
  }
  const { untraceable } = recorder;
  return { source, modules: modules(), values, calls, returned, ...ends, ...(untraceable && { untraceable }) };
}

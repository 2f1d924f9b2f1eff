// Runs a forward pass under a recorder and makes its Trace.
import type { Pass } from './adapter.ts';
import { ForwardError } from './forwardError.ts';
import type { Recorder } from './recorder.ts';
import { flat, type ModuleCall, type ModuleInfo, type Trace } from './trace.ts';

type PassResult = Pick<Trace, 'inputs' | 'outputs' | 'outputNames'>;

/**
 * Runs `body` under the recorder.
 * @param facts the facts of the Trace that the kind of model decides
 * @param modules called after the pass, since the parameters of a function are known only then
 * @throws ForwardError for what a module throws
 */
export function recordPass(
  recorder: Recorder,
  facts: Pick<Trace, 'trainable' | 'hasOps'>,
  modules: () => readonly ModuleInfo[],
  body: (pass: Pass) => PassResult,
): Trace {
  const { values, calls, returned } = recorder;
  let result: PassResult;
  try {
    result = recorder.record(body);
  } catch (cause) {
    const failed = recorder.failedModule(cause);
    if (failed === undefined) throw cause;
    const inputs = flat((calls[0] as ModuleCall).inputs);
    const recorded = { ...facts, modules: modules(), values, calls, returned, inputs, outputs: [], failed };
    throw new ForwardError(cause, recorded, failed);
  }
  const { untraceable } = recorder;
  return { ...facts, modules: modules(), values, calls, returned, ...result, ...(untraceable && { untraceable }) };
}

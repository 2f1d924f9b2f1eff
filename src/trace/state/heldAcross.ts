// Finds the tensors that a model holds from one call to the next where code cannot look: in closures, private fields, objects
// of user classes. The model runs again: a tensor that the first pass made and the second uses is held.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import type { Trace } from '../trace.ts';
import { giveValues } from './origins.ts';
import { inPasses, Passes } from './passes.ts';
import { replacedTensor } from './passState.ts';
import { sameNumbers } from './sameNumbers.ts';

const lostTensor =
  'the first call put a tensor made from the input where only code of the model reaches it, which a trace fills without numbers and cannot take away: make the model anew, and hold that tensor in a tf.variable made beforehand';

/**
 * The trace of `run`, which is called a second time to find the tensors of the first call that it uses, and a third time where
 * the model made these once: such tensors stay, as variables do.
 * @param drawn how many tensors the first call makes beforehand, such as initialized parameters
 * @param isChanged whether a later call gives another trace for a reason of the model's own
 * @throws UserError for a model that replaces a tensor from call to call, and what the first call throws
 */
export function recordAcross(run: () => Trace, drawn: number, isChanged: () => boolean): Trace {
  const engine = tf.engine();
  const tensors = engine.state.numTensors + drawn;
  const passes = new Passes();
  let staying: readonly tf.Tensor[] = [];
  const attempt = (): Attempt => {
    try {
      return { trace: inPasses(passes, run) };
    } catch (error) {
      return { error: error as Error };
    }
  };
  engine.startScope('gmlp-viz');
  try {
    const first = attempt();
    // a function that makes a model is not called a second time
    if (first.error && !passes.tookInputs) throw first.error;
    const changes = engine.state.numTensors - passes.left().length > tensors || (!first.error && isChanged());
    const second = attempt();
    const made = [...passes.held];
    let later = changes ? second.trace : undefined;
    if (made.length > 0 && passes.replaced().length === 0) {
      for (const tensor of made) giveValues(tensor);
      later = attempt().trace;
    }
    const replaced = passes.replaced();
    const isRefused = passes.isRefused || replaced.length > 0;
    staying = isRefused ? passes.putBack() : made;
    if (first.error) throw first.error;
    if (isRefused) throw new UserError(staying.length < passes.held.size ? lostTensor : replacedTensor);
    if (later) return later;
    const isSteady = !second.trace || first.trace!.untraceable || sameNumbers(first.trace!, second.trace);
    return isSteady ? first.trace! : { ...first.trace!, isUnsteady: true };
  } finally {
    passes.end();
    engine.endScope(staying as tf.Tensor[]);
  }
}

interface Attempt {
  readonly trace?: Trace;
  readonly error?: Error;
}

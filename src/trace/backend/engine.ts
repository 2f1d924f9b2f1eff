// tf.js's engine during a pass: the active backend, the scope that disposes tensors, the gradient tape.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { shared } from '../../nn/shared.ts';
import { chain, settle } from '../awaitable.ts';
import { currentPasses } from '../state/passes.ts';
import { type EnteredPass, enterPassState, type OnAssign } from '../state/passState.ts';

/** Makes a backend that is ready the active one; returns a function that makes the former one active again. */
export function enterBackend(backend: string): () => void {
  const before = tf.getBackend();
  // takes effect at once, since the backend is ready
  void tf.setBackend(backend);
  return () => void tf.setBackend(before || backend);
}

const scope = 'gmlp-viz';

/** A trace or timing was asked for inside of another one. */
export class NestedPass extends UserError {}

/** @throws NestedPass inside a forward pass that is traced or timed: a second one would take its backend away */
export function expectNoPass(): void {
  if (shared.isInPass)
    throw new NestedPass('a model cannot be traced while a forward pass is traced: trace it before or afterwards');
}

/** Has the pass put `held` back when it ends. */
export type Hold = EnteredPass['hold'];

/**
 * Runs `body`, which may return a promise, as a pass: afterwards disposes the tensors that it left and puts back the state
 * that it wrote. Nothing else may run on tf.js meanwhile. tf.tidy would refuse a result that is no tensor.
 * @param onAssign receives each assignment to a variable
 */
export function inScope<T>(body: (hold: Hold) => T, onAssign?: OnAssign): T {
  const { hold, leave, expectPutBack } = enterScope(onAssign);
  return chain(
    settle(() => body(hold), leave),
    (result) => {
      expectPutBack();
      return result;
    },
  ) as T;
}

function enterScope(onAssign?: OnAssign): EnteredPass {
  const state = enterPassState(onAssign);
  const resume = pauseTape();
  shared.isInPass = true;
  tf.engine().startScope(scope);
  return {
    ...state,
    leave() {
      shared.isInPass = false;
      const { activeScope } = tf.engine().state;
      tf.engine().endScope(currentPasses()?.leave(activeScope.track));
      resume();
      state.leave();
    },
  };
}

/** Keeps a pass out of the gradient that the caller takes; returns a function that ends this. */
function pauseTape(): () => void {
  const { state } = tf.engine();
  const { activeTape, gradientDepth, kernelDepth } = state;
  Object.assign(state, { activeTape: null, gradientDepth: 0, kernelDepth: 0 });
  return () => void Object.assign(state, { activeTape, gradientDepth, kernelDepth });
}

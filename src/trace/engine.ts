// tf.js's engine around a run: which backend is active, and what is disposed afterwards. In: a backend, a body. Out: what
// the body returns.
import * as tf from '@tensorflow/tfjs-core';
import { shared } from '../nn/shared.ts';
import { UserError } from '../userError.ts';
import { currentPasses } from './passes.ts';
import { type EnteredPass, enterPassState, type PassState } from './passState.ts';

/** Makes a backend that is ready the active one. @returns what makes the former one active again */
export function enterBackend(backend: string): () => void {
  const before = tf.getBackend();
  // takes effect before it returns: the backend is there
  void tf.setBackend(backend);
  return () => void tf.setBackend(before || backend);
}

const scope = 'gmlp-viz';

/** @throws UserError inside of a forward pass that is traced or timed: a second one would take its backend away. */
export function expectNoPass(): void {
  if (shared.isInPass)
    throw new UserError('a model cannot be traced while a forward pass is traced: trace it before or afterwards');
}

/** Runs `body`, disposes what it left and puts back what it wrote. tf.tidy would refuse a result that is no tensor. */
export function inScope<T>(body: () => T, state?: PassState): T {
  const { leave, expectPutBack } = enterScope(state);
  let result: T;
  try {
    result = body();
  } finally {
    leave();
  }
  expectPutBack();
  return result;
}

/** As `inScope`, for a body that waits; nothing else may run on tf.js meanwhile. */
export async function inScopeAsync<T>(body: () => Promise<T>, state?: PassState): Promise<T> {
  const { leave, expectPutBack } = enterScope(state);
  let result: T;
  try {
    result = await body();
  } finally {
    leave();
  }
  expectPutBack();
  return result;
}

function enterScope(state?: PassState): EnteredPass {
  const { leave, expectPutBack } = enterPassState(state);
  const resume = pauseTape();
  shared.isInPass = true;
  tf.engine().startScope(scope);
  return {
    leave() {
      shared.isInPass = false;
      const { activeScope } = tf.engine().state;
      tf.engine().endScope(currentPasses()?.leave(activeScope.track));
      resume();
      leave();
    },
    expectPutBack,
  };
}

/** Keeps a pass out of the gradient that the caller takes. @returns a function that ends it */
function pauseTape(): () => void {
  const { state } = tf.engine();
  const { activeTape, gradientDepth, kernelDepth } = state;
  Object.assign(state, { activeTape: null, gradientDepth: 0, kernelDepth: 0 });
  return () => void Object.assign(state, { activeTape, gradientDepth, kernelDepth });
}

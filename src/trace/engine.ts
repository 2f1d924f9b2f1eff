// tf.js's engine around a run: which backend is active, and what is disposed afterwards. In: a backend, a body. Out: what
// the body returns.
import * as tf from '@tensorflow/tfjs-core';
import { enterPassState, type PassState } from './passState.ts';

/** Makes a backend that is ready the active one. @returns what makes the former one active again */
export function enterBackend(backend: string): () => void {
  const before = tf.getBackend();
  // takes effect before it returns: the backend is there
  void tf.setBackend(backend);
  return () => void tf.setBackend(before || backend);
}

const scope = 'gmlp-viz';

/** Runs `body`, disposes what it left and puts back what it wrote. tf.tidy would refuse a result that is no tensor. */
export function inScope<T>(body: () => T, state?: PassState): T {
  const leave = enterScope(state);
  try {
    return body();
  } finally {
    leave();
  }
}

/** As `inScope`, for a body that waits; nothing else may run on tf.js meanwhile. */
export async function inScopeAsync<T>(body: () => Promise<T>, state?: PassState): Promise<T> {
  const leave = enterScope(state);
  try {
    return await body();
  } finally {
    leave();
  }
}

function enterScope(state?: PassState): () => void {
  const leave = enterPassState(state);
  tf.engine().startScope(scope);
  return () => {
    tf.engine().endScope();
    leave();
  };
}

// tf.js's engine around a run: which backend is active, and what is disposed afterwards. In: a backend, a body. Out: what
// the body returns.
import * as tf from '@tensorflow/tfjs-core';

/** Makes a backend that is ready the active one. @returns what makes the former one active again */
export function enterBackend(backend: string): () => void {
  const before = tf.getBackend();
  // takes effect before it returns: the backend is there
  void tf.setBackend(backend);
  return () => void tf.setBackend(before || backend);
}

const scope = 'gmlp-viz';

/** Runs `body`, and disposes what it left. tf.tidy would refuse a result that is no tensor. */
export function inScope<T>(body: () => T): T {
  tf.engine().startScope(scope);
  try {
    return body();
  } finally {
    tf.engine().endScope();
  }
}

/** As `inScope`, for a body that waits; nothing else may run on tf.js meanwhile. */
export async function inScopeAsync<T>(body: () => Promise<T>): Promise<T> {
  tf.engine().startScope(scope);
  try {
    return await body();
  } finally {
    tf.engine().endScope();
  }
}

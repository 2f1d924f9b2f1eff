// The backend that computes while a forward pass runs on one of ours, which covers it.
import * as tf from '@tensorflow/tfjs-core';

// names of covered backends that compute, one for each backend of ours that is active, innermost last
const covered: string[] = [];

/**
 * Notes the backend that one of ours covers.
 * @param name null or empty where none is registered
 * @returns a function that ends it
 */
export function coverBackend(name: string | null): () => void {
  covered.push(name ?? '');
  return () => void covered.pop();
}

const computing = (): string | undefined => covered.findLast((name) => name !== '');

/** Whether the current pass covers a backend that computes. */
export const hasComputingBackend = (): boolean => computing() !== undefined;

/** Runs `body` on the backend that computes: the active one, or the one that the current pass covers. */
export function onComputingBackend<T>(body: () => T): T {
  const name = computing();
  if (name === undefined) return body();
  const before = tf.getBackend();
  void tf.setBackend(name);
  try {
    return body();
  } finally {
    void tf.setBackend(before);
  }
}

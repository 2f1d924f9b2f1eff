// The backends that a suite runs on: cpu and wasm, or the one that vitest.native.config.ts names.
import { inject } from 'vitest';
import { type BackendName, type UsedBackend, useBackend } from '../src/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly backends: readonly BackendName[];
    /** a file of the project that has them */
    readonly project: string;
    /** of the project with the other variant of tfjs-node */
    readonly other: string;
  }
}

export const backends = inject('backends');

/** Makes one of them tf.js's active backend, with gradients. */
export const use = (name: BackendName): Promise<UsedBackend> => useBackend(name, { from: inject('project') });

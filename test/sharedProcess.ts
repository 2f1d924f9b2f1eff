// What files of tests that share a process find and leave: tf.js as it is when it has just been loaded, on the cpu, and
// nothing of the file before. Runs before each such file.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, expect, vi } from 'vitest';

type Listener = (...values: unknown[]) => void;

/** Globals that packages define once, when they are first loaded. */
const ofPackages = new Set(['awslambda']);
const ends = ['exit', 'beforeExit', 'SIGINT', 'SIGTERM', 'SIGHUP'];
const errors = ['uncaughtException', 'unhandledRejection'] as const;
/** The runtime of the wasm backend listens for errors each time that it starts, and ends with every listener there is. */
const isOfWasm = (listener: Listener): boolean => /ExitStatus|throw reason/.test(String(listener));
const errorListeners = () => errors.map((name) => process.listeners(name as 'exit') as Listener[]);

/** State of the process that a file must leave as it found it. */
const state = () => ({
  globals: Object.getOwnPropertyNames(globalThis)
    .filter((name) => !ofPackages.has(name))
    .sort(),
  environment: { ...process.env },
  folder: process.cwd(),
  ends: Object.fromEntries(ends.map((name) => [name, process.listenerCount(name)])),
  hasFakeTimers: vi.isFakeTimers(),
  mocked: [console.log, console.warn, console.error, globalThis.fetch, Date.now].map((fn) => vi.isMockFunction(fn)),
});

tf.engine().reset();
await tf.setBackend('cpu');
const found = state();
const foundListeners = errorListeners();

// hooks of a file run before this one
afterAll(() => {
  const left = state();
  const added = errorListeners().map((listeners, i) =>
    listeners.filter((one) => !foundListeners[i]!.includes(one) && !isOfWasm(one)),
  );
  vi.useRealTimers();
  vi.restoreAllMocks();
  tf.engine().reset();
  for (const [i, name] of errors.entries()) {
    process.removeAllListeners(name);
    for (const listener of foundListeners[i]!) process.on(name, listener);
  }
  expect(left, 'the file leaves its process changed').toEqual(found);
  expect(added, 'the file leaves listeners for errors').toEqual(errors.map(() => []));
});

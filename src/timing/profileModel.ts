// Runs a model again and again and times its calls.
import * as tf from '@tensorflow/tfjs-core';
import { expectCount } from '../checks.ts';
import { UserError } from '../errors.ts';
import { enterOpObserver } from '../nn/reportOp.ts';
import type { OptionNames } from '../options.ts';
import type { ModelAdapter } from '../trace/adapter.ts';
import { type Awaitable, chain, type Steps, settle, wait } from '../trace/awaitable.ts';
import { enterBackend, expectNoPass, inScope } from '../trace/backend/engine.ts';
import { onWrappedBackend } from '../trace/backend/wrappedBackend.ts';
import type { InputSpec } from '../trace/inputs.ts';
import { computedInput } from '../trace/inputTensors.ts';
import type { Trace } from '../trace/trace.ts';
import { inRunOrder, scopeByScope } from './graphTiming.ts';
import { readAll, Stopwatch } from './stopwatch.ts';
import type { TimedRun, Timing } from './timing.ts';

/** Options of `profile` and `profileAsync`. */
export interface ProfileOptions {
  /** A backend of tf.js that is registered and ready; the active one unless given. */
  readonly backend?: string | undefined;
  /** How many forward passes are timed, 10 unless given; as many run without instrumentation. */
  readonly runs?: number | undefined;
  /** How many forward passes of each sort run before those, 3 unless given. */
  readonly warmup?: number | undefined;
  /**
   * Whether each kernel's outputs are read before its end is noted; unless given, where the backend computes asynchronously.
   */
  readonly synchronise?: boolean | undefined;
  /** Called before each forward pass with how many are done, and how many there are. */
  readonly onPass?: ((done: number, passes: number) => void) | undefined;
}

/** The record of a forward pass, and the times of its calls. */
export interface Profile {
  readonly trace: Trace;
  readonly timing: Timing;
}

/** Names of the options of `profile`. */
export const profileOptionNames: OptionNames<ProfileOptions> = {
  backend: true,
  runs: true,
  warmup: true,
  synchronise: true,
  onPass: true,
};

/**
 * Traces a forward pass and times further ones on the same backend, in evaluation mode, alternating with passes that run
 * without instrumentation. Afterwards the model is as after `trace`.
 * @param inputsOf gives the inputs, which fit the model, once the options are known to be right
 * @param expectRunnable refuses a model that cannot run here
 */
export function* profileSteps(
  adapter: ModelAdapter,
  inputsOf: () => readonly InputSpec[],
  options: ProfileOptions,
  expectRunnable: (adapter: ModelAdapter, backend: string) => void,
): Steps<Profile> {
  expectNoPass();
  const runs = profileRuns(options);
  const { backend } = runs;
  const inputs = inputsOf();
  expectRunnable(adapter, backend);
  const trace = yield* wait(adapter.trace(inputs, { backend }));
  const timed: TimedRun[] = [];
  const bareMs: number[] = [];
  const passes = [...passesOf(runs)];
  for (const [done, { isTimed, counts }] of passes.entries()) {
    options.onPass?.(done, passes.length);
    if (isTimed) {
      const result = yield* wait(timedPass(adapter, inputs, trace, runs));
      if (counts) timed.push(result());
    } else {
      const ms = yield* wait(barePass(adapter, inputs, backend));
      if (counts) bareMs.push(ms);
    }
  }
  return { trace, timing: timingOf(runs, timed, bareMs) };
}

interface ProfileRuns {
  readonly backend: string;
  readonly runs: number;
  readonly warmup: number;
  readonly synchronised: boolean;
}

function profileRuns({ backend = tf.getBackend(), runs = 10, warmup = 3, synchronise }: ProfileOptions): ProfileRuns {
  if (!backend) throw new UserError('a profile needs a backend that computes: none is registered');
  expectCount('runs', runs, 1);
  expectCount('warmup', warmup, 0);
  return { backend, runs, warmup, synchronised: synchronise ?? isAsynchronous(backend) };
}

/** Alternates timed and plain passes, so that drift of the machine affects both alike. */
function* passesOf({ runs, warmup }: ProfileRuns): Generator<{ readonly isTimed: boolean; readonly counts: boolean }> {
  for (let run = -warmup; run < runs; run++)
    for (const isTimed of run % 2 === 0 ? [false, true] : [true, false]) yield { isTimed, counts: run >= 0 };
}

function timingOf(
  { backend, warmup, synchronised }: ProfileRuns,
  timed: readonly TimedRun[],
  bareMs: number[],
): Timing {
  const zero = timed[0]!.beginMs;
  const runs = timed.map((run) => ({ ...run, beginMs: run.beginMs - zero }));
  return { backend, warmup, runs, bareMs, synchronised };
}

/** @returns a function that gives the times of the pass */
function timedPass(
  adapter: ModelAdapter,
  inputs: readonly InputSpec[],
  trace: Trace,
  { backend, synchronised }: ProfileRuns,
): Awaitable<() => TimedRun> {
  const stopwatch = new Stopwatch(inRunOrder(trace), synchronised);
  const pass = onWrappedBackend(backend, stopwatch.kernel, (hold) => {
    const tensors = inputs.map(computedInput);
    stopwatch.feed(tensors);
    const leave = enterOpObserver(stopwatch);
    return settle(() => adapter.forward(tensors, { observer: stopwatch, hold, call: (run) => run() }), leave);
  });
  return chain(pass, () => () => scopeByScope(trace, stopwatch.result()));
}

/** Milliseconds of a forward pass without instrumentation, and of reading its outputs. */
function barePass(adapter: ModelAdapter, inputs: readonly InputSpec[], backend: string): Awaitable<number> {
  const leave = enterBackend(backend);
  let ms = 0;
  const run = () =>
    inScope((hold) =>
      adapter.forward(inputs.map(computedInput), {
        hold,
        call<T>(forward: () => T): T {
          const begin = performance.now();
          return chain(forward(), (output) => {
            readAll(output);
            ms = performance.now() - begin;
            return output;
          }) as T;
        },
      }),
    );
  return chain(settle(run, leave), () => ms);
}

// these compute before they return; TensorFlow's does unless it is on a GPU
function isAsynchronous(name: string): boolean {
  if (name === 'cpu' || name === 'wasm') return false;
  const backend = tf.findBackend(name);
  return name !== 'tensorflow' || ('isUsingGpuDevice' in backend && backend.isUsingGpuDevice === true);
}

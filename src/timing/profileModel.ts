// Runs a model again and again under the clock. In: a model and its inputs' shapes. Out: the trace of a forward pass, and
// when each of its calls ran.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { endsOf, type GraphModelLike, isGraphModel } from '../trace/adapters/graph/artifacts.ts';
import { fittingInputs, runsAsynchronously } from '../trace/adapters/graph/graphAdapter.ts';
import { keepingStates } from '../trace/adapters/layers/layersAdapter.ts';
import { isLayersModel } from '../trace/adapters/layers/layerTree.ts';
import { enterBackend, expectNoPass, inScope, inScopeAsync } from '../trace/backend/engine.ts';
import { fedTensor } from '../trace/recorder.ts';
import { holdAllTensors, holdLayers } from '../trace/state/heldTensors.ts';
import type { Trace } from '../trace/trace.ts';
import { type InputSpec, type Traceable, trace, traceAsync, watch } from '../trace/traceModel.ts';
import { inRunOrder, scopeByScope } from './graphTiming.ts';
import { readAll, stopwatch } from './stopwatch.ts';
import type { TimedRun, Timing } from './timing.ts';

export interface ProfileOptions {
  /** a backend of tf.js that is registered and ready; the active one unless given */
  readonly backend?: string | undefined;
  /** timed forward passes, 10 */
  readonly runs?: number | undefined;
  /** forward passes before those, 3, beside the one that is traced */
  readonly warmup?: number | undefined;
  /** whether each kernel's outputs are read before its time is taken; true where the backend is asynchronous */
  readonly synchronise?: boolean | undefined;
}

export interface Profile {
  readonly trace: Trace;
  readonly timing: Timing;
}

/**
 * Traces a forward pass and times others on the same backend, in evaluation mode, each beside one that nobody watches.
 * Afterwards all is as after `trace`. A call's time is that of the wall from its begin to its end; a converted model's
 * nodes run across its scopes, and stand scope by scope, see graphTiming.ts.
 * @throws UserError where no backend is active, for a count out of range, and for a model whose passes differ, or that
 * runs only asynchronously
 */
export function profile(model: Traceable, inputs: readonly InputSpec[], options: ProfileOptions = {}): Profile {
  expectNoPass();
  const plan = planOf(options);
  const { backend } = plan;
  const given = typeof model !== 'function' && isGraphModel(model) ? fittingInputs(model, inputs) : inputs;
  // says what is wrong with a model, and builds layers that were never used: they stand in their place the next time
  const first = trace(model, given, { backend });
  const traced = first.source === 'layers' ? trace(model, given, { backend }) : first;
  const timed: TimedRun[] = [];
  const bareMs: number[] = [];
  for (const { watched, kept } of passesOf(plan)) {
    if (watched) {
      const result = timedPass(model, given, traced, plan);
      if (kept) timed.push(result());
    } else {
      const ms = bareForward(model, given, backend);
      if (kept) bareMs.push(ms);
    }
  }
  return { trace: traced, timing: timingOf(plan, timed, bareMs) };
}

/**
 * As `profile`, also for a tf.GraphModel that its loops, branches or tables let run only asynchronously: what such a pass
 * waits for is in its time. Nothing else may run on tf.js meanwhile.
 * @throws what `profile` throws
 */
export async function profileAsync(
  model: Traceable,
  inputs: readonly InputSpec[],
  options: ProfileOptions = {},
): Promise<Profile> {
  if (typeof model === 'function' || !isGraphModel(model) || !runsAsynchronously(model))
    return profile(model, inputs, options);
  expectNoPass();
  const plan = planOf(options);
  const { backend, synchronised } = plan;
  const given = fittingInputs(model, inputs);
  const traced = await traceAsync(model, given, { backend });
  const order = inRunOrder(traced);
  const timed: TimedRun[] = [];
  const bareMs: number[] = [];
  for (const { watched, kept } of passesOf(plan)) {
    if (watched) {
      const { recorder, result } = stopwatch(order, backend, synchronised);
      await recorder.watchAsync(async () => {
        const { tensors } = recorder.feed(given);
        recorder.enterModule(0, tensors);
        recorder.exitModule(await model.executeAsync(...callOf(model, tensors)));
      });
      if (kept) timed.push(scopeByScope(traced, result()));
    } else {
      const ms = await bareForwardAsync(model, given, backend);
      if (kept) bareMs.push(ms);
    }
  }
  return { trace: traced, timing: timingOf(plan, timed, bareMs) };
}

interface Plan {
  readonly backend: string;
  readonly runs: number;
  readonly warmup: number;
  readonly synchronised: boolean;
}

function planOf({ backend = tf.getBackend(), runs = 10, warmup = 3, synchronise }: ProfileOptions): Plan {
  if (!backend) throw new UserError('a profile needs a backend that computes: none is registered');
  expectCount('runs', runs, 1);
  expectCount('warmup', warmup, 0);
  return { backend, runs, warmup, synchronised: synchronise ?? isAsynchronous(backend) };
}

/** In turns: what slows down or speeds up meanwhile does so to both. */
function* passesOf({ runs, warmup }: Plan): Generator<{ readonly watched: boolean; readonly kept: boolean }> {
  for (let run = -warmup; run < runs; run++)
    for (const watched of run % 2 === 0 ? [false, true] : [true, false]) yield { watched, kept: run >= 0 };
}

function timingOf({ backend, warmup, synchronised }: Plan, timed: readonly TimedRun[], bareMs: number[]): Timing {
  const zero = timed[0]!.beginMs;
  const runs = timed.map((run) => ({ ...run, beginMs: run.beginMs - zero }));
  return { backend, warmup, runs, bareMs, synchronised };
}

/** @returns what tells the times of the pass that it ran */
function timedPass(
  model: Traceable,
  inputs: readonly InputSpec[],
  traced: Trace,
  { backend, synchronised }: Plan,
): () => TimedRun {
  if (typeof model !== 'function' && isGraphModel(model)) {
    const { recorder, result } = stopwatch(inRunOrder(traced), backend, synchronised);
    recorder.watch(() => {
      const { tensors } = recorder.feed(inputs);
      recorder.enterModule(0, tensors);
      recorder.exitModule(model.execute(...callOf(model, tensors)));
    });
    return () => scopeByScope(traced, result());
  }
  const { recorder, result } = stopwatch(traced, backend, synchronised);
  watch(model, inputs, { backend }, () => recorder);
  return result;
}

/** Milliseconds of a forward pass and of reading its outputs. */
function bareForward(model: Traceable, inputs: readonly InputSpec[], backend: string): number {
  const leave = enterBackend(backend);
  const timed = (): number =>
    inScope(() => {
      const tensors = inputs.map(fedTensor);
      const begin = performance.now();
      readAll(forward(model, tensors));
      return performance.now() - begin;
    });
  try {
    return inEvaluation(model, timed);
  } finally {
    leave();
  }
}

async function bareForwardAsync(model: GraphModelLike, inputs: readonly InputSpec[], backend: string): Promise<number> {
  const leave = enterBackend(backend);
  try {
    return await inScopeAsync(async () => {
      const tensors = inputs.map(fedTensor);
      const begin = performance.now();
      readAll(await model.executeAsync(...callOf(model, tensors)));
      return performance.now() - begin;
    });
  } finally {
    leave();
  }
}

function forward(model: Traceable, tensors: tf.Tensor[]): unknown {
  if (typeof model === 'function') return model(...tensors);
  if (isGraphModel(model)) return model.execute(...callOf(model, tensors));
  if (isLayersModel(model)) return model.apply(...([tensors.length === 1 ? tensors[0] : tensors] as never[]));
  return model.apply(...tensors);
}

/** What a converted model is asked for: its own outputs, without those of the nodes on the way. */
const callOf = (model: GraphModelLike, tensors: readonly tf.Tensor[]): [tf.NamedTensorMap, string[]] => [
  Object.fromEntries(endsOf(model, 'inputs').map(({ node }, i) => [node, tensors[i]!])),
  endsOf(model, 'outputs').map(({ node, output }) => `${node}:${output}`),
];

/** Runs `body`, after which the model's training flags and states are as before. */
function inEvaluation<T>(model: Traceable, body: () => T): T {
  if (typeof model === 'function') {
    const { putBack } = holdLayers([]);
    try {
      return body();
    } finally {
      putBack();
    }
  }
  if (isGraphModel(model)) return body();
  if (isLayersModel(model)) return keepingStates(model, body);
  const modules = [...model.namedModules()].map(([, module]) => module);
  const training = modules.map((module) => [module, module.training] as const);
  const held = holdAllTensors(modules);
  model.eval();
  try {
    return body();
  } finally {
    held.putBack();
    for (const [module, flag] of training) module.training = flag;
  }
}

// these compute before they return; TensorFlow's does unless it is on a GPU
function isAsynchronous(name: string): boolean {
  if (name === 'cpu' || name === 'wasm') return false;
  const backend = tf.findBackend(name);
  return name !== 'tensorflow' || ('isUsingGpuDevice' in backend && backend.isUsingGpuDevice === true);
}

function expectCount(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new UserError(`${name} must be a whole number of at least ${least}, got ${value}`);
}

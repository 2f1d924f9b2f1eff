// The doors of a profile: a model is run and timed, and the result shows itself.
import { expectOptions } from '../options.ts';
import { html } from '../summary/styles/htmlPage.ts';
import { factsOf } from '../summary/summaryFacts.ts';
import { type Profile, type ProfileOptions, profileOptionNames, profileSteps } from '../timing/profileModel.ts';
import { adapterOf } from '../trace/adapters.ts';
import { runSteps, type Steps, synchronous } from '../trace/awaitable.ts';
import { type ModelInputs, splitArguments } from '../trace/inputs.ts';
import { specsOf } from '../trace/joinInputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import { expectSynchronous } from '../trace/traceModel.ts';
import { frameOf } from '../view/notebook.ts';
import { layerColumns, profileTable } from './profileTable.ts';

/** A profile that prints itself as the tables of `renderProfile`. */
export interface ShownProfile extends Profile {
  toString(): string;
  /** What a REPL and a notebook show: the tables as text, and as HTML. */
  readonly [display: symbol]: () => unknown;
}

/**
 * Traces a forward pass and times further ones on the same backend, in evaluation mode, alternating with passes that run
 * without instrumentation. Afterwards the model is as after `trace`. The time of a call is wall-clock time from its begin to
 * its end; the calls of a converted model, whose nodes run across its scopes, are put together scope by scope.
 * @param inputs in any form of `ModelInputs`, with the batch; may be left out where the model knows them, whose batch is then 1
 * @throws UserError where no backend is active, for a count out of range, and for a model whose passes differ, or that runs
 * only asynchronously; and as `trace` does
 * @example
 * console.log(`${profile(model, [1, 224, 224, 3], { runs: 30 })}`);
 */
export function profile(model: Traceable, inputs?: ModelInputs, options?: ProfileOptions): ShownProfile;
export function profile(model: Traceable, options: ProfileOptions): ShownProfile;
export function profile(model: Traceable, first?: ModelInputs | ProfileOptions, second?: ProfileOptions): ShownProfile {
  return shown(synchronous(runSteps(asked('profile', model, first, second, expectSynchronous))));
}

/**
 * As `profile`, also for a tf.GraphModel that runs only asynchronously, for its loops, branches or tables: the time of such
 * a pass includes what it waits for. Nothing else may run on tf.js meanwhile.
 * @throws as `profile` does
 */
export async function profileAsync(
  model: Traceable,
  inputs?: ModelInputs,
  options?: ProfileOptions,
): Promise<ShownProfile>;
export async function profileAsync(model: Traceable, options: ProfileOptions): Promise<ShownProfile>;
export async function profileAsync(
  model: Traceable,
  first?: ModelInputs | ProfileOptions,
  second?: ProfileOptions,
): Promise<ShownProfile> {
  return shown(await runSteps(asked('profileAsync', model, first, second, () => undefined)));
}

function asked(
  name: string,
  model: Traceable,
  first: ModelInputs | ProfileOptions | undefined,
  second: ProfileOptions | undefined,
  expectRunnable: typeof expectSynchronous,
): Steps<Profile> {
  const { inputs, options = {} } = splitArguments<ModelInputs, ProfileOptions>(first, second);
  expectOptions(options, profileOptionNames);
  const adapter = adapterOf(model);
  const specs = () => specsOf(adapter, inputs, `${name}(model, [1, 224, 224, 3])`);
  return profileSteps(adapter, specs, options, expectRunnable);
}

function shown(measured: Profile): ShownProfile {
  const { trace, timing } = measured;
  const text = (): string => profileTable(measured);
  const facts = () => factsOf(trace, [], {}, timing);
  const page = (): string => frameOf(html({ trace, timing }, facts(), { columns: layerColumns, sort: 'latency' }));
  // not enumerable, so that a copy of the profile is data alone
  return Object.defineProperties({ ...measured } as ShownProfile, {
    toString: { value: text },
    // a REPL of Node calls the first, a notebook kernel of Deno or Bun the second
    [Symbol.for('nodejs.util.inspect.custom')]: { value: text },
    [Symbol.for('Jupyter.display')]: { value: () => ({ 'text/plain': text(), 'text/html': page() }) },
  });
}

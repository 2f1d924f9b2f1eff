// The public calls that compare what models compute: one model on two backends or against a file, and two models.

import * as tf from '@tensorflow/tfjs-core';
import { got } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { expectOptions, type OptionNames } from '../../options.ts';
import type { ModelAdapter } from '../../trace/adapter.ts';
import { adapterOf } from '../../trace/adapters.ts';
import { expectNoPass, inScope } from '../../trace/backend/engine.ts';
import { type ModelInputs, splitArguments } from '../../trace/inputs.ts';
import { specsOf } from '../../trace/joinInputs.ts';
import type { Traceable } from '../../trace/traceable.ts';
import type { StoredTensors } from '../../weights/safetensors.ts';
import type { ComparedStep } from './comparedStep.ts';
import { type Comparison, comparedCalls, firstBeyond } from './comparison.ts';
import { type InputValues, inputValues, type SeededInputs } from './givenInputs.ts';
import { pairedValues } from './pairValues.ts';
import { madeIn, type Program, Runner } from './program.ts';
import { type GivenInput, inputsFor, programFor, withInputs } from './recordProgram.ts';
import { ProgramReference, type Reference, ReferenceFailure, StoredReference } from './reference.ts';
import { runCompared } from './runCompared.ts';
import { storedInputs, storedValues } from './storedValues.ts';

/** Options of `compare` and `compareModels`. */
export interface CompareOptions extends SeededInputs {
  /** The name of the tested backend, which must be registered and ready; the active one unless given. */
  readonly backend?: string | undefined;
  /** The name of the reference's backend; `compareModels` takes the tested one unless given. */
  readonly against?: string | undefined;
  /** Activations by the names of layers, which take the place of a run of the reference. */
  readonly reference?: StoredTensors | undefined;
  /** The largest error that agrees, as a fraction of the scale of each value, see `errorOf`; 1e-4 unless given. */
  readonly tolerance?: number | undefined;
  /** Called after each kernel with the count of those that ran, and of all. */
  readonly onKernel?: ((done: number, kernels: number) => void) | undefined;
}

const optionNames: OptionNames<CompareOptions> = {
  backend: true,
  against: true,
  reference: true,
  tolerance: true,
  seed: true,
  tokens: true,
  onKernel: true,
};

const defaultTolerance = 1e-4;

/**
 * Compares what a model computes on one backend with what it computes on another, or with activations of a file: each kernel,
 * op and layer, as they run. A kernel whose inputs differ also runs on the reference's inputs, which tells an error that it makes
 * from one that it was given. Values are freed on both sides after their last use.
 *
 * The model's forward pass is recorded, and the kernels of the record run on both backends; where the model branches on numbers,
 * both sides take the branch of the reference. The model, the backends and tensors stay as they were; parameters that were never
 * read are initialized.
 * @param first inputs in any form of `ModelInputs`, of which shapes get seeded values; or the options
 * @param second the options, after inputs
 * @throws UserError for an unknown option, without `against` and `reference`, for inputs that are not the model's, for a backend
 * that is not ready, where there is nothing to compare, inside of a forward pass that is traced, and as `traceAsync` does
 * @example
 * const { agrees, calls, firstKernel } = await compare(model, [1, 224, 224, 3], { backend: 'webgl', against: 'cpu' });
 */
export async function compare(
  model: Traceable,
  first?: ModelInputs | CompareOptions,
  second?: CompareOptions,
): Promise<Comparison> {
  const { inputs, options = {} } = splitArguments<ModelInputs, CompareOptions>(first, second);
  const sides = sidesOf(options);
  const adapter = adapterOf(model);
  const { reference } = options;
  if (reference && options.against !== undefined)
    throw new UserError('against and reference exclude each other: leave one of them out');
  if (!reference && options.against === undefined)
    throw new UserError("compare needs another side: give against, a backend such as 'cpu', or reference");
  const unsaved = reference ? undrawnNote(adapter, 'the model') : [];
  return withInputs(valuesFor(adapter, inputs, options), sides.against, async (given) => {
    const program = await programFor(adapter, given, sides.against);
    if (!reference) {
      const pairs = new Map([...madeIn(program)].map((value) => [value, value]));
      return compared(program, sides, new ProgramReference(program, sides.against, pairs), {
        ...options,
        given,
        tested: sides.tested.name,
        against: sides.against.name,
      });
    }
    const { values, notes } = storedValues(program.trace, reference);
    return compared(program, sides, new StoredReference(values), {
      ...options,
      given,
      notes: [...unsaved, ...notes],
      tested: sides.tested.name,
      against: 'the given activations',
    });
  });
}

/**
 * Compares what two models of the same structure compute, such as before and after a conversion. Layers are paired as by
 * `diffSummaries`, and inside of them equal kernels.
 * @param before the reference, on `options.against`
 * @param after the tested model, on `options.backend`
 * @param first inputs of both models as for `compare`; or the options
 * @param second the options, after inputs
 * @throws UserError as `compare` does, for activations as a reference, and for models without a layer in common
 * @example
 * const { agrees, firstLayer } = await compareModels(model, converted, [1, 224, 224, 3]);
 */
export async function compareModels(
  before: Traceable,
  after: Traceable,
  first?: ModelInputs | CompareOptions,
  second?: CompareOptions,
): Promise<Comparison> {
  const { inputs, options = {} } = splitArguments<ModelInputs, CompareOptions>(first, second);
  if (options.reference) throw new UserError('reference is for one model: leave it or the second model out');
  const sides = sidesOf(options);
  const adapters = [before, after].map(adapterOf) as [ModelAdapter, ModelAdapter];
  const notes = [...undrawnNote(adapters[0], 'the first model'), ...undrawnNote(adapters[1], 'the second model')];
  return withInputs(valuesFor(adapters[0], inputs, options), sides.against, async (given) => {
    const reference = await programFor(adapters[0], given, sides.against);
    const tested = await programFor(adapters[1], inputsFor(adapters[1], given), sides.tested);
    const pairs = pairedValues(tested, reference);
    if (pairs.size === 0) throw new UserError('the two models have no layer in common, so there is nothing to compare');
    return compared(tested, sides, new ProgramReference(reference, sides.against, pairs), {
      ...options,
      given,
      notes,
      tested: `the second model on ${sides.tested.name}`,
      against: `the first model on ${sides.against.name}`,
    });
  });
}

/** Notes that a model was never given weights: those that are initialized now differ from any other model's. */
function undrawnNote(adapter: ModelAdapter, which: string): string[] {
  const count = adapter.undrawnCount();
  return count === 0
    ? []
    : [`${which} has ${count} parameters that were never given values: where these are random, errors mean nothing`];
}

interface Sides {
  readonly tested: Runner;
  readonly against: Runner;
}

function sidesOf(options: CompareOptions): Sides {
  expectNoPass();
  expectOptions(options, optionNames);
  const { backend = tf.getBackend(), against = backend, tolerance = defaultTolerance } = options;
  if (!backend) throw new UserError('a comparison needs a backend that computes: none is registered');
  if (!(tolerance >= 0) || tolerance === Number.POSITIVE_INFINITY)
    throw new UserError(`tolerance must be a number of at least 0, got ${got(tolerance)}`);
  return { tested: new Runner(backend), against: new Runner(against) };
}

/** The given inputs; else those of the file of activations; else seeded ones of the shapes that the model declares. */
function valuesFor(
  adapter: ModelAdapter,
  inputs: ModelInputs | undefined,
  options: CompareOptions,
): readonly InputValues[] {
  const stored = inputs === undefined && options.reference ? storedInputs(options.reference) : undefined;
  const shapes = stored?.map(({ shape }) => ({ shape }));
  const specs = specsOf(adapter, inputs ?? shapes, 'compare(model, [1, 224, 224, 3])');
  return inputValues(specs, options, stored, adapter.tokenCounts?.());
}

/** Adds to an error about an index that drawn inputs led to how to give other inputs. */
function withWayOut(error: unknown, given: readonly GivenInput[]): unknown {
  const isIndex = error instanceof ReferenceFailure && /\bind(ex|ices)\b/i.test(error.message);
  if (!isIndex || !given.some(({ isDrawn }) => isDrawn)) return error;
  return new UserError(`${error.message}: give --tokens 0:N, or --values FILE`, { cause: error });
}

/** The sides of a comparison as its result names them, and its options. */
interface About extends Pick<CompareOptions, 'tolerance' | 'onKernel'> {
  readonly given: readonly GivenInput[];
  readonly tested: string;
  readonly against: string;
  readonly notes?: readonly string[];
}

async function compared(program: Program, { tested }: Sides, reference: Reference, about: About): Promise<Comparison> {
  const { tolerance = defaultTolerance, onKernel, notes = [] } = about;
  const { trace } = program;
  const steps: ComparedStep[] = [];
  if (program.steps.length === 0) throw new UserError('the model runs no kernel, so there is nothing to compare');
  expectNoPass(); // another comparison may have begun meanwhile
  try {
    await inScope(() =>
      runCompared(program, tested, reference, (step) => {
        steps.push(step);
        onKernel?.(steps.length, program.steps.length);
      }),
    );
  } catch (error) {
    throw withWayOut(error, about.given);
  }
  const calls = comparedCalls(trace, steps);
  const found = steps.flatMap(({ outputs }) => outputs);
  const first = firstBeyond(trace, calls, tolerance);
  const firstStep = program.steps.find(({ call }) => call === first.firstKernel);
  return {
    schema: 'gmlp-viz.comparison',
    version: 1,
    tested: about.tested,
    reference: about.against,
    tolerance,
    inputs: about.given.map(({ source: { shape, dtype }, from }) => ({ shape, dtype, from })),
    ...first,
    firstParameters: firstStep ? reference.differingParameters(program, firstStep) : [],
    compared: found.filter(Boolean).length,
    values: found.length,
    calls,
    notes,
  };
}

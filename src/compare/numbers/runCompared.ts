// Runs a program kernel by kernel next to a reference. Each kernel runs on the values that the program carried so far, and,
// where these differ from the reference's, once more on the reference's: what differs then was made in this kernel.
import type * as tf from '@tensorflow/tfjs-core';
import { messageOf, UserError } from '../../errors.ts';
import type { Awaitable } from '../../trace/awaitable.ts';
import {
  type Difference,
  differenceOf,
  errorOf,
  type Gap,
  gapIn,
  gapOf,
  type HostTensor,
  isNone,
  none,
  scaleOf,
} from './difference.ts';
import { type Program, type Runner, readsOf, type Step, UnknownValue } from './program.ts';
import { LiveValues, type Reference, type StoredAt } from './reference.ts';

/** The comparison of one value that has a counterpart in the reference. */
export interface ComparedValue {
  /** Difference of the carried value from the reference's. */
  readonly carried: Difference;
  /** Difference that this kernel makes: its output from the reference's inputs, against the reference's output. */
  readonly made: Gap;
  /** `carried` as one number, see `errorOf`. */
  readonly carriedError: number;
  readonly madeError: number;
}

/** The comparison of one kernel call. */
export interface ComparedStep {
  readonly call: number;
  /** The largest `carriedError` among its inputs that were compared. */
  readonly inputError: number;
  /** By index of the output, undefined for one without a counterpart. */
  readonly outputs: readonly (ComparedValue | undefined)[];
  /** The message of an error that the kernel threw. */
  readonly failure?: string;
}

/** One output of the two attempts at a kernel. */
interface OutputPair {
  /** From the values that the program carried; undefined where the kernel failed. */
  readonly carried: tf.Tensor | undefined;
  /** From the reference's values; the same tensor where these do not differ. */
  readonly forced: tf.Tensor | undefined;
  /** Whether the kernel need not run on the reference's values, since the reference ran it there. */
  readonly hasRun: boolean;
  readonly failure: string | undefined;
}

/** Kernels that draw random numbers of their own: the reference's draw is carried on in place of theirs. */
const drawing: ReadonlySet<string> = new Set(['Multinomial']);

/**
 * Runs the whole program.
 * @param onStep receives the comparison of each kernel, in the order in which they run
 * @returns a promise where a backend is read asynchronously; without one nothing else runs meanwhile
 */
export function runCompared(
  program: Program,
  runner: Runner,
  reference: Reference,
  onStep: (step: ComparedStep) => void,
): Awaitable<void> {
  const run = new ComparedRun(program, runner, reference);
  if (runner.readsAsync || reference.readsAsync) return runFetched(program, run, onStep);
  for (const step of program.steps) onStep(run.end(run.begin(step)));
}

async function runFetched(program: Program, run: ComparedRun, onStep: (step: ComparedStep) => void): Promise<void> {
  for (const step of program.steps) {
    const begun = run.begin(step);
    await run.fetch(begun);
    onStep(run.end(begun));
  }
}

/** What a kernel gave, or the message of the error that it threw. */
interface Attempt {
  readonly outputs?: readonly tf.Tensor[];
  readonly failure?: string;
}

/** A kernel that ran and is not compared yet. */
interface Begun {
  readonly step: Step;
  /** The kernel on the values that the program carried. */
  readonly carried: Attempt;
  /**
   * The kernel on the reference's values; the same attempt where its inputs do not differ, undefined where the reference
   * ran it on these.
   */
  readonly forced: Attempt | undefined;
}

/** The difference of a tensor that another one may share its elements with. */
interface KnownDifference {
  readonly tested: tf.Tensor['dtype'];
  readonly expected: StoredAt;
  readonly difference: Difference;
}

class ComparedRun {
  readonly #program: Program;
  readonly #runner: Runner;
  readonly #reference: Reference;
  /** The values that the program carried. */
  readonly #live: LiveValues;
  /** Values computed from the reference's, where these differ from the carried ones and no counterpart replaces them. */
  readonly #forced = new Map<number, tf.Tensor>();
  /** Values that differ from the reference's, or were computed from one that does. */
  readonly #differing = new Set<number>();
  readonly #errors = new Map<number, number>();
  readonly #scales = new Map<number, number>();
  /** By `dataId` of a tensor that no kernel read since, except for those that return its elements in another shape. */
  readonly #known = new WeakMap<object, KnownDifference>();

  constructor(program: Program, runner: Runner, reference: Reference) {
    this.#program = program;
    this.#runner = runner;
    this.#reference = reference;
    this.#live = new LiveValues(program, runner, readsOf(program));
  }

  begin(step: Step): Begun {
    const temporary: tf.Tensor[] = [];
    const carried = this.#attempt(step, this.#live.get);
    let forced: Attempt | undefined = carried;
    if (step.inputs.some((value) => this.#differing.has(value))) {
      const hasRun = this.#reference.hasRun(this.#program, this.#runner, step);
      forced = hasRun ? undefined : this.#attempt(step, (value) => this.#forcedTensor(value, temporary));
    }
    for (const tensor of temporary) tensor.dispose();
    return { step, carried, forced };
  }

  /** Copies the values that `end` reads. */
  async fetch({ step: { kernelCall, inputs }, carried, forced }: Begun): Promise<void> {
    const tensors = [...inputs.map(this.#live.get), ...(carried.outputs ?? []), ...(forced?.outputs ?? [])];
    if (this.#runner.readsAsync) await this.#runner.fetch(tensors);
    await this.#reference.fetch(kernelCall.outputs.filter((value) => this.#reference.has(value)));
  }

  end({ step, carried, forced }: Begun): ComparedStep {
    const { kernelCall, inputs, call } = step;
    const inputError = inputs.reduce((max, value) => Math.max(max, this.#errors.get(value) ?? 0), 0);
    const failure = carried.failure ?? forced?.failure;
    const hasRun = forced === undefined;
    const outputs = kernelCall.outputs.map((value, i) =>
      this.#compare(step, value, { carried: carried.outputs?.[i], forced: forced?.outputs?.[i], hasRun, failure }),
    );
    this.#forgetRead(step, carried.outputs ?? []);
    for (const value of this.#live.used(inputs)) this.#forget(value);
    for (const value of kernelCall.outputs) if (!this.#live.has(value)) this.#forget(value);
    return { call, inputError, outputs, ...(failure !== undefined && { failure }) };
  }

  #attempt(step: Step, tensorOf: (value: number) => tf.Tensor): Attempt {
    try {
      return { outputs: this.#runner.run(step, tensorOf) };
    } catch (error) {
      if (error instanceof UnknownValue) throw error;
      return { failure: messageOf(error).trim().split('\n')[0]! };
    }
  }

  /** The reference's value on the tested backend, or one that was computed from the reference's. */
  #forcedTensor(value: number, temporary: tf.Tensor[]): tf.Tensor {
    if (!this.#differing.has(value)) return this.#live.get(value);
    const forced = this.#forced.get(value) ?? this.#reference.on(this.#runner, value);
    if (forced) return forced;
    const made = this.#runner.upload(this.#reference.read(value));
    temporary.push(made);
    return made;
  }

  #compare(step: Step, value: number, ran: OutputPair): ComparedValue | undefined {
    if (!this.#reference.has(value)) {
      this.#carryUncompared(step, value, ran);
      return undefined;
    }
    const compared = drawing.has(step.kernelCall.kernel) ? undefined : this.#comparedValue(step, value, ran);
    const { carried, forced } = ran;
    this.#errors.set(value, compared?.carriedError ?? 0);
    if (compared && compared.carried.scale > 0) this.#scales.set(value, compared.carried.scale);
    if (forced !== carried) forced?.dispose();
    if (carried && compared) {
      if (!isNone(compared.carried)) this.#differing.add(value);
      this.#live.set(value, carried);
    } else {
      // the kernel failed or drew at random: the program goes on from the reference's value
      carried?.dispose();
      this.#errors.set(value, 0);
      this.#live.set(value, this.#runner.upload(this.#reference.read(value)));
    }
    return compared;
  }

  #comparedValue(step: Step, value: number, { carried, forced, hasRun, failure }: OutputPair): ComparedValue {
    const failed: Difference = { ...none, mismatch: `fails: ${failure ?? ''}` };
    const known = carried && this.#knownDifference(carried, this.#reference.at(value));
    const isAgain = forced !== undefined && forced !== carried;
    const expected = known === undefined || isAgain ? this.#reference.read(value) : undefined;
    const found = known ?? (carried ? this.#difference(carried, value, expected!) : failed);
    const scale = found.notFinite > 0 ? 0 : found.scale;
    const made = isAgain
      ? gapOf(this.#runner.download(forced), expected!, scale)
      : gapIn(hasRun ? none : forced ? found : failed);
    const isMeasured = found.maxAbsolute > 0 || made.maxAbsolute > 0;
    const inputScale = isMeasured ? this.#inputScale(step) : 0;
    return { carried: found, made, carriedError: errorOf(found, inputScale), madeError: errorOf(made, inputScale) };
  }

  /** The difference of a tensor whose elements were compared with those of `expected` already. */
  #knownDifference({ dataId, dtype, shape }: tf.Tensor, expected: StoredAt): Difference | undefined {
    const known = this.#known.get(dataId);
    return known?.expected.dataId === expected.dataId &&
      known.tested === dtype &&
      known.expected.dtype === expected.dtype &&
      `${shape}` === `${expected.shape}`
      ? known.difference
      : undefined;
  }

  #difference(carried: tf.Tensor, value: number, expected: HostTensor): Difference {
    const difference = differenceOf(this.#runner.download(carried), expected);
    if (difference.mismatch === undefined) {
      const { dataId, shape, dtype } = this.#reference.at(value);
      this.#known.set(carried.dataId, { tested: carried.dtype, expected: { dataId, shape, dtype }, difference });
    }
    return difference;
  }

  /** Has what a kernel read compared again where it comes once more: a wrong kernel may have written to it. */
  #forgetRead({ inputs }: Step, outputs: readonly tf.Tensor[]): void {
    for (const value of inputs) {
      const { dataId } = this.#live.get(value);
      if (!outputs.some((output) => output.dataId === dataId)) this.#known.delete(dataId);
    }
  }

  /** The largest scale among the floating-point inputs that a kernel read. */
  #inputScale({ inputs }: Step): number {
    let scale = 0;
    for (const value of inputs) {
      if (this.#program.trace.values[value]!.dtype !== 'float32') continue;
      let known = this.#scales.get(value);
      if (known === undefined) {
        known = scaleOf(this.#runner.download(this.#live.get(value)).values as Float32Array);
        this.#scales.set(value, known);
      }
      scale = Math.max(scale, known);
    }
    return scale;
  }

  /** @throws UserError where the kernel failed, since nothing can stand for its output */
  #carryUncompared({ kernelCall, inputs }: Step, value: number, { carried, forced, failure }: OutputPair): void {
    // the reference has no counterpart of this output, so the kernel ran on the reference's values
    if (!carried || !forced)
      throw new UserError(`the kernel ${kernelCall.kernel} fails on ${this.#runner.name}: ${failure ?? 'no output'}`);
    if (forced !== carried) {
      this.#forced.set(value, forced);
      this.#differing.add(value);
    }
    // an output that the kernel passes on has the error of what it read
    this.#errors.set(value, Math.max(0, ...inputs.map((input) => this.#errors.get(input) ?? 0)));
    this.#live.set(value, carried);
  }

  #forget(value: number): void {
    this.#forced.get(value)?.dispose();
    this.#forced.delete(value);
    this.#reference.release(value);
  }
}

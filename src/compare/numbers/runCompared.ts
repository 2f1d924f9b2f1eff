// Runs a program kernel by kernel next to a reference. Each kernel runs on the values that the program carried so far, and,
// where these differ from the reference's, once more on the reference's: what differs then was made in this kernel.
import * as tf from '@tensorflow/tfjs-core';
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
  /** Inputs that do not differ, by value: their scale is read where the output does. */
  readonly equal: ReadonlyMap<number, tf.Tensor>;
  /** Those among them that nothing else reads. */
  readonly dropped: readonly tf.Tensor[];
  readonly inputError: number;
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
  /** Values whose scale is part of an error: inputs of kernels whose outputs have counterparts. */
  readonly #measuring: ReadonlySet<number>;
  /** By `dataId` of a tensor that no kernel read since, except for those that return its elements in another shape. */
  readonly #known = new WeakMap<object, KnownDifference>();

  constructor(program: Program, runner: Runner, reference: Reference) {
    this.#program = program;
    this.#runner = runner;
    this.#reference = reference;
    this.#live = new LiveValues(program, runner, readsOf(program));
    const compared = program.steps.filter(({ kernelCall }) => kernelCall.outputs.some((value) => reference.has(value)));
    this.#measuring = new Set(compared.flatMap(({ inputs }) => inputs));
  }

  /** Runs a kernel, and ends its use of differing inputs, so that they are gone when the reference computes its outputs. */
  begin(step: Step): Begun {
    const temporary: tf.Tensor[] = [];
    const carried = this.#attempt(step, this.#live.get);
    this.#forgetRead(step, carried.outputs ?? []);
    const differing = step.inputs.filter((value) => this.#differing.has(value));
    const inputError = step.inputs.reduce((max, value) => Math.max(max, this.#errors.get(value) ?? 0), 0);
    let forced: Attempt | undefined = carried;
    const ended = this.#live.used(differing);
    if (differing.length > 0) {
      const hasRun = this.#reference.hasRun(this.#program, this.#runner, step);
      forced = hasRun ? undefined : this.#attempt(step, (value) => this.#forcedTensor(value, temporary));
    }
    tf.dispose(temporary);
    const equalInputs = step.inputs.filter((value) => !this.#differing.has(value));
    const equal = new Map(equalInputs.map((value) => [value, this.#live.get(value)]));
    const dropped: tf.Tensor[] = [];
    ended.push(...this.#live.used(equalInputs, (tensor) => dropped.push(tensor)));
    for (const value of ended) this.#forget(value);
    return { step, equal, dropped, inputError, carried, forced };
  }

  /** Copies the values that `end` reads. */
  async fetch({ step: { kernelCall }, equal, carried, forced }: Begun): Promise<void> {
    const tensors = [...equal.values(), ...(carried.outputs ?? []), ...(forced?.outputs ?? [])];
    if (this.#runner.readsAsync) await this.#runner.fetch(tensors);
    await this.#reference.fetch(kernelCall.outputs.filter((value) => this.#reference.has(value)));
  }

  /** Compares the outputs of a kernel that ran, and carries them on. */
  end(begun: Begun): ComparedStep {
    const { step, dropped, inputError, carried, forced } = begun;
    const { kernelCall, call } = step;
    const failure = carried.failure ?? forced?.failure;
    const hasRun = forced === undefined;
    const outputs = kernelCall.outputs.map((value, i) =>
      this.#compare(begun, value, { carried: carried.outputs?.[i], forced: forced?.outputs?.[i], hasRun, failure }),
    );
    tf.dispose([...dropped]);
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

  #compare(begun: Begun, value: number, ran: OutputPair): ComparedValue | undefined {
    if (!this.#reference.has(value)) {
      this.#carryUncompared(begun.step, value, ran);
      return undefined;
    }
    const { carried, forced } = ran;
    const compared = drawing.has(begun.step.kernelCall.kernel) ? undefined : this.#comparedValue(begun, value, ran);
    if (forced !== carried && forced?.isDisposed === false) forced.dispose();
    if (carried && compared) {
      this.#errors.set(value, compared.carriedError);
      if (!isNone(compared.carried)) this.#scales.set(value, compared.carried.scale);
      if (!isNone(compared.carried)) this.#differing.add(value);
      this.#live.set(value, carried);
    } else {
      // the kernel failed or drew at random: the program goes on from the reference's value
      carried?.dispose();
      this.#errors.set(value, 0);
      const expected = this.#reference.read(value);
      this.#scales.set(value, scaleOf(expected));
      this.#live.set(value, this.#runner.upload(expected));
    }
    return compared;
  }

  #comparedValue(begun: Begun, value: number, { carried, forced, hasRun, failure }: OutputPair): ComparedValue {
    const failed: Difference = { ...none, mismatch: `fails: ${failure ?? ''}` };
    const remade = forced !== undefined && forced !== carried ? this.#remade(forced, value) : undefined;
    const known = carried && this.#knownDifference(carried, this.#reference.at(value));
    const found = known ?? (carried ? this.#difference(carried, value, remade?.expected) : failed);
    const made = remade?.gap ?? gapIn(hasRun ? none : forced ? found : failed);
    const isMeasured = found.maxAbsolute > 0 || made.maxAbsolute > 0;
    const inputScale = isMeasured ? this.#inputScale(begun) : 0;
    return { carried: found, made, carriedError: errorOf(found, inputScale), madeError: errorOf(made, inputScale) };
  }

  /** The gap of an output from the reference's inputs, which is read and disposed before the reference's own is read. */
  #remade(forced: tf.Tensor, value: number): { readonly gap: Gap; readonly expected: HostTensor } {
    const again = this.#runner.download(forced);
    forced.dispose();
    const expected = this.#reference.read(value);
    return { gap: gapOf(again, expected), expected };
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

  #difference(carried: tf.Tensor, value: number, expected = this.#reference.read(value)): Difference {
    const difference = differenceOf(this.#runner.download(carried), expected);
    if (difference.mismatch === undefined) {
      const { dataId, shape, dtype } = this.#reference.at(value);
      this.#known.set(carried.dataId, { tested: carried.dtype, expected: { dataId, shape, dtype }, difference });
    }
    return difference;
  }

  /** Forgets known differences of the inputs of a kernel, so that they are measured again: a faulty kernel may write to them. */
  #forgetRead({ inputs }: Step, outputs: readonly tf.Tensor[]): void {
    for (const value of inputs) {
      const { dataId } = this.#live.get(value);
      if (!outputs.some((output) => output.dataId === dataId)) this.#known.delete(dataId);
    }
  }

  /** The largest scale among the inputs that a kernel read. */
  #inputScale({ step, equal }: Begun): number {
    const scales = step.inputs.map((value) => {
      const known = this.#scales.get(value) ?? scaleOf(this.#runner.download(equal.get(value)!));
      this.#scales.set(value, known);
      return known;
    });
    return Math.max(0, ...scales);
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
    if (this.#measuring.has(value)) this.#scales.set(value, scaleOf(this.#runner.download(carried)));
    this.#live.set(value, carried);
  }

  #forget(value: number): void {
    this.#forced.get(value)?.dispose();
    this.#forced.delete(value);
    this.#reference.release(value);
  }
}

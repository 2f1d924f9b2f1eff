// Runs a program kernel by kernel next to a reference. Each kernel runs on the values that the program carried so far. Where these
// differ from the reference's, it first runs on the reference's too: a difference of those outputs was made in this kernel. They
// are disposed before it runs on the carried values, so that two sides are alive at most.
import * as tf from '@tensorflow/tfjs-core';
import { inferencePeakBytes, liveness } from '../../cost/memory.ts';
import { messageOf, UserError } from '../../errors.ts';
import type { Awaitable } from '../../trace/awaitable.ts';
import type { Attempt, ComparedStep, ComparedValue, RanStep, Reads, Remade, RemadeStep } from './comparedStep.ts';
import { type Difference, differenceOf, errorOf, gapIn, gapOf, isNone, none, scaleOf } from './difference.ts';
import { LiveValues } from './liveValues.ts';
import { type Program, type Runner, readsOf, type Step, UnknownValue } from './program.ts';
import { hostTensor, type PieceSize, pieceIn, readableTensor, readCount } from './readableTensor.ts';
import type { Reference, StoredAt } from './reference.ts';

/** Kernels that draw random numbers themselves: the program goes on from the reference's draw in place of theirs. */
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
  const readsAsync = runner.readsAsync || reference.readsAsync;
  if (readsAsync) return runFetched(program, run, onStep);
  for (const step of program.steps) {
    const reads = run.step(step);
    let next = reads.next();
    while (!next.done) next = reads.next();
    onStep(next.value);
  }
}

async function runFetched(program: Program, run: ComparedRun, onStep: (step: ComparedStep) => void): Promise<void> {
  for (const step of program.steps) {
    const reads = run.step(step);
    let next = reads.next();
    while (!next.done) {
      await run.fetch(next.value);
      next = reads.next();
    }
    onStep(next.value);
  }
}

/** The measured difference of a tensor, which holds for any other tensor of the same elements. */
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
  /** Outputs without a counterpart of kernels that ran on the reference's values, for the kernels that read these. */
  readonly #forced = new Map<number, tf.Tensor>();
  /** Values that differ from the reference's, or were computed from differing ones. */
  readonly #differing = new Set<number>();
  /** `carriedError` by value. */
  readonly #errors = new Map<number, number>();
  /** Root mean square by value, where it was measured. */
  readonly #scales = new Map<number, number>();
  /** Inputs of kernels whose outputs have counterparts: the scale of an input is part of an output's error. */
  readonly #measuring: ReadonlySet<number>;
  /** Bytes that a pass holds at its peak. */
  readonly #peak: number;
  /** Bytes that a pass holds during each call and after it. */
  readonly #bytes: ReturnType<typeof liveness>;
  /** Measured differences by `dataId`. A kernel that reads a tensor ends its entry, unless it returns the same elements. */
  readonly #known = new WeakMap<object, KnownDifference>();

  constructor(program: Program, runner: Runner, reference: Reference) {
    this.#program = program;
    this.#runner = runner;
    this.#reference = reference;
    this.#live = new LiveValues(program, runner, readsOf(program));
    const compared = program.steps.filter(({ kernelCall }) => kernelCall.outputs.some((value) => reference.has(value)));
    this.#measuring = new Set(compared.flatMap(({ inputs }) => inputs));
    this.#peak = inferencePeakBytes(program.trace);
    this.#bytes = liveness(program.trace);
  }

  /** Runs a kernel and compares its outputs. Before it reads values it yields them, so that they can be fetched. */
  *step(step: Step): Generator<Reads, ComparedStep> {
    const { kernelCall, inputs } = step;
    const inputError = inputs.reduce((max, value) => Math.max(max, this.#errors.get(value) ?? 0), 0);
    const ended = this.#live.lastReads(inputs);
    const inputsDiffer = inputs.some((value) => this.#differing.has(value));
    // the reference's own outputs are then those of this kernel on the reference's values
    const hasRun = inputsDiffer && this.#reference.hasRun(this.#program, this.#runner, step);
    const remade = inputsDiffer && !hasRun ? yield* this.#remake(step, ended) : undefined;
    if (!remade) for (const value of ended) this.#forget(value);
    const carried = this.#attempt(step, this.#live.get);
    this.#forgetRead(step, carried.outputs ?? []);
    // equal inputs are disposed last: their scale is part of an output's error, and may have to be read yet
    this.#live.used(inputs.filter((value) => this.#differing.has(value)));
    const equal = new Map(
      inputs.filter((value) => !this.#differing.has(value)).map((value) => [value, this.#live.get(value)]),
    );
    const dropped: tf.Tensor[] = [];
    this.#live.used(
      inputs.filter((value) => equal.has(value)),
      (tensor) => dropped.push(tensor),
    );
    yield { tensors: [...equal.values(), ...(carried.outputs ?? [])], values: this.#comparable(step) };
    const failure = carried.failure ?? remade?.failure;
    const ran: RanStep = {
      step,
      equal,
      carried: carried.outputs,
      remade: remade?.outputs,
      inputsDiffer,
      hasRun,
      failure,
    };
    const outputs = kernelCall.outputs.map((value, i) => this.#compare(ran, value, i));
    tf.dispose(dropped);
    for (const value of kernelCall.outputs) if (!this.#live.has(value)) this.#forget(value);
    return { call: step.call, inputError, outputs, ...(failure !== undefined && { failure }) };
  }

  #attempt(step: Step, tensorOf: (value: number) => tf.Tensor): Attempt {
    try {
      return { outputs: this.#runner.run(step, tensorOf) };
    } catch (error) {
      if (error instanceof UnknownValue) throw error;
      return { failure: messageOf(error).trim().split('\n')[0]! };
    }
  }

  /** Copies values that a step is about to read to where `readable` finds them. */
  async fetch({ tensors, values }: Reads): Promise<void> {
    if (this.#runner.readsAsync) await this.#runner.fetch(tensors);
    await this.#reference.fetch(values);
  }

  /** Runs a kernel on the reference's values, releases those in `ended`, and measures the gaps of the outputs. */
  *#remake(step: Step, ended: readonly number[]): Generator<Reads, RemadeStep> {
    const temporary: tf.Tensor[] = [];
    const { outputs, failure } = this.#attempt(step, (value) => this.#forcedTensor(value, temporary));
    tf.dispose(temporary);
    for (const value of ended) this.#forget(value);
    if (!outputs) return { failure };
    const values = this.#comparable(step);
    yield { tensors: outputs, values };
    const remade = step.kernelCall.outputs.map((value, i): Remade | undefined => {
      const tensor = outputs[i];
      if (!tensor || !this.#reference.has(value)) return tensor && { tensor };
      const size = this.#pieceAt(step, true);
      const counterpart = this.#reference.readable(value);
      const isWhole = size(readCount(counterpart)) === readCount(counterpart);
      const expected = isWhole ? readableTensor(hostTensor(counterpart)) : counterpart;
      const gap = gapOf(this.#runner.readable(tensor), expected, size);
      tensor.dispose();
      return { gap, expected };
    });
    return { outputs: remade };
  }

  /** Chooses the size of pieces after a kernel, so that the comparison holds no more bytes than two passes at their peak. */
  #pieceAt({ call }: Step, holdsInputs: boolean): PieceSize {
    const after = this.#bytes.after[call]!;
    return pieceIn(2 * this.#peak - after - (holdsInputs ? this.#bytes.during[call]! : after));
  }

  /** The outputs of a step that have counterparts. */
  #comparable({ kernelCall }: Step): number[] {
    return kernelCall.outputs.filter((value) => this.#reference.has(value));
  }

  /**
   * Returns the reference's value of an input as a tensor of the tested backend.
   * @param temporary gets a tensor that the caller disposes
   */
  #forcedTensor(value: number, temporary: tf.Tensor[]): tf.Tensor {
    if (!this.#differing.has(value)) return this.#live.get(value);
    const forced = this.#forced.get(value) ?? this.#reference.on(this.#runner, value);
    if (forced) return forced;
    const made = this.#runner.upload(hostTensor(this.#reference.readable(value)));
    temporary.push(made);
    return made;
  }

  #compare(ran: RanStep, value: number, output: number): ComparedValue | undefined {
    if (!this.#reference.has(value)) {
      this.#carryUncompared(ran, value, output);
      return undefined;
    }
    const carried = ran.carried?.[output];
    const compared = drawing.has(ran.step.kernelCall.kernel) ? undefined : this.#comparedValue(ran, value, output);
    if (carried && compared) {
      this.#errors.set(value, compared.carriedError);
      if (!isNone(compared.carried)) this.#scales.set(value, compared.carried.scale);
      if (!isNone(compared.carried)) this.#differing.add(value);
      this.#live.set(value, carried);
    } else {
      // the kernel failed or drew at random: the program goes on from the reference's value
      carried?.dispose();
      this.#errors.set(value, 0);
      const expected = this.#reference.readable(value);
      this.#scales.set(value, scaleOf(expected));
      this.#live.set(value, this.#runner.upload(hostTensor(expected)));
    }
    return compared;
  }

  #comparedValue(ran: RanStep, value: number, output: number): ComparedValue {
    const { carried, remade, inputsDiffer, hasRun, failure } = ran;
    const failed: Difference = { ...none, mismatch: `fails: ${failure ?? ''}` };
    const tensor = carried?.[output];
    const again = remade?.[output];
    const measured = again && 'gap' in again ? again : undefined;
    const size = this.#pieceAt(ran.step, !inputsDiffer);
    const found = tensor ? this.#difference(tensor, value, size, measured?.expected) : failed;
    const made = measured?.gap ?? gapIn(hasRun ? none : inputsDiffer ? failed : found);
    const isMeasured = found.maxAbsolute > 0 || made.maxAbsolute > 0;
    const inputScale = isMeasured ? this.#inputScale(ran) : 0;
    return { carried: found, made, carriedError: errorOf(found, inputScale), madeError: errorOf(made, inputScale) };
  }

  /** The difference of a tensor whose elements were already compared with those of `expected`. */
  #knownDifference({ dataId, dtype, shape }: tf.Tensor, expected: StoredAt): Difference | undefined {
    const known = this.#known.get(dataId);
    return known?.expected.dataId === expected.dataId &&
      known.tested === dtype &&
      known.expected.dtype === expected.dtype &&
      `${shape}` === `${expected.shape}`
      ? known.difference
      : undefined;
  }

  #difference(
    carried: tf.Tensor,
    value: number,
    size: PieceSize,
    expected = this.#reference.readable(value),
  ): Difference {
    const { dataId, shape, dtype } = this.#reference.at(value);
    const known = this.#knownDifference(carried, { dataId, shape, dtype });
    if (known) return known;
    const difference = differenceOf(this.#runner.readable(carried), expected, size);
    if (difference.mismatch === undefined)
      this.#known.set(carried.dataId, { tested: carried.dtype, expected: { dataId, shape, dtype }, difference });
    return difference;
  }

  /** Forgets known differences of a kernel's inputs, so that they are measured again: a faulty kernel may write into them. */
  #forgetRead({ inputs }: Step, outputs: readonly tf.Tensor[]): void {
    for (const value of inputs) {
      const { dataId } = this.#live.get(value);
      if (!outputs.some((output) => output.dataId === dataId)) this.#known.delete(dataId);
    }
  }

  /** The largest scale among the inputs that a kernel read. */
  #inputScale({ step, equal }: RanStep): number {
    const size = this.#pieceAt(step, true);
    const scales = step.inputs.map((value) => {
      const known = this.#scales.get(value) ?? scaleOf(this.#runner.readable(equal.get(value)!), size);
      this.#scales.set(value, known);
      return known;
    });
    return Math.max(0, ...scales);
  }

  /** @throws UserError where the kernel failed, since nothing can stand for its output */
  #carryUncompared({ step, carried, remade, inputsDiffer, failure }: RanStep, value: number, output: number): void {
    const { kernelCall, inputs } = step;
    const tensor = carried?.[output];
    const again = remade?.[output];
    if (!tensor || (inputsDiffer && !again))
      throw new UserError(`the kernel ${kernelCall.kernel} fails on ${this.#runner.name}: ${failure ?? 'no output'}`);
    if (again && 'tensor' in again) {
      this.#forced.set(value, again.tensor);
      this.#differing.add(value);
    }
    // an output that the kernel passes on has the error of what it read
    this.#errors.set(value, Math.max(0, ...inputs.map((input) => this.#errors.get(input) ?? 0)));
    if (this.#measuring.has(value)) this.#scales.set(value, scaleOf(this.#runner.readable(tensor)));
    this.#live.set(value, tensor);
  }

  /** Frees the reference's side of a value that no later kernel reads. */
  #forget(value: number): void {
    this.#forced.get(value)?.dispose();
    this.#forced.delete(value);
    this.#reference.release(value);
  }
}

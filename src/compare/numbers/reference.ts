// The values that a comparison takes for right: those of another run, or of a file.
import type * as tf from '@tensorflow/tfjs-core';
import { messageOf, UserError } from '../../errors.ts';
import { LiveValues } from './liveValues.ts';
import {
  isSameKernel,
  type Program,
  type Runner,
  readableSource,
  readsOf,
  type Source,
  type Step,
  sourceOf,
  UnknownValue,
} from './program.ts';
import { type HostTensor, minPiece, Pieces, type ReadableTensor, readableTensor, readCount } from './readableTensor.ts';

/** Where the elements of a counterpart are, and their form. */
export interface StoredAt extends Pick<HostTensor, 'shape' | 'dtype'> {
  /** The same object for tensors that share their elements. */
  readonly dataId: object;
}

/** The reference's values, each by the index of its counterpart in the tested program's `trace.values`. */
export interface Reference {
  /** Whether a value of the tested program has a counterpart. */
  has(value: number): boolean;
  /** Whether `fetch` must come before `readable`. */
  readonly readsAsync: boolean;
  /** Computes counterparts, and copies them to where `readable` finds them. */
  fetch(values: readonly number[]): Promise<void>;
  /** Where the elements of the counterpart are. */
  at(value: number): StoredAt;
  /** The counterpart, which may be read until it is released. */
  readable(value: number): ReadableTensor;
  /** The counterpart as a tensor on the backend of `runner`, if it is there already; the reference disposes it. */
  on(runner: Runner, value: number): tf.Tensor | undefined;
  /**
   * Whether the reference ran the same kernel on the same backend, on the counterparts of all inputs of `step`. On these, the
   * step would compute the counterparts of its outputs.
   */
  hasRun(program: Program, runner: Runner, step: Step): boolean;
  /** Paths in the tested program of the parameters that `step` reads and that have other values on the reference's side. */
  differingParameters(program: Program, step: Step): readonly string[];
  /** Ends the tested program's use of a value's counterpart. */
  release(value: number): void;
}

/** A kernel of the reference could not compute. */
export class ReferenceFailure extends UserError {}

/** Another program as the reference. It runs as far as the values that are read need it. */
export class ProgramReference implements Reference {
  readonly #program: Program;
  readonly #runner: Runner;
  readonly #pairs: ReadonlyMap<number, number>;
  readonly #live: LiveValues;
  /** The step that makes each value. */
  readonly #stepOf: ReadonlyMap<number, Step>;
  #next = 0;

  /** @param pairs by value of the tested program: the value of this one */
  constructor(program: Program, runner: Runner, pairs: ReadonlyMap<number, number>) {
    const uses = readsOf(program);
    for (const value of pairs.values()) uses[value]! += 1;
    this.#program = program;
    this.#runner = runner;
    this.#pairs = pairs;
    this.#live = new LiveValues(program, runner, uses);
    this.#stepOf = new Map(
      program.steps.flatMap((step) => step.kernelCall.outputs.map((value) => [value, step] as const)),
    );
  }

  has(value: number): boolean {
    return this.#pairs.has(value);
  }

  get readsAsync(): boolean {
    return this.#runner.readsAsync;
  }

  async fetch(values: readonly number[]): Promise<void> {
    const tensors = values.map((value) => this.#tensor(value));
    if (this.readsAsync) await this.#runner.fetch(tensors);
  }

  at(value: number): StoredAt {
    return this.#tensor(value);
  }

  readable(value: number): ReadableTensor {
    return this.#runner.readable(this.#tensor(value));
  }

  on(runner: Runner, value: number): tf.Tensor | undefined {
    return runner.backend === this.#runner.backend ? this.#tensor(value) : undefined;
  }

  hasRun(program: Program, runner: Runner, step: Step): boolean {
    if (runner.backend !== this.#runner.backend) return false;
    const { outputs } = step.kernelCall;
    const own = this.#stepOf.get(this.#pairs.get(outputs[0]!)!);
    return (
      own !== undefined &&
      isSameKernel(own, step) &&
      outputs.every((value, i) => this.#pairs.get(value) === own.kernelCall.outputs[i]) &&
      step.inputs.every((value, i) => this.#isCounterpart(program, value, own.inputs[i]!))
    );
  }

  differingParameters(program: Program, { kernelCall }: Step): readonly string[] {
    const paired = kernelCall.outputs.map((value) => this.#pairs.get(value)).find((value) => value !== undefined);
    const own = paired === undefined ? undefined : this.#stepOf.get(paired);
    if (!own || program === this.#program) return [];
    const paths = Object.entries(kernelCall.inputs).flatMap(([name, values]) => {
      const others = [own.kernelCall.inputs[name] ?? []].flat();
      return [values].flat().flatMap((value, i): string[] => {
        const ours = forwardedParameter(program, value);
        const theirs = others[i] === undefined ? undefined : forwardedParameter(this.#program, others[i]);
        // one that was permuted otherwise has its elements in another order
        if (!ours || !theirs || ours.permutations !== theirs.permutations) return [];
        const [a, b] = [sourceOf(program, ours.value), sourceOf(this.#program, theirs.value)];
        return isSameSource(a, b) ? [] : [ours.path];
      });
    });
    return [...new Set(paths)];
  }

  /** Whether a value of the tested program has, on the reference's side, the elements of `own`. */
  #isCounterpart(program: Program, value: number, own: number): boolean {
    if (this.#pairs.has(value)) return this.#pairs.get(value) === own;
    if (program === this.#program && value === own) return true;
    const [a, b] = [program.trace.values[value]!, this.#program.trace.values[own]!];
    if (
      !isSource(program, value) ||
      !isSource(this.#program, own) ||
      a.dtype !== b.dtype ||
      `${a.shape}` !== `${b.shape}`
    )
      return false;
    return isSameSource(sourceOf(program, value), sourceOf(this.#program, own));
  }

  release(value: number): void {
    const paired = this.#pairs.get(value);
    if (paired !== undefined) this.#live.used([paired]);
  }

  #tensor(value: number): tf.Tensor {
    const paired = this.#pairs.get(value)!;
    while (this.#stepOf.has(paired) && !this.#live.has(paired)) this.#run(this.#program.steps[this.#next++]!);
    return this.#live.get(paired);
  }

  #run(step: Step): void {
    let outputs: tf.Tensor[];
    try {
      outputs = this.#runner.run(step, this.#live.get);
    } catch (error) {
      if (error instanceof UnknownValue) throw error;
      const reason = messageOf(error);
      throw new ReferenceFailure(
        `the reference fails on ${this.#runner.name}, kernel ${step.kernelCall.kernel}: ${reason}`,
        { cause: error },
      );
    }
    for (const [i, value] of step.kernelCall.outputs.entries()) this.#live.set(value, outputs[i]!);
    this.#live.used(step.inputs);
  }
}

/** Whether a value is an input, a parameter or a constant. */
function isSource({ trace }: Program, value: number): boolean {
  const { parameter, constant } = trace.values[value]!;
  return parameter !== undefined || constant !== undefined || trace.inputs.includes(value);
}

/** Whether two sources have the same elements, the sign of a zero included. */
function isSameSource(a: Source, b: Source): boolean {
  if (a === b) return true;
  if (readCount(a) !== readCount(b)) return false;
  return new Pieces(readableSource(a), readableSource(b), () => minPiece).every((x, y) => {
    for (let i = 0; i < y.length; i++) if (!Object.is(x[i], y[i])) return false;
    return true;
  });
}

/** Kernels whose output has the elements of their first input, in another order at most. */
const forwarding: ReadonlySet<string> = new Set(['Identity', 'Reshape', 'ExpandDims', 'Cast', 'Transpose']);

/** A parameter from which a value has its elements. */
interface Forwarded {
  /** Index of the parameter in `trace.values`. */
  readonly value: number;
  readonly path: string;
  /** The attributes of the transpositions between the two, as text. */
  readonly permutations: string;
}

/** Finds the parameter that a value is, or has its elements from through forwarding kernels alone. */
function forwardedParameter(program: Program, value: number, permutations = ''): Forwarded | undefined {
  const { trace, steps } = program;
  const { parameter: path } = trace.values[value]!;
  if (path !== undefined) return { value, path, permutations };
  const made = steps.find(({ kernelCall }) => kernelCall.outputs.includes(value));
  if (!made || !forwarding.has(made.kernelCall.kernel)) return undefined;
  const { kernel, attributes } = made.kernelCall;
  const more = kernel === 'Transpose' ? `${permutations}${JSON.stringify(attributes)}` : permutations;
  return forwardedParameter(program, made.inputs[0]!, more);
}

/** Arrays of a file as the reference, by value of the tested program. */
export class StoredReference implements Reference {
  readonly readsAsync = false;
  readonly #arrays: Map<number, HostTensor>;

  constructor(arrays: ReadonlyMap<number, HostTensor>) {
    this.#arrays = new Map(arrays);
  }

  has(value: number): boolean {
    return this.#arrays.has(value);
  }

  async fetch(): Promise<void> {}

  readable(value: number): ReadableTensor {
    return readableTensor(this.#arrays.get(value)!);
  }

  at(value: number): StoredAt {
    const { shape, dtype, values } = this.#arrays.get(value)!;
    return { shape, dtype, dataId: values };
  }

  on(): undefined {
    return undefined;
  }

  hasRun(): boolean {
    return false;
  }

  differingParameters(): readonly string[] {
    return [];
  }

  release(value: number): void {
    this.#arrays.delete(value);
  }
}

// The tensors of a program that runs, on one backend.
import type * as tf from '@tensorflow/tfjs-core';
import { mayWrite, type Program, type Runner, sourceOf } from './program.ts';

/** The tensors of a program's values that were made and are still needed: each is disposed after the last use of its value. */
export class LiveValues {
  readonly #program: Program;
  readonly #runner: Runner;
  readonly #uses: Int32Array;
  /** Whether sources are copied, since a kernel may write into the model's own tensors. */
  readonly #copiesSources: boolean;
  readonly #tensors = new Map<number, tf.Tensor>();

  /** @param uses how often each value is used before it is disposed */
  constructor(program: Program, runner: Runner, uses: Int32Array) {
    this.#program = program;
    this.#runner = runner;
    this.#uses = uses;
    this.#copiesSources = mayWrite(program);
  }

  /** The tensor of a value; an input, parameter or constant is made at its first use. */
  readonly get = (value: number): tf.Tensor => {
    const known = this.#tensors.get(value);
    if (known) return known;
    const made = this.#runner.tensorOf(sourceOf(this.#program, value), this.#copiesSources);
    this.#tensors.set(value, made);
    return made;
  };

  set(value: number, tensor: tf.Tensor): void {
    this.#tensors.set(value, tensor);
    if (this.#uses[value] === 0) this.#drop(value);
  }

  has(value: number): boolean {
    return this.#tensors.has(value);
  }

  /** The values among the inputs of a step that no later step reads. */
  lastReads(values: readonly number[]): number[] {
    return [...new Set(values)].filter(
      (value) => this.#uses[value] === values.reduce((count, one) => count + Number(one === value), 0),
    );
  }

  /**
   * Counts one use of each value as done.
   * @param drop receives the tensors of values without another use; it disposes them unless given
   */
  used(values: readonly number[], drop: (tensor: tf.Tensor) => unknown = (tensor) => tensor.dispose()): void {
    for (const value of values) {
      this.#uses[value]! -= 1;
      if (this.#uses[value] !== 0) continue;
      const tensor = this.#tensors.get(value);
      if (tensor) drop(tensor);
      this.#tensors.delete(value);
    }
  }

  #drop(value: number): void {
    this.#tensors.get(value)?.dispose();
    this.#tensors.delete(value);
  }
}

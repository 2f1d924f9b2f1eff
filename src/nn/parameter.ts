// A model's learnable or remembered array: declared by shape, dtype and initial distribution, filled only when numbers
// are needed. In: a declaration. Out: a tensor.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { shared } from './shared.ts';

export type Initializer =
  | { readonly kind: 'uniform'; readonly bound: number }
  | { readonly kind: 'normal' }
  | { readonly kind: 'constant'; readonly value: number };

export const uniform = (bound: number): Initializer => ({ kind: 'uniform', bound });
export const constant = (value: number): Initializer => ({ kind: 'constant', value });
export const normal: Initializer = { kind: 'normal' };

export type ParameterDtype = 'float32' | 'int32';

/** What a parameter's `value` is during a trace: a tensor of the parameter's shape without numbers. */
export type StandIn = (parameter: Parameter) => tf.Tensor;

/**
 * Runs `body` with every parameter's value replaced by a stand-in, and puts the former state back even after a throw.
 * @param make undefined: with the parameters' own values
 */
export function withStandIns<T>(make: StandIn | undefined, body: () => T): T {
  const before = shared.standIn;
  shared.standIn = make;
  try {
    return body();
  } finally {
    shared.standIn = before;
  }
}

export class Parameter {
  readonly shape: readonly number[];
  readonly dtype: ParameterDtype;
  readonly initializer: Initializer;
  #requiresGrad = true;
  #variable: tf.Variable | undefined;
  // numbers that were set before any backend was needed
  #waiting: tf.TypedArray | undefined;

  constructor(shape: readonly number[], initializer: Initializer, dtype: ParameterDtype = 'float32') {
    this.shape = shape;
    this.initializer = initializer;
    this.dtype = dtype;
  }

  /** false: frozen, also for tf.js's optimizers */
  get requiresGrad(): boolean {
    return this.#requiresGrad;
  }

  set requiresGrad(required: boolean) {
    this.#requiresGrad = required;
    if (this.#variable) this.#variable.trainable = required;
  }

  /** part of the state but not learnt */
  get isBuffer(): boolean {
    return false;
  }

  /** false: nobody gave it numbers, and none were drawn */
  get isFilled(): boolean {
    return this.#variable !== undefined || this.#waiting !== undefined;
  }

  get size(): number {
    return this.shape.reduce((product, dim) => product * dim, 1);
  }

  /** The numbers, those that were set or else drawn from the initial distribution at the first call. */
  get value(): tf.Tensor {
    if (shared.standIn) return shared.standIn(this);
    if (!this.#variable) this.#assign(this.#waiting ? this.#tensor(this.#waiting) : draw(this));
    this.#waiting = undefined;
    return this.#variable!;
  }

  /** Replaces the numbers; `values` has `size` elements in row-major order. */
  set(values: tf.TypedArray): void {
    // a trace puts back what is assigned to a variable
    if (shared.standIn) assign(shared.standIn(this) as tf.Variable, this.#tensor(values));
    else if (this.#variable) this.#assign(this.#tensor(values));
    else this.#waiting = values.slice();
  }

  /** @throws UserError inside of a trace, which could not put the numbers back */
  dispose(): void {
    if (shared.standIn) throw new UserError('a parameter cannot be disposed while its model is traced');
    this.#variable?.dispose();
    this.#variable = undefined;
    this.#waiting = undefined;
  }

  #tensor(values: tf.TypedArray): tf.Tensor {
    return tf.tensor(values, [...this.shape], this.dtype);
  }

  #assign(tensor: tf.Tensor): void {
    if (this.#variable) assign(this.#variable, tensor);
    else {
      this.#variable = tf.variable(tensor, this.requiresGrad);
      tensor.dispose();
    }
  }
}

/** An array that is part of the state but not learnt, such as BatchNorm's running mean. */
export class Buffer extends Parameter {
  constructor(shape: readonly number[], initializer: Initializer, dtype: ParameterDtype = 'float32') {
    super(shape, initializer, dtype);
    this.requiresGrad = false;
  }

  override get isBuffer(): boolean {
    return true;
  }
}

function assign(variable: tf.Variable, tensor: tf.Tensor): void {
  variable.assign(tensor);
  tensor.dispose();
}

function draw({ shape, dtype, initializer }: Parameter): tf.Tensor {
  const dims = [...shape];
  switch (initializer.kind) {
    case 'uniform':
      return tf.randomUniform(dims, -initializer.bound, initializer.bound, dtype);
    case 'normal':
      return tf.randomNormal(dims, 0, 1, 'float32');
    case 'constant':
      return tf.fill(dims, initializer.value, dtype);
  }
}

// Parameters and buffers of modules: declared by shape, dtype and initializer, initialized only when their values are needed.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { type StandIn, shared } from './shared.ts';

/** The initial distribution of a parameter. */
export type Initializer =
  | { readonly kind: 'uniform'; readonly bound: number }
  | { readonly kind: 'normal' }
  | { readonly kind: 'constant'; readonly value: number };

/** Uniform in [-bound, bound). */
export const uniform = (bound: number): Initializer => ({ kind: 'uniform', bound });
/** `value` in every element. */
export const constant = (value: number): Initializer => ({ kind: 'constant', value });
/** Normal with mean 0 and standard deviation 1. */
export const normal: Initializer = { kind: 'normal' };

/** The dtypes that a parameter can have. */
export type ParameterDtype = 'float32' | 'int32';

/**
 * Runs `body` with every parameter's value replaced by a stand-in; afterwards, also after a throw, the former state is back.
 * @param make makes the stand-ins; undefined for the parameters' own values
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

/** A learnable array of a module. */
export class Parameter {
  readonly shape: readonly number[];
  readonly dtype: ParameterDtype;
  readonly initializer: Initializer;
  #requiresGrad = true;
  #variable: tf.Variable | undefined;
  // values that were set before any backend was needed
  #waiting: tf.TypedArray | undefined;

  /** @param initializer gives the values, at their first use */
  constructor(shape: readonly number[], initializer: Initializer, dtype: ParameterDtype = 'float32') {
    this.shape = shape;
    this.initializer = initializer;
    this.dtype = dtype;
  }

  /** Whether it trains; setting false freezes it, also for tf.js's optimizers. */
  get requiresGrad(): boolean {
    return this.#requiresGrad;
  }

  /** Lets it train or freezes it, in a trace and for tf.js’s optimizers. */
  set requiresGrad(required: boolean) {
    this.#requiresGrad = required;
    if (this.#variable) this.#variable.trainable = required;
  }

  /** Whether it is part of the state but not learnt. */
  get isBuffer(): boolean {
    return false;
  }

  /** Whether it has values: set by a caller, or initialized. */
  get isFilled(): boolean {
    return this.#variable !== undefined || this.#waiting !== undefined;
  }

  /** The number of elements. */
  get size(): number {
    return this.shape.reduce((product, dim) => product * dim, 1);
  }

  /**
   * The values as a variable: those that were set, or else initialized at the first call.
   * @throws UserError where no backend of tf.js is registered to hold them
   */
  get value(): tf.Tensor {
    if (shared.standIn) return shared.standIn(this);
    if (!this.#variable) {
      expectBackend();
      this.#assign(this.#waiting ? this.#tensor(this.#waiting) : draw(this));
    }
    this.#waiting = undefined;
    return this.#variable!;
  }

  /** Replaces the values by `size` elements in row-major order. */
  set(values: tf.TypedArray): void {
    // a trace puts back assignments to variables
    if (shared.standIn) assign(shared.standIn(this) as tf.Variable, this.#tensor(values));
    else if (this.#variable) this.#assign(this.#tensor(values));
    else this.#waiting = values.slice();
  }

  /** Frees the values. @throws UserError inside a trace, which could not put them back */
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

function expectBackend(): void {
  if (Object.keys(tf.engine().registryFactory).length === 0)
    throw new UserError(
      "no backend of tf.js is there to hold the values of parameters: import '@tensorflow/tfjs-backend-cpu' first",
    );
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

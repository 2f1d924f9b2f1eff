// The interface of a kind of model, by which it is traced, timed and exported. Types only: a kind of model is one file in
// adapters/ and one line in adapters.ts.
import type * as tf from '@tensorflow/tfjs-core';
import type { Awaitable } from './awaitable.ts';
import type { InputSpec, OpenInput } from './inputs.ts';
import type { Observer } from './observer.ts';
import type { ModuleInfo, Trace } from './trace.ts';

/** Options of `trace` and `traceAsync`. */
export interface TraceOptions {
  /**
   * The backend of tf.js, registered and ready, on which the model computes: for a model whose shapes depend on values.
   * Inputs that are not tensors are then uniform in [0, 1) for float32, and zeros or empty strings for other dtypes. Unless
   * given, nothing is computed: the pass runs on shapes alone.
   */
  readonly backend?: string | undefined;
}

/** The values of a model's parameters and buffers by their paths, in row-major order. */
export type Weights = ReadonlyMap<string, { readonly values: ArrayLike<number> }>;

/** Tensors, not variables, and plain values that a model holds from call to call, such as the states of a stateful layer. */
export interface HeldTensors {
  /**
   * Whether the holder of this tensor is known. A model that replaces a tensor of an unknown holder is refused, since nobody
   * could put the tensor back.
   */
  readonly isKnown: (tensor: tf.Tensor) => boolean;
  /** Has every holder hold its former tensors and plain values again. @param madeVariables whether the pass made variables */
  readonly putBack: (madeVariables: boolean) => void;
}

/** A forward pass that is running. */
export interface Pass {
  /** Receives modules and ops; kernels reach it through the backend that the pass runs on. */
  readonly observer?: Observer;
  /** Has `held` put back when the pass ends. */
  readonly hold: (held: HeldTensors) => void;
  /** Wraps the call of the model itself, without the preparations around it; must return `run()`. */
  readonly call: <T>(run: () => T) => T;
}

/** One model, seen as every kind of model is seen. */
export interface ModelAdapter {
  readonly kind: 'module' | 'layers' | 'graph' | 'function';
  /** Whether its ops are those of gmlp-viz/nn, named as PyTorch's. */
  readonly hasOps: boolean;
  /** Whether it comes with a TensorFlow graph of its own, which an export writes whatever the model computes. */
  readonly hasGraph: boolean;
  /** Whether a call begins with the states that the call before it left, as with stateful layers of tf.layers. */
  readonly keepsStates: boolean;
  /** The inputs that the model declares; undefined where it does not say. */
  readonly inputs: readonly OpenInput[] | undefined;
  /** By declared input: how many tokens it may hold, from 0, where the model says so; absent for a kind that never does. */
  tokenCounts?(): readonly (number | undefined)[];
  /** The op for which a backend runs the model only asynchronously: the synchronous doors refuse it. */
  readonly waitsFor: string | undefined;
  /** The modules as built, before any run; undefined where only a run shows them. */
  readonly modules: readonly ModuleInfo[] | undefined;
  /**
   * The inputs with the dtypes that the model declares.
   * @throws UserError for inputs that are not the model's
   */
  fit(inputs: readonly InputSpec[]): readonly InputSpec[];
  /**
   * Records one forward pass; afterwards the model is as before.
   * @throws ForwardError for what a module throws
   */
  trace(inputs: readonly InputSpec[], options: TraceOptions): Awaitable<Trace>;
  /** Runs the model in evaluation mode inside `pass`. */
  forward(inputs: readonly tf.Tensor[], pass: Pass): Awaitable<unknown>;
  /** The model's own tensors of all parameters and buffers, by path; those that were never initialized are initialized. */
  weightTensors(): ReadonlyMap<string, tf.Tensor>;
  /** How many parameters and buffers were never given values: `weightTensors` initializes them. */
  undrawnCount(): number;
}

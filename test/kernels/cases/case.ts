// What a case is made of: a small call of tf.js and the inputs of it.
import * as tf from '@tensorflow/tfjs-core';

export interface Input {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32' | 'bool' | 'string';
  readonly values: readonly (number | string)[];
}

export interface KernelCase {
  readonly run: (...inputs: tf.Tensor[]) => unknown;
  readonly inputs: readonly Input[];
  /** its shapes depend on numbers: traced on a backend that computes */
  readonly numeric?: true;
  /** why the cpu backend's answer does not count, and what does */
  readonly byHand?: { readonly because: string; readonly outputs: readonly Input[] };
}

const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
/** Numbers between 0.1 and 0.9, where every function here is defined and has no tie. */
export const f = (...shape: number[]): Input => ({
  shape,
  dtype: 'float32',
  values: Array.from({ length: size(shape) }, (_, i) => 0.1 + 0.8 * ((i * 0.618034) % 1)),
});
export const i = (below: number, ...shape: number[]): Input => ({
  shape,
  dtype: 'int32',
  values: Array.from({ length: size(shape) }, (_, k) => (k * 7 + 1) % below),
});
export const b = (...shape: number[]): Input => ({
  shape,
  dtype: 'bool',
  values: Array.from({ length: size(shape) }, (_, k) => (k % 3 === 0 ? 1 : 0)),
});
/** Words, a list of them unless a shape is given. */
export const words = (values: readonly string[], ...shape: number[]): Input => ({
  shape: shape.length > 0 || values.length === 1 ? shape : [values.length],
  dtype: 'string',
  values,
});
export const given = (dtype: 'float32' | 'int32' | 'bool', values: readonly number[], ...shape: number[]): Input => ({
  shape,
  dtype,
  values,
});

// biome-ignore lint/suspicious/noExplicitAny: every call has tensors of its own rank
export type Run = (...inputs: any[]) => unknown;
export const call = (run: Run, ...inputs: Input[]): KernelCase => ({ run, inputs });

/** The kernel itself, for one that no function of tf.js calls as it is wanted; its inputs by the names of a list. */
export const kernel =
  (name: string, names: string, attributes: object = {}): Run =>
  (...inputs) =>
    tf
      .engine()
      .runKernel(
        name,
        Object.fromEntries(names.split(' ').map((key, at) => [key, inputs[at]])),
        attributes as tf.NamedAttrMap,
      );

export const unary = (names: string, input: Input, suffix: string): Record<string, KernelCase> =>
  Object.fromEntries(
    names
      .split(/\s+/)
      .map((name) => [`${name}${suffix}`, call((x) => (tf as unknown as Record<string, Run>)[name]!(x), input)]),
  );
export const binary = (names: string): Record<string, KernelCase> =>
  Object.fromEntries(
    names.split(/\s+/).flatMap((name) => {
      const run: Run = (x, y) => (tf as unknown as Record<string, Run>)[name]!(x, y);
      return [
        [name, call(run, f(2, 3), f(2, 3))],
        [`${name}, broadcast`, call(run, f(2, 1, 3), f(4, 1))],
        [`${name}, a scalar`, call(run, f(), f(0, 3))],
      ] as const;
    }),
  );

/** The tensor of an input. */
export const tensorOf = ({ values, shape, dtype }: Input): tf.Tensor =>
  tf.tensor([...values] as number[], [...shape], dtype);

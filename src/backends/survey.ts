// Measures a backend on this machine: whether it computes, how fast, and which kernels it has.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import type { BackendName } from './backends.ts';
import { type LoadedBackend, load } from './loadBackend.ts';

/** A backend on this machine, or the reason why it cannot be used. */
export type Survey =
  | { readonly name: BackendName; readonly computes: false; readonly reason: string }
  | (LoadedBackend & {
      readonly computes: true;
      /** GFLOP/s in a product of two matrices of 256 x 256. */
      readonly gflops: number;
      /** Names of kernels, sorted. */
      readonly kernels: readonly string[];
    });

const size = 256;
const runs = 10;
const budgetSeconds = 0.3;

/** Loads and measures a backend; a process can hold one native backend. */
export async function survey(name: BackendName, from: string): Promise<Survey> {
  try {
    const loaded = await load(name, from);
    const gflops = speed();
    const kernels = tf.getKernelsForBackend(loaded.backend).map(({ kernelName }) => kernelName);
    return { ...loaded, computes: true, gflops, kernels: kernels.sort() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { name, computes: false, reason: error.message };
  }
}

/** @throws UserError for a product with a wrong element */
function speed(): number {
  // whole numbers whose sums float32 holds exactly, in any order
  const [a, b] = [13, 11].map((modulus) => Float32Array.from({ length: size * size }, (_, i) => (i % modulus) - 5));
  const fastest = tf.tidy(() => {
    const [x, y] = [a!, b!].map((values) => tf.tensor2d(values, [size, size]));
    expectProduct(a!, b!, tf.matMul(x!, y!).dataSync());
    const taken: number[] = [];
    while (taken.length < runs && taken.reduce((sum, one) => sum + one, 0) < budgetSeconds) {
      const start = performance.now();
      tf.matMul(x!, y!).dataSync();
      taken.push((performance.now() - start) / 1000);
    }
    // other processes disturbed the fastest run least
    return Math.min(...taken);
  });
  return (2 * size ** 3) / fastest / 1e9;
}

function expectProduct(a: Float32Array, b: Float32Array, product: ArrayLike<number>): void {
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += a[row * size + k]! * b[k * size + column]!;
      const given = product[row * size + column]!;
      if (given !== sum)
        throw new UserError(`its matrix product is wrong: row ${row}, column ${column} is ${given}, not ${sum}`);
    }
}

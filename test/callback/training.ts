// A small classifier of tf.layers, its examples, and the points that a callback wrote of its training.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { pointsOf } from '../../src/index.ts';

/** A new, empty folder for event files. */
export const logdir = (): string => mkdtempSync(join(tmpdir(), 'callback-'));

/** A compiled model of two layers, from 3 numbers to 2 classes. */
export function classifier(): layers.Sequential {
  const model = layers.sequential({
    layers: [
      layers.layers.dense({ units: 4, inputShape: [3], activation: 'relu', name: 'hidden' }),
      layers.layers.dense({ units: 2, activation: 'softmax', name: 'head' }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

/** `count` examples and their classes, from the index `from` on. */
export const part = (from: number, count: number) => ({
  xs: tf.tensor2d(
    Array.from({ length: 3 * count }, (_, i) => Math.sin(3 * from + i)),
    [count, 3],
  ),
  ys: tf.tensor2d(
    Array.from({ length: 2 * count }, (_, i) => (i + (i >> 1)) % 2),
    [count, 2],
  ),
});

export const xs = () => part(0, 12).xs;
export const ys = () => part(0, 12).ys;

/** Each tag of each run: the steps it was written at, and the numbers of scalars. */
export async function written(
  path: string,
): Promise<{ steps: Record<string, number[]>; numbers: Record<string, number[]> }> {
  const steps: Record<string, number[]> = {};
  const numbers: Record<string, number[]> = {};
  for await (const points of pointsOf(path))
    for (const { run, step, value } of points) {
      const name = `${run} ${value.tag}`;
      steps[name] = [...(steps[name] ?? []), step];
      if (value.scalar !== undefined) numbers[name] = [...(numbers[name] ?? []), value.scalar];
    }
  return { steps, numbers };
}

// The shape-only backend agrees with the cpu backend about calls that fast-check draws: the same shapes and dtypes, or
// both refuse.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { tensorOf } from './cases/case.ts';
import type { Drawn } from './generated/draw.ts';
import { families } from './generated/families.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const described = (tensors: unknown): string =>
  ([tensors].flat() as { shape: number[]; dtype: string }[])
    .map(({ shape, dtype }) => `${dtype} [${shape}]`)
    .join(', ');

function attempt(run: () => string): string {
  try {
    return tf.tidy(run as () => never);
  } catch {
    return 'refused';
  }
}

function check({ about, run, inputs }: Drawn): void {
  const computed = attempt(() => described(run(...inputs.map(tensorOf))));
  const traced = attempt(() => {
    const { outputs, values } = trace(run, inputs);
    return described([outputs].flat(9).map((index) => values[index as number]!));
  });
  // said whole: a long line of an assertion is cut
  if (traced !== computed) throw new Error(`${about} is ${computed} on cpu and ${traced} in a trace`);
}

test.each(Object.keys(families))(
  'drawn calls of %s have the shapes and dtypes of the cpu backend, or are refused by both',
  (family) => {
    fc.assert(
      fc.property(fc.gen(), (draw) => check(families[family]!(draw))),
      { numRuns: 200, seed: 20, endOnFailure: true },
    );
  },
);

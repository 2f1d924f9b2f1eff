// Kernels of a program, compared one by one.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { programOf, Runner } from '../../../src/compare/numbers/program.ts';
import { ProgramReference, StoredReference } from '../../../src/compare/numbers/reference.ts';
import { runCompared } from '../../../src/compare/numbers/runCompared.ts';
import { trace } from '../../../src/index.ts';
import { Linear } from '../../../src/nn.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('a parameter without values is refused, and not told as a failure of the kernel that reads it', () => {
  const recorded = trace(new Linear(2, 3), [[1, 2]]);
  const input = tf.tensor([1, 2], [1, 2]);
  const program = programOf(recorded, new Map(), [input]);
  const runner = new Runner('cpu');
  const output = recorded.outputs as number;
  const stored = new StoredReference(
    new Map([[output, { shape: [1, 3], dtype: 'float32', values: new Float32Array(3) }]]),
  );
  // from its beginning on: nothing is put before it
  const refused = /^the parameter weight has no values$/;
  expect(() => runCompared(program, runner, stored, () => undefined)).toThrow(refused);
  const known = programOf(
    recorded,
    new Map([...new Linear(2, 3).stateDict()].map(([path, { value }]) => [path, value])),
    [input],
  );
  const other = new ProgramReference(program, runner, new Map([[output, output]]));
  expect(() => runCompared(known, runner, other, () => undefined)).toThrow(refused);
});

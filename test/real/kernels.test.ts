// TensorFlow imports each kernel's op, agrees with its shapes, and computes tf.js's numbers.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { lowerings } from '../../src/dialects/tensorflow/kernels/lowerings.ts';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { type Trace, trace } from '../../src/index.ts';
import { placeholderKernel } from '../../src/kernels/placeholderKernel.ts';
import { type KernelCase, tensorOf } from '../kernels/cases/case.ts';
import { families, numeric } from '../kernels/generated/families.ts';
import { kernelCases } from '../kernels/kernelCases.ts';
import { differences, numbersOf, question, runGraphs } from './runGraphs.ts';
import { toleranceOf } from './tolerances.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const kernelsOf = ({ calls }: Trace): string[] =>
  calls.flatMap((call) => (call.level === 'kernel' ? [call.kernel] : []));

function prepared(name: string, { run, inputs, numeric, byHand }: KernelCase) {
  const outputs = byHand ? byHand.outputs : ([run(...inputs.map(tensorOf))].flat() as tf.Tensor[]).map(numbersOf);
  const record = numeric ? trace(run, inputs.map(tensorOf), { backend: 'cpu' }) : trace(run, inputs);
  const asked = question(tensorflowGraph(record), inputs, outputs.length);
  return { name, outputs, asked, kernels: kernelsOf(record) };
}

function wrong(all: readonly ReturnType<typeof prepared>[]): string[] {
  const answers = runGraphs(all.map(({ asked }) => asked));
  return all.flatMap(({ name, outputs, kernels }, at) =>
    differences(name, answers[at]!, outputs, toleranceOf(kernels)),
  );
}

test('TensorFlow computes every kernel as tf.js does', () => {
  const all = Object.entries(kernelCases).map(([name, each]) => prepared(name, each));
  expect(wrong(all)).toEqual([]);
  const seen = new Set(all.flatMap(({ kernels }) => kernels));
  // a placeholder of Keras 3 is shown in graphs, and no kernel of tf.js
  expect(Object.keys(lowerings).filter((kernel) => !seen.has(kernel))).toEqual([placeholderKernel]);
});

// the same ones each time: other seeds found what is in the cases
const drawn = { numRuns: 15, seed: 31 };

test('TensorFlow computes kernel calls that fast-check draws as tf.js does', () => {
  const all = Object.entries({ ...families, ...numeric }).flatMap(([family, make]) =>
    fc.sample(fc.gen(), drawn).flatMap((draw) => {
      const { about, run, inputs } = make(draw);
      const each: KernelCase = { run, inputs, ...(family in numeric && { numeric: true }) };
      return refused(each) ? [] : [prepared(`${family}: ${about}`, each)];
    }),
  );
  expect(all.length).toBeGreaterThan(900);
  expect(wrong(all)).toEqual([]);
});

/** Whether tf.js refuses it: so does a trace, says test/kernels/generated.test.ts. */
function refused({ run, inputs }: KernelCase): boolean {
  try {
    tf.tidy(() => void run(...inputs.map(tensorOf)));
    return false;
  } catch {
    return true;
  }
}

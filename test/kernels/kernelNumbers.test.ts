// Every kernel computes on each backend what it does on cpu, but for what tf.js 4.22 lacks or does otherwise there.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { backends, use } from '../backends.ts';
import { lacking, otherwise } from './backendDifferences.ts';
import { type Input, type KernelCase, tensorOf } from './cases/case.ts';
import { kernelCases } from './kernelCases.ts';

// float32 of two implementations: a few units in the last place, more where exp, powers and long sums meet
const tolerance = 2e-5;

// wasm keeps no strings, and in these it reads or writes past its memory: what it gives then is another every time
const untried = (backend: string, name: string) =>
  backend === 'wasm' &&
  (kernelCases[name]!.inputs.some(({ dtype }) => dtype === 'string') ||
    ['cumsum and cumprod, an axis from behind', 'integers divided by zero', 'reductions of nothing'].includes(name));

interface Output {
  readonly kind: string;
  readonly values: readonly (number | string)[];
}

const compute = ({ run, inputs }: KernelCase): Output[] =>
  tf.tidy(() => {
    const outputs = [run(...inputs.map(tensorOf))].flat() as tf.Tensor[];
    return outputs.map((y) => ({ kind: `${y.dtype} [${y.shape}]`, values: Array.from(y.dataSync()) }));
  }) as never;

const written = ({ dtype, shape, values }: Input): Output => ({ kind: `${dtype} [${shape}]`, values });

const close = (a: number | string, b: number | string): boolean =>
  Object.is(a, b) || Math.abs(Number(a) - Number(b)) <= tolerance * Math.max(1, Math.abs(Number(a)));

function difference(actual: readonly Output[], expected: readonly Output[]): string {
  for (const [at, { kind, values }] of expected.entries()) {
    const theirs = actual[at]!;
    if (theirs.kind !== kind) return `output ${at} is ${theirs.kind}, ${kind} on cpu`;
    const wrong = values.findIndex((value, i) => !close(value, theirs.values[i]!));
    if (wrong >= 0) return `element ${wrong} of output ${at} is ${theirs.values[wrong]}, ${values[wrong]} on cpu`;
  }
  return 'none';
}

/** Two lines, without what makes them long. */
const begin = (text: string): string =>
  text
    .split('\n', 2)
    .map((line) => line.trim())
    .join(' ')
    .slice(0, 100);

const missing = (message: string): string | undefined => /^Kernel '(.+)' not registered/.exec(message)?.[1];

describe.each(backends.filter((name) => name !== 'cpu'))('on %s', (backend) => {
  const names = Object.keys(kernelCases).filter((name) => !untried(backend, name));
  test.each(names)('%s computes what the cpu backend does', async (name) => {
    const { byHand } = kernelCases[name]!;
    await tf.setBackend('cpu');
    const expected = byHand ? byHand.outputs.map(written) : compute(kernelCases[name]!);
    await use(backend);
    let seen: string;
    try {
      seen = difference(compute(kernelCases[name]!), expected);
    } catch (error) {
      seen = (error as Error).message;
    }
    const kernel = missing(seen);
    if (kernel !== undefined) expect(lacking[backend]!.split(/\s+/)).toContain(kernel);
    else expect(begin(seen)).toBe(otherwise[backend]?.[name] ?? 'none');
  });
});

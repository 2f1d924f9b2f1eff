// docs/tfjs-kernels.md is what the kernels compute in this run; UPDATE=1 writes it anew.
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type WrongKernel, wrongKernels, wrongKernelsAmong } from '../src/backends/wrongKernels.ts';

const backends = ['cpu', 'wasm'] as const;
const text = ({ dtype, shape, values }: WrongKernel['right']): string =>
  `${dtype} [${shape.map((size) => size ?? 'undefined').join(', ')}]: ${values.join(', ')}`;

/** The result on a backend as text, or the message of what it throws; undefined where it lacks the kernel. */
async function resultOn(backend: string, { kernel, reproduce }: WrongKernel): Promise<string | undefined> {
  if (!tf.getKernel(kernel, backend)) return undefined;
  // a new backend for each call, since a wrong kernel of wasm may write to the memory of other tensors
  delete tf.engine().registry[backend];
  await tf.setBackend(backend);
  try {
    const { dtype, shape, dataId } = reproduce();
    return text({ dtype, shape, values: Array.from(tf.engine().readSync(dataId) as ArrayLike<number>) });
  } catch (error) {
    return `throws "${(error as Error).message}"`;
  }
}

const results = new Map<WrongKernel, Readonly<Record<string, string | undefined>>>();
beforeAll(async () => {
  for (const entry of wrongKernels) {
    const found: Record<string, string | undefined> = {};
    for (const backend of backends) found[backend] = await resultOn(backend, entry);
    results.set(entry, found);
  }
});

describe.each(wrongKernels.map((entry) => [`${entry.kernel} ${entry.fault}`, entry] as const))('%s', (_, entry) => {
  test.each(backends)('is wrong on %s where the table names it, and right elsewhere', (backend) => {
    const found = results.get(entry)![backend];
    if (entry.backends.includes(backend))
      expect([typeof found, found === text(entry.right)]).toEqual(['string', false]);
    else expect([text(entry.right), undefined]).toContain(found);
  });
});

test('the table is sorted by kernel, with backends that were run', () => {
  const names = wrongKernels.map(({ kernel }) => kernel);
  expect(names).toEqual([...names].sort());
  expect(wrongKernels.flatMap((entry) => entry.backends).filter((name) => !backends.includes(name as 'cpu'))).toEqual(
    [],
  );
});

test('a model is warned of the kernels that it runs on the backend that gets them wrong', () => {
  expect(wrongKernelsAmong(new Set(['MaxPoolGrad', 'Relu']), 'wasm')).toEqual([
    {
      kernel: 'MaxPoolGrad',
      fault: 'of windows without a positive element: gives the gradient to the first element',
      fixedBy: 'max_pool2d',
    },
  ]);
  expect(wrongKernelsAmong(new Set(['MaxPoolGrad', 'Relu']), 'cpu')).toEqual([]);
});

function pageText(): string {
  const rows = wrongKernels.map((entry) => {
    const found = results.get(entry)!;
    const got = entry.backends.map((backend) => `${backend}: \`${found[backend]}\``).join('<br>');
    const fixed = entry.fixedBy === undefined ? '' : `\`${entry.fixedBy}\``;
    return `| ${entry.kernel} | ${entry.fault} | \`${text(entry.right)}\` | ${got} | ${fixed} |`;
  });
  return `# Kernels that tf.js computes wrongly

Each row is one small call on the cpu and wasm backends of tf.js ${tf.version_core}: the right result, and what the named
backends give. \`gmlp-viz backends MODEL\` warns of those that a model runs. The calls are \`reproduce\` in
\`src/backends/wrongKernels.ts\`; the page is printed by \`test/wrongKernelsPage.test.ts\`, which fails when one of them is right.

| Kernel | Wrong | Right | Got | Right in nn |
| :-- | :-- | :-- | :-- | :-- |
${rows.join('\n')}
`;
}

test('docs/tfjs-kernels.md is what the kernels compute', () => {
  const file = fileURLToPath(new URL('../docs/tfjs-kernels.md', import.meta.url));
  const page = pageText();
  if (process.env.UPDATE) writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});

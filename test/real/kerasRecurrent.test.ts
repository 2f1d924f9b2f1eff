// A .keras file of recurrent layers, exported by `gmlp-viz graph --dynamic`: onnxruntime computes Keras's numbers at lengths
// that were not traced.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../cli/runCommand.ts';
import { python } from './python.ts';
import type { Numbers } from './runGraphs.ts';
import { wrongInOnnx } from './runOnnx.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerasRecurrent-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lengths = [1, 2, 3, 7, 50];

test('onnxruntime computes Keras’s LSTM and GRU of an open time axis at lengths that were not traced', () => {
  const path = join(folder, 'model.keras');
  const answers = python<{ input: Numbers; outputs: Numbers[] }[]>('kerasRecurrent.py', { path, lengths });
  const out = join(folder, 'model.onnx');
  expect(runCommand(['graph', path, '--dynamic', '--out', out])).toMatchObject({ status: 0 });
  const cases = answers.map(({ input, outputs }) => ({
    name: `${input.shape[1]} steps`,
    question: { path: out, feeds: [input] },
    expected: outputs,
  }));
  expect(cases.map(({ name }) => name)).toEqual(lengths.map((steps) => `${steps} steps`));
  expect(wrongInOnnx(cases)).toEqual([]);
}, 300_000);

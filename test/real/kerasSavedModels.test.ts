// `gmlp-viz convert model.keras --format savedmodel`: TensorFlow loads what it writes and computes Keras's numbers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../cli/runCommand.ts';
import { kerasCases } from '../load/kerasCases.ts';
import { python } from './python.ts';

interface Answer {
  readonly error?: string;
  readonly outputs?: readonly { readonly name: string; readonly shape: number[]; readonly data: number[] }[];
}

const folder = mkdtempSync(join(tmpdir(), 'saved-'));
afterAll(() => rmSync(folder, { recursive: true }));

// the layer of borrowed_layers is its author's own
const cases = kerasCases.filter(({ name }) => name !== 'borrowed_layers');
let answers: readonly Answer[];

beforeAll(() => {
  const asked = cases.map(({ name, path, truth }) => {
    const out = join(folder, name);
    // open axes get the sizes of the case
    const sizes = truth.values.inputs.flatMap(({ shape }) => ['--input', shape.join(',')]);
    expect(
      runCommand(['convert', path('model.keras'), '--out', out, '--format', 'savedmodel', ...sizes]),
    ).toMatchObject({ status: 0 });
    return { path: out, inputs: truth.values.inputs };
  });
  answers = python('kerasSavedModels.py', asked);
}, 600_000);

test.each(cases.map((each, i) => ({ ...each, i })))('TensorFlow computes Keras’s numbers of $name', ({ i, truth }) => {
  const { error, outputs = [] } = answers[i]!;
  expect(error).toBeUndefined();
  expect(outputs.length).toBe(truth.values.outputs.length);
  for (const { shape, data } of truth.values.outputs) {
    const near = outputs.filter(
      (output) =>
        `${output.shape}` === `${shape}` &&
        output.data.every((number, at) => Math.abs(number - data[at]!) <= truth.values.tolerance),
    );
    expect(near.length).toBe(1);
  }
});

// A loop of TensorFlow 2 whose functions hold their constants themselves, exported by the command: y = 2y + 1, three times.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { python } from './python.ts';
import { type Answer, tensorflowFormats } from './runGraphs.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const model = fileURLToPath(new URL('../fixtures/functionConstants/model.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'constants-'));

test('TensorFlow gives the loop’s result, whatever the format', () => {
  const cases = tensorflowFormats.map((format) => {
    const path = join(folder, format);
    const { status } = spawnSync(process.execPath, [cli, 'graph', model, '--format', format, '--out', path]);
    expect(status).toBe(0);
    const [input, output] = format === 'savedmodel' ? ['x', 'Identity'] : ['x:0', 'Identity:0'];
    const fed = { [input]: { shape: [1, 4], values: [1, 2, 3, 4] } };
    return { format, path, inputs: fed, outputs: [output], binary: join(folder, 'graphdef') };
  });
  const answers = python<Answer[]>('runExports.py', cases);
  expect(answers).toEqual(cases.map(() => ({ outputs: [{ shape: [1, 4], values: [15, 23, 31, 39] }] })));
});

// Files with a topology alone, and with weights alone; totals of a model whose parameters do not all train.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './runCommand.ts';

const cwd = mkdtempSync(join(tmpdir(), 'topologies-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const write = (name: string, json: unknown): void => writeFileSync(join(cwd, name), JSON.stringify(json));
const layer = (class_name: string, config: object) => ({ class_name, config });
const topology = layer('Sequential', {
  name: 's',
  layers: [
    layer('Dense', { name: 'd', units: 3, batch_input_shape: [null, 4] }),
    layer('BatchNormalization', { name: 'norm' }),
  ],
});

test('a topology without modelTopology around it gives the table of its model', () => {
  write('bare.json', topology);
  write('whole.json', { modelTopology: topology });
  const bare = runCommand(['summary', 'bare.json'], { cwd });
  expect(bare).toEqual(runCommand(['summary', 'whole.json'], { cwd }));
  expect(bare).toMatchObject({ status: 0, stderr: '' });
});

test('parameters that no training step changes have a line of their own', () => {
  const { stdout } = runCommand(['summary', 'whole.json'], { cwd });
  const totals = Object.fromEntries(
    [...stdout.matchAll(/^([\w -]*[Pp]arams): +([\d,]+)$/gm)].map(([, name, n]) => [name, n]),
  );
  expect(totals).toEqual({ Params: '27', 'Trainable params': '21', 'Non-trainable params': '6' });
  expect(runCommand(['summary', 'gmlp', '--style', 'table']).stdout).not.toContain('Non-trainable');
});

test('csv begins with the path of each layer unless columns are named', () => {
  const { stdout } = runCommand(['summary', 'whole.json', '--style', 'csv'], { cwd });
  expect(stdout.split('\r\n').map((line) => line.split(',')[0])).toEqual(['path', '', 'd', 'norm', '']);
});

test('a manifest of weights is refused as weights without a topology', () => {
  write('weights_manifest.json', [{ paths: ['x'], weights: [{ name: 'a', shape: [1], dtype: 'float32' }] }]);
  expect(runCommand(['summary', 'weights_manifest.json'], { cwd })).toEqual({
    stdout: '',
    stderr:
      'gmlp-viz: weights_manifest.json holds no model: it lists weights without a topology, which the program of their model builds\n',
    status: 2,
  });
});

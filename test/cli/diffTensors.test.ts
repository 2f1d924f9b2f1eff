// `diff` of a file of weights and a model.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { runCommand } from './runCommand.ts';
import { safetensorsFile } from './safetensorsFile.ts';

const run = (...args: string[]) => runCommand(args);
const tiny = fileURLToPath(new URL('../golden/reference/tiny/weights.safetensors', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gmlp-viz-diffTensors-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('diff with a model', () => {
  const { model } = nn.createGMLP('gmlp');
  const state = () =>
    new Map([...model.stateDict()].map(([name, { shape, size }]) => [name, { shape, values: new Float32Array(size) }]));

  test.each([[false], [true]])('finds that all loads, the model first: %s', async (isModelFirst) => {
    const path = join(folder, 'fits.safetensors');
    await viz.saveSafetensors(path, state());
    expect(run('diff', ...(isModelFirst ? ['gmlp', path] : [path, 'gmlp']))).toEqual({
      stdout: 'all loads\n',
      stderr: 'gmlp-viz: note: 14 of the 14 parameters and buffers load\n',
      status: 0,
    });
  });

  test('names what is missing, what is unexpected and what has another shape, as loadStateDict does', async () => {
    const path = join(folder, 'differs.safetensors');
    const stored = state();
    stored.delete('patcher.bias');
    stored.set('head.bias', { shape: [1], values: new Float32Array(1) });
    stored.set('classifier.bias', { shape: [10], values: new Float32Array(10) });
    await viz.saveSafetensors(path, stored);
    expect(run('diff', path, 'gmlp')).toEqual({
      stdout: '- patcher.bias: missing\n+ head.bias: unexpected\n~ classifier.bias: shape [10], expected [1000]\n',
      stderr: 'gmlp-viz: note: 12 of the 14 parameters and buffers load\n',
      status: 1,
    });
    const loading = async () => model.loadStateDict(await viz.loadSafetensors(path));
    await expect(loading()).rejects.toThrow(
      'missing patcher.bias; unexpected head.bias; classifier.bias has shape [10], expected [1000]',
    );
  });

  test('names an array whose dtype is not read', () => {
    const path = safetensorsFile(
      join(folder, 'c64bias.safetensors'),
      { 'classifier.bias': { dtype: 'C64', shape: [1000], data_offsets: [0, 8000] } },
      new Uint8Array(8000),
    );
    const { stdout, stderr, status } = run('diff', path, 'gmlp');
    expect({ stderr, status }).toEqual({
      stderr: 'gmlp-viz: note: 0 of the 14 parameters and buffers load\n',
      status: 1,
    });
    expect(stdout).toContain('~ classifier.bias has dtype C64, whose values are not read');
  });

  test.each([
    [[tiny, tiny], 'diff takes one file of weights and a model'],
    [[tiny, 'gmlp', '--weights'], '--weights is for two models'],
    [[tiny, 'gmlp', '--style', 'markdown'], '--style must be text or json for a file of weights, got markdown'],
    [['no.safetensors', 'gmlp'], 'no.safetensors: there is no such file'],
    [[tiny, 'gmpl'], 'unknown model: gmpl'],
  ])('refuses %j', (words, clause) => {
    const { stdout, stderr, status } = run('diff', ...words);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain(clause);
  });
});

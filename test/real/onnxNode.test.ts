// onnxruntime-node, whose install script fetches a library for GPUs that nobody needs here, runs what the command writes.
import '@tensorflow/tfjs-backend-cpu';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadSafetensors } from '../../src/index.ts';
import { installedPackage } from './packages.ts';
import { onnxDifferences } from './runOnnx.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const golden = (path: string): string => fileURLToPath(new URL(`../golden/reference/tiny/${path}`, import.meta.url));
const options = '--image-size 32 --patch-size 8 --num-classes 10 --d-model 16 --d-ffn 24 --num-layers 2'.split(' ');

const program = `
const ort = require('onnxruntime-node');
const { path, shape, values } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
ort.InferenceSession.create(path).then(async (session) => {
  const { output } = await session.run({ x: new ort.Tensor('float32', values, shape) });
  console.log(JSON.stringify([{ shape: output.dims, values: Array.from(output.data) }]));
});`;

test('onnxruntime-node gives PyTorch’s output of the file that the command wrote, with an open batch', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onnxNode-'));
  const path = join(folder, 'tiny.onnx');
  const forward = await loadSafetensors(golden('forward.safetensors'));
  const [input, output] = [forward.get('input')!, forward.get('output')!];
  const written = spawnSync(
    process.execPath,
    [cli, 'graph', ...options, '--weights', golden('weights.safetensors'), '--out', path, '--dynamic-batch'],
    { encoding: 'utf8' },
  );
  expect([written.stdout, written.status]).toEqual([`${path}\n`, 0]);
  expect(written.stderr).toContain('it takes x float32 [?, 3, 32, 32], and gives output float32 [?, 10]');
  expect(readdirSync(folder)).toEqual(['tiny.onnx']);
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: installedPackage('onnxruntime-node', '1.23.2'),
    input: JSON.stringify({ path, shape: input.shape, values: Array.from(input.values) }),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const expected = [{ shape: output.shape, values: Array.from(output.values) }];
  expect(onnxDifferences('tiny', { outputs: JSON.parse(stdout) }, expected)).toEqual([]);
});

// onnxruntime-node runs the file that the command writes.
import '@tensorflow/tfjs-backend-cpu';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadSafetensors } from '../../src/index.ts';
import { onnxDifferences, runOnnxInNode } from './runOnnx.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const golden = (path: string): string => fileURLToPath(new URL(`../golden/reference/tiny/${path}`, import.meta.url));
const options = '--image-size 32 --patch-size 8 --num-classes 10 --d-model 16 --d-ffn 24 --num-layers 2'.split(' ');

test('onnxruntime-node gives PyTorch’s output of the file that the command wrote, with an open batch', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onnxNode-'));
  const path = join(folder, 'tiny.onnx');
  const forward = await loadSafetensors(golden('forward.safetensors'));
  const [input, output] = [forward.get('input')!, forward.get('output')!];
  const written = spawnSync(
    process.execPath,
    [cli, 'graph', ...options, '--weights', golden('weights.safetensors'), '--out', path, '--dynamic'],
    { encoding: 'utf8' },
  );
  expect([written.stdout, written.status]).toEqual([`${path}\n`, 0]);
  expect(written.stderr).toContain('it takes x float32 [?, 3, 32, 32], and gives output float32 [?, 10]');
  expect(readdirSync(folder)).toEqual(['tiny.onnx']);
  const expected = [{ shape: output.shape, values: Array.from(output.values) }];
  const [answer] = runOnnxInNode([{ path, feeds: [{ shape: input.shape, values: Array.from(input.values) }] }]);
  expect(onnxDifferences('tiny', answer!, expected)).toEqual([]);
});

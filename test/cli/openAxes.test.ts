// Models that leave height and width open: each command chooses sizes at which they run and says so, or shows expressions.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-axes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: string[]) => runCommand(args, { cwd: folder });

/** A convolution of stride 2, and one with as many filters as are given. */
function model(file: string, filters: number): void {
  const convolution = (name: string, config: object) => ({
    class_name: 'Conv2D',
    config: {
      name,
      kernel_size: [3, 3],
      padding: 'same',
      kernel_initializer: { class_name: 'Ones', config: {} },
      ...config,
    },
  });
  const layers = [
    convolution('c', { filters: 4, strides: [2, 2], batch_input_shape: [null, null, null, 3] }),
    convolution('d', { filters }),
  ];
  const modelTopology = { class_name: 'Sequential', config: { name: 's', layers } };
  writeFileSync(join(folder, file), JSON.stringify({ modelTopology }));
}
model('open.json', 8);
model('wide.json', 16);

const stated =
  'gmlp-viz: note: the model leaves axes open, and this is for --input 1,64,64,3, which can choose other sizes\n';

test('backends says whether the model runs, since its kernels are those of any size', () => {
  const { stdout, stderr, status } = run('backends', 'open.json', '--format', 'json');
  expect({ stderr, status }).toEqual({ stderr: stated, status: 0 });
  const surveys: { name: string; lacks?: string[] }[] = JSON.parse(stdout);
  expect(surveys.slice(2).map(({ name, lacks }) => [name, lacks])).toEqual([
    ['wasm', []],
    ['cpu', []],
  ]);
});

test('compare runs the model at sizes that it names, and at those of a file of values', () => {
  const compared = run('compare', 'open.json', '--backend', 'wasm');
  expect({ stderr: compared.stderr, status: compared.status }).toEqual({ stderr: stated, status: 0 });
  expect(compared.stdout).toContain('input: float32 [1, 64, 64, 3] (seed 0, standard normal)\n');
  const row = Array.from({ length: 6 }, () => [0.1, 0.2, 0.3]);
  writeFileSync(join(folder, 'values.json'), JSON.stringify([[row, row]]));
  const valued = run('compare', 'open.json', '--backend', 'wasm', '--values', 'values.json');
  expect({ stderr: valued.stderr, status: valued.status }).toEqual({ stderr: '', status: 0 });
  expect(valued.stdout).toContain('input: float32 [1, 2, 6, 3]');
});

test('profile and pictures name the sizes that they are for', () => {
  expect(run('profile', 'open.json', '--runs', '1', '--warmup', '0').stderr).toContain(stated);
  const { stdout, stderr } = run('graph', 'open.json', '--format', 'mermaid');
  expect({ stderr, hasSize: stdout.includes('1×32×32×8') }).toEqual({ stderr: stated, hasSize: true });
});

test('the page of view holds shapes as expressions', () => {
  expect(run('view', 'open.json', '--out', 'page.html').status).toBe(0);
  const page = readFileSync(join(folder, 'page.html'), 'utf8');
  expect(page).toContain('⌈h/2⌉');
  expect(page).toContain('multiply-adds grow as 99·h·w for a batch of 1');
});

test('markdown for a pull request has the expressions, and the sizes of its numbers', () => {
  const { stdout, status } = run('summary', 'open.json', '--style', 'markdown', '--columns', 'output,params');
  expect(status).toBe(0);
  expect(stdout).toContain('| \\[?, ⌈h/2⌉, ⌈w/2⌉, 8\\] | 296 |\n');
  expect(stdout).toContain('- note: the numbers are for h 64 and w 64, which the model leaves open');
});

test('budgets and growth are checked at the sizes that are stated', () => {
  const over = run('summary', 'open.json', '--max-params', '400', '--max-macs', '0.5M');
  expect(over.status).toBe(1);
  expect(over.stderr).toMatch(/^gmlp-viz: params over budget: 408 of at most 400$/m);
  expect(over.stderr).not.toContain('MACs over budget');
  const grown = run('diff', 'open.json', 'wide.json', '--max-growth', '5%');
  expect(grown.status).toBe(1);
  expect(grown.stderr).toMatch(/^gmlp-viz: MACs grew by 72\.7%, from 405,504 to 700,416$/m);
  const markdown = run('diff', 'open.json', 'wide.json', '--style', 'markdown', '--max-growth', '80%');
  expect(markdown.status).toBe(0);
  expect(markdown.stdout).toContain('| changed | d | filters | 8 | 16 |\n');
});

test('--dynamic-batch, which --dynamic replaced, is refused with that word', () => {
  expect(run('graph', 'open.json', '--out', 'x.pb', '--dynamic-batch')).toMatchObject({
    stdout: '',
    stderr: 'gmlp-viz: unknown option: --dynamic-batch (did you mean --dynamic?)\n',
    status: 2,
  });
});

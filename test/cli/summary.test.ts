import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { columnNames } from '../../src/index.ts';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(['summary', ...args]);
const golden = (path: string) => readFileSync(new URL(`../golden/reference/${path}`, import.meta.url), 'utf8');

const allColumns = 'input_size,output_size,num_params,params_percent,kernel_size,mult_adds,trainable';
test.each([
  ['seed/torchinfo.depth1.txt', ['--depth', '1', '--batch-size', '2']],
  ['torchinfo/gmlp_l1_b1_d4_verbose2.txt', ['--depth', '4', '--verbose', '2', '--columns', allColumns]],
  ['torchinfo/gmlp_l1_batchdim0_d4.txt', ['--depth', '4', '--batch-dim', '0', '--columns', allColumns]],
  ['torchinfo/gmlp_l1_colw16.txt', ['--depth', '4', '--col-width', '16', '--columns', allColumns]],
  ['torchinfo/gmlp_l1_row_none.txt', ['--depth', '4', '--row-settings', 'none']],
  ['torchinfo/gmlp_l1_row_ascii_only.txt', ['--depth', '4', '--row-settings', 'ascii_only']],
  ['torchinfo/gmlp_l1_noinput.txt', ['--no-input']],
])('torchinfo prints %s', (file, args) => {
  const { stdout, stderr, status } = run('--style', 'torchinfo', ...args);
  expect({ stdout, stderr, status }).toEqual({ stdout: golden(file), stderr: '', status: 0 });
});

test('a piped table has no colour and no width; equal blocks are one', () => {
  const { stdout, stderr } = run('gmlp-ti16', '--style', 'table', '--depth', '2', '--columns', 'name,type,params,macs');
  expect(stderr).toBe('');
  expect(stdout).toBe(
    `┌────────────────────────────┬────────────────────────────┬───────────┬───────────────┐
│ Layer                      │ Type                       │    Params │          MACs │
├────────────────────────────┼────────────────────────────┼───────────┼───────────────┤
│ gMLPForImageClassification │ gMLPForImageClassification │        -- │             0 │
│   patcher                  │ Conv2d                     │    98,432 │    19,267,584 │
│   model                    │ Sequential                 │        -- │             0 │
│     0…29                   │ 30 x gMLPBlock             │ 5,639,640 │ 1,309,593,600 │
│   classifier               │ Linear                     │   129,000 │       128,000 │
└────────────────────────────┴────────────────────────────┴───────────┴───────────────┘
`.concat(stdout.slice(stdout.indexOf('Params: '))),
  );
});

test.each([80, 120])('a table of %i columns is no wider', (width) => {
  const { stdout } = run('gmlp-s16', '--style', 'table', '--width', `${width}`, '--no-fold');
  const lines = stdout.split('\n').filter((line) => /^[┌│├└]/.test(line));
  expect(lines.length).toBe(4 + 3 + 30 * 7 + 1);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
});

test('--statistics tells what the numbers of a checkpoint are like', () => {
  const weights = fileURLToPath(new URL('../golden/reference/tiny/weights.safetensors', import.meta.url));
  const sizes = '--image-size 32 --patch-size 8 --num-classes 10 --d-model 16 --d-ffn 24 --num-layers 2'.split(' ');
  const columns = ['--columns', 'name,params,zeros,nan', '--filter', 'model.1.sgu.norm'];
  const { stdout, stderr } = run(...sizes, '--weights', weights, '--statistics', '--style', 'csv', ...columns);
  expect({ stdout, stderr }).toEqual({
    stdout:
      'name,params,zeros,nan\r\nmodel.1.sgu.norm,,,\r\nmodel.1.sgu.norm.weight,24,0,0\r\nmodel.1.sgu.norm.bias,24,0,0\r\n',
    stderr: '',
  });
});

test.each([
  [['--style', 'csv', '--columns', ','], `no column is named (one of ${columnNames.join(', ')})`],
  [['--style', 'table', '--statistics'], '--statistics needs numbers: give --weights FILE'],
  [['--statistics'], '--statistics is for style table, markdown, csv, json, html, not torchsummary'],
  [['--columns', 'name'], '--columns is for style torchinfo, table, markdown, csv, html, not torchsummary'],
  [['--style', 'torchinfo', '--columns', 'name'], `unknown column: name (one of ${allColumns.replaceAll(',', ', ')})`],
  [['--style', 'torchinfo', '--verbose', '3'], '--verbose must be 1 or 2, got 3'],
  [
    ['--style', 'torchinfo', '--row-settings', 'var_name'],
    'unknown row setting: var_name (did you mean var_names? one of depth, var_names, ascii_only, hide_recursive_layers)',
  ],
  [['--style', 'torchinfo', '--batch-dim', '9'], 'batch dimension must be 0 to 3, got 9'],
  [['--style', 'torchinfo', '--no-input', '--columns', 'mult_adds'], 'without an input there is no mult_adds'],
  [['--style', 'table', '--depth', '-1'], '--depth must be a whole number of at least 0, got -1'],
  [['--style', 'table', '--width', '9'], '--width must be a whole number of at least 20, got 9'],
  [['--style', 'table', '--engine', 'jax'], 'unknown engine: jax (one of tfjs, pytorch)'],
  [
    ['--style', 'table', '--flops-convention', 'mac'],
    'unknown flops convention: mac (did you mean macs? one of macs, fvcore)',
  ],
  [['--no-input'], 'style torchsummary needs an input size'],
  [['--d-model', '3000000000', '--d-ffn', '3000000'], 'more than 2^53 parameters cannot be counted, got about 2.7e+16'],
])('bad input %j is one clause', (args, clause) => {
  const { stdout, stderr, status } = run(...args);
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });
});

test('a filter that no layer passes says so', () => {
  const { stdout } = run('--style', 'table', '--filter', 'attention');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('note: no layer’s path or type holds attention');
});

test('a terminal that is too narrow for all columns shows the first of them, and says so', () => {
  const { stdout } = run('gmlp-b16', '--style', 'table', '--width', '40', '--depth', '1');
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    '┌───────┬────────┬────────┬────────────┐',
    '│ Layer │ Type   │ Outpu… │     Params │',
    '├───────┼────────┼────────┼────────────┤',
    '│ gM…on │ gMLPF… │ [1, 1… │         -- │',
  ]);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('note: the terminal is too narrow for the columns macs');
});

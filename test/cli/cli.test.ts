import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cli, runCommand, spawnCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);

test('summary prints the reference table, and nothing else', () => {
  const { stdout, stderr, status } = run('summary');
  const golden = readFileSync(new URL('../golden/reference/seed/torchsummary.txt', import.meta.url), 'utf8');
  expect({ stdout, stderr, status }).toEqual({ stdout: golden, stderr: '', status: 0 });
});

test('a batch size and six layers', () => {
  const golden = readFileSync(new URL('../golden/reference/default/torchsummary.batch2.txt', import.meta.url), 'utf8');
  expect(run('summary', '--num-layers', '6', '--batch-size', '2').stdout).toBe(golden);
});

test.each([
  [['sumary'], 'unknown command or argument: sumary (did you mean summary?)'],
  [['summary', 'a', 'b'], 'summary takes at most one model, got b too'],
  [['graph', 'a', 'b'], 'graph takes at most one model, got b too'],
  [['view', 'a', 'b', 'c'], 'view takes at most two models, got c too'],
  [['diff', 'a', 'b', 'c', 'd'], 'diff takes at most two models, got c too'],
  [['inspect', 'logs', 'more'], 'inspect takes at most one path, got more too'],
  [['compare'], '<model> is missing: gmlp-viz compare <model> [other]'],
  [['convert'], '<model> is missing: gmlp-viz convert <model>'],
  [['diff'], '<before> is missing: gmlp-viz diff <before> <after>'],
  [['diff', 'gmlp'], '<after> is missing: gmlp-viz diff <before> <after>'],
  [['inspect', '--tag', 'loss'], '<path> is missing: gmlp-viz inspect <path>'],
  [['summary', '--patch-sise', '3'], 'unknown option: --patch-sise (did you mean --patch-size?)'],
  [
    ['summary', 'gmlp-s17'],
    'unknown model: gmlp-s17 (did you mean gmlp-s16? one of gmlp, gmlp-ti16, gmlp-s16, gmlp-b16)',
  ],
  [
    ['summary', '--style', 'fancy'],
    'unknown style: fancy (one of torchsummary, torchinfo, table, markdown, csv, json, html)',
  ],
  [
    ['summary', '--style', 'tabel'],
    'unknown style: tabel (did you mean table? one of torchsummary, torchinfo, table, markdown, csv, json, html)',
  ],
  [['summary', '--image-size', '250'], 'image size must be divisible by patch size, got 250 and 16'],
  [['summary', '--image-size', 'big'], '--image-size must be a whole number of at least 1, got big'],
  [['summary', '--patch-size', '0'], '--patch-size must be a whole number of at least 1, got 0'],
  [['summary', '--in-channels', '-3'], '--in-channels must be a whole number of at least 1, got -3'],
  [['summary', '--num-classes', '1.5'], '--num-classes must be a whole number of at least 1, got 1.5'],
  [['summary', '--d-model', '1e3'], '--d-model must be a whole number of at least 1, got 1e3'],
  [['summary', '--d-ffn', ''], '--d-ffn must be a whole number of at least 1, got nothing'],
  [['summary', '--d-ffn'], '--d-ffn needs a value'],
  [['summary', '--num-layers', 'NaN'], '--num-layers must be a whole number of at least 1, got NaN'],
  [['summary', '--num-layers', '1', '--num-layers', '2'], '--num-layers was given 2 times'],
  [['graph', '--opset', '24'], '--opset must be a whole number from 17 to 23, got 24'],
  [['graph', '--opset', 'abc'], '--opset must be a whole number from 17 to 23, got abc'],
  [['summary', '--batch-size', '0'], '--batch-size must be a whole number of at least 1, got 0'],
  [['summary', '--batch-size', 'abc'], '--batch-size must be a whole number of at least 1, got abc'],
  [
    ['summary', '--seq-len', '10'],
    'seqLen must be the number of patches, 256 for image size 256 and patch size 16, got 10',
  ],
])('bad input %j is one clause', (args, clause) => {
  const { stdout, stderr, status } = run(...args);
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });
});

test('a closed pipe ends it quietly', () => {
  const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" summary gmlp-b16 | head -1`], {
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: `${'-'.repeat(64)}\n`, stderr: '' });
});

test.each([
  [{ NO_COLOR: '1' }, false],
  [{ FORCE_COLOR: '1' }, true],
])('with %j, not on a terminal, colours are %s', (variables, isColoured) => {
  const { stdout } = runCommand(['summary', '--style', 'table'], { env: variables });
  expect(stdout).toContain('gMLPBlock');
  expect(stdout.includes('\u001b')).toBe(isColoured);
});

test('the shell completes commands, and a script for it is printed', () => {
  expect(run('completion').stdout).toContain('--get-yargs-completions');
  expect(run('--get-yargs-completions', 'gmlp-viz', '').stdout.split('\n')).toEqual(
    expect.arrayContaining(['summary', 'graph', 'diff']),
  );
});

test('help has examples, and the version is the package’s', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(run('--version').stdout).toBe(`${version}\n`);
  for (const command of [[], ['summary'], ['graph'], ['diff']])
    expect(run(...command, '--help').stdout).toContain('Examples:');
});

test('errors are English whatever the locale of the terminal is', () => {
  const env = { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  const { stderr, status } = spawnCommand(['summary', '--stlye', 'table'], { env });
  expect({ stderr, status }).toEqual({
    stderr: 'gmlp-viz: unknown option: --stlye (did you mean --style?)\n',
    status: 2,
  });
});

test.each(['0', '0.5B', `${'9'.repeat(400)}GB`, 'much'])('a memory budget of %s is refused', (budget) => {
  const { stderr, status } = run('summary', '--style', 'table', '--memory-budget', budget);
  expect(stderr).toMatch(/^gmlp-viz: --memory-budget must be a size such as 16GB or 512MiB, got /);
  expect(status).toBe(2);
});

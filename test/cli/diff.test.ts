import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const folder = mkdtempSync(join(tmpdir(), 'gmlp-viz-diff-'));
const [seed, wide, broken, other, old] = ['seed', 'wide', 'broken', 'other', 'old'].map((name) =>
  join(folder, `${name}.json`),
) as [string, string, string, string, string];

beforeAll(() => {
  writeFileSync(seed, run('summary', '--style', 'json').stdout);
  writeFileSync(wide, run('summary', '--style', 'json', '--num-layers', '2', '--num-classes', '10').stdout);
  writeFileSync(broken, '{"schema": ');
  writeFileSync(other, '{"layers": []}');
  writeFileSync(old, '{"schema": "gmlp-viz.summary", "version": 0}');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a saved summary equals its model', () => {
  expect(run('diff', seed, 'gmlp')).toEqual({
    stdout: `no difference
params: 915,688 -> 915,688 (unchanged)
trainable params: 915,688 -> 915,688 (unchanged)
MACs: 184,805,376 -> 184,805,376 (unchanged)
inference peak beside params: 4.00 MiB -> 4.00 MiB (unchanged)
training step: 43.99 MiB -> 43.99 MiB (unchanged)
`,
    stderr: '',
    status: 0,
  });
});

test('an added block and fewer classes are each one change', () => {
  const { stdout, stderr, status } = run('diff', 'gmlp', wide);
  expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
  expect(stdout).toBe(`+ model.1: gMLPBlock, 461,824 params in 7 layers
~ classifier (Linear)
    outFeatures: 1000 -> 10
    params: 257,000 -> 2,570
    outputs: [1, 1000] -> [1, 10]
    macs: 256,000 -> 2,560
1 layer differs in shapes or MACs alone: (model) outputs [1, 1000] -> [1, 10]
params: 915,688 -> 1,123,082 (+207,394, +22.6%)
trainable params: 915,688 -> 1,123,082 (+207,394, +22.6%)
MACs: 184,805,376 -> 318,769,664 (+133,964,288, +72.5%)
inference peak beside params: 4.00 MiB -> 4.00 MiB (unchanged)
training step: 43.99 MiB -> 72.19 MiB (+28.20 MiB, +64.1%)
`);
});

test('removed layers are listed in markdown, and every change in json', () => {
  const markdown = run('diff', wide, seed, '--style', 'markdown');
  expect(markdown.status).toBe(1);
  expect(markdown.stdout).toContain('| removed | model.1 | layer | gMLPBlock, 461,824 params in 7 layers |  |\n');
  const { equal, layers, totals } = JSON.parse(run('diff', wide, seed, '--style', 'json').stdout);
  expect([equal, layers.length, totals.params]).toEqual([false, 2, { before: 1_123_082, after: 915_688 }]);
});

test.each([
  [() => ['gmlp'], '<after> is missing: gmlp-viz diff <before> <after>'],
  [
    () => ['gmlp', 'gmlp-s17'],
    'unknown model: gmlp-s17 (did you mean gmlp-s16? one of gmlp, gmlp-ti16, gmlp-s16, gmlp-b16)',
  ],
  [() => ['gmlp', broken], `${broken} is no JSON`],
  [() => ['gmlp', other], `${other} is no summary: expected "schema": "gmlp-viz.summary"`],
  [() => ['gmlp', old], `${old} has schema version 0, expected 1`],
  [() => ['gmlp', 'gmlp', '--style', 'html'], 'unknown style: html (one of text, markdown, json)'],
])('diff refuses bad input %# in one clause', (args, clause) => {
  expect(run('diff', ...args())).toEqual({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });
});

// `gmlp-viz inspect` of more tags and points than a person reads.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { runCommand } from './runCommand.ts';

const tags = 200_000;
const logdir = mkdtempSync(join(tmpdir(), 'many-'));

beforeAll(async () => {
  const writer = new SummaryWriter({ logdir });
  for (let i = 0; i < tags; i++) writer.addScalar(`layer/${i}`, i, 3, 100);
  for (let step = 0; step < 3000; step++) writer.addScalar('loss', step, step, 100);
  await writer.close();
});

const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .slice(3, -2)
    .map((line) => line.split('│').map((cell) => cell.trim()));

test('a table of 200,001 tags shows the first and the last of them', () => {
  const { stdout, stderr, status } = runCommand(['inspect', logdir]);
  const rows = rowsOf(stdout);
  expect(rows).toHaveLength(1001);
  expect(rows[499]!.slice(1, 6)).toEqual(['.', 'layer/499', 'scalars', '1', '3']);
  expect(new Set(rows[500]!.slice(1, -1))).toEqual(new Set(['…']));
  expect(rows[501]!.slice(1, 3)).toEqual(['.', 'layer/199501']);
  expect(rows.at(-1)!.slice(1, 6)).toEqual(['.', 'loss', 'scalars', '3000', '0 … 2,999']);
  expect(stderr).toBe(
    'gmlp-viz: note: 199,001 of 200,001 rows are left out: --format csv prints all, --limit 200001 shows them\n',
  );
  expect(status).toBe(0);
});

test('a program gets all 200,001 tags', () => {
  expect(runCommand(['inspect', logdir, '--format', 'csv']).stdout.match(/\r\n/g)).toHaveLength(tags + 2);
});

test('a table of 3,000 points shows the first and the last of them, as many as --limit says', () => {
  const { stdout, stderr } = runCommand(['inspect', logdir, '--tag', 'loss', '--limit', '5']);
  expect(rowsOf(stdout).map(([, , step]) => step)).toEqual(['0', '1', '2', '…', '2998', '2999']);
  expect(stderr).toContain('2,995 of 3,000 rows are left out');
  const whole = runCommand(['inspect', logdir, '--tag', 'loss', '--limit', '3000']);
  expect(rowsOf(whole.stdout).map(([, , step]) => Number(step))).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  expect(whole.stderr).toBe('');
});

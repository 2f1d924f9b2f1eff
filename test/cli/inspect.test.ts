// `gmlp-viz inspect`: runs, tags, steps, graphs and damage of event files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { Linear, SummaryWriter } from '../../src/index.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const run = (...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'inspect', ...args], { encoding: 'utf8' });
  return { stdout, stderr, status };
};
const logdir = mkdtempSync(join(tmpdir(), 'inspect-'));
const damaged = join(logdir, 'damaged');
let file = '';

beforeAll(async () => {
  const writer = new SummaryWriter({ logdir });
  for (const step of [0, 1, 2, 7, 5]) writer.addScalar('loss', step / 2, step, 100 + step);
  writer.addGraph(new Linear(2, 3), [1, 2]);
  writer.addScalars('both', { a: 1 }, 4, 200);
  await writer.close();
  file = writer.path!;
});

test('a folder', () => {
  expect(run(logdir, '--format', 'csv')).toEqual({
    stdout: [
      'run,tag,plugin,count,first step,last step,largest gap,backwards',
      '.,a graph of 12 nodes,graphs,1,,,,',
      '.,loss,scalars,5,0,5,5,1',
      'both_a,both,scalars,1,4,4,,',
      '',
    ].join('\r\n'),
    stderr: '',
    status: 0,
  });
  expect(run(file).stdout).toBe(
    `┌─────┬─────────────────────┬─────────┬───────┬────────────┬───────────┬─────────────┬───────────┐
│ run │ tag                 │ plugin  │ count │ first step │ last step │ largest gap │ backwards │
├─────┼─────────────────────┼─────────┼───────┼────────────┼───────────┼─────────────┼───────────┤
│ .   │ a graph of 12 nodes │ graphs  │ 1     │            │           │             │           │
│ .   │ loss                │ scalars │ 5     │ 0          │ 5         │ 5           │ 1         │
└─────┴─────────────────────┴─────────┴───────┴────────────┴───────────┴─────────────┴───────────┘
`,
  );
});

test('the points of a tag', () => {
  expect(run(logdir, '--tag', 'loss', '--format', 'csv').stdout.split('\r\n').slice(0, 3)).toEqual([
    'run,step,time,value',
    '.,0,1970-01-01T00:01:40.000Z,0',
    '.,1,1970-01-01T00:01:41.000Z,0.5',
  ]);
  expect(JSON.parse(run(logdir, '--tag', 'both', '--format', 'json').stdout)).toEqual([
    { run: 'both_a', step: 4, wallTime: 200, value: 1 },
  ]);
});

test('damage is named, the rest is told, exit code 1', () => {
  const bytes = readFileSync(file);
  bytes[80]! ^= 1;
  writeFileSync(damaged, bytes);
  const { stdout, stderr, status } = run(damaged, '--format', 'json');
  const [{ damage, events }] = JSON.parse(stdout);
  expect(events).toBe(7);
  expect({ stderr, status }).toEqual({
    stderr: `gmlp-viz: note: ${damaged} is damaged at byte ${damage[0].offset}: the checksum of an event is wrong\n`,
    status: 1,
  });
});

test.each([
  [['/nowhere'], 'there is no file or folder /nowhere'],
  [[mkdtempSync(join(tmpdir(), 'empty-'))], 'there is no event file at '],
  [[logdir, '--tag', 'los'], 'unknown scalar: los (did you mean loss? one of loss, both)'],
  [[logdir, '--format', 'xml'], 'unknown format: xml (one of table, csv, json)'],
  [[], 'not enough non-option arguments: got 0, need at least 1'],
])('%j', (args, clause) => {
  const { stdout, stderr, status } = run(...args);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr.startsWith(`gmlp-viz: ${clause}`)).toBe(true);
});

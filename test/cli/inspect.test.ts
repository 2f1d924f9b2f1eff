// `gmlp-viz inspect`: runs, tags, steps, graphs and corruption of event files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { Linear } from '../../src/nn.ts';
import { cli, runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(['inspect', ...args]);
const logdir = mkdtempSync(join(tmpdir(), 'inspect-'));
const empty = mkdtempSync(join(tmpdir(), 'inspect-'));
const damaged = join(logdir, 'damaged');
let file = '';

beforeAll(async () => {
  await new SummaryWriter({ logdir: empty }).close();
  const writer = new SummaryWriter({ logdir });
  for (const step of [0, 1, 2, 7, 5]) writer.addScalar('loss', step / 2, step, 100 + step);
  writer.addGraph(new Linear(2, 3), [1, 2]);
  writer.addScalars('both', { a: Number.NaN }, 4, 200);
  await writer.close();
  file = writer.path!;
});

test('a folder is listed with its runs and tags', () => {
  expect(run(logdir, '--format', 'csv')).toEqual({
    stdout: [
      'run,tag,plugin,count,min step,max step,first time,last time,backwards,usual gap,gaps,largest gap,gap after,last value,min value,max value,not finite,nodes',
      '.,,graphs,1,,,,,,,,,,,,,,12',
      '.,loss,scalars,5,0,7,1970-01-01T00:01:40.000Z,1970-01-01T00:01:47.000Z,1,1,1,5,2,2.5,0,3.5,0,',
      'both_a,both,scalars,1,4,4,1970-01-01T00:03:20.000Z,1970-01-01T00:03:20.000Z,0,,0,,,NaN,,,1,',
      '',
    ].join('\r\n'),
    stderr: '',
    status: 0,
  });
  expect(`\n${run(logdir).stdout}`).toMatchInlineSnapshot(`
    "
    ┌────────┬──────┬─────────┬───────┬───────┬────────────┬──────────────────────┬─────┬──────────────────────────────────┐
    │ run    │ tag  │ plugin  │ count │ steps │ last value │ from                 │ for │ notes                            │
    ├────────┼──────┼─────────┼───────┼───────┼────────────┼──────────────────────┼─────┼──────────────────────────────────┤
    │ .      │      │ graphs  │     1 │       │            │                      │     │ 12 nodes                         │
    │ .      │ loss │ scalars │     5 │ 0 … 7 │        2.5 │ 1970-01-01T00:01:40Z │ 7 s │ 1 backwards, 1 gap, of 5 after 2 │
    │ both_a │ both │ scalars │     1 │ 4     │        NaN │ 1970-01-01T00:03:20Z │ 0 s │ 1 not finite                     │
    └────────┴──────┴─────────┴───────┴───────┴────────────┴──────────────────────┴─────┴──────────────────────────────────┘
    "
  `);
});

test('--tag prints the points of a tag', () => {
  expect(run(logdir, '--tag', 'loss', '--format', 'csv').stdout.split('\r\n').slice(0, 3)).toEqual([
    'run,step,time,value',
    '.,0,1970-01-01T00:01:40.000Z,0',
    '.,1,1970-01-01T00:01:41.000Z,0.5',
  ]);
  expect(JSON.parse(run(logdir, '--tag', 'both', '--format', 'json').stdout)).toEqual([
    { run: 'both_a', step: 4, wallTime: 200, value: 'NaN' },
  ]);
  expect(run(file, '--tag', 'loss').stdout).toBe(
    `┌─────┬──────┬──────────────────────────┬───────┐
│ run │ step │ time                     │ value │
├─────┼──────┼──────────────────────────┼───────┤
│ .   │    0 │ 1970-01-01T00:01:40.000Z │     0 │
│ .   │    1 │ 1970-01-01T00:01:41.000Z │   0.5 │
│ .   │    2 │ 1970-01-01T00:01:42.000Z │     1 │
│ .   │    7 │ 1970-01-01T00:01:47.000Z │   3.5 │
│ .   │    5 │ 1970-01-01T00:01:45.000Z │   2.5 │
└─────┴──────┴──────────────────────────┴───────┘
`,
  );
});

test('--plot draws the curve of a tag with its steps in order', () => {
  expect(`\n${run(logdir, '--tag', 'loss', '--plot').stdout}`).toMatchInlineSnapshot(`
    "
    loss
      │                                                                        ⢀⡠⠤⠒⠉
      │                                                                   ⢀⣀⠤⠒⠊⠁
    3 ┤                                                              ⢀⣀⠤⠒⠊⠁
      │                                                          ⣀⠤⠔⠊⠁
      │                                                     ⣀⠤⠔⠊⠉
      │                                                ⣀⡠⠔⠊⠉
    2 ┤                                           ⢀⡠⠔⠒⠉
      │                                      ⢀⡠⠤⠒⠉⠁
      │                                 ⢀⣀⠤⠒⠊⠁
      │                             ⣀⠤⠔⠊⠁
      │                        ⣀⡠⠔⠊⠉
    1 ┤                   ⣀⡠⠔⠒⠉
      │              ⢀⡠⠤⠒⠉
      │         ⢀⡠⠤⠒⠉⠁
      │    ⢀⣀⠤⠒⠉⠁
    0 ┤⣀⠤⠒⠊⠁
      └┬─────────────────────┬────────────────────┬─────────────────────┬───────────
       0                     2                    4                     6
      last 3.5
    "
  `);
});

test('--follow reads more files than a process may have open, one that is replaced by a longer one, and none that is removed', async () => {
  const logs = mkdtempSync(join(tmpdir(), 'follow-'));
  const writer = new SummaryWriter({ logdir: join(logs, 'one'), maxQueue: 1 });
  writer.addScalar('loss', 0, 0, 100);
  const bytes = readFileSync(writer.path!);
  const fileOf = (n: number): string => join(logs, 'many', `events.out.tfevents.${1000 + n}`);
  mkdirSync(join(logs, 'many'));
  for (let n = 0; n < 400; n++) writeFileSync(fileOf(n), bytes);
  const limited = ['-c', 'ulimit -n 100; exec "$@"', 'sh', process.execPath];
  const child = spawn('sh', [...limited, cli, 'inspect', logs, '--follow', '--format', 'csv'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value;
  for (let n = 0; n < 402; n++) await next();
  rmSync(fileOf(0));
  rmSync(fileOf(1));
  writer.addScalar('loss', 1, 1, 100);
  writeFileSync(join(logs, 'aside'), readFileSync(writer.path!));
  renameSync(join(logs, 'aside'), fileOf(399));
  const added = [await next(), await next()].sort();
  expect(added).toEqual(['many', 'one'].map((name) => `${name},loss,1,1970-01-01T00:01:40.000Z,1`));
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(stderr).toBe('');
  await writer.close();
});

test('--follow prints points as they are written, in later runs too, until Ctrl-C', async () => {
  const logs = mkdtempSync(join(tmpdir(), 'follow-'));
  const child = spawn(process.execPath, [cli, 'inspect', logs, '--tag', 'loss', '--follow', '--format', 'csv'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value;
  expect(await next()).toBe('run,tag,step,time,value');
  const library = new URL('../../dist/index.js', import.meta.url);
  const writing = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { SummaryWriter } from '${library}';
      process.stdin.on('data', async (line) => {
        const [run, step] = JSON.parse(line);
        const writer = new SummaryWriter({ logdir: ${JSON.stringify(logs)} + '/' + run });
        writer.addScalar('loss', step / 2, step, 100);
        writer.addScalar('other', 0, step);
        await writer.close();
      });`,
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  for (const [name, step] of [
    ['train', 3],
    ['train', 4],
    ['valid', 4],
  ] as const) {
    writing.stdin.write(JSON.stringify([name, step]));
    expect(await next()).toBe(`${name},loss,${step},1970-01-01T00:01:40.000Z,${step / 2}`);
  }
  writing.stdin.end();
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(child.stderr.read()).toBe(null);
});

test('a corrupt file is named, its other events are printed, and the exit code is 1', () => {
  const bytes = readFileSync(file);
  bytes[80]! ^= 1;
  writeFileSync(damaged, bytes);
  const { stdout, stderr, status } = run(damaged, '--format', 'json');
  const [{ corruption, events }] = JSON.parse(stdout);
  expect(events).toBe(6);
  expect({ stderr, status }).toEqual({
    stderr: `gmlp-viz: note: ${damaged} is corrupt at byte ${corruption[0].offset}: the checksum of an event is wrong\n`,
    status: 1,
  });
});

test.each([
  [['/nowhere'], 'there is no file or folder /nowhere'],
  [[mkdtempSync(join(tmpdir(), 'empty-'))], 'there is no event file at '],
  [[logdir, '--tag', 'los'], 'unknown tag: los (did you mean loss? one of loss, both)'],
  [[empty, '--tag', 'loss'], 'unknown tag: loss (there is none)'],
  [[logdir, '--tag', 'los', '--plot'], 'unknown scalar: los (did you mean loss? one of loss, both)'],
  [[logdir, '--plot', '--follow'], '--follow prints points as they come: leave --plot out'],
  [[logdir, '--plot', '--format', 'csv'], '--plot draws: leave --format csv out'],
  [[logdir, '--format', 'xml'], 'unknown format: xml (one of table, csv, json, svg)'],
  [[], '<path> is missing: gmlp-viz inspect <path>'],
])('%j', (args, clause) => {
  const { stdout, stderr, status } = run(...args);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr.startsWith(`gmlp-viz: ${clause}`)).toBe(true);
});

// `gmlp-viz inspect` of many runs: tables of all points, reduced runs, curves as an SVG.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { cli, runCommand } from './runCommand.ts';

const inspect = (...args: string[]) => runCommand(['inspect', ...args]);
const logdir = mkdtempSync(join(tmpdir(), 'runs-'));

beforeAll(async () => {
  for (const seed of [1, 2]) {
    const writer = new SummaryWriter({ logdir: join(logdir, `seed-${seed}`) });
    for (const step of [0, 1, 2]) writer.addScalar('loss', seed / (step + 1), step, 100 + step);
    writer.addScalar('a,"b"', seed === 1 ? Number.NaN : 0.5, seed, 200);
    writer.addHparams({ lr: seed / 4 }, { score: seed }, 'trial', 0, { wallTime: 300 });
    await writer.close();
  }
});

test('--all prints a row for each point of each run, hyperparameters beside', () => {
  expect(inspect(logdir, '--all', '--format', 'csv')).toEqual({
    stdout: [
      'run,tag,step,wall_time,value,hparams/lr',
      'seed-1,loss,0,100,1,',
      'seed-1,loss,1,101,0.5,',
      'seed-1,loss,2,102,0.3333333432674408,',
      'seed-1,"a,""b""",1,200,NaN,',
      'seed-1/trial,score,0,300,1,0.25',
      'seed-2,loss,0,100,2,',
      'seed-2,loss,1,101,1,',
      'seed-2,loss,2,102,0.6666666865348816,',
      'seed-2,"a,""b""",2,200,0.5,',
      'seed-2/trial,score,0,300,2,0.5',
      '',
    ].join('\r\n'),
    stderr: '',
    status: 0,
  });
  const rows = JSON.parse(inspect(logdir, '--all', '--format', 'json', '--run', '*/trial').stdout);
  expect(rows).toEqual([
    { run: 'seed-1/trial', tag: 'score', step: 0, wall_time: 300, value: 1, 'hparams/lr': 0.25 },
    { run: 'seed-2/trial', tag: 'score', step: 0, wall_time: 300, value: 2, 'hparams/lr': 0.5 },
  ]);
});

test('--pivot prints a column for each tag', () => {
  const { stdout } = inspect(logdir, '--all', '--pivot', '--format', 'csv', '--run', 'seed-?');
  expect(stdout.split('\r\n')).toEqual([
    'run,step,loss,"a,""b"""',
    'seed-1,0,1,',
    'seed-1,1,0.5,NaN',
    'seed-1,2,0.3333333432674408,',
    'seed-2,0,2,',
    'seed-2,1,1,',
    'seed-2,2,0.6666666865348816,0.5',
    '',
  ]);
  const rows = JSON.parse(inspect(logdir, '--all', '--pivot', '--format', 'json', '--run', 'seed-1').stdout);
  expect(rows[1]).toEqual({ run: 'seed-1', step: 1, loss: 0.5, 'a,"b"': 'NaN' });
});

test('a run without a hyperparameter that has the name of an object’s own method has an empty cell', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hparams-'));
  for (const name of ['with', 'without']) {
    await using writer = new SummaryWriter({ logdir: join(folder, name) });
    writer.addScalar('loss', 1, 0, 100);
    if (name === 'with') writer.addHparams({ constructor: 2 }, { accuracy: 1 }, '.', 0);
  }
  const rows = JSON.parse(inspect(folder, '--all', '--format', 'json', '--tag', 'loss').stdout);
  const given = rows.map((row: { run: string }) => [
    row.run,
    Object.entries(row).find(([key]) => key.startsWith('hparams/')),
  ]);
  expect(Object.fromEntries(given)).toEqual({ with: ['hparams/constructor', 2], without: undefined });
  const { stdout } = inspect(folder, '--all', '--format', 'csv', '--tag', 'loss');
  expect(stdout.trim().split('\r\n').slice(1).sort()).toEqual(['with,loss,0,100,1,2', 'without,loss,0,100,1,']);
});

test('--reduce writes a run for each reduction, and tells which steps are left out', () => {
  const out = mkdtempSync(join(tmpdir(), 'reduced-'));
  const { stdout, stderr, status } = inspect(logdir, '--run', 'seed-?', '--reduce', 'mean,max', '--out', out);
  expect([stdout, status]).toEqual([`${join(out, 'mean')}\n${join(out, 'max')}\n`, 0]);
  expect(stderr).toContain('a,"b": 2 of 2 steps are not in each run, and left out');
  expect(stderr).toContain('reduced 2 runs: seed-1, seed-2');
  expect(inspect(join(out, 'mean'), '--all', '--format', 'csv').stdout.split('\r\n').slice(1, 3)).toEqual([
    '.,loss,0,100,1.5',
    '.,loss,1,101,0.75',
  ]);
  const again = inspect(logdir, '--run', 'seed-?', '--reduce', 'max,min', '--out', out);
  expect([again.stderr, again.status]).toEqual([
    `gmlp-viz: ${join(out, 'max')} holds a run already: name another folder with --out, or remove it\n`,
    2,
  ]);
  expect(readdirSync(out).sort()).toEqual(['max', 'mean']);
});

test('--reduce tells of a spread that is NaN, since one run alone has the tag', () => {
  const out = mkdtempSync(join(tmpdir(), 'reduced-'));
  const { stderr } = inspect(logdir, '--run', 'seed-1*', '--reduce', 'std', '--out', out);
  expect(stderr).toContain('score: 1 of 2 runs lack it; std of one run is NaN');
});

test('--format svg draws a chart for each scalar', () => {
  const { stdout, status } = inspect(logdir, '--tag', 'loss', '--format', 'svg', '--smoothing', '0.6');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^<svg [\s\S]*<title>seed-1<\/title>[\s\S]*<\/svg>\n$/);
});

test('--reduce leaves no run where it cannot write all of them', () => {
  const out = mkdtempSync(join(tmpdir(), 'reduced-'));
  symlinkSync(join(out, 'nowhere', 'else'), join(out, 'max'));
  const { stdout, stderr, status } = inspect(logdir, '--run', 'seed-?', '--reduce', 'mean,max', '--out', out);
  expect([stdout, status]).toEqual(['', 2]);
  expect(stderr).toContain(`gmlp-viz: cannot write to ${out}: `);
  expect(readdirSync(out)).toEqual(['max']);
});

test('--reduce that Ctrl-C ends while it writes leaves no run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reduced-'));
  for (const name of ['a', 'b']) {
    await using writer = new SummaryWriter({ logdir: join(folder, 'logs', name), maxQueue: 10_000 });
    for (let step = 0; step < 200_000; step++) writer.addScalar('loss', step, step, 100);
  }
  const out = join(folder, 'new', 'out');
  const reductions = 'mean,std,var,min,max,median';
  const child = spawn(process.execPath, [cli, 'inspect', join(folder, 'logs'), '--reduce', reductions, '--out', out]);
  const ended = once(child, 'close');
  while (!existsSync(join(out, 'std')) && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(readdirSync(folder)).toEqual(['logs']);
  rmSync(folder, { recursive: true });
});

test('--all of a pipe is refused, since events are read twice', () => {
  const [file] = readdirSync(logdir, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('tfevents'));
  const shell = 'cat "$2" | "$0" "$1" inspect /dev/stdin --all --format csv';
  const piped = spawnSync('sh', ['-c', shell, process.execPath, cli, join(logdir, file!)], { encoding: 'utf8' });
  expect([piped.status, piped.stdout]).toEqual([2, '']);
  expect(piped.stderr).toBe(
    'gmlp-viz: /dev/stdin is a pipe, and its events are read twice: save them to a file first\n',
  );
});

test('--run chooses the runs of the overview and of the points of a tag', () => {
  const { stdout } = inspect(logdir, '--run', '*/trial', '--format', 'json');
  expect(JSON.parse(stdout).map(({ run }: { run: string }) => run)).toEqual(['seed-1/trial', 'seed-2/trial']);
  expect(inspect(logdir, '--run', 'seed-2', '--tag', 'loss', '--format', 'csv').stdout).toBe(
    [
      'run,step,time,value',
      'seed-2,0,1970-01-01T00:01:40.000Z,2',
      'seed-2,1,1970-01-01T00:01:41.000Z,1',
      'seed-2,2,1970-01-01T00:01:42.000Z,0.6666666865348816',
      '',
    ].join('\r\n'),
  );
});

test.each([
  [['--all'], '--all is for programs: give --format csv or --format json'],
  [['--pivot', '--format', 'csv'], '--pivot is for --all: give both'],
  [['--reduce', 'mean'], 'name the folder of the new runs: --out logs/reduced'],
  [['--reduce', 'avg', '--out', 'x'], 'unknown reduction: avg'],
  [['--all', '--format', 'csv', '--reduce', 'mean', '--out', 'x'], 'give one of --all and --reduce'],
  [['--all', '--format', 'svg'], '--format svg draws curves: leave --all out'],
  [['--smoothing', '0.5'], '--smoothing is for curves: give --plot or --format svg'],
  [['--plot', '--smoothing', '1'], '--smoothing must be a number from 0 to below 1, got 1'],
  [['--run', 'x'], 'no run matches x (seed-1, seed-1/trial, seed-2, seed-2/trial)'],
  [['--run', 'x', '--tag', 'loss'], 'no run matches x'],
  [['--run', 'seed-1', '--tag', 'score'], 'unknown tag: score'],
  [['--limit', '0'], '--limit must be a whole number of at least 1, got 0'],
  [['--limit', '5', '--format', 'csv'], '--limit is for tables: leave --format csv out'],
  [['--limit', '5', '--plot'], '--limit is for tables: leave --plot out'],
  [['--all', '--format', 'csv', '--run', 'x'], 'no run matches x'],
  [['--all', '--format', 'json', '--tag', 'los'], 'unknown scalar: los (did you mean loss?'],
  [['--all', '--format', 'csv', '--tag', 'los'], 'unknown scalar: los (did you mean loss?'],
  [['--out', 'x'], '--out is for --reduce'],
  [['--no-index', '--all', '--format', 'csv'], '--no-index is for the list of runs, not --all: leave --no-index out'],
  [
    ['--no-index', '--reduce', 'mean', '--out', 'x'],
    '--no-index is for the list of runs, not --reduce: leave --no-index out',
  ],
  [['--index', '--plot'], '--index is for the list of runs, not --plot: leave --index out'],
  [['--no-index', '--follow'], '--no-index is for the list of runs, not --follow: leave --no-index out'],
  [['--no-index', '--tag', 'loss'], '--no-index is for the list of runs, not --tag: leave --no-index out'],
  [['--no-index', '--format', 'svg'], '--no-index is for the list of runs, not --format svg: leave --no-index out'],
])('%s is refused', (args, text) => {
  const { stdout, stderr, status } = inspect(logdir, ...args);
  expect([stdout, status]).toEqual(['', 2]);
  expect(stderr).toContain(text);
});

test('a second list of runs comes from an index, --no-index keeps none, a pipe has none', () => {
  const cache = mkdtempSync(join(tmpdir(), 'cache-'));
  const environment = { env: { XDG_CACHE_HOME: cache } };
  const { stdout, status } = runCommand(['inspect', logdir, '--no-index'], environment);
  expect({ status, files: readdirSync(cache) }).toEqual({ status: 0, files: [] });
  for (let i = 0; i < 2; i++) expect(runCommand(['inspect', logdir], environment).stdout).toBe(stdout);
  const folder = join(cache, 'gmlp-viz', 'logdirs');
  expect(readdirSync(folder)).toHaveLength(1);
  const [file] = readdirSync(logdir, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('tfevents'));
  const shell = 'cat "$2" | "$0" "$1" inspect /dev/stdin';
  const piped = spawnSync('sh', ['-c', shell, process.execPath, cli, join(logdir, file!)], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  expect(piped).toMatchObject({ status: 0, stdout: expect.stringContaining('loss') });
  expect(readdirSync(folder)).toHaveLength(1);
  rmSync(cache, { recursive: true });
});

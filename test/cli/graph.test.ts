import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { events } from '../tensorboard/events.ts';
import { runCommand } from './runCommand.ts';

const tiny = fileURLToPath(new URL('../golden/reference/tiny/', import.meta.url));
const folder = () => mkdtempSync(join(tmpdir(), 'logs-'));
const run = (cwd: string, ...args: string[]) => runCommand(['graph', ...args], { cwd });

const small = ['--image-size', '32', '--patch-size', '8', '--d-model', '16', '--d-ffn', '24', '--num-layers', '2'];

test('graph prints the path to stdout and the TensorBoard command to stderr, and writes to logs', () => {
  const cwd = folder();
  const { stdout, stderr, status } = run(cwd, ...small);
  const [file] = readdirSync(join(cwd, 'logs'));
  expect({ stdout, stderr, status }).toEqual({
    stdout: `${join('logs', file!)}\n`,
    stderr: 'to look at it: tensorboard --logdir logs\n',
    status: 0,
  });
});

test('a folder with spaces is quoted for the shell', () => {
  const cwd = folder();
  const { stderr } = run(cwd, ...small, '--logdir', "my run's");
  expect(stderr).toBe("to look at it: tensorboard --logdir 'my run'\\''s'\n");
});

test('a second graph goes to a numbered sub-run, and --overwrite replaces only our own', async () => {
  const cwd = folder();
  run(cwd, ...small);
  const second = run(cwd, ...small);
  expect(second.stdout).toMatch(/^logs\/graph_2\/events\.out\.tfevents\./);
  expect(second.stderr).toBe(
    'logs holds a graph already, and a run shows one: this one is the run logs/graph_2\n' +
      'to look at it: tensorboard --logdir logs\n',
  );
  expect(run(cwd, ...small).stdout).toMatch(/^logs\/graph_3\//);

  // a training's scalars stay
  const training = new SummaryWriter({ logdir: join(cwd, 'logs') });
  training.addScalar('loss', 1);
  await training.close();
  const before = readdirSync(join(cwd, 'logs')).filter((name) => name.includes('tfevents'));
  const replaced = run(cwd, ...small, '--overwrite').stdout.trim();
  const after = readdirSync(join(cwd, 'logs')).filter((name) => name.includes('tfevents'));
  expect(after.length).toBe(before.length);
  expect(after.map((name) => join('logs', name))).toContain(replaced);
  expect(events(training.path!).map(({ what }) => what)).toEqual(['fileVersion', 'summary']);
});

test('--overwrite leaves a graph that another program wrote', async () => {
  const cwd = folder();
  const ours = run(cwd, ...small).stdout.trim();
  const bytes = readFileSync(join(cwd, ours));
  // the same records without the first, which names the writer
  const first = Number(bytes.readBigUInt64LE(0)) + 16;
  const foreign = join(cwd, 'logs', 'events.out.tfevents.1.foreign');
  writeFileSync(foreign, bytes.subarray(first));
  expect(run(cwd, ...small, '--overwrite').stdout).toMatch(/^logs\/graph_2\//);
  expect(readdirSync(join(cwd, 'logs')).sort()).toEqual(['events.out.tfevents.1.foreign', 'graph_2']);
});

test('with --weights the parameters are constants that hold the numbers', () => {
  const cwd = folder();
  const weights = join(tiny, 'weights.safetensors');
  const { stdout, stderr } = run(cwd, ...small, '--num-classes', '10', '--weights', weights);
  expect(stderr).toBe('to look at it: tensorboard --logdir logs\n');
  const graph = events(join(cwd, stdout.trim()))[1]!.graphDef!;
  expect(graph.length).toBeGreaterThan(readFileSync(weights).length - 8192);
});

test('--comment is part of the folder’s name when no logdir is given', () => {
  const cwd = folder();
  expect(run(cwd, ...small, '--comment', '_one').stdout).toMatch(/^runs\/[A-Z][a-z]{2}\d\d_.*_one\/events\./);
  expect(run(cwd, ...small, '--comment', '_one', '--logdir', 'logs').stdout).toMatch(/^logs\/events\./);
});

test('graphs with other tags share a run, and a tag that exists goes to a sub-run', () => {
  const cwd = folder();
  const first = run(cwd, ...small, '--tag', 'one', '--depth', '1');
  expect([first.stdout, first.stderr]).toEqual([
    expect.stringMatching(/^logs\/events\./),
    'to look at it: tensorboard --logdir logs\n',
  ]);
  expect(run(cwd, ...small, '--tag', 'two', '--parameters', 'none').stdout).toMatch(/^logs\/events\./);
  expect(run(cwd, ...small).stdout).toMatch(/^logs\/events\./);
  expect(run(cwd, ...small, '--tag', 'two').stdout).toMatch(/^logs\/graph_2\/events\./);
  expect(events(join(cwd, first.stdout.trim())).map(({ what }) => what)).toEqual(['fileVersion', 'summary']);
});

test('--profile adds times measured on a backend', () => {
  const cwd = folder();
  const { stdout, stderr } = run(cwd, ...small, '--profile', '--backend', 'cpu', '--runs', '2', '--warmup', '0');
  expect(stderr).toBe('to look at it: tensorboard --logdir logs\n');
  const [, , { taggedRunMetadata }] = events(join(cwd, stdout.trim())) as [unknown, unknown, tensorboard.IEvent];
  const { stepStats } = tensorboard.RunMetadata.decode(taggedRunMetadata!.runMetadata!);
  const nodes = stepStats!.devStats![0]!.nodeStats!;
  expect(nodes.length).toBeGreaterThan(80);
  expect(nodes.every(({ allEndRelMicros }) => Number(allEndRelMicros) > 0)).toBe(true);
});

test('--parameters chooses constants, variables or neither', () => {
  const ops = (...args: string[]) => {
    const cwd = folder();
    const graph = tensorboard.GraphDef.decode(
      events(join(cwd, run(cwd, ...small, ...args).stdout.trim()))[1]!.graphDef!,
    );
    return new Set(graph.node.map(({ op }) => op));
  };
  const weights = ['--num-classes', '10', '--weights', join(tiny, 'weights.safetensors')];
  expect(ops(...weights).has('VarHandleOp')).toBe(false);
  expect(ops(...weights, '--parameters', 'variables').has('VarHandleOp')).toBe(true);
  expect(ops('--parameters', 'none').has('VarHandleOp')).toBe(false);
});

test.each([
  [['--dialect', 'onnx'], 'unknown dialect: onnx (one of tensorflow, torch)'],
  [['--parameters', 'ful'], 'unknown parameters: ful (did you mean full? one of full, variables, none)'],
  [['--parameters', 'full'], '--parameters full needs numbers: give --weights FILE'],
  [['--tag', ''], '--tag must be a name, got nothing'],
  [['--depth', 'two'], '--depth must be a whole number of at least 0, got two'],
  [['--runs', '3'], '--runs is for --profile'],
  [
    ['--format', 'pbtxt', '--out', 'x', '--depth', '1'],
    '--depth is for the event file and --format svg, dot, mermaid, json or model-explorer, not --format pbtxt',
  ],
  [['--dialect', 'torhc'], 'unknown dialect: torhc (did you mean torch? one of tensorflow, torch)'],
  [['--batch-size', '-1'], '--batch-size must be a whole number of at least 1, got -1'],
  [['--logdir', ''], '--logdir must name a folder, got nothing'],
  [['--d-model', '9007199254740991'], 'more than 2^53 parameters cannot be counted, got about 3.0e+19'],
  [
    ['--logdir', 'ftp://bucket/logs'],
    '--logdir must be a folder or an address such as s3://bucket/run, got ftp://bucket/logs',
  ],
  [
    ['--comment', '../../x'],
    'comment must be a text without NUL and path separators, of at most 128 bytes, got "../../x"',
  ],
  [['--logdir', 'a', '--logdir', 'b'], '--logdir was given 2 times'],
  [['--logdir', '/dev/null'], 'cannot write to /dev/null: /dev/null is no folder'],
  [['--logdir', '/proc/none'], expect.stringMatching(/^cannot write to \/proc\/none: ENOENT/)],
  [['--weights', 'none.safetensors'], expect.stringMatching(/^none\.safetensors: there is no such file/)],
  [['--weights', 'a', '--weights', 'b'], '--weights was given 2 times'],
  [['--seq-len', '9'], 'seqLen must be the number of patches, 256 for image size 256 and patch size 16, got 9'],
  [['--logdri', 'a'], 'unknown option: --logdri (did you mean --logdir?)'],
])('graph refuses %j in one clause, and writes nothing', (args, clause) => {
  const cwd = folder();
  const { stdout, stderr, status } = run(cwd, ...args);
  expect({ stdout, status, lines: stderr.split('\n').length }).toEqual({ stdout: '', status: 2, lines: 2 });
  expect(stderr.trim().replace(/^gmlp-viz: /, '')).toEqual(clause);
  expect(readdirSync(cwd)).toEqual([]);
});

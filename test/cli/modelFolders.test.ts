// A folder that holds a model.json, as a word of the command line.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { small } from '../fixtures/convertedModels.ts';
import { writeModel } from '../fixtures/converting.ts';
import { refused } from './expected.ts';
import { runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'model-folders-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'net'));
writeModel(small, join(folder, 'net'));
const run = (...args: string[]) => runCommand(args, { cwd: folder });

test.each([
  ['graph', ['--format', 'dot']],
  ['graph', ['--format', 'onnx', '--out', 'net.onnx']],
  ['graph', ['--logdir', 'logs']],
  ['view', ['--out', 'net.html']],
  ['summary', []],
])('%s takes a folder for the model in it, as it takes its model.json: %j', (command, options) => {
  const [ofFolder, ofFile] = ['./net/', 'net/model.json'].map((word) => {
    const outcome = run(command, word, ...options);
    rmSync(join(folder, 'net.onnx'), { force: true });
    return outcome;
  });
  expect(ofFolder!.status).toBe(0);
  if (!options.includes('logs')) expect(ofFolder!.stdout).toBe(ofFile!.stdout);
});

test('view of two folders is the page of what differs between their models', () => {
  expect(run('view', 'net/', './net', '--out', 'two.html')).toMatchObject({ stdout: 'two.html\n', status: 0 });
  expect(existsSync(join(folder, 'two.html'))).toBe(true);
});

test('the event files of a folder come before its model', () => {
  cpSync(join(folder, 'net'), join(folder, 'both'), { recursive: true });
  expect(run('graph', 'gmlp', '--logdir', 'both').status).toBe(0);
  expect(run('graph', './both', '--format', 'dot').stdout).toContain('2×1000');
  expect(run('graph', './both', '--format', 'onnx', '--out', 'both.onnx')).toEqual(
    refused('./both is no model, and --format svg draws the graph of event files'),
  );
});

test('the name of a folder without a model.json gets the same clause, and its path that of its format', () => {
  mkdirSync(join(folder, 'saved'), { recursive: true });
  writeFileSync(join(folder, 'saved/saved_model.pb'), '');
  expect(run('summary', 'saved')).toEqual(refused('unknown model: saved (did you mean ./saved?)'));
  expect(run('summary', './saved').stderr).toContain('./saved is a SavedModel of TensorFlow, which is not read');
});

test.each([
  ['summary', ['net']],
  ['profile', ['net', '--backend', 'cpu']],
  ['graph', ['net', '--logdir', 'unwritten']],
  ['graph', ['net', '--format', 'onnx', '--out', 'unwritten']],
  ['graph', ['net', '--format', 'svg']],
  ['view', ['net', '--out', 'unwritten']],
  ['view', ['gmlp', 'net', '--out', 'unwritten']],
  ['diff', ['net', 'gmlp']],
  ['compare', ['net', './net']],
])('%s %j: the name of a model’s folder alone is no path, and the clause gives one', (command, words) => {
  expect(run(command, ...words)).toEqual(refused('unknown model: net (did you mean ./net?)'));
  expect(existsSync(join(folder, 'unwritten'))).toBe(false);
});

test.each([
  ['summary', ['']],
  ['compare', ['two', './net']],
  ['compare', ['./net', 'two']],
  ['view', ['two', './net', '--compare']],
])('%s %j is told of an unknown model first', (command, words) => {
  const known = 'one of gmlp, gmlp-ti16, gmlp-s16, gmlp-b16';
  const word = words.includes('') ? '""' : 'two';
  expect(run(command, ...words)).toEqual(refused(`unknown model: ${word} (${known})`));
});

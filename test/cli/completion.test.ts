// Help and completion are made from the library's tables.
import { expect, test } from 'vitest';
import { backendChoices } from '../../src/backends/backends.ts';
import { dialectNames } from '../../src/dialects/dialects.ts';
import { formatNames } from '../../src/formats/formats.ts';
import { presets } from '../../src/models/presets.ts';
import { columnNames } from '../../src/summary/columns.ts';
import { styleNames, styles } from '../../src/summary/styles.ts';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args).stdout;
const completed = (...args: string[]) =>
  run('--get-yargs-completions', 'gmlp-viz', ...args)
    .trim()
    .split('\n');

test.each([
  ['summary --style', styleNames],
  ['graph --dialect', dialectNames],
  ['graph --format', formatNames],
  ['profile --backend', backendChoices],
  ['summary --sort', columnNames],
])('the shell completes every value of %s', (line, names) => {
  expect(completed(...line.split(' '), '')).toEqual([...names]);
});

test('the shell completes the columns of a list after its last comma', () => {
  expect(completed('summary', '--columns', 'name,laten')).toEqual(['name,latency']);
});

test('the shell completes names of built-in models where a model may stand', () => {
  const names = Object.keys(presets);
  expect(completed('summary', 'gmlp')).toEqual(names);
  expect(completed('diff', 'gmlp', 'gmlp-')).toEqual(names.filter((name) => name !== 'gmlp'));
  expect(completed('summary', 'gmlp', 'gmlp')).not.toContain('gmlp-s16');
});

test('a half-typed value is completed, and nothing is said about it', () => {
  const { stdout, stderr, status } = runCommand(['--get-yargs-completions', 'gmlp-viz', 'summary', '--style', 't']);
  expect({ words: stdout.trim().split('\n'), stderr, status }).toEqual({
    words: styleNames.filter((name) => name.startsWith('t')),
    stderr: '',
    status: 0,
  });
});

test('bash completes a value after the sign of equality', () => {
  expect(completed('summary', '--style', '=', 'torchi')).toEqual(['torchinfo']);
});

test('the shell completes options that are not typed yet, a flag in the form that changes something', () => {
  expect(completed('summary', '--style', 'table', '--no')).toEqual(['--no-color', '--no-input', '--no-fold']);
  expect(completed('summary', '--style', 'table', '--st')).toEqual(['--statistics']);
});

test('zsh is given descriptions, and a colon in a word does not end the word', () => {
  const env = { COMP_CWORD: '2' };
  const words = (...args: string[]) => runCommand(['--get-yargs-completions', 'gmlp-viz', ...args], { env }).stdout;
  expect(words('conv')).toMatch(/^convert:write a Keras 3 model/);
  expect(words('summary', '--style', 'markd')).toBe(`markdown:${styles.markdown.describe}\n`);
});

test('help describes every style and column', () => {
  const help = run('summary', '--help');
  for (const name of styleNames) expect(help.replace(/\s+/g, ' ')).toContain(styles[name].describe);
  for (const name of columnNames) expect(help).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
});

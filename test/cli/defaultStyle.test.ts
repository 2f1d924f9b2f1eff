// The style that the command chooses by the model, the options that hang on it, and frozen layers in each command.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/models/${name}`, import.meta.url));
const functional = fixture('functional.ts');
const frozen = fixture('frozen.ts');
const converted = fileURLToPath(new URL('../golden/reference/converted/net/model.json', import.meta.url));

test.each([
  ['a model of tf.layers', [`${frozen}#recurrent`]],
  ['a function', [`${functional}#distance`, '--input', '2,3', '--input', '2,3']],
  ['a converted model', [converted]],
])('the default of %s is the table', (_, args) => {
  const byDefault = run('summary', ...args);
  expect(byDefault.status).toBe(0);
  expect(byDefault).toEqual(run('summary', ...args, '--style', 'table'));
  expect(byDefault.stdout.startsWith('┌')).toBe(true);
});

test.each([
  ['the seed', []],
  ['a Module', [`${functional}#Net`, '--input', '2,6']],
])('the default of %s is torchsummary', (_, args) => {
  const { stdout, stderr } = run('summary', ...args);
  expect([stdout.split('\n')[1]!.trim().split(/ {2,}/), stderr]).toEqual([
    ['Layer (type)', 'Output Shape', 'Param #'],
    '',
  ]);
});

test('options of the table need no --style where it is the default', () => {
  const model = `${frozen}#flagged`;
  for (const option of [
    ['--depth', '1'],
    ['--columns', 'path,params'],
    ['--memory-budget', '4000B'],
    ['--filter', 'dense'],
  ])
    expect(run('summary', model, ...option)).toEqual(run('summary', model, '--style', 'table', ...option));
  expect(run('summary', model, '--verbose', '2')).toMatchObject({
    stderr: 'gmlp-viz: --verbose is for style torchinfo, not table\n',
    status: 2,
  });
});

test('the batch -1 is for torchsummary alone', () => {
  const model = `${frozen}#flagged`;
  expect(run('summary', model, '--batch-size', '-1')).toEqual({
    stdout: '',
    stderr: 'gmlp-viz: style table needs a batch size of at least 1, got -1, which style torchsummary alone shows\n',
    status: 2,
  });
  expect(run('summary', model, '--batch-size', '-1', '--style', 'torchsummary').stdout).toContain('[-1, 3]');
  expect(run('summary', model, '--style', 'torchsummary').stdout).toContain('[-1, 3]');
  expect(run('summary', model, '--batch-size', '7').stdout).toContain('[7, 3]');
});

test('style torchsummary of a model of tf.layers says in a note what it counts', () => {
  const { stderr, status } = run('summary', `${frozen}#recurrent`, '--style', 'torchsummary');
  expect([stderr, status]).toEqual([
    'gmlp-viz: note: torchsummary’s rules are PyTorch’s: a layer has a row, and counts, at each of its calls, one without a call and a Sequential have none: here 588, where the model has 156; --style table counts each layer once\n',
    0,
  ]);
});

describe('a frozen layer', () => {
  test.each([
    ['flagged', 75, 15],
    ['assigned', 75, 15],
    ['loop', 105, 15],
    ['recurrent', 156, 12],
    ['norm', 95, 15],
  ])('%s: json, table, torchinfo, torchsummary', (name, params, trainable) => {
    const model = `${frozen}#${name}`;
    const { totals } = JSON.parse(run('summary', model, '--style', 'json').stdout);
    expect([totals.params, totals.trainable]).toEqual([params, trainable]);
    for (const style of ['table', 'torchinfo', 'torchsummary'])
      expect(run('summary', model, '--style', style).stdout).toMatch(
        new RegExp(`^Trainable params: +${trainable}$`, 'm'),
      );
  });

  test('diff says that it does not train, and exits with 1', () => {
    const { stdout, status } = run('diff', `${frozen}#free`, `${frozen}#flagged`);
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(0, 2)).toEqual(['~ a (Dense)', '    trains: yes -> no']);
  });
});

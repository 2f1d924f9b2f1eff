// Words that name no model: exit code 2 and one line, and never the built-in model or an empty table.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { refused } from './expected.ts';
import { runCommand, spawnCommand } from './runCommand.ts';

const cwd = mkdtempSync(join(tmpdir(), 'factories-'));
const run = (...args: string[]) => runCommand(args, { cwd });
const module = fileURLToPath(new URL('../fixtures/models/factories.ts', import.meta.url));

/** The result without the line of the user's file before the clause. */
const withoutLine = ({ stderr, ...result }: { readonly stderr: string }) => ({
  ...result,
  stderr: stderr.replace(/^gmlp-viz: [^ ]*factories\.ts:\d+: /, 'gmlp-viz: '),
});

describe('a function with arguments that makes a model', () => {
  const noOp = 'the function ran no op on its tensors; if it makes a model, call it first';
  const returned =
    'the forward pass returned no tensor: expected a tensor, or a list or object of tensors, got a model, Sequential: make it first, and trace the model itself';
  test.each([
    [
      'needsOptions',
      `needsOptions fails on [1, 4]: ${noOp}; it threw: Expected units to be a positive integer, but got undefined.`,
    ],
    ['givesPromise', 'givesPromise fails on [1, 4]: the model returned a promise: trace() needs a synchronous model'],
    ['givesModule', returned],
    ['givesLayers', returned],
  ])('%s is refused when its argument is a tensor', (name, clause) => {
    for (const style of [[], ['--style', 'json']])
      expect(withoutLine(run('summary', `${module}#${name}`, '--input', '1,4', ...style))).toEqual(refused(clause));
  });

  test('needsUnits, given a tensor that it reads as a number', () => {
    const { stdout, stderr, status } = run('summary', `${module}#needsUnits`, '--input', '1,4');
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`: needsUnits fails on [1, 4]: ${noOp}; it threw: `);
  });

  test.each(['needsOptions', 'givesLayers'])('%s is refused without an input', (name) => {
    const clause = `${module}#${name} is a function with arguments: if these are tensors give --input 1,224,224,3 for each, the batch first, and if it makes a model export one without arguments`;
    expect(run('summary', `${module}#${name}`)).toEqual(refused(clause));
    expect(run('diff', `${module}#${name}`, 'gmlp')).toEqual(refused(clause));
  });

  test('withDefault needs none, and makes its model', () => {
    const { stdout, status } = run('summary', `${module}#withDefault`, '--style', 'csv', '--columns', 'path,params');
    expect([stdout, status]).toEqual(['path,params\r\n,\r\nd,15\r\n', 0]);
  });
});

test.each([
  ['Net', 'is a class that wants options: export a function that makes it, export const model = () => new Net(…)'],
  ['Plain', 'is a class, and no Module: expected a Module, or a function that makes a model'],
  ['CustomLayer', 'is a class, and no Module: expected a Module, or a function that makes a model'],
  ['throwing', 'makes no model: no width is given'],
])('%s is refused in one clause', (name, clause) => {
  const { stdout, stderr, status } = run('summary', `${module}#${name}`, '--input', '1,4');
  expect([stdout, status, stderr.trimEnd().split('\n').length]).toEqual(['', 2, 1]);
  expect(stderr).toContain(`${module}#${name} ${clause}`);
});

test('a forward pass that returns nothing is refused, in every command', () => {
  const clause = 'the forward pass returned no tensor: expected a tensor, or a list or object of tensors, got nothing';
  for (const command of ['summary', 'graph', 'profile'])
    expect(
      run(command, `${module}#Silent`, '--input', '1,4', ...(command === 'profile' ? ['--backend', 'cpu'] : [])),
    ).toEqual(refused(clause));
});

describe('the word -', () => {
  test.each([[['summary', '-', '--style', 'json']], [['graph', '-']], [['backends', '-']], [['diff', 'gmlp', '-']]])(
    '%j refuses an empty standard input',
    (args) => {
      const { stdout, stderr, status } = spawnCommand(args, { cwd });
      expect([stdout, status]).toEqual(['', 2]);
      expect(stderr).toContain('gmlp-viz: the standard input is no JSON\n');
    },
  );

  test('inspect looks for a file of that name', () => {
    expect(run('inspect', '-')).toEqual(refused('there is no file or folder -'));
  });

  test('words after -- are refused, where the built-in model would be printed', () => {
    expect(run('summary', '--', 'gmlp-s16')).toEqual(refused('expected no words after --, got gmlp-s16'));
    expect(run('summary', '--', '-')).toEqual(refused('expected no words after --, got -'));
  });
});

test('a factory whose promise never settles is a failure', () => {
  expect(run('summary', `${module}#unsettled`)).toEqual(
    refused('nothing is left to run, and what makes the model gave none yet'),
  );
});

test.each(['process.exit(0)', 'process.exit()', 'process.exit(3)'])(
  'a model’s file that calls %s is a failure',
  (code) => {
    writeFileSync(join(cwd, 'ends.mjs'), `${code}; export default 1;`);
    // a process of its own, which the code ends
    const { stdout, stderr, status } = spawnCommand(['summary', './ends.mjs'], { cwd });
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain('code that the command ran ended the process before there was a result');
  },
);

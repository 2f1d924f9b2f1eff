// The first lines that a user writes, in code and on the command line, in a folder with this package installed.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, type Outcome, runCommand } from './runCommand.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, 'test/fixtures/firstLine');
const cwd = mkdtempSync(join(tmpdir(), 'first-line-'));
mkdirSync(join(cwd, 'node_modules'));
symlinkSync(root, join(cwd, 'node_modules/gmlp-viz'));
symlinkSync(join(root, 'node_modules/@tensorflow'), join(cwd, 'node_modules/@tensorflow'));
for (const name of ['lines.mjs', 'factories.mjs', 'files.mjs']) copyFileSync(join(fixtures, name), join(cwd, name));
afterAll(() => rmSync(cwd, { recursive: true }));

const node = (args: readonly string[], input?: string): Outcome => {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
  });
  return { stdout, stderr, status };
};
const run = (...args: string[]) => runCommand(args, { cwd });

/** Expects exit code 2 and one line on stderr, which matches. */
function expectClause({ stdout, stderr, status }: Outcome, clause: RegExp): void {
  expect([stdout, status]).toEqual(['', 2]);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(clause);
  expect(stderr).not.toMatch(/is not a function|is not iterable|without 'new'|Cannot (destructure|use)/);
}

test('summary, trace, profile, saveGraph and the writer take every form of an input, and refuse slips in one clause', () => {
  const { stderr, status } = node(['lines.mjs']);
  expect({ wrong: stderr.split('\n').filter((line) => /: /.test(line) && !/tfjs-node/.test(line)), status }).toEqual({
    wrong: [],
    status: 0,
  });
}, 60_000);

describe('an export that is no model, or one that is made', () => {
  const summary = (name: string, ...args: string[]) => run('summary', `./factories.mjs#${name}`, ...args);
  test.each([
    ['createModel', [], /is a function with arguments: .* export one without arguments/],
    ['createModel', ['--input', '1,4'], /if it makes a model, call it first/],
    ['needsOptions', [], /is a function with arguments/],
    ['givesModule', ['--input', '1,4'], /got a model, Sequential: make it first/],
    ['Net', ['--input', '1,4'], /is a class that wants options: export a function that makes it/],
    ['Plain', ['--input', '1,4'], /is a class, and no Module/],
    ['Silent', ['--input', '1,4'], /returned no tensor: .* got nothing/],
  ])('%s %j', (name, args, clause) => expectClause(summary(name, ...args), clause));

  const line =
    1 +
    readFileSync(join(fixtures, 'factories.mjs'), 'utf8')
      .split('\n')
      .findIndex((text) => /^const width/.test(text));
  test('the line of a user’s file that throws is named, and with --verbose or DEBUG the lines that called it', () => {
    expectClause(summary('throwing'), new RegExp(`^gmlp-viz: factories\\.mjs:${line}: `));
    const frames = `    at width (factories.mjs:${line})\n    at throwing (factories.mjs:${line + 2})\n`;
    expect(summary('throwing', '--verbose').stderr.endsWith(frames)).toBe(true);
    const debug = runCommand(['summary', './factories.mjs#throwing'], { cwd, env: { DEBUG: '1' } });
    expect(debug.stderr.endsWith(frames)).toBe(true);
  });
});

describe('a path', () => {
  node(['files.mjs', 'made']);
  test('of a folder is that of its model.json', () => {
    expect(run('summary', 'made/model')).toEqual(run('summary', 'made/model/model.json'));
    expect(run('summary', 'made/model')).toMatchObject({ stderr: '', status: 0 });
    expectClause(run('summary', './made'), /is a folder without a model\.json/);
  });

  test('of standard input gives its table', () => {
    const { stdout, status } = node([cli, 'summary', '-'], readFileSync(join(cwd, 'made/model/model.json'), 'utf8'));
    expect([stdout.match(/Params: +(\d+)/)?.[1], status]).toEqual(['15', 0]);
  });

  test.each([
    ['https://localhost:1/model.json', /cannot read https:\/\/localhost:1\/model\.json: /],
    ['made/m.h5', /HDF5 file of Keras.*tensorflowjs_converter/],
    ['made/m.keras', /made\/m\.keras/],
    ['made/m.tflite', /LiteRT.*tensorflowjs_converter/],
    ['made/m.pb', /TensorFlow.*tensorflowjs_converter/],
    ['made/none.json', /there is no file \/.*made\/none\.json$/m],
  ])('%s is refused', (path, clause) => expectClause(run('summary', path), clause));

  test('of a TypeScript file whose project has paths in its tsconfig.json', () => {
    const { stdout, status } = run('summary', 'made/alias/model.ts');
    expect([stdout.match(/Params: +(\d+)/)?.[1], status]).toEqual(['15', 0]);
  });
});

describe('inputs of the command line', () => {
  writeFileSync(
    join(cwd, 'own.mjs'),
    `import { input, layers, model } from '@tensorflow/tfjs-layers';
import { Linear } from 'gmlp-viz/nn';
export const linear = new Linear(6, 4);
const [a, b] = [input({ shape: [4], name: 'a' }), input({ shape: [null, 3], name: 'b' })];
const pooled = layers.globalAveragePooling1d({}).apply(b);
export const two = model({ inputs: [a, b], outputs: layers.concatenate().apply([a, pooled]) });
`,
  );

  test('one axis that the model takes as its own is no batch', () =>
    expectClause(run('summary', './own.mjs#linear', '--input', '6'), /the input \[6\] has no batch.*\[1, 6\]/));

  test('a named input replaces that one, and a wrong name answers with the names there are', () => {
    const named = run('summary', './own.mjs#two', '--input', 'b:1,7,3', '--columns', 'path,input', '--style', 'csv');
    expect(named).toMatchObject({ status: 0, stdout: expect.stringContaining('"[1, 4] [1, 7, 3]"') });
    expectClause(run('summary', './own.mjs#two', '--input', 'c:1,7,3'), /unknown input: c \(one of a, b\)/);
    expectClause(run('summary', './own.mjs#two', '--input', '1,7,3'), /takes 2 inputs \(a, b\), got 1/);
  });

  test('an axis that is left open is shown as an expression, and stays open in an export', () => {
    const open = run('summary', './own.mjs#two', '--columns', 'path,input', '--style', 'csv');
    expect(open).toMatchObject({ status: 0, stdout: expect.stringContaining('"[?, 4] [?, t, 3]"') });
    expect(open.stderr).toContain('on the command line --input b:1,16,3');
    const saved = run('graph', './own.mjs#two', '--format', 'savedmodel', '--out', 'saved');
    expect(saved).toMatchObject({ stdout: 'saved\n', status: 0 });
    expect(saved.stderr).toContain('it takes a float32 [?, 4], b float32 [?, ?, 3], and gives ');
    const drawn = run('graph', './own.mjs#two', '--format', 'json', '--input', 'b:1,16,3');
    expect(drawn).toMatchObject({ status: 0, stderr: '' });
    expect(run('graph', './own.mjs#two', '--format', 'json')).toMatchObject({
      status: 0,
      stdout: drawn.stdout,
      stderr: expect.stringContaining('this is for --input b:1,16,3'),
    });
  });
});

describe('the command itself', () => {
  test('alone it shows its help, which begins with what everybody needs', () => {
    const help = run();
    expect(help).toMatchObject({ stderr: '', status: 0 });
    expect(run('-h').stdout).toBe(help.stdout);
    const summary = run('summary', '-h').stdout;
    expect(summary.indexOf('--num-layers')).toBeGreaterThan(summary.indexOf('--style '));
    for (const text of [help.stdout, summary, run('graph', '-h').stdout, run('profile', '-h').stdout])
      expect(text).not.toMatch(/seed model|the reference/);
  });

  test('-v is the version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(run('-v')).toEqual({ stdout: `${version}\n`, stderr: '', status: 0 });
  });

  test('an unknown command is named before its options', () => {
    expectClause(run('sumary', 'x', '--out', 'y'), /unknown command or argument: sumary \(did you mean summary\?\)/);
    expectClause(run('show', 'x', '--out', 'y'), /unknown command or argument: show \(one of /);
  });

  test('a table has colours where they are asked for, and never in a pipe by itself', () => {
    const [plain, coloured] = [[], ['--color']].map((args) => run('summary', 'made/model', ...args).stdout);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours begin with one
    const escapes = /\u001b\[\d+m/g;
    expect(plain).not.toMatch(escapes);
    expect(coloured).toMatch(escapes);
    expect(coloured!.replace(escapes, '')).toBe(plain);
    const env = (names: Record<string, string>, ...args: string[]) =>
      runCommand(['summary', 'made/model', ...args], { cwd, env: names }).stdout;
    expect(env({ FORCE_COLOR: '1' })).toBe(coloured);
    expect(env({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(plain);
    expect(env({ FORCE_COLOR: '1' }, '--no-color')).toBe(plain);
    expect(run('summary', 'made/model', '--style', 'csv', '--color').stdout).not.toMatch(escapes);
  });
});

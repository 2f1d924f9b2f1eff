import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  converted,
  dense,
  expectPrintable,
  float,
  folder,
  hostile,
  put,
  raw,
  run,
  sequential,
} from './hostileNames.ts';

// tf.js refuses such names of its own layers
const library = fileURLToPath(new URL('../../dist/nn.js', import.meta.url));
const program = `
import { Linear, Module } from ${JSON.stringify(library)};
class Named extends Module {
  constructor(units) {
    super();
    Object.assign(this, { [${JSON.stringify(hostile)}]: new Linear(3, units) });
  }
  forward(x) {
    for (const [, module] of this.namedChildren()) x = module.apply(x);
    return x;
  }
}
Object.defineProperty(Named, 'name', { value: ${JSON.stringify(hostile)} });
export const narrow = () => new Named(2);
export const wide = () => new Named(5);
`;
writeFileSync(join(folder, 'named.mjs'), program);
const layers = ['./named.mjs#narrow', '--input', '1,3'];
for (const name of ['narrow', 'wide'])
  put(`${name}.json`, JSON.parse(run('summary', `./named.mjs#${name}`, '--input', '1,3', '--style', 'json').stdout));
const graph = put('graph.json', converted([{ name: `s/${hostile}`, op: 'Relu', input: ['x'], attr: float }]));

describe('a hostile name of a layer is printable in', () => {
  test.each(['torchsummary', 'torchinfo', 'table', 'markdown', 'html'])('summary --style %s', (style) => {
    const { stdout, status } = expectPrintable(['summary', ...layers, '--style', style]);
    expect({ status, shown: stdout.includes('Linear') }).toEqual({ status: 0, shown: true });
  });

  test('summary --style csv, whose lines end as RFC 4180 says', () => {
    const { stdout } = expectPrintable(['summary', ...layers, '--style', 'csv', '--columns', 'path,type'], true);
    expect(stdout).toContain('a\\u{1b}]0;title');
  });

  test('summary --style json, which parses to the name as it is', () => {
    const { stdout } = expectPrintable(['summary', ...layers, '--style', 'json']);
    expect(stdout).toMatch(/^[\n -~]*$/);
    expect(JSON.parse(stdout).layers.map(({ path }: { path: string }) => path)).toContain(hostile);
  });

  test.each([['text'], ['markdown'], ['json']])('diff --style %s', (style) => {
    expect(expectPrintable(['diff', 'narrow.json', 'wide.json', '--style', style]).status).toBe(1);
  });

  test.each([['table'], ['json'], ['trace']])('profile --format %s, on stdout and in a file', (format) => {
    const args = ['profile', ...layers, '--backend', 'cpu', '--runs', '1', '--warmup', '0', '--format', format];
    expect(expectPrintable(args).status).toBe(0);
    expect(expectPrintable([...args, '--out', `profile.${format}`]).status).toBe(0);
    expect(raw.exec(readFileSync(join(folder, `profile.${format}`), 'utf8'))).toBe(null);
  });

  test('summary, graph and exports of a converted model', () => {
    expect(expectPrintable(['summary', graph, '--style', 'table']).status).toBe(0);
    expectPrintable(['graph', graph, '--logdir', 'logs']);
    for (const format of ['graphdef', 'pbtxt', 'savedmodel'])
      expectPrintable(['graph', graph, '--format', format, '--out', `out.${format}`]);
  });
});

describe('an error', () => {
  const weight = { name: hostile, shape: [1], dtype: hostile };
  test.each([
    ['the name and dtype of a weight', converted([], [weight])],
    ['the name of an op', converted([{ name: hostile, op: hostile, input: ['x'], attr: {} }])],
    ['the name of an input', converted([{ name: 'o', op: 'Relu', input: [hostile], attr: float }])],
    ['the class of a layer', sequential([{ class_name: hostile, config: { name: 'a' } }])],
    ['an activation', sequential([{ class_name: 'Dense', config: { name: 'd', units: 1, activation: hostile } }])],
    ['the path of a shard', sequential([dense('d')], { weightsManifest: [{ paths: [hostile], weights: [weight] }] })],
    ['the dtype of a weight', sequential([dense('d')], { weightsManifest: [{ paths: ['w'], weights: [weight] }] })],
    ['a summary of another version', { schema: 'gmlp-viz.summary', version: hostile }],
  ])('about %s is one printable clause', (_, model) => {
    const path = put('clause.json', model);
    for (const args of [
      ['summary', path, '--style', 'table', '--backend', 'cpu'],
      ['diff', path, path],
    ]) {
      const { stderr } = expectPrintable(args);
      if (stderr !== '') expect(stderr).toMatch(/^gmlp-viz: [^\n]*\n(gmlp-viz: note: [^\n]*\n)*$/);
    }
  });

  test('about any word of the command line is printable', () => {
    for (const args of [
      [hostile],
      ['summary', hostile.replace('\ud83d', '')],
      ['summary', `./${hostile}.json`],
      ['summary', '--style', hostile],
      ['summary', `--${hostile}`],
      ['summary', '--weights', hostile],
      ['summary', './named.mjs#narrow', '--input', hostile.replace('\ud83d', '')],
      ['inspect', hostile],
      ['--get-yargs-completions', hostile],
    ]) {
      const { status } = expectPrintable(args);
      if (!args[0]!.startsWith('--get')) expect(status).toBe(2);
    }
  });

  test('of megabytes is cut to two thousand characters, and says how many are left out', () => {
    const long = 'x'.repeat(3_000_000);
    const path = put('long.json', converted([], [{ name: long, shape: [1], dtype: `${' '.repeat(3_000_000)}\ny` }]));
    const { stderr, status } = run('summary', path);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^gmlp-viz: the dtype of x+ … \(\d,\d{3},\d{3} characters left out\) … .*\n$/);
    expect(stderr.length).toBeLessThan(2100);
  });

  test('a name of a megabyte does not make each row of a table as long', () => {
    const path = put(
      'wide.json',
      sequential([1, 2, 3].map((i) => dense(`d${i}`)).concat(dense('y'.repeat(1_000_000)))),
    );
    for (const style of ['torchsummary', 'torchinfo', 'table', 'markdown'])
      expect(run('summary', path, '--style', style).stdout.length).toBeLessThan(50_000);
    // most of a page is its script
    expect(run('summary', path, '--style', 'html').stdout.length).toBeLessThan(80_000);
  });
});

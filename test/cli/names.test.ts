// Names that a Module must not hold, as the command refuses them, and names that meet, as it lists them.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from './runCommand.ts';

const index = new URL('../../dist/nn.js', import.meta.url).href;
const layers = import.meta.resolve('@tensorflow/tfjs-layers');

const folder = mkdtempSync(join(tmpdir(), 'names-'));
writeFileSync(
  join(folder, 'dotted.mjs'),
  `import { Linear, Module } from '${index}';
export class Dotted extends Module {
  constructor() {
    super();
    this['a.b'] = new Linear(2, 2);
    this.a_b = new Linear(2, 2);
  }
  forward(x) {
    return this.a_b.apply(this['a.b'].apply(x));
  }
}`,
);
writeFileSync(
  join(folder, 'flat.mjs'),
  `import { layers, sequential } from '${layers}';
const dense = (name, given) => layers.dense({ name, units: 2, useBias: false, ...given });
export const flat = () => sequential({ layers: [dense('a_b', { inputShape: [2] }), dense('a.b')] });`,
);
const run = (...args: string[]) => runCommand(args, { cwd: folder });

test.each([
  ['summary', '--style', 'table'],
  ['graph', '--logdir', 'logs'],
  ['graph', '--format', 'graphdef', '--out', 'graph.pb'],
])('%s %s %s of a Module with a dot in a name is a mistake of the user', (command, ...options) => {
  const { stderr, stdout, status } = run(command, './dotted.mjs#Dotted', '--input', '1,2', ...options);
  expect([stderr, stdout, status]).toEqual([
    'gmlp-viz: the name of a module must be a word without a dot, got "a.b" in Dotted: rename the property\n',
    '',
    2,
  ]);
});

test('layers whose names meet are two lines', () => {
  const { layers: lines, totals } = JSON.parse(run('summary', './flat.mjs#flat', '--style', 'json').stdout);
  expect(lines.map(({ path }: { path: string }) => path)).toEqual(['', 'a_b', 'a_b_1']);
  expect(totals.params).toBe(8);
});

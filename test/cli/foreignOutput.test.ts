// Texts that tf.js and modules of the user print: which are made printable, and which are left.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { dense, sequential } from './hostileNames.ts';
import { spawnCommand } from './runCommand.ts';

describe('a text that another program prints', () => {
  const project = mkdtempSync(join(tmpdir(), 'printing-'));
  const plain = mkdtempSync(join(tmpdir(), 'modules-'));
  const real = fileURLToPath(new URL('../../node_modules/@tensorflow', import.meta.url));
  const own = join(project, 'node_modules/@tensorflow');
  beforeAll(() => {
    mkdirSync(join(own, 'tfjs-layers'), { recursive: true });
    symlinkSync(join(real, 'tfjs-core'), join(own, 'tfjs-core'));
    writeFileSync(
      join(own, 'tfjs-layers/index.js'),
      `console.warn('warned \\x1b[31m', { a: 1 }); console.log('logged \\x9b');
      module.exports = require(${JSON.stringify(join(real, 'tfjs-layers'))});`,
    );
    writeFileSync(join(project, 'model.json'), JSON.stringify(sequential([dense('d')])));
  });

  test('has its control characters spelled out where tf.js prints it about a file', () => {
    const { stdout, stderr } = spawnCommand(['summary', join(project, 'model.json')]);
    expect(stderr).toContain('warned \\u{1b}[31m { a: 1 }\n');
    expect(stderr).toContain('logged \\u{9b}\n');
    expect(stdout).not.toContain('logged');
  });

  test('stays as it is where a module of the user prints it, and goes to stderr, so that stdout is the result alone', () => {
    const prints = `console.log('\\x1b[31mred\\x1b[39m'); console.table([1]); console.dir({ a: 1 });`;
    const model = `import * as tf from '@tensorflow/tfjs-core';
      export default (x) => { console.info('runs'); return tf.relu(x); };`;
    writeFileSync(join(project, 'module.mjs'), `${prints} ${model}`);
    const args = ['summary', './module.mjs', '--input', '1,2', '--style', 'json'];
    const { stdout, stderr, status } = spawnCommand(args, { cwd: project });
    expect(stderr).toContain('\x1b[31mred\x1b[39m\n');
    for (const text of ['│ 0       │ 1      │', '{ a: 1 }', 'runs']) expect(stderr).toContain(text);
    expect([status, JSON.parse(stdout).schema]).toEqual([0, 'gmlp-viz.summary']);
  });

  test('is one clause where a module of the user throws it, at once or later', () => {
    writeFileSync(join(plain, 'thrown.cjs'), `throw new Error('at once \\x1b[31m\\n  and more');`);
    writeFileSync(join(plain, 'importing.mjs'), `import './thrown.cjs'; export default (x) => x;`);
    writeFileSync(
      join(plain, 'later.mjs'),
      `Promise.reject(new Error('later \\x1b[31m')); await new Promise((r) => setTimeout(r, 5000)); export default (x) => x;`,
    );
    writeFileSync(join(plain, 'odd.mjs'), `throw Object.create(null, { a: { value: 1, enumerable: true } });`);
    const clause = (name: string) => {
      const { stdout, stderr, status } = spawnCommand(['summary', `./${name}`, '--input', '1,2'], { cwd: plain });
      expect({ stdout, status, lines: stderr.split('\n').length }).toEqual({ stdout: '', status: 2, lines: 2 });
      return stderr;
    };
    expect(clause('importing.mjs')).toBe(
      'gmlp-viz: thrown.cjs:1: ./importing.mjs cannot be loaded: at once \\u{1b}[31m and more\n',
    );
    expect(clause('later.mjs')).toBe('gmlp-viz: later.mjs:1: later \\u{1b}[31m\n');
    expect(clause('odd.mjs')).toMatch(/^gmlp-viz: /);
  });
});

test('no other file of the command writes to stdout or stderr', () => {
  const home = fileURLToPath(new URL('../../cli', import.meta.url));
  const writing = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') && /console\.|process\.(stdout|stderr)\.write/.test(readFileSync(join(home, file), 'utf8')),
  );
  // on an old Node nothing can be imported
  expect(writing.sort()).toEqual(['main.ts', 'output.ts']);
});

// Modules of models whose imports are not plain files: names of a tsconfig.json's `paths`, and packages that throw.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'modules-'));
afterAll(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, 'node_modules'));
symlinkSync(
  fileURLToPath(new URL('../../node_modules/@tensorflow', import.meta.url)),
  join(folder, 'node_modules/@tensorflow'),
);
const write = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const summary = (model: string) =>
  runCommand(['summary', model, '--input', '1,2', '--style', 'csv', '--columns', 'output'], { cwd: folder });

test('a model in TypeScript imports by the paths of the nearest tsconfig.json, comments allowed', () => {
  write('tsconfig.json', '{ "compilerOptions": { /* of this folder */ "paths": { "@lib/*": ["./lib/*"] } } }');
  write(
    'lib/double.ts',
    `import * as tf from '@tensorflow/tfjs-core';\nexport const double = (x: tf.Tensor) => tf.tile(x, [1, 2]);`,
  );
  write('models/model.ts', `import { double } from '@lib/double';\nexport const model = (x: never) => double(x);`);
  expect(summary('models/model.ts#model')).toEqual({ stdout: 'output\r\n"[1, 4]"\r\n', stderr: '', status: 0 });
});

test('a tsconfig.json that is no JSON names no paths', () => {
  write('broken/tsconfig.json', '{ "compilerOptions": ');
  write('broken/model.ts', 'export const model = (x: never) => x;');
  expect(summary('broken/model.ts#model')).toEqual({ stdout: 'output\r\n"[1, 2]"\r\n', stderr: '', status: 0 });
});

test.each(['model.mjs', 'model.ts'])('%s, which imports a package of CommonJS that throws, is one clause', (file) => {
  write('node_modules/broken/package.json', '{ "name": "broken", "main": "index.js" }');
  write('node_modules/broken/index.js', `throw new Error('this package is broken');`);
  write(file, `import broken from 'broken';\nexport default () => broken;`);
  expect(summary(file)).toEqual({
    stdout: '',
    stderr: `gmlp-viz: ${file} cannot be loaded: this package is broken\n`,
    status: 2,
  });
});

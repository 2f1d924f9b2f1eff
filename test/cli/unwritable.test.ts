// Where commands write their results: folders on the way are created, and a path that takes none is refused in one clause.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refused } from './expected.ts';
import { runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'file'), 'text');
mkdirSync(join(folder, 'taken'));
const run = (...args: string[]) => runCommand(args, { cwd: folder });

/** A command for each kind of result that goes to the file of `--out`. */
const writers: string[][] = [
  ['graph', 'gmlp', '--format', 'svg'],
  ['graph', 'gmlp', '--format', 'json'],
  ['graph', 'gmlp', '--format', 'onnx'],
  ['view', 'gmlp'],
  ['profile', 'gmlp', '--image-size', '32', '--backend', 'cpu', '--runs', '1', '--warmup', '0', '--format', 'json'],
];

test.each(writers)('%s %s %s %s creates the folders on the way to its result', (...command) => {
  expect(run(...command, '--out', 'new/deep/x')).toMatchObject({ stdout: 'new/deep/x\n', status: 0 });
  expect(readdirSync(join(folder, 'new/deep'))).toEqual(['x']);
  rmSync(join(folder, 'new'), { recursive: true });
});

test.each(writers)('%s %s %s %s tells of a file on the way', (...command) => {
  const { stderr, status } = run(...command, '--out', 'file/x');
  expect(stderr).toMatch(
    /^gmlp-viz: cannot write (to )?file\/x: (file is no folder|ENOTDIR: [^,]+, stat 'file\/x')\n$/,
  );
  expect(status).toBe(2);
});

test.each([
  [['graph', 'gmlp', '--format', 'svg', '--out', 'taken'], 'cannot write to taken: it is a folder'],
  [['graph', 'gmlp', '--format', 'svg', '--out', 'new/'], '--out must name a file, got the folder new/'],
  [['graph', 'gmlp', '--logdir', 'file'], 'cannot write to file: file is no folder'],
  [['graph', 'gmlp', '--logdir', 'file/run'], 'cannot read file/run: ENOTDIR: not a directory'],
  // a file system without new folders refuses the file aside, whose name is not the user's
  [['graph', 'gmlp', '--format', 'svg', '--out', '/proc/x.svg'], /^cannot write to \/proc\/x\.svg: [A-Z]+: [a-z ]+$/],
  [['graph', 'gmlp', '--format', 'onnx', '--out', '/proc/x.onnx'], /^cannot write \/proc\/x\.onnx: [A-Z]+: [a-z ]+$/],
  [['diff', 'gmlp', 'none.json'], `there is no file ${resolve(folder, 'none.json')}`],
  [['diff', 'none.json', 'gmlp'], `there is no file ${resolve(folder, 'none.json')}`],
  [['summary', 'none.json'], `there is no file ${resolve(folder, 'none.json')}`],
])('%j is refused', (args, clause) => {
  const { stdout, stderr, status } = run(...args);
  expect([stdout, status]).toEqual(['', 2]);
  expect(stderr.trimEnd().replace(/^gmlp-viz: /, '')).toEqual(
    typeof clause === 'string' ? clause : expect.stringMatching(clause),
  );
});

test.each([
  ['model.json', 'view', 'model.json'],
  ['./x/../model.mjs', 'graph', './model.mjs#model', '--format', 'svg'],
  ['link.json', 'graph', 'model.json', '--format', 'onnx', '--overwrite'],
  ['weights.npz', 'compare', 'gmlp', '--reference', 'weights.npz'],
  ['model.json', 'view', './'],
])('--out %s of %s %s, which the command reads, is refused and stays', (out, ...command) => {
  const inputs = join(folder, 'inputs');
  mkdirSync(join(inputs, 'x'), { recursive: true });
  const names = ['model.json', 'model.mjs', 'weights.npz'];
  for (const name of names) writeFileSync(join(inputs, name), `the ${name}`);
  symlinkSync('model.json', join(inputs, 'link.json'));
  const { stderr, status } = runCommand([...command, '--out', out], { cwd: inputs });
  expect(stderr).toBe(
    `gmlp-viz: --out ${out} would replace ${command.at(command[0] === 'compare' ? -1 : 1)}, which is read: name another file\n`,
  );
  expect(status).toBe(2);
  for (const name of names) expect(readFileSync(join(inputs, name), 'utf8')).toBe(`the ${name}`);
  rmSync(inputs, { recursive: true });
});

test.each([
  ['graph', 'graph', 'gmlp', '--format', 'svg'],
  ['svg', 'graph', 'gmlp', '--format', 'svg'],
  ['gmlp', 'graph', 'gmlp', '--format', 'svg'],
])('--out %s is written, though a word of %s %s that is no path is the same', (out, ...command) => {
  const beside = join(folder, 'words');
  mkdirSync(beside);
  writeFileSync(join(beside, out), 'before');
  expect(runCommand([...command, '--out', out], { cwd: beside })).toMatchObject({ stderr: '', status: 0 });
  expect(readFileSync(join(beside, out), 'utf8')).toContain('<svg');
  rmSync(beside, { recursive: true });
});

test('view without a folder for temporary files names --out', () => {
  expect(runCommand(['view', 'gmlp'], { cwd: folder, env: { TMPDIR: '/nosuch' } })).toEqual(
    refused('cannot write to /nosuch: ENOENT: no such file or directory: name the page with --out page.html'),
  );
});

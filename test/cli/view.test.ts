// `gmlp-viz view`: where the page goes, what it is refused for, and what it is of a model that fails.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { ViewData } from '../../src/view/viewData.ts';
import { runCommand } from './runCommand.ts';

const nn = pathToFileURL(fileURLToPath(new URL('../../dist/nn.js', import.meta.url))).href;
const folder = mkdtempSync(join(tmpdir(), 'view-'));
afterAll(() => rmSync(folder, { recursive: true }));
const models = join(folder, 'models.mjs');
writeFileSync(
  models,
  `import { Linear, Sequential } from ${JSON.stringify(nn)};
export const good = () => new Sequential(new Linear(6, 4), new Linear(4, 1));
export const bad = () => new Sequential(new Linear(6, 4), new Linear(5, 1));
`,
);

const run = (...args: string[]) => runCommand(['view', ...args], { cwd: folder });
const dataIn = (path: string): ViewData => {
  const [, text] = /id="data">([^<]*)</.exec(readFileSync(path, 'utf8'))!;
  return JSON.parse(gunzipSync(Buffer.from(text!, 'base64')).toString());
};

test('without --out the page is a new file among the temporary ones, whose path is on stdout', () => {
  const { stdout, stderr, status } = run('gmlp');
  const path = stdout.trimEnd();
  expect({ stderr, status, name: basename(path) }).toEqual({ stderr: '', status: 0, name: 'gmlp.html' });
  expect(dirname(dirname(path))).toBe(tmpdir());
  expect(dataIn(path).name).toBe('gmlp');
  rmSync(dirname(path), { recursive: true });
});

test('a page says nothing of the folders of the machine', () => {
  const { status } = run(`${models}#good`, '--input', '2,6', '--out', 'good.html');
  expect(status).toBe(0);
  const data = dataIn(join(folder, 'good.html'));
  expect(data.name).toBe('models.mjs#good');
  expect(JSON.stringify(data)).not.toContain(folder);
  expect(readFileSync(join(folder, 'good.html'), 'utf8')).not.toContain(folder);
});

test('--import registers the layers of a model.json', () => {
  const core = pathToFileURL(
    fileURLToPath(new URL('../../node_modules/@tensorflow/tfjs/dist/tf.node.js', import.meta.url)),
  );
  writeFileSync(
    join(folder, 'layers.mjs'),
    `import * as tf from ${JSON.stringify(core.href)};
class Doubled extends tf.layers.Layer {
  static className = 'Doubled';
  call(inputs) {
    return tf.mul([inputs].flat()[0], 2);
  }
}
tf.serialization.registerClass(Doubled);
`,
  );
  const config = { name: 'twice', batch_input_shape: [null, 3] };
  const layers = [{ class_name: 'Doubled', config }];
  const modelTopology = { class_name: 'Sequential', config: { name: 'model', layers } };
  writeFileSync(join(folder, 'model.json'), JSON.stringify({ modelTopology, weightsManifest: [] }));
  const refused = run('model.json', '--out', 'imported.html');
  expect(refused.stderr).toContain('Doubled');
  expect({ status: refused.status, isThere: existsSync(join(folder, 'imported.html')) }).toEqual({
    status: 2,
    isThere: false,
  });
  expect(run('model.json', '--import', './layers.mjs', '--out', 'imported.html')).toMatchObject({
    stderr: '',
    status: 0,
  });
  expect(JSON.stringify(dataIn(join(folder, 'imported.html')))).toContain('Doubled');
});

test('of a model that fails the page shows how far it came, and the command says why', () => {
  const { stdout, stderr, status } = run(`${models}#bad`, '--input', '2,6', '--out', 'bad.html');
  expect(stdout).toBe('bad.html\n');
  expect(stderr).toContain('linear expects 5 features on the last axis, got shape [2, 4]');
  expect(status).toBe(1);
  const { failure, totals } = dataIn(join(folder, 'bad.html'));
  expect(failure!.message).toContain('linear expects 5 features');
  expect(totals.map(({ title }) => title)).toEqual(['Nodes']);
});

test('with --compare the boxes have the errors of a backend', () => {
  const small = ['--image-size', '32', '--patch-size', '8', '--num-layers', '1'];
  const shown = run('gmlp', ...small, '--compare', '--backend', 'wasm', '--out', 'compared.html');
  expect({ stdout: shown.stdout, status: shown.status }).toEqual({ stdout: 'compared.html\n', status: 0 });
  const { comparison, facts, rare } = dataIn(join(folder, 'compared.html'));
  expect(comparison).toMatchObject({ tested: 'wasm', reference: 'cpu', tolerance: 1e-4 });
  expect(facts).toContainEqual(['Tested', 'wasm']);
  const errors = Object.values(rare).flatMap(({ error }) => (error ? [error.error!] : []));
  expect(errors.length).toBeGreaterThan(10);
  expect(Math.max(...errors)).toBeGreaterThan(0);
  expect(Math.max(...errors)).toBeLessThan(1e-4);
});

test.each([
  [['--compare'], 'a comparison of gmlp needs two sides, got cpu for both'],
  [['--against', 'wasm'], '--against is for --compare'],
  [
    ['--compare', '--backend', 'wasm', '--profile'],
    '--profile and --compare exclude each other: leave one of them out',
  ],
])('%j is refused', (words, message) => {
  const { stderr, status } = run('gmlp', ...words, '--out', 'never.html');
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(existsSync(join(folder, 'never.html'))).toBe(false);
});

test('two models are one page with what changed', () => {
  expect(run('gmlp', 'gmlp', '--out', 'same.html').status).toBe(0);
  const { against, rare } = dataIn(join(folder, 'same.html'));
  expect(against).toBe('gmlp');
  expect(new Set(Object.values(rare).map(({ change }) => change))).toEqual(new Set(['same']));
});

test('the graph of event files is a page too', () => {
  const graph = runCommand(['graph', '--logdir', 'logs'], { cwd: folder });
  expect(graph.status).toBe(0);
  expect(run('./logs', '--out', 'logs.html')).toMatchObject({ stdout: 'logs.html\n', stderr: '', status: 0 });
  const { name, nodes, words } = dataIn(join(folder, 'logs.html'));
  expect(name).toBe('logs');
  expect(nodes.type.map((type) => words[type])).toContain('Conv1d');
});

test.each([
  [['gmlpp'], /unknown model: gmlpp \(did you mean gmlp\?/],
  [['gmlp', '--runs', '3'], /--runs is for --profile/],
  [['gmlp', '--statistics'], /--statistics needs numbers: give --weights FILE/],
  [['gmlp', 'gmlp', '--profile'], /--profile is for one model: leave it or gmlp out/],
  [['gmlp', '--level', 'layers'], /unknown level: layers \(one of modules, ops, kernels\)/],
  [['gmlp', '--out', '.'], /cannot write to \.: it is a folder$/m],
])('view %j is refused in one clause', (args, message) => {
  const { stdout, stderr, status } = run(...args);
  expect({ stdout, status, lines: stderr.trimEnd().split('\n').length }).toEqual({ stdout: '', status: 2, lines: 1 });
  expect(stderr).toMatch(message);
});

// What a user gets from the registry: the packed files in an empty folder, run, imported and type-checked.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'packed-'));
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

let files: readonly string[];

beforeAll(() => {
  // dist is built: its build is what the command's tests ran against
  const tarball = run(process.execPath, join(root, 'tools/pack.mjs'), folder).trim();
  const entries = run('tar', '-tzf', tarball).trim().split('\n');
  files = entries.map((path) => path.replace(/^package\//, ''));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('the package holds the built files, its documents and its licence', () => {
  const others = files.filter((file) => !/^(dist|docs)\//.test(file));
  const pages = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md'];
  expect(others.sort()).toEqual([...pages, 'LICENSE', 'package.json'].sort());
  expect(files).toEqual(expect.arrayContaining(['dist/cli.cjs', 'dist/index.js', 'dist/index.d.ts']));
});

test('each link and picture of the packed README is a web address, those of the project of a file in the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const links = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  const readme = readFileSync(join(folder, 'node_modules/gmlp-viz/README.md'), 'utf8');
  const own = `https://unpkg.com/gmlp-viz@${version}/`;
  const lost = links(readme)
    .filter((link) => !/^https:\/\/(?!unpkg\.com\/gmlp-viz)/.test(link))
    .filter((link) => !link.startsWith(own) || !files.includes(link.slice(own.length).split('#')[0]!));
  expect(lost).toEqual([]);
  // the same links as before
  expect(links(readme).map((link) => link.replace(own, ''))).toEqual(
    links(readFileSync(join(root, 'README.md'), 'utf8')),
  );
  expect(readme.match(/!\[[^\]]+\]\(https:/g)!.length).toBeGreaterThanOrEqual(4);
});

test('npx gmlp-viz summary prints the reference’s table', () => {
  const golden = readFileSync(join(root, 'test/golden/reference/seed/torchsummary.txt'), 'utf8');
  expect(run('npx', 'gmlp-viz', 'summary')).toBe(golden);
});

test('npx in the clone prints the same table, says nothing else and builds nothing', () => {
  const marker = join(root, 'dist/.built');
  const before = statSync(marker).mtimeMs;
  const { stdout, stderr, status } = spawnSync('npx', ['gmlp-viz', 'summary'], { cwd: root, encoding: 'utf8' });
  const golden = readFileSync(join(root, 'test/golden/reference/seed/torchsummary.txt'), 'utf8');
  expect({ stdout, stderr, status }).toEqual({ stdout: golden, stderr: '', status: 0 });
  expect(statSync(marker).mtimeMs).toBe(before);
});

test('the package has no scripts, which npm would run or list where it is installed', () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/gmlp-viz/package.json'), 'utf8'));
  expect(Object.keys(manifest)).toEqual(expect.arrayContaining(['name', 'version', 'dependencies', 'exports']));
  expect(manifest).not.toHaveProperty('scripts');
  expect(manifest).not.toHaveProperty('devDependencies');
});

test('the files of the command load each other without a circle, in which a name is read before it has a value', () => {
  const dist = join(root, 'dist');
  const names = readdirSync(dist).filter((name) => name.endsWith('.cjs'));
  const loads = new Map(
    names.map((name) => {
      const text = readFileSync(join(dist, name), 'utf8').replace(/=> ?require\([^)]*\)/g, '');
      return [name, [...text.matchAll(/require\([`"']\.\/([^`"']+)[`"']\)/g)].map(([, loaded]) => loaded!)] as const;
    }),
  );
  expect(loads.get('cli.cjs')).not.toEqual([]);
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const loaded of loads.get(from) ?? [])
      if (!seen.has(loaded)) {
        seen.add(loaded);
        reaches(loaded, seen);
      }
    return seen;
  };
  expect(names.filter((name) => reaches(name).has(name))).toEqual([]);
});

const program = `
import { SummaryWriter, summary } from 'gmlp-viz';
import { Conv2d, Flatten, Linear, ReLU, Sequential } from 'gmlp-viz/nn';

const model = new Sequential(new Conv2d(1, 8, 3, { padding: 1 }), new ReLU(), new Flatten(), new Linear(8 * 28 * 28, 10));
console.log(\`\${summary(model, [1, 28, 28])}\`);
const writer = new SummaryWriter('logs');
writer.addGraph(model, [1, 1, 28, 28]);
await writer.close();
console.log(writer.path);
`;

test('a first program runs', () => {
  writeFileSync(join(folder, 'program.js'), program);
  const printed = run('node', 'program.js');
  expect(printed).toContain('Total params: 62,810\n');
  expect(printed).toMatch(/logs\/events\.out\.tfevents\.\S+\n$/);
});

// convolution, lookup and maximum: what tf.js cannot differentiate on wasm
const training = `
import * as tf from '@tensorflow/tfjs-core';
import { useBackend } from 'gmlp-viz';
import { Conv2d, Embedding, Flatten, Linear, MaxPool2d, Sequential } from 'gmlp-viz/nn';

const { name } = await useBackend('auto');
const image = new Sequential(new Conv2d(1, 4, 3), new MaxPool2d(2), new Flatten(), new Linear(36, 4));
const word = new Embedding(5, 4);
const x = tf.randomNormal([8, 1, 8, 8], 0, 1, 'float32', 1);
const y = tf.tensor1d([0, 1, 2, 3, 4, 0, 1, 2], 'int32');
const loss = () => tf.mean(tf.square(tf.sub(tf.sub(image.apply(x), word.apply(y)), 1)));
const optimizer = tf.train.adam(0.05);
const learnt = [...image.parameters(), ...word.parameters()];
const losses = Array.from({ length: 30 }, () => optimizer.minimize(loss, true, learnt).dataSync()[0]);
console.log(name, losses.at(-1) < losses[0] / 10);
`;

test('a program that trains needs to know of no other package', () => {
  writeFileSync(join(folder, 'training.js'), training);
  expect(run('node', 'training.js')).toBe('wasm true\n');
});

test('a strict TypeScript program that uses it has no type errors, and a wrong one has', () => {
  const compilerOptions = { module: 'nodenext', target: 'es2022', strict: true, noEmit: true, skipLibCheck: true };
  const check = (text: string): string => {
    writeFileSync(join(folder, 'program.ts'), text);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    try {
      return run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'));
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  expect(check(program)).toBe('');
  expect(check(`${program}\nsummary(model, 'wide');`)).toMatch(/program\.ts\(\d+,\d+\): error TS2(345|769): /);
});

test.each(['browser.js', 'browser-nn.js', 'gmlp-viz.min.js'])(
  '%s, with the files that it imports, holds no client of s3:// and asks for none',
  (entry) => {
    const dist = join(root, 'dist');
    const isStored = (text: string) => /@aws-sdk|upload-worker|worker_threads|AWS_ENDPOINT_URL/.test(text);
    const texts = new Map<string, string>();
    const add = (name: string): void => {
      if (texts.has(name)) return;
      const text = readFileSync(join(dist, name), 'utf8');
      texts.set(name, text);
      for (const [, imported] of text.matchAll(/["']\.\/([\w.-]+\.js)["']/g)) add(imported!);
    };
    add(entry);
    expect([...texts].filter(([, text]) => isStored(text)).map(([name]) => name)).toEqual([]);
    // the build for Node has what is looked for
    expect(isStored(readFileSync(join(dist, 'index.js'), 'utf8'))).toBe(true);
  },
);

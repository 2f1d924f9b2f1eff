// `gmlp-viz backends`: what computes, what is missing and what to do; one that breaks its process takes no other with it.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { spawnCommand } from './runCommand.ts';

const models = fileURLToPath(new URL('../fixtures/models/training.ts', import.meta.url));
const run = (args: readonly string[], cwd = '.') => spawnCommand(args, { cwd });
// speeds are the machine's
const still = (text: string): string =>
  text.replace(/ *\d+\.\d (?=GFLOP)/g, (speed) => '?'.padStart(speed.length - 1).concat(' '));

describe('what is there', () => {
  test('a table, and what to install', () => {
    const { stdout, stderr, status } = run(['backends']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(still(stdout)).toBe(`┌──────────┬─────────┬────────┬───────────────────┬────────────────┬─────────┐
│ Backend  │ Version │ Device │ Engine            │ Matrix product │ Kernels │
├──────────┼─────────┼────────┼───────────────────┼────────────────┼─────────┤
│ node-gpu │ --      │ --     │ --                │             -- │      -- │
│ node     │ --      │ --     │ --                │             -- │      -- │
│ wasm     │ 4.22.0  │ CPU    │ WebAssembly, SIMD │      ? GFLOP/s │     157 │
│ cpu      │ 4.22.0  │ CPU    │ JavaScript        │      ? GFLOP/s │     172 │
└──────────┴─────────┴────────┴───────────────────┴────────────────┴─────────┘
the backend node-gpu is not installed: npm install @tensorflow/tfjs-node-gpu
the backend node is not installed: npm install @tensorflow/tfjs-node
--backend auto is wasm
`);
  });

  test('what a backend computes wrongly of a model, and the op that is right', () => {
    const { stdout } = run(['backends', `${models}#pooled`, '--input', '1,8,8,1']);
    expect(stdout.split('\n')).toContain(
      'wasm gets MaxPoolGrad wrong of windows without a positive element: gives the gradient to the first element (max_pool2d of nn does not)',
    );
    expect(run(['backends', `${models}#distinct`, '--input', '5']).stdout).not.toContain(' wrong ');
  });

  test('the kernels that a model needs and a backend lacks', () => {
    const lacked = (...args: string[]) => {
      const { stdout, stderr, status } = run(['backends', ...args, '--format', 'json']);
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      const surveys: { name: string; lacks?: string[]; lacksToTrain?: string[] }[] = JSON.parse(stdout);
      return surveys.map(({ name, lacks, lacksToTrain }) => [name, lacks, lacksToTrain]).slice(2);
    };
    expect(lacked(`${models}#imaginary`, '--input', '2,2')).toEqual([
      ['wasm', ['Complex', 'Imag'], []],
      ['cpu', [], []],
    ]);
    // on shapes alone it fails
    expect(lacked(`${models}#distinct`, '--input', '5')).toEqual([
      ['wasm', [], []],
      ['cpu', [], []],
    ]);
    expect(lacked(`${models}#pooled`, '--input', '1,8,8,1')).toEqual([
      ['wasm', [], ['Conv2DBackpropFilter', 'MaxPoolGrad']],
      ['cpu', [], []],
    ]);
    // its layers know another way
    expect(lacked('gmlp')).toEqual([
      ['wasm', [], []],
      ['cpu', [], []],
    ]);
  });

  test.each([
    [['--format', 'csv'], 'unknown format: csv (one of table, json)'],
    [['gmpl'], 'unknown model: gmpl (did you mean gmlp? one of gmlp, gmlp-ti16, gmlp-s16, gmlp-b16)'],
  ])('%j', (args, clause) => {
    expect(run(['backends', ...args])).toEqual({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });
  });
});

const dense = {
  class_name: 'Sequential',
  config: { layers: [{ class_name: 'Dense', config: { name: 'd', units: 2, batch_input_shape: [null, 3] } }] },
};

describe('a package that is installed and cannot be used', () => {
  const project = (main: string, packageName = '@tensorflow/tfjs-node'): string => {
    const folder = mkdtempSync(join(tmpdir(), 'backends-'));
    const home = join(folder, 'node_modules', packageName);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name: packageName, version: '4.9.0' }));
    writeFileSync(join(home, 'index.js'), main);
    writeFileSync(join(folder, 'model.json'), JSON.stringify({ modelTopology: dense }));
    return folder;
  };
  const missing = "throw Object.assign(new Error('libtensorflow.so.2: cannot open'), { code: 'ERR_DLOPEN_FAILED' });";

  test.each([
    [
      'throw new Error("this Node is new to me");',
      '@tensorflow/tfjs-node 4.9.0 does not work here, this Node is new to me: npm rebuild @tensorflow/tfjs-node --build-addon-from-source',
    ],
    [
      missing,
      'the native library of @tensorflow/tfjs-node 4.9.0 does not load, libtensorflow.so.2: cannot open: npm rebuild @tensorflow/tfjs-node --build-addon-from-source',
    ],
    ['process.kill(process.pid, "SIGKILL");', '@tensorflow/tfjs-node ends its process with SIGKILL'],
  ])('%s', (main, reason) => {
    const { stdout, status } = run(['backends', '--format', 'json'], project(main));
    expect(status).toBe(0);
    const surveys: { name: string; computes: boolean }[] = JSON.parse(stdout);
    expect(surveys[1]).toEqual({ name: 'node', computes: false, reason });
    expect(surveys.map(({ name, computes }) => [name, computes])).toEqual([
      ['node-gpu', false],
      ['node', false],
      ['wasm', true],
      ['cpu', true],
    ]);
  });

  test('one that miscomputes', () => {
    const require = createRequire(import.meta.url);
    const zeros = `
      const tf = require(${JSON.stringify(require.resolve('@tensorflow/tfjs-core'))});
      require(${JSON.stringify(require.resolve('@tensorflow/tfjs-backend-cpu'))});
      tf.unregisterKernel('BatchMatMul', 'cpu');
      tf.registerKernel({ kernelName: 'BatchMatMul', backendName: 'cpu', kernelFunc: ({ inputs }) =>
        tf.zeros([inputs.a.shape.at(-2), inputs.b.shape.at(-1)]) });
    `;
    const { stdout } = run(['backends', '--format', 'json'], project(zeros, '@tensorflow/tfjs-backend-cpu'));
    const surveys: { name: string }[] = JSON.parse(stdout);
    expect(surveys[3]).toEqual({
      name: 'cpu',
      computes: false,
      reason:
        '@tensorflow/tfjs-backend-cpu 4.9.0 does not work here, its matrix product is wrong, 0,0,0,0: npm install @tensorflow/tfjs-backend-cpu',
    });
  });

  test('auto passes it over, and says why', () => {
    const { stdout, stderr, status } = run(['summary', './model.json', '--backend', 'auto'], project(missing));
    expect({ status, table: stdout.includes('Dense') }).toEqual({ status: 0, table: true });
    expect(stderr).toBe(
      'gmlp-viz: note: on wasm 4.22.0 (CPU, WebAssembly, SIMD); the backend node-gpu is not installed: npm install @tensorflow/tfjs-node-gpu; the native library of @tensorflow/tfjs-node 4.9.0 does not load, libtensorflow.so.2: cannot open: npm rebuild @tensorflow/tfjs-node --build-addon-from-source\n',
    );
  });
});

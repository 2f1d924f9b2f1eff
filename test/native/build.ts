// tfjs-node and tfjs-node-gpu with a library that works, from packages alone: the C++ of the npm package, compiled
// against the TensorFlow that is inside PyPI's wheel. In: a variant. Out: a project's folder in the user's cache.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, run } from '../machine.ts';
import { cache } from '../real/python.ts';

const tensorflow = '2.15.1';
const tfjs = '4.22.0';
const headers = 'node-api-headers@1.5.0';
/** the newest of Node-API that tfjs-node knows, which names the library's folder */
const nodeApi = 8;

/** on a machine without a GPU the second computes on the CPU */
const variants = {
  node: { packageName: '@tensorflow/tfjs-node', wheel: 'tensorflow-cpu' },
  'node-gpu': { packageName: '@tensorflow/tfjs-node-gpu', wheel: 'tensorflow' },
} as const;

export type Variant = keyof typeof variants;
export const variantNames = Object.keys(variants) as Variant[];

const unpack = fileURLToPath(new URL('unpack.py', import.meta.url));
const recipe = [readFileSync(fileURLToPath(import.meta.url)), readFileSync(unpack)];
const hash = recipe
  .reduce((sum, file) => sum.update(file), createHash('sha256'))
  .digest('hex')
  .slice(0, 12);

/** Where a variant is, or will be, a dependency. */
export const projectOf = (variant: Variant): string => join(cache, 'gmlp-viz', `tfjs-${variant}-${hash}`);

/** Builds a variant where it is not there: 20 to 40 s and 0.9 to 1.3 GB. */
export function build(variant: Variant): void {
  const project = projectOf(variant);
  if (existsSync(project)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`these tests build for linux on x64, got ${process.platform} on ${process.arch}`);
  if (spawnSync('g++', ['--version']).status !== 0) install('g++', 'g++');
  if (spawnSync('python3', ['-m', 'pip', '--version']).status !== 0) install('pip', 'python3', 'python3-pip');
  // made aside and renamed when whole: a killed run leaves nothing that looks ready, and of two runs one wins
  const making = `${project}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    make(variant, making);
    renameSync(making, project);
  } catch (error) {
    if (!existsSync(project)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function make(variant: Variant, folder: string): void {
  const { packageName, wheel } = variants[variant];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  run('npm', 'install', '--prefix', folder, ...quiet, `${packageName}@${tfjs}`, headers);
  const home = join(folder, 'node_modules', packageName);
  unpackTensorflow(wheel, join(folder, 'wheel'), join(home, 'deps'));
  const output = join(home, 'lib', `napi-v${nodeApi}`);
  mkdirSync(output, { recursive: true });
  run(
    'g++',
    ...['-std=c++17', '-O2', '-fPIC', '-shared'],
    ...[`-DNAPI_VERSION=${nodeApi}`, '-DNODE_GYP_MODULE_NAME=tfjs_binding', '-DBUILDING_NODE_EXTENSION'],
    ...[join(folder, 'node_modules/node-api-headers/include'), join(home, 'deps/include'), home].map((at) => `-I${at}`),
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(home, 'binding', file)),
    ...[`-L${join(home, 'deps/lib')}`, '-ltensorflow', '-ltensorflow_framework', '-Wl,-rpath,$ORIGIN/../../deps/lib'],
    ...['-o', join(output, 'tfjs_binding.node')],
  );
}

// since TensorFlow 2.13 the wheel's library has all of the C API
function unpackTensorflow(wheel: string, download: string, target: string): void {
  const python = ['--python-version', '3.11', '--implementation', 'cp', '--abi', 'cp311'];
  const platform = ['--platform', 'manylinux2014_x86_64', '--only-binary=:all:', '--no-deps'];
  const quiet = ['--quiet', '--no-cache-dir', '--disable-pip-version-check'];
  run('python3', '-m', 'pip', 'download', ...quiet, ...python, ...platform, '-d', download, `${wheel}==${tensorflow}`);
  run('python3', unpack, join(download, readdirSync(download)[0]!), target);
  rmSync(download, { recursive: true });
  symlinkSync('libtensorflow_cc.so.2', join(target, 'lib/libtensorflow.so'));
  symlinkSync('libtensorflow_framework.so.2', join(target, 'lib/libtensorflow_framework.so'));
}

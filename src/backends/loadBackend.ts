// Loads one backend, activates it in tf.js and checks that it computes.
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import { messageOf, UserError } from '../errors.ts';
import { type BackendName, backends, type NativeBackend } from './backends.ts';
import { bridged } from './nodeBridge.ts';
import { resolvePackage, versionOf } from './nodePackage.ts';

/** A backend that is loaded, active and computes. */
export interface LoadedBackend {
  readonly name: BackendName;
  /** Its name in tf.js: for `tf.setBackend`, and for the option `backend` of `trace` and `summary`. */
  readonly backend: string;
  /** The version of its package. */
  readonly version: string;
  /** The device that it reports to compute on. */
  readonly device: 'CPU' | 'GPU';
  /** The version of TensorFlow; for wasm, the features of the processor that it uses. */
  readonly engine: string;
}

/** @throws UserError, one clause with the remedy, for a backend that is not installed, does not load or miscomputes */
export async function load(name: BackendName, beside: string): Promise<LoadedBackend> {
  const { packageName, backend } = backends[name];
  const path = resolvePackage(packageName, beside);
  if (path === undefined) throw new UserError(`the backend ${name} is not installed: npm install ${packageName}`);
  const version = versionOf(packageName, path);
  const isNative = backend === 'tensorflow';
  if (isNative) expectAlone(name);
  const before = tf.getBackend();
  try {
    const requirePackage = createRequire(import.meta.url);
    if (isNative) bridged(() => requirePackage(path));
    else requirePackage(path);
    if (!(await tf.setBackend(backend))) throw new Error('it does not start');
    expectProduct();
  } catch (error) {
    if (isNative) forgetKernels(backend);
    if (before) await tf.setBackend(before);
    throw new UserError(unusable(packageName, version, error), { cause: error });
  }
  return { name, backend, version, ...(isNative ? native() : await embedded(name)) };
}

// one process has one TensorFlow
function expectAlone(name: BackendName): void {
  if (!tf.engine().backendNames().includes('tensorflow')) return;
  const loaded = (tf.findBackend('tensorflow') as NativeBackend).isGPUPackage ? 'node-gpu' : 'node';
  if (loaded !== name)
    throw new UserError(
      `the backend ${loaded} is in this process already, and a process holds one of them, not ${name} too`,
    );
}

// tfjs-node registers kernels before it loads its library; node-gpu would warn about each of them
function forgetKernels(backend: string): void {
  if (tf.engine().backendNames().includes(backend)) return;
  for (const { kernelName } of tf.getKernelsForBackend(backend)) tf.unregisterKernel(kernelName, backend);
}

/** @throws Error for a backend whose matrix product is wrong */
function expectProduct(): void {
  const product = tf.tidy(() => tf.matMul(tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]), tf.ones([3, 2])).dataSync());
  if (`${Array.from(product)}` !== '6,6,15,15') throw new Error(`its matrix product is wrong, ${Array.from(product)}`);
}

function native(): Pick<LoadedBackend, 'device' | 'engine'> {
  const { isUsingGpuDevice, binding } = tf.backend() as NativeBackend;
  return { device: isUsingGpuDevice ? 'GPU' : 'CPU', engine: `TensorFlow ${binding.TF_Version}` };
}

async function embedded(name: BackendName): Promise<Pick<LoadedBackend, 'device' | 'engine'>> {
  if (name === 'cpu') return { device: 'CPU', engine: 'JavaScript' };
  const has = async (flag: string): Promise<boolean> => (await tf.env().getAsync(flag)) === true;
  const threads = (await has('WASM_HAS_MULTITHREAD_SUPPORT')) ? ', threads' : '';
  return { device: 'CPU', engine: `WebAssembly${(await has('WASM_HAS_SIMD_SUPPORT')) ? ', SIMD' : ''}${threads}` };
}

function unusable(packageName: string, version: string, error: unknown): string {
  const reason = messageOf(error).split('\n')[0]!.trim();
  if (/native addon module.* can not/.test(reason))
    return `${packageName} ${version} is installed without its native library: npm rebuild ${packageName}`;
  const isNative = packageName.includes('tfjs-node');
  const remedy = isNative ? `npm rebuild ${packageName} --build-addon-from-source` : `npm install ${packageName}`;
  return error instanceof Error && 'code' in error && error.code === 'ERR_DLOPEN_FAILED'
    ? `the native library of ${packageName} ${version} does not load, ${reason}: ${remedy}`
    : `${packageName} ${version} does not work here, ${reason}: ${remedy}`;
}

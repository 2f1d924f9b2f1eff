// The backend that computes, where one is asked for. In: its name and the model's file. Out: the name that tf.js knows it
// by, ready.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { UserError } from '../src/userError.ts';
import { unknown } from './unknown.ts';

/** package, and the name it registers; the fastest first */
const backends = {
  'node-gpu': ['@tensorflow/tfjs-node-gpu', 'tensorflow'],
  node: ['@tensorflow/tfjs-node', 'tensorflow'],
  wasm: ['@tensorflow/tfjs-backend-wasm', 'wasm'],
  cpu: ['@tensorflow/tfjs-backend-cpu', 'cpu'],
} as const;

type Name = keyof typeof backends;
const names = Object.keys(backends) as Name[];

export const backendDescription = `compute, for a model whose shapes depend on numbers: on ${names.join(', ')}, or auto for the first that loads`;

/**
 * Loads a backend, from the project of the file `beside` first.
 * @throws UserError for an unknown name, and for a package that is not installed or does not load
 */
export async function chosenBackend(option: unknown, beside: string): Promise<string | undefined> {
  if (option === undefined) return undefined;
  if (Array.isArray(option)) throw new UserError(`--backend was given ${option.length} times`);
  if (option === 'auto') return firstThatLoads(beside);
  const name = names.find((known) => known === option);
  if (!name) throw new UserError(unknown('backend', `${option}`, [...names, 'auto']));
  return load(name, beside);
}

async function firstThatLoads(beside: string): Promise<string> {
  const reasons: string[] = [];
  for (const name of names) {
    try {
      const loaded = await load(name, beside);
      process.stderr.write(
        `gmlp-viz: note: on the backend ${name}${reasons.map((reason) => `; ${reason}`).join('')}\n`,
      );
      return loaded;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      reasons.push(error.message);
    }
  }
  throw new UserError(`no backend loads: ${reasons.join('; ')}`);
}

async function load(name: Name, beside: string): Promise<string> {
  const [packageName, registered] = backends[name];
  const path = found(packageName, beside);
  if (path === undefined) throw new UserError(`the backend ${name} is not installed: npm install ${packageName}`);
  const tf: typeof import('@tensorflow/tfjs-core') = createRequire(import.meta.url)('@tensorflow/tfjs-core');
  // without it the cpu backend advertises a faster one
  tf.enableProdMode();
  try {
    createRequire(import.meta.url)(path);
    if (await tf.setBackend(registered)) return registered;
  } catch (error) {
    throw new UserError(`${packageName} does not load: ${firstLine(error)}`, { cause: error });
  }
  throw new UserError(`${packageName} does not start`);
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : `${error}`).split('\n')[0]!;

/** Where a package lies for the model's project, or else for this one. */
export function found(packageName: string, beside: string): string | undefined {
  for (const from of [resolve(beside), import.meta.url]) {
    try {
      return createRequire(from).resolve(packageName);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  return undefined;
}

// Loads a user's model: a `model.json`, or an export of a module, `module.ts#export`.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { LayersLibrary, LoadedModel } from '../../src/load/loadedModel.ts';
import type { Traceable } from '../../src/trace/traceable.ts';
import { found } from './modelProject.ts';

/**
 * Loads the model that a word of the command line names.
 * @param imports modules to run first, which register custom layers
 * @throws UserError, one clause, for a file that is not there or holds no model
 */
export async function userModel(word: string, imports: readonly string[]): Promise<LoadedModel> {
  const [path, name] = word.split('#') as [string, string | undefined];
  if (!existsSync(path)) throw new UserError(`there is no file ${path}`);
  for (const file of imports) {
    if (!existsSync(file)) throw new UserError(`there is no file ${file}`);
    await imported(file);
  }
  return /\.json$/.test(path) ? fromJson(path, imports[0] ?? path) : fromModule(path, name);
}

async function fromJson(path: string, beside: string): Promise<LoadedModel> {
  const { loadModelFile } = await import('../../src/load/loaders.ts');
  return loadModelFile(path, {
    // custom layers of an imported module and the model's own layers must meet in one copy of tf.layers
    layers: () => installed(tfjsLayers, beside, 'a model of tf.layers'),
    converter: () => installed(tfjsConverter, path, 'a graph model'),
    registerHint: 'give --import FILE with a module that registers it',
  });
}

const tfjsLayers = '@tensorflow/tfjs-layers';
const tfjsConverter = '@tensorflow/tfjs-converter';

// packages of the model's project come first
function installed<T>(packageName: string, beside: string, subject: string): T {
  const file = found(packageName, beside);
  if (file === undefined) throw new UserError(`${subject} needs ${packageName}: npm install ${packageName}`);
  return createRequire(import.meta.url)(file);
}

async function fromModule(path: string, name = 'default'): Promise<LoadedModel> {
  const [{ withLazyWeights }, { plainBackend }, { tfjs }] = await Promise.all([
    import('../../src/trace/adapters/layers/lazyWeights.ts'),
    import('./chooseBackend.ts'),
    import('../tfjs.ts'),
  ]);
  // values that a module computes in its constructor, such as positions, need a backend; weights of layers wait
  if (tfjs.engine().backendNames().length === 0) await plainBackend(path);
  const at = found(tfjsLayers, path);
  const layers: LayersLibrary | undefined = at && createRequire(import.meta.url)(at);
  const made = <T>(make: () => Promise<T>): Promise<T> => (layers ? withLazyWeights(layers, make) : make());
  const exported = await made(() => imported(path));
  const names = Object.keys(exported);
  if (!names.includes(name)) {
    const hint = names.length === 0 ? `${path} exports nothing` : unknownText('export', name, names);
    throw new UserError(
      name === 'default' && names.length > 0 ? `name an export: ${path}#${names.join(` or ${path}#`)}` : hint,
    );
  }
  const [{ findAdapter }, { isModule }] = await Promise.all([
    import('../../src/trace/adapters.ts'),
    import('../../src/trace/adapters/moduleAdapter.ts'),
  ]);
  let value: unknown = exported[name];
  const make = makerOf(value, `${path}#${name}`, isModule);
  if (make)
    value = await made(async () => make()).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : `${error}`;
      const way = isModule((value as { prototype?: unknown }).prototype) ? ', export a function that makes it' : '';
      throw new UserError(`${path}#${name} cannot be made without arguments${way}: ${reason}`, { cause: error });
    });
  const adapter = findAdapter(value);
  if (adapter)
    return {
      model: value as Traceable,
      inputs: adapter.inputs,
      ...(typeof value === 'function' && { mayMakeModel: true }),
    };
  throw new UserError(
    `${path}#${name} is no model: expected a Module, a tf.LayersModel, a tf.GraphModel, a function of tensors, or a function that makes one`,
  );
}

/**
 * The function or class of a Module that makes the model; a function with arguments is the model itself.
 * @throws UserError for another class, which cannot be called
 */
function makerOf(value: unknown, name: string, isModule: (value: unknown) => boolean): (() => unknown) | undefined {
  if (typeof value !== 'function') return undefined;
  if (isModule(value.prototype)) return () => Reflect.construct(value, []);
  if (/^class\b/.test(Function.prototype.toString.call(value)))
    throw new UserError(`${name} is a class, and no Module: expected a Module, or a function that makes a model`);
  return value.length === 0 ? () => value() : undefined;
}

async function imported(path: string): Promise<Readonly<Record<string, unknown>>> {
  const url = pathToFileURL(resolve(path)).href;
  try {
    if (!/\.[cm]?ts$/.test(path)) return await import(url);
    const { createJiti } = await import('jiti');
    const tsconfigPaths = nearestTsconfig(resolve(path)) ?? false;
    return await createJiti(import.meta.url, { tsconfigPaths }).import(url);
  } catch (error) {
    throw new UserError(`${path} cannot be loaded: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/** The tsconfig.json of a file's project, whose `paths` name modules; undefined where no folder above the file has one. */
function nearestTsconfig(file: string): string | undefined {
  const folder = dirname(file);
  if (folder === file) return undefined;
  const path = join(folder, 'tsconfig.json');
  return existsSync(path) ? path : nearestTsconfig(folder);
}

// Loads a user's model: a `model.json`, a topology alone or a `.keras` archive, from a path, an address or the standard input,
// or an export of a module, `module.ts#export`.
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unknownText } from '../../src/choice.ts';
import { messageOf, UserError } from '../../src/errors.ts';
import type { LayersLibrary, LoadedModel, ModelLibraries } from '../../src/load/loadedModel.ts';
import { expectKnownEnding, folderError } from '../../src/load/otherFormats.ts';
import { expectRegularFile } from '../../src/storage/regularFile.ts';
import { reasonOfRead } from '../../src/storage/systemReason.ts';
import type { Traceable } from '../../src/trace/traceable.ts';
import { expectThere } from './expectThere.ts';
import { fileBeside, found, isCode, isFile } from './modelProject.ts';

/**
 * Loads the model that a word of the command line names.
 * @param imports modules to run first, which register custom layers
 * @throws UserError, one clause, for a file that is not there or holds no model
 */
export async function userModel(word: string, imports: readonly string[]): Promise<LoadedModel> {
  const [path, name] = isFile(word) ? (word.split('#') as [string, string | undefined]) : [word];
  expectReadable(path);
  await runImports(path, imports);
  if (isCode(path)) return fromModule(path, name);
  const [{ loadModelFile }, { modelSource }] = await Promise.all([
    import('../../src/load/loaders.ts'),
    import('./modelSource.ts'),
  ]);
  return loadModelFile(modelSource(path), librariesFor(path, imports));
}

/** @throws UserError for a path that is not there, or whose format is not read */
function expectReadable(path: string): void {
  if (!isFile(path)) return;
  expectThere(path);
  if (statSync(path).isDirectory()) throw folderError(path, namesIn(path));
  expectKnownEnding(path);
  if (isCode(path)) expectModule(path);
  const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
  if (!/^([cm]?[jt]s|json|keras)$/.test(extension))
    throw new UserError(`${path} is no model: a model.json, a .keras and modules (.js, .ts) are read`);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new UserError(`cannot read ${folder}: ${reasonOfRead(error)}`, { cause: error });
  }
}

const expectModule = (path: string): void => expectRegularFile(path, 'a module must be a file');

/** Runs modules that register custom layers of the model in a file. @throws UserError for a file that is not there */
export async function runImports(path: string, imports: readonly string[]): Promise<void> {
  for (const file of [path, ...imports]) if (isFile(file)) expectThere(file);
  for (const file of imports) {
    expectModule(file);
    await imported(file);
  }
}

/** The libraries that build the model of a file: those of its project come first. */
export const librariesFor = (path: string, imports: readonly string[]): ModelLibraries => ({
  // custom layers of an imported module and the model's own layers must meet in one copy of tf.layers
  layers: () => installed(tfjsLayers, imports[0] ?? fileBeside(path), 'a model of tf.layers'),
  converter: () => installed(tfjsConverter, fileBeside(path), 'a graph model'),
  registerHint: 'give --import FILE with a module that registers it',
});

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
  // the lines of the user's file are below those of tf.js
  Error.stackTraceLimit = Math.max(Error.stackTraceLimit, 50);
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
  const value = await modelOf(exported[name], `${path}#${name}`, isModule, made);
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
 * What an export is: itself, or what it makes where it is a function without arguments or a class of a Module.
 * @throws UserError for what cannot be made, and for another class, which cannot be called
 */
async function modelOf(
  value: unknown,
  name: string,
  isModule: (value: unknown) => boolean,
  made: <T>(make: () => Promise<T>) => Promise<T>,
): Promise<unknown> {
  if (typeof value !== 'function') return value;
  const isClass = isModule(value.prototype);
  if (!isClass && /^class\b/.test(Function.prototype.toString.call(value)))
    throw new UserError(`${name} is a class, and no Module: expected a Module, or a function that makes a model`);
  if (!isClass && value.length > 0) return value;
  try {
    return await made(async () => (isClass ? Reflect.construct(value, []) : value()));
  } catch (error) {
    const options = isClass ? `export const model = () => new ${value.name}(…)` : '';
    // JavaScript's own message is about the argument that is missing
    if (isClass && value.length > 0 && error instanceof TypeError)
      throw new UserError(`${name} is a class that wants options: export a function that makes it, ${options}`);
    const failed = isClass
      ? `cannot be made without arguments, so export a function that makes it, ${options}`
      : 'makes no model';
    throw new UserError(`${name} ${failed}: ${messageOf(error)}`, { cause: error });
  }
}

async function imported(path: string): Promise<Readonly<Record<string, unknown>>> {
  const url = pathToFileURL(resolve(path)).href;
  try {
    if (!/\.[cm]?ts$/.test(path)) return await import(url);
    const { createJiti } = await import('jiti');
    return await createJiti(url, { tsconfigPaths: true }).import(url);
  } catch (error) {
    throw new UserError(`${path} cannot be loaded: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

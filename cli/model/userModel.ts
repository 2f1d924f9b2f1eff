// A model of the user's own, by path. In: `model.json`, or `module.ts#export`. Out: a model, and what it says of itself.

import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { LayersLibrary } from '../../src/load/layersModelJson.ts';
import type { Weights } from '../../src/trace/adapter.ts';
import type { OpenInput } from '../../src/trace/inputs.ts';
import type { Traceable } from '../../src/trace/traceable.ts';
import { found } from './modelProject.ts';

export interface UserModel {
  readonly model: Traceable;
  /** undefined where the model does not say */
  readonly inputs: readonly OpenInput[] | undefined;
  /** reads its numbers from its files; undefined where it has none there */
  readonly readNumbers?: () => Promise<Weights>;
  /** It is a function with arguments: of tensors, or one that makes a model. */
  readonly mayMakeModel?: boolean;
  /** puts the numbers of its files into the model */
  readonly fill?: () => Promise<void>;
}

/**
 * @param imports modules to run before, which register custom layers
 * @throws UserError, one clause, for a file that is not there or holds no model
 */
export async function userModel(word: string, imports: readonly string[]): Promise<UserModel> {
  const [path, name] = word.split('#') as [string, string | undefined];
  if (!existsSync(path)) throw new UserError(`there is no file ${path}`);
  for (const file of imports) {
    if (!existsSync(file)) throw new UserError(`there is no file ${file}`);
    await imported(file);
  }
  return /\.json$/.test(path) ? fromJson(path, imports[0] ?? path) : fromModule(path, name);
}

async function fromJson(path: string, beside: string): Promise<UserModel> {
  const file = parsed(await textOf(path), path);
  const { modelTopology: topology, weightsManifest: manifest } = file;
  const { isGraphTopology } = await import('../../src/trace/adapters/graph/artifacts.ts');
  // some files of converted models do not say so
  if (isGraphTopology(topology)) {
    const { graphModelFrom } = await import('./graphModelFile.ts');
    return graphModelFrom(path, { ...file, modelTopology: topology });
  }
  if (typeof topology !== 'object' || topology === null)
    throw new UserError(`${path} holds no model: it lacks modelTopology`);
  const [{ fillWeights, modelOf }, { adapterOf }, { weightPaths }, { manifestGroups, readWeights }] = await Promise.all(
    [
      import('../../src/load/layersModelJson.ts'),
      import('../../src/trace/adapters.ts'),
      import('../../src/trace/adapters/layers/layerTree.ts'),
      import('../../src/weights/manifest.ts'),
    ],
  );
  const folder = dirname(path);
  if (manifest !== undefined) manifestGroups(manifest, folder);
  const model = await modelOf(library(beside), topology).catch((error: Error) => {
    throw new UserError(`${path} cannot be built: ${unbuildable(error)}`, { cause: error });
  });
  const readNumbers = async (): Promise<Weights> => {
    const arrays = await readWeights(manifest, folder);
    const paths = weightPaths(model);
    return new Map(
      [...paths].flatMap(([name, index]) => {
        const values = arrays.get(name)?.values;
        return ArrayBuffer.isView(values) ? [[index, { values }]] : [];
      }),
    );
  };
  const fill = async () => fillWeights(model, await readWeights(manifest, folder));
  return { model, inputs: adapterOf(model).inputs, ...(manifest !== undefined && { readNumbers, fill }) };
}

/** @throws UserError for what is no regular file, which may never end, and for one that no string holds */
async function textOf(path: string): Promise<string> {
  if (!(await stat(path)).isFile()) throw new UserError(`${path} is no regular file`);
  return readFile(path, 'utf8').catch((error: Error) => {
    throw new UserError(`cannot read ${path}: ${error.message}`, { cause: error });
  });
}

// tf.js follows what is nested call by call
const maxDepth = 500;

/** @throws UserError for JSON that is nested too deep for tf.js */
function expectShallow(text: string, path: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
      if (at === -1) return;
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > maxDepth) throw new UserError(`${path} is nested deeper than ${maxDepth} levels`);
    } else if (character === '}' || character === ']') depth -= 1;
  }
}

/** The index of the quote that ends the string which begins at `start`; -1 where none does. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (end === -1 || escapes % 2 === 0) return end;
  }
}

function parsed(text: string, path: string): Readonly<Record<string, unknown>> {
  expectShallow(text, path);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {}
  throw new UserError(`${path} is no JSON`);
}

function unbuildable({ name, message }: Error): string {
  // of JavaScript's own, which says nothing of the file
  if (name === 'TypeError') return `the settings of a layer are not as tf.js writes them (${message})`;
  const [, kind, unregistered] = /^Unknown (\w+): (\w+)\. This may/.exec(message) ?? [];
  return kind
    ? `the ${kind} ${unregistered} is none of tf.js, give --import FILE with a module that registers it`
    : message;
}

const tfjsLayers = '@tensorflow/tfjs-layers';

// the model's own project first, so that its custom layers and ours meet in one copy
function library(path: string): LayersLibrary {
  const at = found(tfjsLayers, path);
  if (at === undefined) throw new UserError(`a model of tf.layers needs ${tfjsLayers}: npm install ${tfjsLayers}`);
  return createRequire(import.meta.url)(at);
}

async function fromModule(path: string, name = 'default'): Promise<UserModel> {
  const [{ withLazyWeights }, { chosenBackend }, { tfjs }] = await Promise.all([
    import('../../src/trace/adapters/layers/lazyWeights.ts'),
    import('./chooseBackend.ts'),
    import('../tfjs.ts'),
  ]);
  // what a module computes as it is made, such as positions, has numbers; its layers' weights wait
  if (tfjs.engine().backendNames().length === 0) await chosenBackend('cpu', path);
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
    return await createJiti(import.meta.url).import(url);
  } catch (error) {
    throw new UserError(`${path} cannot be loaded: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

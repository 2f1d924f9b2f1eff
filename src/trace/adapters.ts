// The one table of the kinds of models. The kind of a model is decided here, once.
import { UserError } from '../errors.ts';
import type { ModelAdapter } from './adapter.ts';
import { functionAdapter } from './adapters/functionAdapter.ts';
import { graphAdapter } from './adapters/graph/graphAdapter.ts';
import { layersAdapter } from './adapters/layers/layersAdapter.ts';
import { moduleAdapter } from './adapters/moduleAdapter.ts';

/** The kinds of models; the first that knows a value adapts it. */
const adapters: readonly ((model: unknown) => ModelAdapter | undefined)[] = [
  graphAdapter,
  layersAdapter,
  moduleAdapter,
  functionAdapter,
];

/** The adapter of a model; undefined for any other value. */
export function findAdapter(model: unknown): ModelAdapter | undefined {
  for (const adapt of adapters) {
    const adapter = adapt(model);
    if (adapter) return adapter;
  }
  return undefined;
}

/** The adapter of a model. @throws UserError for a value that is no model, with what to write instead */
export function adapterOf(model: unknown): ModelAdapter {
  if (isPromise(model)) throw new UserError('the model is a promise: await it first, const model = await …');
  if (isClass(model))
    throw new UserError(`the model is the class ${model.name}, and not one of it: give new ${model.name}(…)`);
  const adapter = findAdapter(model);
  if (adapter) return adapter;
  throw new UserError(
    `the model must be a Module, a tf.LayersModel, a tf.GraphModel or a function of tensors, got ${named(model)}${remedy(model)}`,
  );
}

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function';

/** Whether a value is a class, which cannot be called without `new`. */
const isClass = (value: unknown): value is { readonly name: string } =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

function named(model: unknown): string {
  if (typeof model === 'object' && model !== null) {
    const type = model.constructor?.name ?? 'Object';
    return type === 'Object' ? 'a plain object' : `an instance of ${type}`;
  }
  return typeof model === 'string' ? JSON.stringify(model) : `${String(model)}`;
}

/** What makes a model of a value that is none, where a person is likely to have meant one. */
function remedy(value: unknown): string {
  if (typeof value === 'string') return ': (await loadModel(path, { layers })).model is the model of a file';
  if (typeof value !== 'object' || value === null) return '';
  if (findAdapter(Reflect.get(value, 'model'))) return ': give its member model';
  const isLayer = ['call', 'getClassName'].every((name) => typeof Reflect.get(value, name) === 'function');
  return isLayer ? ': tf.sequential({ layers: [layer] }) is a model of one layer' : '';
}

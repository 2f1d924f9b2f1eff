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

/** The adapter of a model. @throws UserError for a value that is no model */
export function adapterOf(model: unknown): ModelAdapter {
  const adapter = findAdapter(model);
  if (adapter) return adapter;
  const got =
    typeof model === 'object' && model !== null ? `a ${model.constructor?.name ?? 'plain object'}` : `${model}`;
  throw new UserError(
    `the model must be a Module, a tf.LayersModel, a tf.GraphModel or a function of tensors, got ${got}`,
  );
}

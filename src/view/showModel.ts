// `showModel`: the viewer in an element of a page that has the model.
import { UserError } from '../errors.ts';
import { shapeText } from '../tensors.ts';
import { adapterOf } from '../trace/adapters.ts';
import { ForwardError } from '../trace/forwardError.ts';
import type { InputSpec } from '../trace/inputs.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { traceAsync } from '../trace/traceModel.ts';
import { mount } from './client/mount.ts';
import { dataOf, type ViewOptions } from './viewOptions.ts';

/** Options of `showModel`. */
export interface ShowOptions extends ViewOptions {
  /** What the model takes: shapes with the batch, or tensors. Those that the model declares, with a batch of 1, unless given. */
  readonly inputs?: readonly InputSpec[];
}

/**
 * Shows a model, or a trace of one, in an element of the page: its graph, its table, and the facts of each layer. The element
 * keeps its size, at least 320 px in height; its styles and the page's do not meet. A model that fails in its forward pass is
 * shown as far as it came. Shown again, an element shows the new model.
 * @returns a promise that resolves when the model is shown
 * @throws UserError for a model whose inputs are not known and not given
 * @example
 * await showModel(document.querySelector('#model'), model);
 */
export async function showModel(
  element: HTMLElement,
  model: Traceable | Trace,
  { inputs, ...options }: ShowOptions = {},
): Promise<void> {
  const { trace, ...more } = isTrace(model) ? { trace: model } : await tracedModel(model, inputs);
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const viewer = document.createElement('div');
  viewer.className = 'viewer';
  root.replaceChildren(viewer);
  mount(viewer, dataOf(trace, { ...more, ...options }), { hasAddress: false });
  element.dataset.ready = 'true';
}

const isTrace = (value: Traceable | Trace): value is Trace =>
  typeof value === 'object' && Array.isArray((value as Partial<Trace>).calls) && 'values' in value;

async function tracedModel(
  model: Traceable,
  given: readonly InputSpec[] | undefined,
): Promise<Pick<ViewOptions, 'failure' | 'otherBatch'> & { readonly trace: Trace }> {
  try {
    if (given) return { trace: await traceAsync(model, given) };
    const trace = await traceAsync(model, declaredInputs(model, 1));
    // a model may take one batch only, and its shapes are then as they are
    const other = await traceAsync(model, declaredInputs(model, 2)).catch(() => undefined);
    return { trace, ...(other && { otherBatch: other }) };
  } catch (error) {
    if (!(error instanceof ForwardError)) throw error;
    return { trace: error.trace, failure: error.message };
  }
}

function declaredInputs(model: Traceable, batch: number): InputSpec[] {
  const { inputs } = adapterOf(model);
  if (!inputs)
    throw new UserError('the model does not say what it takes: give inputs, such as [{ shape: [1, 28, 28, 1] }]');
  return inputs.map(({ shape, dtype, name }, i) => {
    if (shape.some((size, axis) => size === null && axis > 0))
      throw new UserError(`the input ${name ?? i} is ${shapeText(shape)}: give inputs with all axes`);
    return { shape: shape.map((size) => size ?? batch), dtype, ...(name !== undefined && { name }) };
  });
}

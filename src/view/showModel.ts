// `showModel`: the viewer in an element of a page that has the model.
import { atBase, explainOpenAxes, hasOpenAxes } from '../axes/explainAxes.ts';
import { openViewOf } from '../axes/openTexts.ts';
import { UserError } from '../errors.ts';
import { adapterOf } from '../trace/adapters.ts';
import { ForwardError } from '../trace/forwardError.ts';
import type { InputSpec } from '../trace/inputs.ts';
import { closedInputs } from '../trace/joinInputs.ts';
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

type Shown = Pick<ViewOptions, 'failure' | 'otherBatch' | 'open'> & { readonly trace: Trace };

async function tracedModel(model: Traceable, given: readonly InputSpec[] | undefined): Promise<Shown> {
  try {
    if (given) return { trace: await traceAsync(model, given) };
    const adapter = adapterOf(model);
    const { inputs } = adapter;
    if (!inputs)
      throw new UserError('the model does not say what it takes: give inputs, such as [{ shape: [1, 28, 28, 1] }]');
    if (hasOpenAxes(inputs)) {
      const axes = explainOpenAxes(adapter, inputs);
      const trace = await traceAsync(model, closedInputs(atBase(axes, inputs), 1));
      return { trace, open: openViewOf(axes, trace, { size: 1, isOpen: true }) };
    }
    const trace = await traceAsync(model, closedInputs(inputs, 1));
    // a model may take one batch only, and its shapes are then as they are
    const other = await traceAsync(model, closedInputs(inputs, 2)).catch(() => undefined);
    return { trace, ...(other && { otherBatch: other }) };
  } catch (error) {
    if (!(error instanceof ForwardError)) throw error;
    return { trace: error.trace, failure: error.message };
  }
}

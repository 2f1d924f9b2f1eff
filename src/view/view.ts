// `view`: the page of a trace.

import type { PictureLevel } from '../graph/picture/picture.ts';
import type { Timing } from '../timing/timing.ts';
import type { Weights } from '../trace/adapter.ts';
import type { Trace } from '../trace/trace.ts';
import { packed } from './pack.ts';
import { pageOf } from './page/page.ts';
import { traceTree } from './tree/traceTree.ts';

/** Options of `view`. */
export interface ViewOptions {
  /** What the page calls the model; the class of the model unless given. */
  readonly name?: string;
  /** How much of each layer is shown: `modules` (the default for tf.layers), `ops` (for other models), or `kernels`. */
  readonly level?: PictureLevel;
  /** The timing of a `profile` of the same model: adds the time of each layer. */
  readonly timing?: Timing;
  /** By path: adds statistics of each parameter. */
  readonly weights?: Weights;
  /** Where the flow goes, down unless given. */
  readonly direction?: 'down' | 'right';
  /** The trace of the same model with another batch: axes that differ are shown as open, `?`. */
  readonly otherBatch?: Trace;
  /** The message of the error that ended the forward pass, of a trace that failed. */
  readonly failure?: string;
}

/**
 * Returns the text of an HTML page that shows the model: graph, table, and facts of each layer. The page is one file, asks for
 * nothing from anywhere, and holds no path of the machine.
 * @example
 * writeFileSync('model.html', view(trace(model, [{ shape: [1, 3, 224, 224] }])));
 */
export function view(trace: Trace, { direction, ...options }: ViewOptions = {}): string {
  return pageOf(packed(traceTree(trace, options), { ...(direction && { direction }) }));
}

// What a page or an element shows of a model, beyond what is in its trace.
import { UserError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { PictureLevel } from '../graph/picture/picture.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import type { Timing } from '../timing/timing.ts';
import type { Weights } from '../trace/adapter.ts';
import { expectTraceOrGraph } from '../trace/expectTrace.ts';
import type { Trace } from '../trace/trace.ts';
import { packed } from './pack.ts';
import type { ShownComparison } from './tree/comparedErrors.ts';
import { graphTree } from './tree/graphTree.ts';
import { type OpenView, traceTree } from './tree/traceTree.ts';
import type { ViewData } from './viewData.ts';

/** Options of `view` and `showModel`. */
export interface ViewOptions {
  /** What the page calls the model; the class of the model unless given. */
  readonly name?: string;
  /** How much of each layer is shown: `modules` (the default for tf.layers), `ops` (for other models), or `kernels`. */
  readonly level?: PictureLevel;
  /** The timing of a `profile` of the same trace: adds the time of each layer, in milliseconds. */
  readonly timing?: Timing;
  /** The values of parameters by path: adds statistics of each. */
  readonly weights?: Weights;
  /** Where the flow goes, down unless given. */
  readonly direction?: 'down' | 'right';
  /** A trace of the same model with another batch: axes that differ are shown as open, `?`. */
  readonly otherBatch?: Trace;
  /** Where the model leaves axes beyond the batch open: its shapes at any size, and notes. */
  readonly open?: OpenView;
  /**
   * What `compare` or `compareModels` returned for the traced model, the second one of two: colours each box by its error,
   * and marks the first one beyond the tolerance.
   */
  readonly comparison?: ShownComparison;
  /** Of a trace that failed: the message of its error. */
  readonly failure?: string;
}

const optionNames: OptionNames<ViewOptions> = {
  name: true,
  level: true,
  timing: true,
  weights: true,
  direction: true,
  otherBatch: true,
  open: true,
  comparison: true,
  failure: true,
};

/**
 * What is shown of a trace, or of a graph that somebody wrote.
 * @throws UserError for an unknown option, and for a source that is neither
 */
export function dataOf(source: Trace | Graph, given: ViewOptions = {}): ViewData {
  expectOptions(given, optionNames);
  const { direction, ...options } = given;
  expectTraceOrGraph(source);
  if (options.comparison && !('calls' in source))
    throw new UserError('a comparison is shown on a trace: a graph that was read has no pass');
  const tree = 'calls' in source ? traceTree(source, options) : graphTree(source, options.name ?? 'graph');
  return packed(tree, { ...(direction && { direction }) });
}

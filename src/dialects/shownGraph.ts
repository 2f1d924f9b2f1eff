// The graph of a trace as a viewer shows it: in a dialect, with or without parameters, down to a depth.
import { expectCount } from '../checks.ts';
import { choice } from '../choice.ts';
import { UserError } from '../errors.ts';
import { collapseModules } from '../graph/collapseModules.ts';
import type { Graph } from '../graph/graph.ts';
import { splitLargeScopes } from '../graph/splitLargeScopes.ts';
import { withoutParameters } from '../graph/withoutParameters.ts';
import type { Weights } from '../trace/adapter.ts';
import type { Trace } from '../trace/trace.ts';
import { type Dialect, dialects, expectDialect } from './dialects.ts';

/** How a graph shows parameters: as constants with their values, as variables, or not at all. */
export const parameterModes = ['full', 'variables', 'none'] as const;
/**
 * A way to show parameters, one of `parameterModes`.
 * @useDeclaredType
 */
export type ParameterMode = (typeof parameterModes)[number];

export interface ShownGraphOptions {
  /** The vocabulary of ops; `tensorflow` by default. */
  readonly dialect?: Dialect;
  /** Values of the parameters, which become constants; the torch dialect ignores them. */
  readonly weights?: Weights;
  /** `full` by default where there are `weights`, else `variables`. */
  readonly parameters?: ParameterMode;
  /** Modules this many levels below the model become one node each; unless given, every op is a node. */
  readonly depth?: number;
}

/** @throws UserError for an unknown option value, and for parameters in full without their values */
export function shownGraph(
  trace: Trace,
  { dialect = 'tensorflow', weights, depth, parameters = weights ? 'full' : 'variables' }: ShownGraphOptions,
): Graph {
  const { build } = dialects[expectDialect(dialect)];
  const mode = choice('parameters', parameters, parameterModes);
  if (mode === 'full' && !weights) throw new UserError('parameters in full need their numbers');
  if (depth !== undefined) expectCount('depth', depth, 0);
  const whole = build(trace, mode === 'full' ? weights : undefined);
  const flowing = mode === 'none' ? withoutParameters(whole) : whole;
  return splitLargeScopes(depth === undefined ? flowing : collapseModules(flowing, trace, depth));
}

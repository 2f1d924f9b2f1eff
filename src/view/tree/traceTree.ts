// The tree of a trace: its picture by modules and ops, with costs and facts for each box.
import { type CallCosts, callCosts } from '../../cost/callCosts.ts';
import { distinctParameters, inferencePeakBytes } from '../../cost/memory.ts';
import { gatherParallel } from '../../graph/picture/gatherParallel.ts';
import { groupByName } from '../../graph/picture/groupByName.ts';
import { childrenOf, type Picture, type PictureLevel } from '../../graph/picture/picture.ts';
import { inPreorder } from '../../graph/picture/preorder.ts';
import { tracedPicture } from '../../graph/picture/tracePicture.ts';
import { uniquePaths } from '../../graph/picture/uniquePaths.ts';
import { outerPath } from '../../names/modulePath.ts';
import type { Timing } from '../../timing/timing.ts';
import type { Weights } from '../../trace/adapter.ts';
import type { ModuleCall, Trace } from '../../trace/trace.ts';
import { factsOfBoxes } from './boxFacts.ts';
import { comparisonFacts, errorsOf, type ShownComparison } from './comparedErrors.ts';
import { modulesNotRun } from './notRun.ts';
import { withOpenAxes } from './openAxes.ts';
import type { ViewNode, ViewTotal, ViewTree } from './viewTree.ts';
import { withoutPaths } from './withoutPaths.ts';

export interface TraceTreeOptions {
  /** What the page calls the model; the class of the model unless given. */
  readonly name?: string;
  /** `modules` for a model of tf.layers, `ops` for other models, unless given. */
  readonly level?: PictureLevel;
  /** Of the same pass: adds the time of each box. */
  readonly timing?: Timing;
  /** By path: adds statistics of each parameter. */
  readonly weights?: Weights;
  /** The message of the error that ended the pass. */
  readonly failure?: string;
  /** The same model's trace with a batch of another size: axes that differ are shown as open. */
  readonly otherBatch?: Trace;
  /** Where the model leaves axes beyond the batch open: its shapes at any size, and notes. */
  readonly open?: OpenView;
  /** What the pass computes against a reference: adds the error of each box. */
  readonly comparison?: ShownComparison;
}

/** What a page shows of open axes. */
export interface OpenView {
  /** By index in the values of the trace. */
  readonly shapes: ReadonlyMap<number, readonly string[]>;
  readonly notes: readonly string[];
}

export function traceTree(trace: Trace, options: TraceTreeOptions = {}): ViewTree {
  const { modules } = trace;
  const { timing, level = modules[0]?.isModel ? 'modules' : 'ops' } = options;
  const costs = callCosts(trace, timing);
  const unknownMacs = new Set(trace.calls.flatMap((_, i) => (Number.isNaN(costs.macs[i]) ? [i] : [])));
  // the page names kernels without a rule, and sums the others
  const amounts = { ...costs, macs: costs.macs.map((macs) => macs || 0) };
  const shown = options.otherBatch ? withOpenAxes(trace, options.otherBatch) : trace;
  const { picture, callOf } = tracedPicture(shown, { level, amounts, shapes: options.open?.shapes });
  const factsOf = factsOfBoxes({
    trace: shown,
    callOf,
    unknownMacs,
    weights: options.weights,
    shapes: options.open?.shapes,
  });
  const { comparison } = options;
  const errorOf = comparison && errorsOf(trace, comparison);
  const nodes = picture.nodes.map((node): ViewNode => {
    const call = callOf.get(node.path);
    return { ...node, facts: { ...factsOf(node), ...(call !== undefined && errorOf?.(call)) } };
  });
  const grouped = groupByName({ ...picture, nodes: [...nodes, ...notRunIn(trace, nodes)] });
  const whole = gatherParallel(inPreorder(picture.name, grouped.nodes, grouped.edges));
  const type = modules[0]?.type ?? '';
  return {
    name: options.name ?? (type || 'model'),
    type,
    nodes: whole.nodes.map((node) => ({ facts: {}, ...node })),
    edges: whole.edges,
    totals: totalsOf(trace, whole, amounts),
    notes: [...(options.open?.notes ?? []), ...(comparison?.notes ?? []), ...notesOf(trace, unknownMacs)],
    ...(comparison && { comparison: comparisonFacts(comparison) }),
    ...(trace.failed !== undefined && {
      failure: {
        path: pathOfFailed(trace, callOf),
        message: withoutPaths(options.failure ?? 'the forward pass failed here'),
      },
    }),
  };
}

function notRunIn(trace: Trace, nodes: readonly ViewNode[]): ViewNode[] {
  const indices = new Map(nodes.map(({ path, kind }, i) => [kind === 'module' ? path : undefined, i]));
  const around = (path: string): number => {
    for (let outer = outerPath(path); outer !== ''; outer = outerPath(outer)) {
      const index = indices.get(outer);
      if (index !== undefined) return index;
    }
    return -1;
  };
  const boxes = modulesNotRun(trace, nodes.length, around, uniquePaths(nodes.map(({ path }) => path)));
  return trace.failed === undefined
    ? boxes
    : boxes.map((box) => ({ ...box, facts: { ...box.facts, notReached: true } }));
}

function pathOfFailed({ calls, modules, failed }: Trace, callOf: ReadonlyMap<string, number>): string {
  for (const [path, call] of callOf) if (call === failed) return path;
  return modules[(calls[failed!] as ModuleCall).module]?.path ?? '';
}

function totalsOf(trace: Trace, { nodes }: Picture, { macs, timeMs }: CallCosts): ViewTotal[] {
  const params = distinctParameters(trace).reduce((total, { buffer, size }) => total + (buffer ? 0 : size), 0);
  const { of } = childrenOf({ nodes });
  const shown = nodes.filter(({ role }, i) => role !== 'end' && of[i]!.length === 0).length;
  const nodesTotal = { title: 'Nodes', value: shown, unit: 'count' } as const;
  // what ran until it failed is no total of the model, and layers that were not reached may have no parameters yet
  if (trace.failed !== undefined) return [nodesTotal];
  return [
    { title: 'Parameters', value: params, unit: 'count' },
    { title: 'MACs', value: sum(macs), unit: 'count' },
    { title: 'Peak memory', value: inferencePeakBytes(trace), unit: 'bytes' },
    ...(timeMs === undefined ? [] : [{ title: 'Time', value: sum(timeMs), unit: 'ms' } as const]),
    nodesTotal,
  ];
}

const sum = (amounts: ArrayLike<number>): number => Array.from(amounts).reduce((total, amount) => total + amount, 0);

function notesOf({ calls, failed }: Trace, unknownMacs: ReadonlySet<number>): string[] {
  const names = new Set<string>();
  for (const index of unknownMacs) {
    const call = calls[index]!;
    if (call.level === 'kernel') names.add(call.kernel);
  }
  if (names.size === 0 || failed !== undefined) return [];
  return [`not known, and not in the total: multiply-adds of ${[...names].join(', ')}`];
}

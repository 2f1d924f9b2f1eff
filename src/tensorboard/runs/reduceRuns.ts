// Scalars of several runs as one: their mean, spread and extremes at each step.
import { choices } from '../../choice.ts';
import type { ScalarColumns } from './growingColumns.ts';
import type { RunScalars } from './readRuns.ts';

type Reduce = (values: readonly number[]) => number;

const mean: Reduce = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The variance of a sample, divided by one less than its size; NaN of one value. */
function variance(values: readonly number[]): number {
  const center = mean(values);
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1);
}

function median(values: readonly number[]): number {
  // NaN cannot be sorted
  if (values.some(Number.isNaN)) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const extreme =
  (better: (a: number, b: number) => number): Reduce =>
  (values) =>
    values.reduce((best, value) => better(best, value));

/** Reductions by name: how the values of several runs at one step become one. */
const reducers = {
  mean,
  // of a sample: n - 1
  std: (values) => Math.sqrt(variance(values)),
  var: variance,
  min: extreme(Math.min),
  max: extreme(Math.max),
  median,
} satisfies Readonly<Record<string, Reduce>>;

/**
 * A way to make one value of several.
 * @useDeclaredType
 */
export type Reduction = keyof typeof reducers;
/** The names of all reductions. */
export const reductions = Object.keys(reducers) as readonly Reduction[];

/** A scalar that the runs do not all have at the same steps. */
export interface UnequalScalar {
  readonly tag: string;
  /** runs that have the tag; the others are left out of its reduction */
  readonly runs: number;
  /** steps that each of these runs has, which are kept */
  readonly commonSteps: number;
  /** steps that some of these runs have alone, which are left out */
  readonly droppedSteps: number;
  /** points that came again at a step of their run, of which the last counts */
  readonly repeatedPoints: number;
}

/** Runs reduced to one for each reduction. */
export interface ReducedRuns {
  readonly reduced: ReadonlyMap<Reduction, ReadonlyMap<string, ScalarColumns>>;
  /** how many runs were reduced */
  readonly runs: number;
  /** scalars where runs differ in tags or steps */
  readonly unequal: readonly UnequalScalar[];
}

/**
 * Reduces the values that several runs have at the same step of the same tag. A tag is reduced over the runs that have it, at
 * the steps that each of them has; the last value counts where a run has several at one step. The wall time is the mean.
 *
 *     const { reduced } = reduceRuns(await readRuns('logs', { run: 'seed-*' }), ['mean', 'std']);
 *     reduced.get('std')!.get('loss')!.values;
 *
 * Agrees with tensorboard-reducer under `--lax-tags --lax-steps --handle-dup-steps keep-last`, except where a run has NaN: the
 * result is NaN then, and tensorboard-reducer leaves that run out.
 * @throws UserError for an unknown reduction, and for one that is in no list
 */
export function reduceRuns(runs: readonly RunScalars[], operations: readonly Reduction[]): ReducedRuns {
  choices('reduction', operations, reductions);
  const tags = new Set(runs.flatMap(({ scalars }) => [...scalars.keys()]));
  const reduced = new Map(operations.map((name) => [name, new Map<string, ScalarColumns>()]));
  const unequal: UnequalScalar[] = [];
  for (const tag of tags) {
    const curves = runs.flatMap(({ scalars }) => scalars.get(tag) ?? []);
    const { rows, droppedSteps, repeatedPoints } = align(curves);
    if (curves.length < runs.length || droppedSteps > 0 || repeatedPoints > 0)
      unequal.push({ tag, runs: curves.length, commonSteps: rows.length, droppedSteps, repeatedPoints });
    const steps = Float64Array.from(rows, ({ step }) => step);
    const wallTimes = Float64Array.from(rows, (row) => mean(row.wallTimes));
    for (const [name, scalars] of reduced)
      scalars.set(tag, { steps, wallTimes, values: Float64Array.from(rows, ({ values }) => reducers[name](values)) });
  }
  return { reduced, runs: runs.length, unequal };
}

interface AlignedRow {
  readonly step: number;
  /** one for each curve, as `values` */
  readonly wallTimes: readonly number[];
  readonly values: readonly number[];
}

interface Aligned {
  /** by step, ascending */
  readonly rows: readonly AlignedRow[];
  readonly droppedSteps: number;
  readonly repeatedPoints: number;
}

/** Rows of the steps that all curves have. */
function align(curves: readonly ScalarColumns[]): Aligned {
  // by curve: the index of the last point at each step
  const indices = curves.map(({ steps }) => new Map(Array.from(steps, (step, i) => [step, i])));
  const all = new Set(indices.flatMap((index) => [...index.keys()]));
  const common = [...all].filter((step) => indices.every((index) => index.has(step))).sort((a, b) => a - b);
  const column = (step: number, of: (curve: ScalarColumns) => Float64Array): number[] =>
    curves.map((curve, i) => of(curve)[indices[i]!.get(step)!]!);
  return {
    rows: common.map((step) => ({
      step,
      wallTimes: column(step, ({ wallTimes }) => wallTimes),
      values: column(step, ({ values }) => values),
    })),
    droppedSteps: all.size - common.length,
    repeatedPoints: curves.reduce((sum, { steps }, i) => sum + steps.length - indices[i]!.size, 0),
  };
}

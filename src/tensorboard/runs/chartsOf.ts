// Charts of scalars: the curves of all runs by tag.
import type { Chart } from '../../curves/curvesSvg.ts';
import type { RunScalars } from './readRuns.ts';

/** A chart for each scalar, with a curve for each run that has it. */
export function chartsOf(runs: readonly RunScalars[]): Chart[] {
  const tags = new Set(runs.flatMap(({ scalars }) => [...scalars.keys()]));
  return [...tags].map((title) => ({
    title,
    curves: runs.flatMap(({ run, scalars }) => {
      const columns = scalars.get(title);
      return columns ? [{ name: run, steps: columns.steps, values: columns.values }] : [];
    }),
  }));
}

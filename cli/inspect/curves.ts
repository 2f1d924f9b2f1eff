// Scalars as curves in the terminal, a chart for each tag.
import type { Point } from '../../src/tensorboard/reading/points.ts';
import { type Curve, type PlotOptions, plot } from './plot.ts';

interface Growing extends Curve {
  readonly steps: number[];
  readonly values: number[];
}

/** Collects points of scalars by tag and run, and draws them. */
export class Curves {
  readonly #tags = new Map<string, Map<string, Growing>>();

  add({ run, step, value: { tag, scalar } }: Point): void {
    if (scalar === undefined) return;
    const runs = this.#tags.get(tag) ?? new Map<string, Growing>();
    this.#tags.set(tag, runs);
    const curve = runs.get(run) ?? { name: run, steps: [], values: [] };
    runs.set(run, curve);
    curve.steps.push(step);
    curve.values.push(scalar);
  }

  get tags(): readonly string[] {
    return [...this.#tags.keys()];
  }

  text(options: PlotOptions): string {
    return [...this.#tags].map(([tag, runs]) => plot(tag, [...runs.values()].map(inOrder), options)).join('\n');
  }
}

// a training that was resumed writes some steps a second time
function inOrder(curve: Growing): Curve {
  const { steps, values } = curve;
  if (steps.every((step, i) => i === 0 || step >= steps[i - 1]!)) return curve;
  const order = [...steps.keys()].sort((a, b) => steps[a]! - steps[b]!);
  return { ...curve, steps: order.map((i) => steps[i]!), values: order.map((i) => values[i]!) };
}

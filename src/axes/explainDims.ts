// Explains every dim of a model's tensors from traces at several sizes.

import type { Trace } from '../trace/trace.ts';
import { type AlignedValue, alignedValues } from './alignCalls.ts';
import { Explainer } from './explainer.ts';
import type { Expression } from './expression.ts';

/** A trace, and the sizes of the symbols in it. */
export interface Sample {
  readonly sizes: readonly number[];
  readonly trace: Trace;
}

/** A shape of a tensor at any size of the open axes; undefined for a dim that nothing explains. */
export type OpenShape = readonly (Expression | undefined)[];

/** Shapes by the key of `alignedValues`, and the expressions that they are made of. */
export interface ExplainedDims {
  readonly shapes: ReadonlyMap<string, OpenShape>;
  readonly explainer: Explainer;
}

const levels = { kernel: 0, op: 1, module: 2 };

/** Explains kernels first, in the order in which they ran; then ops, then modules, inner ones before those around them. */
const order = (a: AlignedValue, b: AlignedValue): number =>
  levels[a.level] - levels[b.level] || (a.level === 'kernel' ? a.call - b.call : b.call - a.call);

/** @param samples of which the first has the calls that are explained */
export function explainDims(samples: readonly Sample[]): ExplainedDims {
  const explainer = new Explainer(samples.map(({ sizes }) => sizes));
  const aligned = samples.map(({ trace }) => alignedValues(trace));
  const keys = [...(aligned[0] ?? [])].sort(([, a], [, b]) => order(a, b)).map(([key]) => key);
  const shapes = new Map<string, OpenShape>();
  // a dim may be explained by one that is explained later
  for (const isAgain of [false, true])
    for (const key of keys) {
      if (isAgain && shapes.get(key)?.every((dim) => dim !== undefined)) continue;
      const same = aligned.map((values) => values.get(key));
      if (!same.every((value) => value !== undefined)) continue;
      const all = same.map(({ value }, k) => samples[k]!.trace.values[value]!.shape);
      const [first] = all as [readonly number[], ...(readonly number[])[]];
      if (all.some(({ length }) => length !== first.length)) continue;
      const near = nearDims(same);
      shapes.set(
        key,
        first.map((_, axis) =>
          explainer.explain(
            all.map((shape) => shape[axis]!),
            near,
          ),
        ),
      );
    }
  return { shapes, explainer };
}

function nearDims(same: readonly AlignedValue[]): (readonly number[])[] {
  const [first] = same as [AlignedValue, ...AlignedValue[]];
  if (same.some(({ near }) => near.length !== first.near.length)) return [];
  return first.near.map((_, i) => same.map(({ near }) => near[i]!));
}

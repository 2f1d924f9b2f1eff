// The differences between the weights of two models, by parameter.

import type { LayerData, ParameterData } from '../summary/styles/summaryJson.ts';
import type { Weights } from '../trace/adapter.ts';
import type { Matched } from './diffFields.ts';
import { parameterName } from './diffTree.ts';

/** The weights of two models, each by its own paths. */
export interface BothWeights {
  readonly before: Weights;
  readonly after: Weights;
}

/** A parameter or buffer whose values differ. */
export interface ParameterDiff {
  /** Its path in the first model. */
  readonly parameter: string;
  /** Its path in the second model, if that differs. */
  readonly after?: string;
  /** Euclidean norm of the difference, over elements that are finite in both. */
  readonly norm: number;
  /** Euclidean norm in the first model, over the same elements. */
  readonly normBefore: number;
  /** Largest absolute difference of an element. */
  readonly max: number;
  /** Elements that are NaN or infinite in one of the two and not the same in both. */
  readonly notFinite: number;
}

/** A comparison of the weights of two models. */
export interface WeightsDiff {
  /** The number of parameters and buffers that have values of one shape in both models. */
  readonly compared: number;
  /** The parameters and buffers that differ, in the order of the layers. */
  readonly parameters: readonly ParameterDiff[];
  readonly notes: readonly string[];
}

/** Compares the parameters of all layers that correspond. */
export function compareWeights(matched: Matched, { before, after }: BothWeights): WeightsDiff {
  const parameters: ParameterDiff[] = [];
  const missing: string[] = [];
  let compared = 0;
  for (const [a, b] of matched) {
    for (const [from, to] of parameterPairs(a.layer, b.layer)) {
      const [path, other] = [join(a.layer.path, from.name), join(b.layer.path, to.name)];
      const [x, y] = [before.get(path)?.values, after.get(other)?.values];
      if (x === undefined || y === undefined || x.length !== y.length) {
        missing.push(path);
        continue;
      }
      compared += 1;
      const difference = differenceOf(x, y);
      if (difference) parameters.push({ parameter: path, ...(path !== other && { after: other }), ...difference });
    }
  }
  const notes = missing.length > 0 ? [`weights not compared, for want of values: ${listed(missing)}`] : [];
  return { compared, parameters, notes };
}

/** Pairs parameters by name, unnamed ones in their order; a parameter of another shape is a change of the layer. */
function parameterPairs(a: LayerData, b: LayerData): [ParameterData, ParameterData][] {
  const left = b.parameters.filter(({ sharedWith }) => sharedWith === null);
  return a.parameters.flatMap((from): [ParameterData, ParameterData][] => {
    if (from.sharedWith !== null) return [];
    const at = left.findIndex((to) => parameterName(to) === parameterName(from));
    const [to] = at === -1 ? [] : left.splice(at, 1);
    return to && `${to.shape}` === `${from.shape}` ? [[from, to]] : [];
  });
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}

type Difference = Omit<ParameterDiff, 'parameter' | 'after'>;

/** Compares two arrays; undefined for equal values, where NaN equals NaN. */
function differenceOf(before: ArrayLike<number>, after: ArrayLike<number>): Difference | undefined {
  let [squares, squaresBefore, max, notFinite, isEqual] = [0, 0, 0, 0, true];
  for (let i = 0; i < before.length; i++) {
    const [x, y] = [before[i]!, after[i]!];
    const isSame = x === y || (Number.isNaN(x) && Number.isNaN(y));
    if (!isSame) isEqual = false;
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      if (!isSame) notFinite += 1;
      continue;
    }
    squares += (x - y) ** 2;
    squaresBefore += x * x;
    max = Math.max(max, Math.abs(x - y));
  }
  if (isEqual) return undefined;
  return { norm: Math.sqrt(squares), normBefore: Math.sqrt(squaresBefore), max, notFinite };
}

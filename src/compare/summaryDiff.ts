// What changed between two summaries. In: two saved summaries. Out: layers added, removed, changed, and the totals' change.

import type { SavedSummary } from '../summary/styles/summaryJson.ts';
import { grouped } from '../text/numberText.ts';
import type { Weights } from '../trace/adapter.ts';
import { type Field, fieldsOf, type Matched } from './diffFields.ts';
import { type DiffNode, interning, recordedIn, treeOf } from './diffTree.ts';
import { compareWeights, type WeightsDiff } from './diffWeights.ts';
import { type Pair, pairOf } from './pairLayers.ts';

export const quantities = ['params', 'trainable', 'macs', 'inferencePeakBytes', 'trainingBytes'] as const;
export type Quantity = (typeof quantities)[number];

export interface LayerChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Its path in the model that has it, of a changed layer in the first: with `#2` and so on at a layer's later calls. */
  readonly layer: string;
  /** Its path in the second model, where that is another one. */
  readonly after?: string;
  readonly type: string;
  /** What differs; of a layer that was added or removed its type and the parameters in it and below. */
  readonly fields: readonly Field[];
}

export interface SummaryDiff {
  readonly schema: 'gmlp-viz.diff';
  readonly version: 2;
  readonly equal: boolean;
  /** With a layer that was added or removed come those that it holds; they are not listed again. */
  readonly layers: readonly LayerChange[];
  /** Layers that are the same as before, but called on other shapes. */
  readonly reshaped: readonly LayerChange[];
  readonly totals: Readonly<Record<Quantity, { readonly before: number; readonly after: number }>>;
  /** Where they were given. */
  readonly weights?: WeightsDiff;
  /** What could not be compared, in a clause each. */
  readonly notes: readonly string[];
}

/** Weights by path, of each model its own. */
export interface BothWeights {
  readonly before: Weights;
  readonly after: Weights;
}

/**
 * Compares two models layer by layer. Equal layers are paired first, in order; what is left between two pairs is paired by
 * name and type. Names that tf.js gave, and positions in a list, do not count.
 */
export function diffSummaries(before: SavedSummary, after: SavedSummary, weights?: BothWeights): SummaryDiff {
  const recorded = recordedIn([before, after]);
  const intern = interning();
  const [a, b] = [before, after].map(({ layers }) => treeOf(layers, recorded, intern)) as [DiffNode, DiffNode];
  const root = pairOf(a, b, intern);
  const matched = matchedIn(root);
  const { layers, reshaped } = changesIn(root, fieldsOf(matched, [a, b], recorded));
  const totals = totalsOf(before, after);
  const weightsDiff = weights && compareWeights(matched, weights);
  const equal =
    layers.length === 0 &&
    reshaped.length === 0 &&
    quantities.every((key) => totals[key].before === totals[key].after) &&
    (weightsDiff === undefined || weightsDiff.parameters.length === 0);
  const notes = recorded.settings
    ? []
    : ['settings such as strides and activations are not compared: a saved summary of an earlier release has none'];
  return {
    schema: 'gmlp-viz.diff',
    version: 2,
    equal,
    layers,
    reshaped,
    totals,
    ...(weightsDiff && { weights: weightsDiff }),
    notes: [...notes, ...(weightsDiff?.notes ?? [])],
  };
}

function matchedIn(root: Pair): Matched {
  const matched = new Map<DiffNode, DiffNode>();
  const visit = (pair: Pair): void => {
    if (pair.before === undefined || pair.after === undefined) return;
    matched.set(pair.before, pair.after);
    for (const child of pair.children) visit(child);
  };
  visit(root);
  return matched;
}

interface Changes {
  readonly layers: LayerChange[];
  readonly reshaped: LayerChange[];
}

function changesIn(root: Pair, fields: ReturnType<typeof fieldsOf>): Changes {
  const changes: Changes = { layers: [], reshaped: [] };
  const visit = (pair: Pair): void => {
    if (pair.after === undefined) changes.layers.push(gone('removed', pair.before));
    else if (pair.before === undefined) changes.layers.push(gone('added', pair.after));
    else {
      const { before, after } = pair;
      const { built, ran } = fields(pair);
      const about = {
        kind: 'changed',
        layer: before.label,
        ...(before.label !== after.label && { after: after.label }),
        type: after.layer.type,
        fields: [...built, ...ran],
      } as const;
      if (built.length > 0) changes.layers.push(about);
      else if (ran.length > 0) changes.reshaped.push(about);
      for (const child of pair.children) visit(child);
    }
  };
  visit(root);
  return changes;
}

function gone(kind: 'added' | 'removed', node: DiffNode): LayerChange {
  const { type } = node.layer;
  const [params, layers] = node.size;
  const text = `${type}, ${grouped(params)} params${layers === 1 ? '' : ` in ${layers} layers`}`;
  const [before, after] = kind === 'added' ? ['', text] : [text, ''];
  return { kind, layer: node.label, type, fields: [{ field: 'layer', before, after }] };
}

function totalsOf(before: SavedSummary, after: SavedSummary): SummaryDiff['totals'] {
  const amount = (summary: SavedSummary): Record<Quantity, number> => {
    const { params, trainable, macs, inferencePeakBytes, training } = summary.totals;
    return { params, trainable, macs, inferencePeakBytes, trainingBytes: training.totalBytes };
  };
  const [x, y] = [amount(before), amount(after)];
  return Object.fromEntries(
    quantities.map((key) => [key, { before: x[key], after: y[key] }]),
  ) as unknown as SummaryDiff['totals'];
}

// The comparison of two summaries: layers that were added, removed or changed, and the changes of the totals.

import { UserError } from '../errors.ts';
import { readsHeldTensor } from '../summary/programs.ts';
import type { SummaryData } from '../summary/styles/summaryJson.ts';
import { grouped } from '../text/numberText.ts';
import { type FieldChange, fieldsOf, type Matched } from './diffFields.ts';
import { type DiffNode, interning, recordedIn, treeOf } from './diffTree.ts';
import { type BothWeights, compareWeights, type WeightsDiff } from './diffWeights.ts';
import { type Pair, pairOf } from './pairLayers.ts';

export const quantities = ['params', 'trainable', 'macs', 'inferencePeakBytes', 'trainingBytes'] as const;
/**
 * A total that is compared.
 * @useDeclaredType
 */
export type Quantity = (typeof quantities)[number];

/** A layer that was added, removed or changed. */
export interface LayerChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Its path, in the first model if both have it, with `#2` and so on at later calls of the layer. */
  readonly layer: string;
  /** Its path in the second model, if that differs. */
  readonly after?: string;
  readonly type: string;
  /** The fields that differ; for an added or removed layer its type and its parameters with those below. */
  readonly fields: readonly FieldChange[];
}

/** A comparison of two models, as plain data. */
export interface SummaryDiff {
  readonly schema: 'gmlp-viz.diff';
  readonly version: 2;
  readonly equal: boolean;
  /** An added or removed layer stands for the layers in it, which are not listed. */
  readonly layers: readonly LayerChange[];
  /** Layers that are built alike, but were called on other shapes. */
  readonly reshaped: readonly LayerChange[];
  readonly totals: Readonly<Record<Quantity, { readonly before: number; readonly after: number }>>;
  /** The comparison of the weights, where these were given. */
  readonly weights?: WeightsDiff;
  /** Clauses on fields and weights that could not be compared. */
  readonly notes: readonly string[];
}

/**
 * Compares two models layer by layer. Equal layers are paired first, in order; the layers between two pairs are paired by
 * name and type. Names that tf.js gave and positions in a list are not compared.
 * @throws UserError for another value than such data, such as a summary
 */
export function diffSummaries(before: SummaryData, after: SummaryData, weights?: BothWeights): SummaryDiff {
  if (![before, after].every((data) => Array.isArray(data?.layers)))
    throw new UserError('diffSummaries takes what summaryData returns: summaryData(summary(model).facts)');
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
  const notes = [
    ...(recorded.settings
      ? []
      : ['settings such as strides and activations are not compared: a saved summary of an earlier release has none']),
    ...heldNotes([before, after]),
    ...unknownNotes([before, after]),
  ];
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

/** Clauses on layers that read tensors which are no parameters: a random one differs each time that the model is made. */
function heldNotes(summaries: readonly SummaryData[]): string[] {
  const reading = summaries.flatMap(({ layers }) => layers.filter(({ program = '' }) => readsHeldTensor(program)));
  const [first, ...others] = [...new Set(reading.map(({ path }) => path || 'the model itself'))];
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return [`tensors that a layer holds beside its parameters, such as states, are not compared: ${first}${more}`];
}

/** A clause on kernels whose multiply-adds are not known: the totals leave them out. */
function unknownNotes(summaries: readonly SummaryData[]): string[] {
  const unknown = new Set(summaries.flatMap(({ layers }) => layers.flatMap(({ unknownKernels }) => unknownKernels)));
  return unknown.size === 0 ? [] : [`not known, and not compared: multiply-adds of ${[...unknown].join(', ')}`];
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

function totalsOf(before: SummaryData, after: SummaryData): SummaryDiff['totals'] {
  const amount = (summary: SummaryData): Record<Quantity, number> => {
    const { params, trainable, macs, inferencePeakBytes, training } = summary.totals;
    return { params, trainable, macs, inferencePeakBytes, trainingBytes: training.totalBytes };
  };
  const [x, y] = [amount(before), amount(after)];
  const both = (key: Quantity) => ({ before: x[key], after: y[key] });
  return {
    params: both('params'),
    trainable: both('trainable'),
    macs: both('macs'),
    inferencePeakBytes: both('inferencePeakBytes'),
    trainingBytes: both('trainingBytes'),
  };
}

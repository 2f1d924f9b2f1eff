// Charts of scalars that a user lays out, for the Custom Scalars dashboard. In: a layout. Out: its summary.

import { UserError } from '../../errors.ts';
import { stringTensor } from '../../formats/tensorProto.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { tensorboard as plugins } from '../../proto/generated/plugins.js';
import { tensorMetadata } from './metadata.ts';

/**
 * Charts by their titles. `Multiline` shows every scalar whose tag matches one of the regular expressions from its start;
 * `Margin` shows a value between a lower and an upper one.
 */
export type CustomCharts = Readonly<
  Record<string, readonly ['Multiline', readonly string[]] | readonly ['Margin', readonly string[]]>
>;
/** Categories of charts by their titles. */
export type CustomScalarsLayout = Readonly<Record<string, CustomCharts>>;

/** TensorBoard reads one layout a run, so that a later one must hold the earlier ones. */
export function mergedLayout(first: CustomScalarsLayout, then: CustomScalarsLayout): CustomScalarsLayout {
  const merged: Record<string, CustomCharts> = { ...first };
  for (const [title, charts] of Object.entries(then)) merged[title] = { ...first[title], ...charts };
  return merged;
}

export function customScalarsSummary(layout: CustomScalarsLayout): tensorboard.Summary.IValue {
  const category = Object.entries(layout).map(([title, charts]) => ({
    title,
    chart: Object.entries(charts).map(([name, chart]) => chartOf(name, chart)),
  }));
  const bytes = plugins.Layout.encode({ category }).finish();
  return {
    tag: 'custom_scalars__config__',
    metadata: tensorMetadata('custom_scalars'),
    tensor: stringTensor([bytes], []),
  };
}

function chartOf(title: string, [kind, tags]: CustomCharts[string]): plugins.IChart {
  if (kind !== 'Multiline' && kind !== 'Margin')
    throw new UserError(`unknown kind of the chart ${title}: ${kind} (one of Multiline, Margin)`);
  if (!Array.isArray(tags) || tags.length === 0 || tags.some((tag) => typeof tag !== 'string'))
    throw new UserError(`the chart ${title} needs a list of tags, got ${JSON.stringify(tags)}`);
  if (kind === 'Multiline') {
    for (const tag of tags) expectPattern(tag, title);
    return { title, multiline: { tag: [...tags] } };
  }
  if (tags.length !== 3)
    throw new UserError(`the chart ${title} needs three tags, value, lower and upper, got ${tags.length}`);
  const [value, lower, upper] = tags;
  return { title, margin: { series: [{ value, lower, upper }] } };
}

// what Python's patterns have and JavaScript's do not, in JavaScript's spelling; and what only JavaScript has
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\(\?<(?![=!])/g, '(?'],
  [/\(\?P</g, '(?<'],
  [/\(\?P=(\w+)\)/g, '\\k<$1>'],
  [/\(\?#[^)]*\)/g, ''],
  [/^\(\?[aiLmsux]+\)/, ''],
  [/\(\?(?:>|[aiLmsux-]+:|\(\w+\))/g, '(?:'],
  [/([*+?}])\+/g, '$1'],
];

/** TensorBoard compiles each tag by Python's `re`, and shows no curve where that fails. */
function expectPattern(tag: string, title: string): void {
  try {
    new RegExp(spellings.reduce((pattern, [python, javascript]) => pattern.replace(python, javascript), tag));
  } catch {
    throw new UserError(`the tags of the chart ${title} must be regular expressions, got ${tag}`);
  }
}

// What a table says of open axes: the texts of shapes, and notes.
import { addTo } from '../addTo.ts';
import type { Trace } from '../trace/trace.ts';
import { listed } from './axisNames.ts';
import {
  atBase,
  inputLine,
  maxExplainedCalls,
  type OpenAxes,
  type OpenSymbol,
  openOnly,
  openShapesOf,
} from './explainAxes.ts';
import { constant, substituted } from './expression.ts';
import { asciiText, expressionText } from './expressionText.ts';
import { growthText, openMacs } from './openMacs.ts';

/** A shape at any size of the open axes. */
export interface OpenShapeText {
  /** As it is printed: `[?, 2h, 2w, 64]`, with `?` for the batch and for a dim that nothing explains. */
  readonly text: string;
  /** A dim in ASCII: `n`, `2*h`; null for one that nothing explains. */
  readonly dims: readonly (string | null)[];
  /** A dim as `text` has it. */
  readonly printed: readonly string[];
}

/** The batch of a table: the size that its trace has, and whether it is shown as open. */
export interface ShownBatch {
  readonly size: number;
  readonly isOpen: boolean;
}

/** The sizes of the symbols in a trace at their base. */
export const statedSizes = ({ symbols }: OpenAxes, { size }: ShownBatch): number[] =>
  symbols.map(({ isBatch, base }) => (isBatch ? size : base));

/** The shapes of a trace at the base of all axes, by index in its values; undefined for a model that is not explained. */
export function openShapeTexts(
  axes: OpenAxes,
  trace: Trace,
  batch: ShownBatch,
): ReadonlyMap<number, OpenShapeText> | undefined {
  if (axes.samples.length === 0) return undefined;
  const { symbols } = axes;
  const closed = symbols.map(({ isBatch }) => (isBatch && !batch.isOpen ? constant(batch.size) : undefined));
  const printed = symbols.map((symbol) => (symbol.isBatch ? { ...symbol, name: '?' } : symbol));
  const shapes = openShapesOf(axes, trace, statedSizes(axes, batch));
  return new Map(
    [...shapes].map(([value, shape]) => {
      const dims = shape.map((dim) => dim && substituted(dim, closed));
      const texts = dims.map((dim) => (dim ? expressionText(dim, printed) : '?'));
      const ascii = dims.map((dim) => (dim ? asciiText(dim, symbols) : null));
      return [value, { text: `[${texts.join(', ')}]`, dims: ascii, printed: texts }];
    }),
  );
}

/** What a page shows of a trace at the base of all axes. */
export const openViewOf = (axes: OpenAxes, trace: Trace, batch: ShownBatch) => ({
  shapes: new Map([...(openShapeTexts(axes, trace, batch) ?? [])].map(([value, { printed }]) => [value, printed])),
  notes: openAxesNotes(axes, batch),
});

/** Multiply-adds at any size in ASCII: `622592*h*w`; undefined where nothing explains them. */
export function openMacsText(axes: OpenAxes, { size, isOpen }: ShownBatch): string | undefined {
  const closed = axes.symbols.map(({ isBatch }) => (isBatch && !isOpen ? constant(size) : undefined));
  const macs = openMacs(axes);
  return macs && asciiText(substituted(macs, closed), axes.symbols);
}

/** An open size of the inputs of a model. */
export interface OpenSize {
  /** Its name in expressions; n is the batch. */
  readonly name: string;
  /** The size that the numbers are for. */
  readonly size: number;
  /** The model runs at sizes that differ by multiples of this; 0 where it ran at `size` alone. */
  readonly step: number;
  /** The axes of this size, by indices of the input and of the axis. */
  readonly of: readonly { readonly input: number; readonly axis: number }[];
}

/** The open sizes, the batch among them where it is shown as open. */
export const openSizes = ({ symbols, fixed }: OpenAxes, batch: ShownBatch): OpenSize[] =>
  [...symbols, ...fixed]
    .filter(({ isBatch }) => batch.isOpen || !isBatch)
    .map(({ name, base, step, isBatch, members }) => ({
      name,
      size: isBatch ? batch.size : base,
      step,
      of: members.map(({ input, axis }) => ({ input, axis })),
    }));

/** The sizes that a table's numbers are for: `h 64 and w 64`. */
const statedText = ({ symbols, fixed }: OpenAxes): string =>
  listed([...symbols, ...fixed].filter(({ isBatch }) => !isBatch).map(({ name, base }) => `${name} ${base}`));

/** Clauses on open axes: the sizes of the numbers, axes that move together or in steps, how far sizes were tried. */
export function openAxesNotes(axes: OpenAxes, batch: ShownBatch): string[] {
  const size = batch.isOpen ? 1 : batch.size;
  const closed = atBase(axes, axes.inputs).map(({ name, shape }) => ({
    ...(name !== undefined && { name }),
    shape: shape.map((dim) => dim ?? size),
  }));
  const line = inputLine(closed, openOnly(axes.inputs));
  const macs = openMacs(axes);
  const growth = macs && growthText(macs, axes, size);
  const inner = axes.symbols.filter(({ isBatch }) => !isBatch);
  const fixed = axes.fixed.filter(({ isBatch }) => !isBatch);
  return [
    `the numbers are for ${statedText(axes)}, which the model leaves open: inputs with all their axes choose others, on the command line ${line}`,
    ...(growth ? [`multiply-adds grow as ${growth}${batch.isOpen ? ` for a batch of 1` : ''}`] : []),
    ...(axes.samples.length === 0
      ? [`shapes at other sizes are not explained for a model of more than ${maxExplainedCalls} calls`]
      : fixed.length > 0
        ? [`the model ran with ${listed(fixed.map(({ name, base }) => `${name} ${base}`))} alone`]
        : []),
    ...inner.filter(({ members }) => members.length > 1).map((symbol) => coupledText(symbol, axes)),
    ...stepTexts(inner),
    ...(axes.isBounded && inner.length > 0 ? [`the largest sizes that ran were ${largestText(axes, inner)}`] : []),
  ];
}

function coupledText({ name, members }: OpenSymbol, { inputs }: OpenAxes): string {
  const axes = members.map(({ input, axis }) => `axis ${axis} of ${inputs[input]!.name ?? `input ${input}`}`);
  return `${listed(axes)} have the same size, ${name}`;
}

function stepTexts(symbols: readonly OpenSymbol[]): string[] {
  const byRule = new Map<string, string[]>();
  for (const { name, base, step } of symbols) {
    if (step < 2) continue;
    const more = base % step;
    const rule = more === 0 ? `s of ${step}` : ` of ${step} and ${more} more`;
    addTo(byRule, rule, name);
  }
  return [...byRule].map(([rule, names]) => {
    const isOne = names.length === 1;
    if (!rule.startsWith('s ')) return `${listed(names)} ${isOne ? 'is' : 'are'} a multiple${rule}`;
    return isOne ? `${names[0]} is a multiple${rule.slice(1)}` : `${listed(names)} are multiple${rule}`;
  });
}

const largestText = ({ symbols, samples }: OpenAxes, shown: readonly OpenSymbol[]): string =>
  listed(
    shown.map((symbol) => {
      const at = symbols.indexOf(symbol);
      return `${symbol.name} ${Math.max(...samples.map(({ sizes }) => sizes[at]!))}`;
    }),
  );

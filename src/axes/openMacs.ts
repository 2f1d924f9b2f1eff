// Multiply-adds of a model as an expression of its open axes, and the terms of it that are worth printing.
import { macsOf } from '../cost/macs.ts';
import { countText } from '../formats/amountText.ts';
import { macFactors } from '../kernels/macRules.ts';
import type { KernelCall, Trace } from '../trace/trace.ts';
import { type OpenAxes, openShapesOf } from './explainAxes.ts';
import type { Sample } from './explainDims.ts';
import { type Atom, constant, type Expression, plus, productOf, substituted, symbol, valueAt } from './expression.ts';

const kernelsOf = ({ calls }: Trace): KernelCall[] =>
  calls.filter((call): call is KernelCall => call.level === 'kernel');

/**
 * Multiply-adds at any size of the open axes. Undefined where a dim in them is not explained, where a kernel has no rule, and
 * where the expression misses the count of a sample, as of a model whose kernels come and go with its sizes.
 */
export function openMacs(axes: OpenAxes): Expression | undefined {
  const [first] = axes.samples;
  if (!first) return undefined;
  const counts = axes.samples.map(({ trace }) => macsOf(trace));
  if (counts.some(({ unknown }) => unknown.size > 0)) return undefined;
  const fits = (expression: Expression | undefined): boolean =>
    expression !== undefined && axes.samples.every(({ sizes }, k) => valueAt(expression, sizes) === counts[k]!.total);
  const totals = counts.map(({ total }) => total);
  return [sumOfKernels(axes, first), straightLine(axes, totals)].find(fits);
}

function sumOfKernels(axes: OpenAxes, { trace, sizes }: Sample): Expression | undefined {
  const shapes = openShapesOf(axes, trace, sizes);
  const dimsOf = (value: number): readonly (Expression | undefined)[] =>
    shapes.get(value) ?? trace.values[value]!.shape.map(constant);
  let sum = constant(0);
  for (const { kernel, inputs, outputs, attributes } of kernelsOf(trace)) {
    const factors = macFactors(kernel, {
      input: (name) => dimsOf([inputs[name]!].flat()[0]!),
      output: outputs.length === 0 ? undefined : dimsOf(outputs[0]!),
      attributes,
    });
    if (!factors?.every((factor) => factor !== undefined)) return undefined;
    sum = plus(sum, productOf(factors.map((factor) => (typeof factor === 'number' ? constant(factor) : factor))));
  }
  return sum;
}

/** Fits a straight line, as for a loop that is run step by step: one count for each row and step, and one for each row. */
function straightLine({ symbols, samples }: OpenAxes, totals: readonly number[]): Expression | undefined {
  const batch = symbols.findIndex(({ isBatch }) => isBatch);
  const inner = symbols.findIndex(({ isBatch }) => !isBatch);
  if (symbols.length > (batch < 0 ? 1 : 2) || inner < 0) return undefined;
  const points = samples.map(({ sizes }, k) => [sizes[inner]!, totals[k]! / (batch < 0 ? 1 : sizes[batch]!)] as const);
  const [[x, y], [other, value]] = points as [readonly [number, number], readonly [number, number]];
  const slope = (value - y) / (other - x);
  if (!Number.isSafeInteger(slope)) return undefined;
  const line = plus(constant(y - slope * x), symbol(inner), slope);
  return batch < 0 ? line : productOf([line, symbol(batch)]);
}

/** Coefficients of products of symbols, which are lists of their indices. */
type Smooth = ReadonlyMap<string, { readonly times: number; readonly symbols: readonly number[] }>;

const maxTerms = 3;
const powers = ['', '', '²', '³', '⁴', '⁵', '⁶'];

/**
 * The growth of an expression: `2.62 M·h·w`. Floors count as fractions; of more than three terms those that no other one
 * outgrows are left.
 * @param batch the size of a batch that is open
 */
export function growthText(expression: Expression, { symbols }: OpenAxes, batch: number): string | undefined {
  const closed = symbols.map(({ isBatch }) => (isBatch ? constant(batch) : undefined));
  const smooth = smoothed(substituted(expression, closed));
  const terms = smooth && [...smooth.values()].sort((a, b) => b.symbols.length - a.symbols.length);
  if (!terms || terms.length === 0) return undefined;
  const shown =
    terms.length <= maxTerms ? terms : terms.filter((term) => !terms.some((other) => outgrows(other, term)));
  const texts = shown.map(({ times, symbols: indices }) => {
    const counts = new Map<number, number>();
    for (const index of indices) counts.set(index, (counts.get(index) ?? 0) + 1);
    const names = [...counts].map(([index, power]) => symbols[index]!.name + (powers[power] ?? `^${power}`));
    return [times < 0 ? '-' : '+', [countText(Math.abs(times)), ...names].join('·')] as const;
  });
  return texts.map(([sign, text], i) => (i === 0 ? (sign === '-' ? '-' : '') + text : ` ${sign} ${text}`)).join('');
}

type SmoothTerm = Smooth extends ReadonlyMap<string, infer T> ? T : never;

/** Whether a term has all symbols of another one, and more. */
function outgrows(term: SmoothTerm, other: SmoothTerm): boolean {
  const left = [...term.symbols];
  for (const index of other.symbols) {
    const at = left.indexOf(index);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length > 0;
}

/** Floors as fractions; undefined where a minimum or maximum is in the expression. */
function smoothed({ terms }: Expression): Smooth | undefined {
  const all: SmoothTerm[] = [];
  for (const { times, atoms } of terms) {
    let products: SmoothTerm[] = [{ times, symbols: [] }];
    for (const atom of atoms) {
      const inner = smoothAtom(atom);
      if (!inner) return undefined;
      products = products.flatMap((a) =>
        inner.map((b) => ({ times: a.times * b.times, symbols: [...a.symbols, ...b.symbols].sort((x, y) => x - y) })),
      );
    }
    all.push(...products);
  }
  const sums = new Map<string, SmoothTerm>();
  for (const term of all) {
    const times = term.times + (sums.get(`${term.symbols}`)?.times ?? 0);
    sums.set(`${term.symbols}`, { ...term, times });
  }
  return new Map([...sums].filter(([, { times }]) => Math.abs(times) > 1e-9));
}

function smoothAtom(atom: Atom): SmoothTerm[] | undefined {
  if (atom.kind === 'symbol') return [{ times: 1, symbols: [atom.symbol] }];
  if (atom.kind !== 'floor') return undefined;
  const inner = smoothed(atom.of);
  return inner && [...inner.values()].map((term) => ({ ...term, times: term.times / atom.by }));
}

// The expressions that are known of one model, each with its values at the samples. A dim is explained by the dims that its
// call took, before all others.
import { boundOf, constant, type Expression, floorDivided, plus, productOf, remainder, symbol } from './expression.ts';
import { factors, fitsOf, likeliest } from './fit.ts';

/** Values of one dim, one for each sample. */
export type Vector = readonly number[];

/** An expression and its values. */
export interface Known {
  readonly values: Vector;
  readonly expression: Expression;
  /** All simple expressions that fit the samples, where there are several; `expression` is the simplest. */
  readonly candidates?: readonly Expression[];
}

const maxCandidates = 8;
// products of three are tried for so few
const maxForTriples = 16;

/** Explains vectors as expressions of the open axes. */
export class Explainer {
  readonly #known = new Map<string, Known>();
  /** By values that nothing explained: how many expressions were known then. */
  readonly #unexplained = new Map<string, number>();

  /** @param samples sizes of the symbols, a list for each sample */
  constructor(samples: readonly (readonly number[])[]) {
    const [first = []] = samples;
    for (const index of first.keys()) {
      const values = samples.map((sizes) => sizes[index]!);
      this.#known.set(`${values}`, { values, expression: symbol(index) });
    }
  }

  /** What was explained until now. */
  get all(): readonly Known[] {
    return [...this.#known.values()];
  }

  /** @param near the dims that the call took @returns undefined where nothing fits */
  explain(values: Vector, near: readonly Vector[] = []): Expression | undefined {
    const there = this.#find(values);
    if (there) return there.expression;
    const key = `${values}`;
    if (this.#unexplained.get(key) === this.#known.size) return undefined;
    const taken = new Map(near.map((one) => [`${one}`, this.#known.get(`${one}`)]));
    const first = [...taken.values()].filter((one) => one !== undefined);
    const { all } = this;
    const found =
      linear(values, first) ??
      pairs(values, first) ??
      linear(values, all) ??
      pairs(values, all) ??
      bounded(values, all) ??
      triples(values, all);
    if (found) this.#known.set(key, found);
    else this.#unexplained.set(key, this.#known.size);
    return found?.expression;
  }

  #find(values: Vector): Known | undefined {
    if (values.every((value) => value === values[0])) return { values, expression: constant(values[0]!) };
    return this.#known.get(`${values}`);
  }
}

/** m·⌊(a·u + b)/d⌋ + e of one known u. */
function linear(values: Vector, sources: readonly Known[]): Known | undefined {
  const found = sources.flatMap(({ values: source, expression }) =>
    factors.flatMap((m) => {
      const e = m === 1 ? 0 : remainder(values[0]!, m);
      if (m > 1 && values.some((value) => remainder(value, m) !== e)) return [];
      const fits = fitsOf(
        source,
        values.map((value) => (value - e) / m),
      );
      return fits
        .filter(({ d }) => m === 1 || d > 1)
        .map((fit) => ({ fit, cost: fit.cost + 2 * (m - 1), at: (b: number) => whole(expression, fit, b, m, e) }));
    }),
  );
  if (found.length === 0) return undefined;
  const simplest = found.sort((x, y) => x.cost - y.cost).slice(0, maxCandidates);
  const made = simplest.flatMap(({ fit, at }) => [likeliest(fit), fit.low, fit.high].map(at));
  const candidates = [...new Map(made.map((one) => [one.key, one])).values()];
  return { values, expression: made[0]!, ...(candidates.length > 1 && { candidates }) };
}

const whole = (u: Expression, { a, d }: { a: number; d: number }, b: number, m: number, e: number): Expression =>
  plus(constant(e), floorDivided(plus(constant(b), u, a), d), m);

/** A sum, a difference or a product of two. */
function pairs(values: Vector, sources: readonly Known[]): Known | undefined {
  for (const [i, a] of sources.entries())
    for (const b of sources.slice(i)) {
      const found = combined(values, a, b, 1) ?? combined(values, a, b, -1) ?? combined(values, b, a, -1);
      if (found) return found;
      const product = a.values.map((value, k) => value * b.values[k]!);
      const part = multipleOf(values, product, () => productOf([a.expression, b.expression]));
      if (part) return part;
    }
  return undefined;
}

function combined(values: Vector, a: Known, b: Known, sign: 1 | -1): Known | undefined {
  const rest = values.map((value, k) => value - a.values[k]! - sign * b.values[k]!);
  if (rest.some((one) => one !== rest[0])) return undefined;
  return { values, expression: plus(plus(a.expression, b.expression, sign), constant(rest[0]!)) };
}

/** A multiple of a product, or a whole part of it. */
function multipleOf(values: Vector, product: Vector, expression: () => Expression): Known | undefined {
  for (const d of factors) {
    const a = Math.round((values[0]! / product[0]!) * d);
    if (a > 0 && values.every((value, k) => value * d === a * product[k]!))
      return { values, expression: floorDivided(productOf([expression(), constant(a)]), d) };
  }
  return undefined;
}

/** A minimum or maximum of a known size and a constant, with two samples at least on both sides. */
function bounded(values: Vector, sources: readonly Known[]): Known | undefined {
  for (const { values: source, expression } of sources)
    for (const kind of ['min', 'max'] as const) {
      const bound = kind === 'min' ? Math.max(...values) : Math.min(...values);
      const atBound = values.filter((value) => value === bound).length;
      if (atBound < 2 || values.length - atBound < 2) continue;
      if (source.every((value, k) => Math[kind](value, bound) === values[k]))
        return { values, expression: boundOf(kind, expression, constant(bound)) };
    }
  return undefined;
}

function triples(values: Vector, sources: readonly Known[]): Known | undefined {
  if (sources.length > maxForTriples) return undefined;
  for (const [i, a] of sources.entries())
    for (const [j, b] of sources.entries())
      for (const [k, c] of sources.entries()) {
        if (j < i || k < j) continue;
        const product = a.values.map((value, at) => value * b.values[at]! * c.values[at]!);
        const found = multipleOf(values, product, () => productOf([a.expression, b.expression, c.expression]));
        if (found) return found;
      }
  return undefined;
}

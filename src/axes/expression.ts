// Whole-number expressions of open axes in normal form: sums of products of symbols, floor divisions, minima and maxima.

/** A factor of a term. Equal atoms have equal keys. */
export type Atom = { readonly key: string } & (
  | { readonly kind: 'symbol'; readonly symbol: number }
  | { readonly kind: 'floor'; readonly of: Expression; readonly by: number }
  | { readonly kind: 'min' | 'max'; readonly of: readonly [Expression, Expression] }
);

/** A whole number times atoms; without atoms a constant. */
export interface Term {
  readonly times: number;
  readonly atoms: readonly Atom[];
}

/** A sum of terms, by descending degree; none for 0. Expressions that are equal in normal form have equal keys. */
export interface Expression {
  readonly key: string;
  readonly terms: readonly Term[];
}

const atomsKey = (atoms: readonly Atom[]): string => atoms.map(({ key }) => key).join('*');

/** Adds up terms with equal atoms. */
function normal(terms: readonly Term[]): Expression {
  const byAtoms = new Map<string, Term>();
  for (const { times, atoms } of terms) {
    const key = atomsKey(atoms);
    byAtoms.set(key, { times: times + (byAtoms.get(key)?.times ?? 0), atoms });
  }
  const kept = [...byAtoms]
    .filter(([, { times }]) => times !== 0)
    .sort(([a, { atoms: some }], [b, { atoms: others }]) => others.length - some.length || (a < b ? -1 : 1));
  return { key: kept.map(([key, { times }]) => `${times}.${key}`).join('+'), terms: kept.map(([, term]) => term) };
}

const ofAtom = (atom: Atom): Expression => normal([{ times: 1, atoms: [atom] }]);

/** The expression of a whole number. */
export const constant = (value: number): Expression => normal([{ times: value, atoms: [] }]);

/** The size of the open axis with this index. */
export const symbol = (index: number): Expression => ofAtom({ key: `s${index}`, kind: 'symbol', symbol: index });

/** a + times·b */
export const plus = (a: Expression, b: Expression, times = 1): Expression =>
  normal([...a.terms, ...b.terms.map((term) => ({ ...term, times: term.times * times }))]);

/** The product of expressions, 1 where there are none. */
export const productOf = (factors: readonly Expression[]): Expression => factors.reduce(multiplied, constant(1));

const multiplied = (a: Expression, b: Expression): Expression =>
  normal(
    a.terms.flatMap((one) =>
      b.terms.map((other) => ({
        times: one.times * other.times,
        atoms: [...one.atoms, ...other.atoms].sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : 0)),
      })),
    ),
  );

/** The constant term. */
export const constantIn = ({ terms }: Expression): number => terms.find(({ atoms }) => atoms.length === 0)?.times ?? 0;

/** The terms without the constant one. */
export const varyingIn = ({ terms }: Expression): Expression => normal(terms.filter(({ atoms }) => atoms.length > 0));

/** The greatest common divisor, never negative. */
export const commonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : commonDivisor(b, a % b));

/** The remainder of a floor division, at least 0. */
export const remainder = (a: number, by: number): number => ((a % by) + by) % by;

/**
 * ⌊a / by⌋ in normal form: multiples of `by` leave the floor, common factors cancel, and the floor of a floor is one,
 * ⌊(⌊x/a⌋ + c)/b⌋ = ⌊(x + a·c)/(a·b)⌋.
 */
export function floorDivided(a: Expression, by: number): Expression {
  if (by === 1) return a;
  const whole = normal(varyingIn(a).terms.map((term) => ({ ...term, times: Math.floor(term.times / by) })));
  const rest = normal(varyingIn(a).terms.map((term) => ({ ...term, times: remainder(term.times, by) })));
  const added = constantIn(a);
  const factor = rest.terms.map(({ times }) => times).reduce(commonDivisor, by);
  const divisor = by / factor;
  if (rest.terms.length === 0) return plus(whole, constant(Math.floor(added / by)));
  const inner = scaled(rest, factor);
  const shift = Math.floor(added / factor);
  const [only] = inner.terms;
  const [atom] = only!.atoms;
  if (inner.terms.length === 1 && only!.times === 1 && only!.atoms.length === 1 && atom!.kind === 'floor')
    return plus(whole, floorDivided(plus(atom!.of, constant(shift * atom!.by)), divisor * atom!.by));
  const within = remainder(shift, divisor);
  const numerator = plus(inner, constant(within));
  const floor = ofAtom({ key: `(${numerator.key})//${divisor}`, kind: 'floor', of: numerator, by: divisor });
  return plus(plus(whole, constant((shift - within) / divisor)), floor);
}

/** Divides whole multiples of `by`. */
const scaled = ({ terms }: Expression, by: number): Expression =>
  normal(terms.map((term) => ({ ...term, times: term.times / by })));

/** The smaller or the larger of two expressions. */
export const boundOf = (kind: 'min' | 'max', a: Expression, b: Expression): Expression =>
  ofAtom({ key: `${kind}(${a.key},${b.key})`, kind, of: [a, b] });

/** The value where the symbols have these sizes. */
export const valueAt = ({ terms }: Expression, sizes: readonly number[]): number =>
  terms.reduce((sum, { times, atoms }) => sum + atoms.reduce((part, atom) => part * atomAt(atom, sizes), times), 0);

function atomAt(atom: Atom, sizes: readonly number[]): number {
  if (atom.kind === 'symbol') return sizes[atom.symbol]!;
  if (atom.kind === 'floor') return Math.floor(valueAt(atom.of, sizes) / atom.by);
  return Math[atom.kind](valueAt(atom.of[0], sizes), valueAt(atom.of[1], sizes));
}

/** Replaces symbols by expressions, those that are undefined by themselves. */
export const substituted = (expression: Expression, by: readonly (Expression | undefined)[]): Expression =>
  expression.terms
    .map(({ times, atoms }) => productOf([constant(times), ...atoms.map((atom) => atomBy(atom, by))]))
    .reduce((sum, term) => plus(sum, term), constant(0));

function atomBy(atom: Atom, by: readonly (Expression | undefined)[]): Expression {
  if (atom.kind === 'symbol') return by[atom.symbol] ?? ofAtom(atom);
  if (atom.kind === 'floor') return floorDivided(substituted(atom.of, by), atom.by);
  return boundOf(atom.kind, substituted(atom.of[0], by), substituted(atom.of[1], by));
}

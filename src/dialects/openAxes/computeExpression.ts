// Nodes that compute an expression of open axes, in the ops of any dialect.
import type { Atom, Expression, Term } from '../../axes/expression.ts';

/** Makes nodes of whole numbers, each time the same for the same operands; a node is given by its name. */
export interface Arithmetic {
  whole(value: number): string;
  /** The size of the open axis with this index. */
  size(symbol: number): string;
  add(a: string, b: string): string;
  multiply(a: string, b: string): string;
  /** ⌊a / by⌋ of a `by` above 0. */
  floorDivide(a: string, by: number): string;
  bound(kind: 'min' | 'max', a: string, b: string): string;
}

/** The name of the node that has the value of `expression`. */
export const computed = ({ terms }: Expression, arithmetic: Arithmetic): string =>
  terms.length === 0
    ? arithmetic.whole(0)
    : terms.map((term) => product(term, arithmetic)).reduce((sum, term) => arithmetic.add(sum, term));

function product({ times, atoms }: Term, arithmetic: Arithmetic): string {
  const [first, ...others] = atoms.map((atom) => factor(atom, arithmetic));
  if (first === undefined) return arithmetic.whole(times);
  const whole = others.reduce((some, other) => arithmetic.multiply(some, other), first);
  return times === 1 ? whole : arithmetic.multiply(whole, arithmetic.whole(times));
}

function factor(atom: Atom, arithmetic: Arithmetic): string {
  if (atom.kind === 'symbol') return arithmetic.size(atom.symbol);
  if (atom.kind === 'floor') return arithmetic.floorDivide(computed(atom.of, arithmetic), atom.by);
  return arithmetic.bound(atom.kind, computed(atom.of[0], arithmetic), computed(atom.of[1], arithmetic));
}

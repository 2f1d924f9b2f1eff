// Expressions of open axes as text: `2h`, `⌈h/32⌉`, `min(t, 64)`; and in ASCII as Python writes them.
import {
  type Atom,
  commonDivisor,
  constant,
  constantIn,
  type Expression,
  plus,
  productOf,
  remainder,
  type Term,
  varyingIn,
} from './expression.ts';

/** A symbol as it is printed. */
export interface PrintedSymbol {
  readonly name: string;
  /** Its sizes are base + step·r. */
  readonly base: number;
  readonly step: number;
}

/** The text of an expression; a floor that every size of the symbols divides is a fraction: `h/4` for multiples of 4. */
export const expressionText = (expression: Expression, symbols: readonly PrintedSymbol[]): string =>
  text(expression, { symbols, isAscii: false });

/** As `expressionText`, in ASCII and with Python's operators: `(h+31)//32`. */
export const asciiText = (expression: Expression, symbols: readonly PrintedSymbol[]): string =>
  text(expression, { symbols, isAscii: true });

interface Spelling {
  readonly symbols: readonly PrintedSymbol[];
  readonly isAscii: boolean;
}

function text(expression: Expression, spelling: Spelling): string {
  const exact = spelling.isAscii ? undefined : asFraction(expression, spelling.symbols);
  if (!exact) return sumText(expression, spelling);
  const numerator = sumText(exact.numerator, spelling);
  if (exact.by === 1) return numerator;
  return `${exact.numerator.terms.length > 1 ? `(${numerator})` : numerator}/${exact.by}`;
}

function sumText(expression: Expression, spelling: Spelling): string {
  const { terms } = varyingIn(expression);
  const added = constantIn(expression);
  const [first] = terms;
  const [atom] = first?.atoms ?? [];
  // a constant goes into the only floor, unless the numerator there is bare
  if (terms.length === 1 && first!.times === 1 && first!.atoms.length === 1 && atom!.kind === 'floor')
    if (added !== 0 && constantIn(atom!.of) !== 0) return floorText(atom!, added, spelling);
  const texts = terms.map((term) => [term.times < 0 ? '-' : '+', termText(term, spelling)]);
  if (added !== 0 || texts.length === 0) texts.push([added < 0 ? '-' : '+', `${Math.abs(added)}`]);
  return texts.map(([sign, body], i) => (i === 0 && sign === '+' ? body : sign! + body)).join('');
}

function termText({ times, atoms }: Term, spelling: Spelling): string {
  const { isAscii } = spelling;
  const dot = isAscii ? '*' : '·';
  const size = Math.abs(times);
  const isProduct = atoms.length > 1 || size !== 1;
  const texts = atoms.map((atom) => {
    const own = atomText(atom, spelling);
    return isAscii && isProduct && atom.kind === 'floor' ? `(${own})` : own;
  });
  const body = texts.join(dot);
  if (size === 1) return body;
  return !isAscii && atoms.every(({ kind }) => kind === 'symbol') && /^[a-z]/.test(body)
    ? `${size}${body}`
    : `${size}${dot}${body}`;
}

function atomText(atom: Atom, spelling: Spelling): string {
  if (atom.kind === 'symbol') return spelling.symbols[atom.symbol]!.name;
  if (atom.kind === 'floor') return floorText(atom, 0, spelling);
  return `${atom.kind}(${atom.of.map((one) => text(one, spelling)).join(', ')})`;
}

/** ⌊of / by⌋ + added */
function floorText({ of, by }: Atom & { kind: 'floor' }, added: number, spelling: Spelling): string {
  const isCeiling = added === 0 && constantIn(of) === by - 1;
  const numerator = isCeiling && !spelling.isAscii ? varyingIn(of) : plus(of, constant(added * by));
  const body = sumText(numerator, spelling);
  const isBare = numerator.terms.length === 1 && /^[\w?]+$/.test(body);
  const inner = isBare ? body : `(${body})`;
  if (spelling.isAscii) return `${inner}//${by}`;
  return isCeiling ? `⌈${inner}/${by}⌉` : `⌊${inner}/${by}⌋`;
}

interface Fraction {
  readonly numerator: Expression;
  readonly by: number;
}

/** The expression without floors, where the sizes of the symbols make each of them exact; undefined elsewhere. */
function asFraction(expression: Expression, symbols: readonly PrintedSymbol[]): Fraction | undefined {
  if (expression.terms.every(({ atoms }) => atoms.every(({ kind }) => kind === 'symbol'))) return undefined;
  let sum: Fraction = { numerator: constant(0), by: 1 };
  for (const { times, atoms } of expression.terms) {
    const factors = atoms.map((atom) => exactAtom(atom, symbols));
    if (!factors.every((factor) => factor !== undefined)) return undefined;
    const numerator = productOf([constant(times), ...factors.map((factor) => factor.numerator)]);
    const by = factors.reduce((product, factor) => product * factor.by, 1);
    sum = cancelled({
      numerator: plus(productOf([sum.numerator, constant(by)]), productOf([numerator, constant(sum.by)])),
      by: sum.by * by,
    });
  }
  return sum;
}

function exactAtom(atom: Atom, symbols: readonly PrintedSymbol[]): Fraction | undefined {
  if (atom.kind === 'symbol') return { numerator: ofOne(atom), by: 1 };
  if (atom.kind !== 'floor') return undefined;
  const [term, ...others] = varyingIn(atom.of).terms;
  const [inner, ...more] = term!.atoms;
  if (others.length > 0 || more.length > 0 || inner!.kind !== 'symbol') return undefined;
  const { base, step } = symbols[inner!.symbol]!;
  if (remainder(term!.times * step, atom.by) !== 0) return undefined;
  const left = remainder(term!.times * base + constantIn(atom.of), atom.by);
  return { numerator: plus(atom.of, constant(-left)), by: atom.by };
}

const ofOne = (atom: Atom): Expression => ({ key: `1.${atom.key}`, terms: [{ times: 1, atoms: [atom] }] });

function cancelled({ numerator, by }: Fraction): Fraction {
  const factor = numerator.terms.map(({ times }) => times).reduce(commonDivisor, by);
  if (factor === 1) return { numerator, by };
  const terms = numerator.terms.map((term) => ({ ...term, times: term.times / factor }));
  return { numerator: terms.map(ofTerm).reduce((a, b) => plus(a, b), constant(0)), by: by / factor };
}

const ofTerm = ({ times, atoms }: Term): Expression => productOf([constant(times), ...atoms.map(ofOne)]);

// Expressions of open axes: their normal form keeps their values, and their texts are what a reader expects.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Explainer } from '../../src/axes/explainer.ts';
import {
  boundOf,
  constant,
  type Expression,
  floorDivided,
  plus,
  productOf,
  substituted,
  symbol,
  valueAt,
} from '../../src/axes/expression.ts';
import { asciiText, expressionText } from '../../src/axes/expressionText.ts';

const [h, w] = [symbol(0), symbol(1)];
const symbols = [
  { name: 'h', base: 64, step: 1 },
  { name: 'w', base: 64, step: 4 },
];

/** An expression and the function that it stands for. */
interface Meant {
  readonly expression: Expression;
  readonly value: (sizes: readonly number[]) => number;
}

const meant: fc.Arbitrary<Meant> = fc.letrec<{ one: Meant }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 4 },
    fc.nat(1).map((i): Meant => ({ expression: symbol(i), value: (sizes) => sizes[i]! })),
    fc.integer({ min: -9, max: 9 }).map((c): Meant => ({ expression: constant(c), value: () => c })),
    fc.tuple(tie('one'), tie('one'), fc.integer({ min: -3, max: 3 })).map(
      ([a, b, k]): Meant => ({
        expression: plus(a.expression, b.expression, k),
        value: (sizes) => a.value(sizes) + k * b.value(sizes),
      }),
    ),
    fc.tuple(tie('one'), tie('one')).map(
      ([a, b]): Meant => ({
        expression: productOf([a.expression, b.expression]),
        value: (sizes) => a.value(sizes) * b.value(sizes),
      }),
    ),
    fc.tuple(tie('one'), fc.integer({ min: 1, max: 12 })).map(
      ([a, d]): Meant => ({
        expression: floorDivided(a.expression, d),
        value: (sizes) => Math.floor(a.value(sizes) / d),
      }),
    ),
    fc.tuple(tie('one'), tie('one'), fc.constantFrom('min' as const, 'max' as const)).map(
      ([a, b, kind]): Meant => ({
        expression: boundOf(kind, a.expression, b.expression),
        value: (sizes) => Math[kind](a.value(sizes), b.value(sizes)),
      }),
    ),
  ),
})).one;

const sizes = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }));

test('the normal form of an expression has its value', () => {
  fc.assert(
    fc.property(meant, sizes, ({ expression, value }, at) => {
      fc.pre(Math.abs(value(at)) < 1e9);
      expect(valueAt(expression, at) + 0).toBe(value(at) + 0);
    }),
    { numRuns: 500 },
  );
});

test('a symbol that is replaced by a number gives the value there', () => {
  fc.assert(
    fc.property(meant, sizes, ({ expression }, at) => {
      fc.pre(Math.abs(valueAt(expression, at)) < 1e9);
      expect(valueAt(substituted(expression, [constant(at[0])]), [0, at[1]]) + 0).toBe(valueAt(expression, at) + 0);
    }),
    { numRuns: 300 },
  );
});

test('the text in ASCII is an expression of Python with its value', () => {
  fc.assert(
    fc.property(meant, sizes, ({ expression }, at) => {
      const value = valueAt(expression, at);
      fc.pre(Math.abs(value) < 1e9);
      expect(evaluated(asciiText(expression, symbols), at) + 0).toBe(value + 0);
    }),
    { numRuns: 300 },
  );
});

/** Evaluates text of the grammar sum, product, floor division, min and max. */
function evaluated(text: string, [h, w]: readonly number[]): number {
  const tokens = text.match(/\d+|min|max|[hw]|\/\/|[-+*(),]/g)!;
  let at = 0;
  const take = (): string => tokens[at++]!;
  const atom = (): number => {
    const token = take();
    if (token === '-') return -atom();
    if (token === 'h') return h!;
    if (token === 'w') return w!;
    if (token === '(') {
      const value = sum();
      take();
      return value;
    }
    if (token !== 'min' && token !== 'max') return Number(token);
    take();
    const a = sum();
    take();
    const b = sum();
    take();
    return Math[token](a, b);
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === '*' || tokens[at] === '//') {
      const op = take();
      const other = atom();
      value = op === '*' ? value * other : Math.floor(value / other);
    }
    return value;
  };
  const sum = (): number => {
    // a sign belongs to the whole product
    let value = tokens[at] === '-' ? 0 : product();
    while (tokens[at] === '+' || tokens[at] === '-') value += take() === '+' ? product() : -product();
    return value;
  };
  return sum();
}

test.each([
  [plus(h, h), '2h', '2*h'],
  [plus(constant(-184), h), 'h-184', 'h-184'],
  [floorDivided(plus(constant(31), h), 32), '⌈h/32⌉', '(h+31)//32'],
  [floorDivided(h, 4), '⌊h/4⌋', 'h//4'],
  [floorDivided(w, 4), 'w/4', 'w//4'],
  [productOf([floorDivided(h, 3), floorDivided(w, 3)]), '⌊h/3⌋·⌊w/3⌋', '(h//3)*(w//3)'],
  [productOf([constant(3), floorDivided(plus(constant(1), h), 2)]), '3·⌈h/2⌉', '3*((h+1)//2)'],
  [plus(constant(1), floorDivided(h, 2)), '⌊h/2⌋+1', 'h//2+1'],
  [boundOf('min', h, constant(64)), 'min(h, 64)', 'min(h, 64)'],
  [floorDivided(floorDivided(plus(constant(1), h), 2), 2), '⌊(h+1)/4⌋', '(h+1)//4'],
  [constant(0), '0', '0'],
])('the text of an expression is %#', (expression, pretty, ascii) => {
  expect([expressionText(expression, symbols), asciiText(expression, symbols)]).toEqual([pretty, ascii]);
});

test('nested ceilings are simplified to one', () => {
  const half = (x: Expression) => floorDivided(plus(constant(1), x), 2);
  expect(expressionText(half(half(half(half(half(h))))), symbols)).toBe('⌈h/32⌉');
});

test('a set of samples finds the expression of a dim, or none where no expression fits', () => {
  const samples = [64, 65, 70, 99, 245].map((size) => [size]);
  const explainer = new Explainer(samples);
  const of = (f: (size: number) => number) => samples.map(([size]) => f(size!));
  expect(explainer.explain(of(() => 7))?.key).toBe(constant(7).key);
  expect(expressionText(explainer.explain(of((size) => Math.ceil(size / 2)))!, symbols)).toBe('⌈h/2⌉');
  expect(expressionText(explainer.explain(of((size) => size * size))!, symbols)).toBe('h·h');
  expect(explainer.explain(of((size) => Math.floor(Math.sqrt(size)) ** 2))).toBeUndefined();
});

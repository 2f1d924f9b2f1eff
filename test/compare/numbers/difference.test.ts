// The difference of arrays, against a plain computation of the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from '../../../src/compare/numbers/difference.ts';
import { type ReadableTensor, readableTensor } from '../../../src/compare/numbers/readableTensor.ts';

const tensor = (values: Float32Array): ReadableTensor =>
  readableTensor({ shape: [values.length], dtype: 'float32', values });

/** The place of a float32 among all, in ascending order; both zeros are 0. */
function rank(value: number): number {
  const bits = new Int32Array(Float32Array.of(value).buffer)[0]!;
  return bits < 0 ? -(bits & 0x7fffffff) : bits;
}

test('absolute and relative differences, ULPs and cosine are those of a plain loop, over several blocks', () => {
  const floats = fc.float({ noNaN: true, noDefaultInfinity: true, min: -(2 ** 60), max: 2 ** 60 });
  const pairs = fc.array(fc.tuple(floats, fc.integer({ min: -3, max: 3 }), floats), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(pairs, fc.boolean(), (drawn, isNear) => {
      // long enough for blocks of which some are skipped
      const all = Array.from({ length: 250 }, () => drawn).flat();
      const a = Float32Array.from(all, ([value]) => value);
      const b = Float32Array.from(all, ([value, ulps, other]) => (isNear ? value * (1 + ulps * 2 ** -23) : other));
      const { maxAbsolute, maxRelative, maxUlps, cosine } = differenceOf(tensor(a), tensor(b));
      const most = (of: (p: number, q: number) => number): number =>
        all.reduce((max, _, i) => Math.max(max, of(a[i]!, b[i]!)), 0);
      expect([maxAbsolute, maxUlps]).toEqual([
        most((p, q) => Math.abs(p - q)),
        most((p, q) => Math.abs(rank(p) - rank(q))),
      ]);
      expect(maxRelative).toBe(most((p, q) => (p === q ? 0 : Math.abs(p - q) / Math.max(Math.abs(p), Math.abs(q)))));
      const dot = (x: Float32Array, y: Float32Array): number => x.reduce((sum, one, i) => sum + one * y[i]!, 0);
      const [aa, bb] = [dot(a, a), dot(b, b)];
      const angle = aa === 0 || bb === 0 ? Number(aa === bb) : dot(a, b) / Math.sqrt(aa * bb);
      expect(cosine).toBeCloseTo(angle, 5);
    }),
    { numRuns: 60 },
  );
});

test('elements that are compared exactly have no scale, by which a later error would be divided', () => {
  const indices = (...values: number[]): ReadableTensor =>
    readableTensor({ shape: [values.length], dtype: 'int32', values: Int32Array.from(values) });
  const { scale, unequal, maxAbsolute } = differenceOf(indices(50_000, 7), indices(50_001, 7));
  expect({ scale, unequal, maxAbsolute }).toEqual({ scale: 0, unequal: 1, maxAbsolute: 1 });
});

test('numbers in place of strings are all unequal, and their dtypes are named', () => {
  const texts = readableTensor({
    shape: [2],
    dtype: 'string',
    values: ['a', 'b'].map((one) => new TextEncoder().encode(one)),
  });
  expect(differenceOf(texts, tensor(Float32Array.of(1, 2)))).toMatchObject({
    unequal: 2,
    mismatch: 'string [2], not float32 [2]',
  });
});

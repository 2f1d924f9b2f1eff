import { expect, test } from 'vitest';
import { smoothed } from '../../src/curves/smoothed.ts';

test('smoothing is a moving average divided by its weights so far', () => {
  // 0.6 * 0 + 0.4 * 1 = 0.4, over 0.4; then 0.6 * 0.4 + 0.4 * 2 = 1.04, over 0.64
  expect([...smoothed([1, 2, 4], 0.6)]).toEqual([1, 1.04 / 0.64, expect.closeTo((0.6 * 1.04 + 1.6) / 0.784, 12)]);
});

test('values that are not finite stay, and do not count', () => {
  const values = [1, Number.NaN, 2, Number.POSITIVE_INFINITY, 4];
  const [one, nan, two, infinite, four] = smoothed(values, 0.6);
  expect([nan, infinite]).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
  expect([one, two, four]).toEqual([...smoothed([1, 2, 4], 0.6)]);
});

test('a constant curve and a weight of 0 change nothing', () => {
  expect([...smoothed([0.1, 0.1, 0.1], 0.9)]).toEqual([0.1, 0.1, 0.1]);
  expect([...smoothed([3, 1, 2], 0)]).toEqual([3, 1, 2]);
});

test.each([1, -0.1, Number.NaN])('a weight of %s is refused', (weight) => {
  expect(() => smoothed([1, 2], weight)).toThrow(`smoothing must be from 0 to below 1, got ${weight}`);
});

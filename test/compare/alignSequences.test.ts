// The alignment of two lists: as long as a longest common subsequence, and bounded in time for long lists.
import { expect, test } from 'vitest';
import { commonSubsequence } from '../../src/compare/alignSequences.ts';

/** Lengths by the textbook's table. */
function longest(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (const [j, y] of b.entries()) next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row.at(-1)!;
}

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const isAscending = (matches: readonly (readonly [number, number])[]): boolean =>
  matches.every(([i, j], n) => n === 0 || (i > matches[n - 1]![0] && j > matches[n - 1]![1]));

test('random lists are matched as long as a longest common subsequence', () => {
  const below = random(1);
  for (let n = 0; n < 500; n++) {
    const [symbols, a, b] = [1 + below(8), below(30), below(30)];
    const [before, after] = [a, b].map((length) => Array.from({ length }, () => below(symbols))) as [
      number[],
      number[],
    ];
    const matches = commonSubsequence(before, after);
    expect(isAscending(matches)).toBe(true);
    expect(matches.every(([i, j]) => before[i] === after[j])).toBe(true);
    expect(matches.length).toBe(longest(before, after));
  }
});

test('43,000 elements with one inserted and one removed match all others', () => {
  const below = random(2);
  const before = Array.from({ length: 43_000 }, () => below(20));
  const after = before.toSpliced(10_000, 1).toSpliced(30_000, 0, 99);
  expect(commonSubsequence(before, after).length).toBe(42_999);
});

test.each([
  ['without a unique element', 5],
  ['mostly unique', 1e6],
])('43,000 elements %s in another order take under five seconds', (_, symbols) => {
  const below = random(3);
  const list = () => Array.from({ length: 43_000 }, () => below(symbols));
  const [before, after] = [list(), list()];
  const start = performance.now();
  const matches = commonSubsequence(before, after);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(isAscending(matches)).toBe(true);
  expect(matches.every(([i, j]) => before[i] === after[j])).toBe(true);
});

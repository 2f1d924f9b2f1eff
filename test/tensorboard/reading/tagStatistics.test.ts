// Statistics of a tag, step by step.
import { expect, test } from 'vitest';
import { TagStatistics } from '../../../src/tensorboard/reading/tagStatistics.ts';

const factsOf = (steps: readonly number[]) => {
  const value = { tag: 'loss', plugin: 'scalars', scalar: 1 };
  const facts = new TagStatistics(value);
  for (const step of steps) facts.add(step, step, value, undefined);
  return facts.facts();
};

test('several values of one step are no distance, and no gap', () => {
  expect(factsOf([0, 0, 1, 1, 2, 2])).toMatchObject({ count: 6, usualGap: 1, gaps: 0, backwards: 0 });
  expect(factsOf([3, 3, 3])).not.toHaveProperty('usualGap');
});

test('a distance longer than the usual one is a gap, and a step back is none', () => {
  expect(factsOf([0, 1, 2, 7, 8, 3])).toMatchObject({
    usualGap: 1,
    gaps: 1,
    largestGap: { steps: 5, after: 2 },
    backwards: 1,
  });
});

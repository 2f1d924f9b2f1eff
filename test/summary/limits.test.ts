import { expect, test } from 'vitest';
import { checkLimits, exceededGrowth, growthText, limitText, type SummaryDiff, summary } from '../../src/index.ts';
import { Linear, Sequential } from '../../src/nn.ts';

const model = new Sequential(new Linear(4, 8), new Linear(8, 2));
const { facts } = summary(model, [4], { style: 'table' });

test('a limit is exceeded by more than its number, and not by the number itself', () => {
  expect(checkLimits(facts, { params: 58, macs: 47, memory: 1 })).toEqual([
    { quantity: 'params', value: 58, limit: 58, exceeded: false },
    { quantity: 'macs', value: 48, limit: 47, exceeded: true },
    { quantity: 'memory', value: facts.totals.inferencePeakBytes + 58 * 4, limit: 1, exceeded: true },
  ]);
  expect(checkLimits(facts, {})).toEqual([]);
  expect(checkLimits(facts, { params: 57 }).map(limitText)).toEqual(['params over budget: 58 of at most 57']);
});

test('a limit that is no number, that has another name, or that needs a run is refused', () => {
  expect(() => checkLimits(facts, { params: Number.NaN })).toThrow(
    'the limit of params must be a number of at least 0, got NaN',
  );
  expect(() => checkLimits(facts, { parms: 1 } as never)).toThrow('unknown option: parms (did you mean params?');
  const { facts: notRun } = summary(model, null, { style: 'table' });
  expect(() => checkLimits(notRun, { macs: 1 })).toThrow(
    'a model without an input is not run: a limit of macs cannot be checked',
  );
  expect(checkLimits(notRun, { params: 1 })).toMatchObject([{ value: 58, exceeded: true }]);
});

test('a limit of multiply-adds is refused where some are not known, unless the known ones are over it', () => {
  const [layer] = facts.root.children;
  const unknown = { ...facts, root: { ...facts.root, children: [{ ...layer!, unknownKernels: ['Rfft'] }] } };
  expect(() => checkLimits(unknown, { macs: 48 })).toThrow(
    'a limit of macs cannot be checked: the multiply-adds of Rfft are not known, and the others are within it',
  );
  expect(checkLimits(unknown, { macs: 47 })).toMatchObject([{ exceeded: true }]);
});

test('style markdown opens with the budgets', () => {
  const table = summary(model, [4], { style: 'markdown', limits: { params: 5, macs: 1e6 } }).toString();
  expect(table.slice(0, table.indexOf('| Layer'))).toBe(`| Budget | Value | At most | |
| :-- | --: | --: | :-- |
| **params** | **58** | **5** | **over budget** |
| MACs | 48 | 1,000,000 | within budget |

`);
});

const same = { before: 1, after: 1 };
const diff = {
  totals: { params: { before: 100, after: 105 }, trainable: { before: 0, after: 1 }, macs: { before: 10, after: 5 } },
} as unknown as SummaryDiff;
const whole = { ...diff, totals: { ...diff.totals, inferencePeakBytes: same, trainingBytes: same } };

test('a total exceeds the growth that is allowed where it grew by more, and always where it was 0', () => {
  expect(exceededGrowth(whole, 0.05).map(growthText)).toEqual([
    'trainable params grew by more than any share of nothing, from 0 to 1',
  ]);
  expect(exceededGrowth(whole, 0.04).map(growthText)[0]).toBe('params grew by 5.0%, from 100 to 105');
  expect(() => exceededGrowth(whole, -1)).toThrow('the growth must be a share such as 0.05, got -1');
});

// Output counts of ops; `test/real/outputCounts.test.ts` compares them with TensorFlow's.
import { expect, test } from 'vitest';
import { outputCount } from '../../../../src/trace/adapters/graph/outputCounts.ts';
import { converterOps } from '../../../fixtures/converterOps.ts';

const counted = ['N', 'num', 'num_split', 'OUTPUT_RAGGED_RANK'].map((name) => [name, { i: '3' }]);
const listed = ['T', 'Tout'].map((name) => [name, { list: { type: ['DT_FLOAT', 'DT_INT32'] } }]);
const withLists = new Set(['IdentityN', 'If', 'StatelessIf', 'StatelessWhile', 'While']);

test('each op that tf.js runs has a known number of outputs', () => {
  expect(converterOps.length).toBeGreaterThan(230);
  const unknown = converterOps.filter((op) => {
    const attr = Object.fromEntries(withLists.has(op) ? listed : counted);
    return outputCount({ name: 'n', op, attr }) === undefined;
  });
  expect(unknown).toEqual([]);
});

test('a count is unknown for a custom op, an op called as a method of objects and an attribute that is not there', () => {
  for (const op of ['MyOp', 'toString', 'Split', 'While']) expect(outputCount({ name: 'n', op })).toBeUndefined();
});

test('an output of RaggedGather is the values that its ragged dimensions split', () => {
  expect(outputCount({ name: 'n', op: 'RaggedGather', attr: { OUTPUT_RAGGED_RANK: { i: '2' } } })).toBe(3);
});

// The output counts of ops, by which a graph is refused, are those of TensorFlow's op definitions.
import { expect, test } from 'vitest';
import { outputCount } from '../../src/trace/adapters/graph/outputCounts.ts';
import { converterOps } from '../fixtures/converterOps.ts';
import { python } from './python.ts';

interface Counted {
  readonly fixed: number;
  readonly numbers: readonly string[];
  readonly lists: readonly string[];
}

test('each op that tf.js runs has as many outputs as TensorFlow gives it', () => {
  const ops = [...converterOps, 'Case', 'PartitionedCall', 'StatefulPartitionedCall', 'StatelessCase'];
  const counted = python<(Counted | null)[]>('outputCounts.py', ops);
  const number = 7;
  let compared = 0;
  for (const [i, op] of ops.entries()) {
    const truth = counted[i];
    // an op of tf.js alone, such as Prelu
    if (!truth) continue;
    const attr = Object.fromEntries([
      ...truth.numbers.map((name) => [name, { i: `${number}` }]),
      ...truth.lists.map((name) => [name, { list: { type: new Array(number).fill('DT_FLOAT') } }]),
    ]);
    const expected = truth.fixed + number * (truth.numbers.length + truth.lists.length);
    expect([op, outputCount({ name: 'n', op, attr })]).toEqual([op, expected]);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(230);
});

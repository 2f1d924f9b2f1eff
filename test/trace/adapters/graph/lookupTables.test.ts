// Converted models that look words up, as the converter writes them: on shapes nothing is looked up, on a backend it is.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { summary, summaryAsync, trace, traceAsync } from '../../../../src/index.ts';
import { looked } from '../../../fixtures/convertedControl.ts';
import { converterModel } from '../../../fixtures/converterModels.ts';
import { modelOf } from '../../../fixtures/converting.ts';

const options = { style: 'csv', columns: ['path', 'output', 'params', 'macs'], dtypes: ['string'] } as const;
const lines = (text: { toString(): string }) => `${text}`.trimEnd().split('\r\n').slice(1);

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

test('a lookup table is no input, its words are no parameters, and a lookup has the size of its keys', async () => {
  const model = await converterModel('words');
  expect(lines(summary(model, [], { ...options, batchSize: 5 }))).toEqual([
    ',"[5, 3] [] [5] [5]",,0',
    'StatefulPartitionedCall,"[5] [] [5] [5, 3]",36,60',
    'StatefulPartitionedCall.None_Lookup,[5],,0',
    'StatefulPartitionedCall.None_Size,[],,0',
    'StatefulPartitionedCall.None_Lookup_1,[5],,0',
    'Func/StatefulPartitionedCall/output_control_node,,,0',
  ]);
  expect(trace(model, [{ shape: [5] }]).graph!.notRun).toBeUndefined();
});

test.each(['words', 'wordsV1'])(
  'the lookup model %s runs on a backend after a trace as before, and no tensor is left',
  async (name) => {
    const model = await converterModel(name);
    const words = tf.tensor1d(['the', 'cat'], 'string');
    const specs = [{ shape: [2] }];
    // fills the tables
    await traceAsync(model, specs, { backend: 'cpu' });
    const { numTensors } = tf.memory();
    const record = await traceAsync(model, specs, { backend: 'cpu' });
    expect(tf.memory().numTensors).toBe(numTensors);
    expect(tf.getBackend()).toBe('cpu');
    const kernels = record.calls.flatMap((call) => (call.level === 'kernel' ? [call.kernel] : []));
    // those that fill a table are not the model's
    expect(kernels).not.toContain('Unpack');
    const found = [await model.executeAsync(words)].flat();
    expect(found.map(({ shape }) => shape)).toEqual(
      name === 'words' ? expect.arrayContaining([[2], [2, 3], [], [2]]) : [[2, 4]],
    );
  },
);

test('a lookup model has the same layers and multiply-adds on a backend as on shapes', async () => {
  const model = await converterModel('wordsV1');
  expect(lines(await summaryAsync(model, [], { ...options, batchSize: 4, backend: 'cpu' }))).toEqual([
    ',"[4, 4]",,0',
    'lookup,[4],,0',
    'lookup.hash_table_Lookup,[4],,0',
    'next,[4],,0',
    'next.while,[4],,0',
    'next.while.hash_table_Lookup,,,0',
    'next.while.hash_table_Lookup.LookupTableFindV2,,,0',
    'embedding,"[4, 4]",12,0',
  ]);
});

describe('lookups of rows of words in a table with computed values', () => {
  test('give a list of one value for each key', async () => {
    const record = trace(await modelOf(looked), [{ shape: [3, 2], dtype: 'string' }]);
    const [ids, size] = record.outputs as number[];
    expect([record.values[ids!], record.values[size!]]).toMatchObject([
      { shape: [6], dtype: 'int32' },
      { shape: [], dtype: 'int32' },
    ]);
  });

  test('record the nodes that fill the table, without Identity nodes', async () => {
    const { tables } = trace(await modelOf(looked), [{ shape: [3, 2], dtype: 'string' }]).graph!;
    const table = tables.get('ids/hash_table')!;
    expect(table).toMatchObject({ keyType: 'DT_STRING', valueType: 'DT_INT32', keys: 'ids/words', values: 'ids/next' });
    expect(table.nodes.map(({ name, input }) => [name, input])).toEqual([
      ['ids/words', []],
      ['ids/first', []],
      ['ids/step', []],
      ['ids/next', ['ids/first', 'ids/step']],
    ]);
  });
});

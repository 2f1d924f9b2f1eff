// Constants that a function of the graph holds itself: a loop runs three times, y = 2y + 1.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { frozenGraph, UserError } from '../../src/index.ts';
import { filesOf } from '../../src/storage/openFile.ts';
import { readShards } from '../../src/weights/manifest.ts';

const path = fileURLToPath(new URL('../fixtures/functionConstants/model.json', import.meta.url));

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** @param change the text of the file before it is read */
async function modelOf(change = (text: string) => text) {
  const { weightsManifest, ...artifacts } = JSON.parse(change(readFileSync(path, 'utf8')));
  const { specs, data } = await readShards(weightsManifest, filesOf(dirname(path)));
  return loadGraphModel({ load: async () => ({ ...artifacts, weightSpecs: [...specs], weightData: data }) });
}

test('values of constants in functions are in the export', async () => {
  const { functions } = frozenGraph(await modelOf(), [1, 4]);
  const constants = functions!.flatMap(({ nodes }) =>
    nodes.flatMap(({ name, attributes: { value } }) =>
      value && 'tensor' in value ? [[name, Array.from(value.tensor.values as ArrayLike<number>)]] : [],
    ),
  );
  expect(Object.fromEntries(constants)).toEqual({
    'while/add/y': [1],
    'while/mul/y': [2],
    'while/add_1/y': [1],
    'while/add_2/y': [1],
    'while/Less/y': [3],
  });
});

// the values that TensorFlow reads
test.each([
  ['without elements is zero', '"intVal": []', 0],
  ['with a field for another producer', '"versionNumber": 0, "intVal": [4]', 4],
  ['of bytes', '"tensorContent": "BQAAAA=="', 5],
])('a constant %s', async (_, instead, expected) => {
  const { functions } = frozenGraph(await modelOf((text) => text.replace(/"intVal": \[\s*3\s*\]/, instead)), [1, 4]);
  const { value } = functions!.flatMap(({ nodes }) => nodes).find(({ name }) => name === 'while/Less/y')!.attributes;
  expect(value).toEqual({ tensor: { dtype: 'int32', shape: [], values: expect.anything() } });
  expect(Array.from((value as { tensor: { values: ArrayLike<number> } }).tensor.values)).toEqual([expected]);
});

test('a constant without elements is refused where the weights hold other constants of functions', async () => {
  const { weightsManifest, ...artifacts } = JSON.parse(
    readFileSync(path, 'utf8').replace(/"intVal": \[\s*3\s*\]/, '"intVal": []'),
  );
  const { specs, data } = await readShards(weightsManifest, filesOf(dirname(path)));
  const moved = { name: 'while/mul/y', shape: [], dtype: 'int32' as const };
  const model = await loadGraphModel({
    load: async () => ({
      ...artifacts,
      weightSpecs: [...specs, moved],
      weightData: Buffer.concat([
        ...(Array.isArray(data) ? data : [data]).map((part) => Buffer.from(part)),
        Buffer.from(Int32Array.of(2).buffer),
      ]).buffer,
    }),
  });
  expect(() => frozenGraph(model, [1, 4])).toThrow(
    'the constant while/Less/y of the function while_cond_4 has no value, neither in the graph nor among the weights',
  );
});

test.each([
  [
    'of a fraction',
    /"intVal": \[\s*3\s*\]/,
    '"intVal": [3.5]',
    'Const while/Less/y of the function while_cond_4 cannot be exported: a constant of dtype int32 cannot hold 3.5',
  ],
  [
    'in a list of another dtype',
    /"intVal": \[\s*3\s*\]/,
    '"floatVal": [3]',
    'Const while/Less/y of the function while_cond_4 cannot be exported: a constant of dtype int32 must hold intVal, got floatVal',
  ],
  [
    'of a dtype that is no name',
    /"dtype": "DT_INT32"(,\s*"tensorShape": \{\},\s*"intVal": \[\s*3)/,
    '"dtype": { "x": 1 }$1',
    'Const while/Less/y of the function while_cond_4 cannot be exported: unknown dtype in a graph: {"x":1}',
  ],
])('a constant %s is refused by its name and its function’s', async (_, held, instead, why) => {
  const model = await modelOf((text) => text.replace(held, instead));
  expect(() => frozenGraph(model, [1, 4])).toThrow(new UserError(why));
});

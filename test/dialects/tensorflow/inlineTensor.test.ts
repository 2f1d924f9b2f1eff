// Elements that a model.json holds of a constant itself.
import { expect, test } from 'vitest';
import { inlineElements, type JsonElements, zeroElements } from '../../../src/dialects/tensorflow/inlineTensor.ts';
import type { NodeDtype } from '../../../src/graph/graph.ts';

const base64 = (array: ArrayBufferView) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

test.each<[string, JsonElements, NodeDtype, readonly number[], readonly unknown[]]>([
  ['one float', { floatVal: [2.5] }, 'float32', [], [2.5]],
  ['a list that its last element fills up', { intVal: [1, 7] }, 'int32', [2, 2], [1, 7, 7, 7]],
  ['complex numbers that the last fills up', { scomplexVal: [1, 2, 3, 4] }, 'complex64', [3], [1, 2, 3, 4, 3, 4]],
  ['64-bit integers as text', { int64Val: ['-3', '9007199254740991'] }, 'int64', [2], [-3, 9007199254740991]],
  ['truth values', { boolVal: [true, false] }, 'bool', [2], [1, 0]],
  ['words for what is not finite', { floatVal: ['NaN', '-Infinity'] }, 'float32', [2], [Number.NaN, -Infinity]],
  ['floats as text', { floatVal: ['2.5', '-1e-3', 2 ** 60] }, 'float32', [3], [2.5, -1e-3, 2 ** 60]],
  ['bytes of floats', { tensorContent: base64(Float32Array.of(1, -2)) }, 'float32', [2], [1, -2]],
  ['bytes of 64-bit integers', { tensorContent: base64(BigInt64Array.of(5n, -6n)) }, 'int64', [2], [5, -6]],
  ['doubles', { doubleVal: [1e300] }, 'float64', [1], [1e300]],
  ['half floats, which a list holds as bits', { halfVal: [15360, 49152] }, 'float16', [3], [1, -2, -2]],
  ['bytes of half floats', { tensorContent: 'ADwAwA==' }, 'float16', [2], [1, -2]],
  ['upper halves of floats', { halfVal: [16256] }, 'bfloat16', [2], [1, 1]],
  ['unsigned 64-bit integers as text', { uint64Val: ['5'] }, 'uint64', [2], [5, 5]],
  ['complex numbers of doubles', { dcomplexVal: [1, 2] }, 'complex128', [1], [1, 2]],
  ['words', { stringVal: [Buffer.from('né').toString('base64')] }, 'string', [1], [new Uint8Array(Buffer.from('né'))]],
])('%s', (_, json, dtype, shape, expected) => {
  expect(Array.from(inlineElements(json, dtype, shape)! as ArrayLike<unknown>)).toEqual(expected);
});

// as TensorFlow reads them
test.each<[NodeDtype, readonly number[], readonly unknown[]]>([
  ['float32', [], [0]],
  ['bool', [2], [0, 0]],
  ['complex64', [2], [0, 0, 0, 0]],
  ['string', [2], [new Uint8Array(), new Uint8Array()]],
  ['float16', [0], []],
])('a %s constant of shape %j without elements is zeros', (dtype, shape, expected) => {
  expect(zeroElements(dtype, shape)).toEqual(expected);
});

test('zeros of an unknown shape are refused', () => {
  for (const shape of [null, [-1], [2, Number.NaN]])
    expect(() => zeroElements('float32', shape)).toThrow('a constant without elements must have a known shape');
});

test('an empty tensor has no values', () => {
  expect(inlineElements({}, 'float32', [])).toBeUndefined();
  expect(inlineElements({ floatVal: [], tensorContent: '' }, 'float32', [])).toBeUndefined();
});

test.each<[string, JsonElements, NodeDtype, readonly number[], string]>([
  ['too many', { intVal: [1, 2] }, 'int32', [], 'a constant of 1 elements holds 2 in the graph'],
  [
    'bytes of another length',
    { tensorContent: base64(Float32Array.of(1)) },
    'float32',
    [2],
    'a constant of 2 elements holds 1 in the graph',
  ],
  [
    'bytes of no element',
    { tensorContent: base64(Uint8Array.of(1, 2, 3)) },
    'float32',
    [1],
    'a constant of dtype float32 cannot be 3 bytes long',
  ],
  ['a field of no known name', { float_val: [1] }, 'float32', [1], 'must hold floatVal, got float_val'],
  ['two lists', { floatVal: [1], intVal: [1] }, 'float32', [1], 'must hold floatVal, got intVal'],
  ['no list', { floatVal: 1 }, 'float32', [1], 'a constant must hold a list, got 1'],
  ['no base64', { tensorContent: '*' }, 'float32', [1], 'a constant must hold bytes in base64'],
  ['a float beyond float32', { floatVal: [1e300] }, 'float32', [1], 'a constant of dtype float32 cannot hold 1e+300'],
  ['hexadecimal text', { intVal: ['0x10'] }, 'int32', [1], 'a constant must hold numbers, got "0x10"'],
  ['text with spaces', { floatVal: [' 2 '] }, 'float32', [1], 'a constant must hold numbers, got " 2 "'],
  ['no number', { floatVal: [null] }, 'float32', [1], 'a constant must hold numbers, got null'],
  ['a fraction as an integer', { intVal: [1.5] }, 'int32', [1], 'a constant of dtype int32 cannot hold 1.5'],
  ['an integer of 33 bits', { intVal: [2 ** 32] }, 'int32', [1], 'a constant of dtype int32 cannot hold 4294967296'],
  [
    'an integer that no number is',
    { int64Val: ['9007199254740993'] },
    'int64',
    [1],
    'a constant holds 9007199254740993, which no number of JavaScript is',
  ],
  [
    'one element of a billion',
    { floatVal: [1] },
    'float32',
    [2 ** 30],
    'a constant of 1073741824 elements holds 1 of them in the graph',
  ],
])('%s is refused', (_, json, dtype, shape, why) => {
  expect(() => inlineElements(json, dtype, shape)).toThrow(`${why}`);
});

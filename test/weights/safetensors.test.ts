import { readFileSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSafetensors, saveSafetensors } from '../../src/index.ts';
import { decodeSafetensors, encodeSafetensors } from '../../src/weights/safetensors.ts';

function file(header: unknown, data: readonly number[] = []): Uint8Array {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, Buffer.from(data)]);
}
const one = (dtype: string, shape: readonly number[], data: readonly number[]) =>
  file({ a: { dtype, shape, data_offsets: [0, data.length] } }, data);

test.each([
  ['F64', [0, 0, 0, 0, 0, 0, 0xf8, 0x3f], 1.5],
  ['F32', [0, 0, 0xc0, 0x3f], 1.5],
  ['F16', [0x00, 0x3e], 1.5],
  ['F16', [0x01, 0x00], 2 ** -24],
  ['F16', [0x00, 0xfc], Number.NEGATIVE_INFINITY],
  ['BF16', [0xc0, 0x3f], 1.5],
  ['I64', [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], -2],
  ['I32', [0xfe, 0xff, 0xff, 0xff], -2],
  ['I16', [0xfe, 0xff], -2],
  ['I8', [0xfe], -2],
  ['U64', [7, 0, 0, 0, 0, 0, 0, 0], 7],
  ['U32', [7, 0, 0, 0], 7],
  ['U16', [0xfe, 0xff], 65534],
  ['U8', [0xfe], 254],
  ['BOOL', [1], 1],
])('%s %j is %d', (dtype, data, value) => {
  expect([...decodeSafetensors(one(dtype, [], data)).get('a')!.values]).toEqual([value]);
});

const float8: Record<string, string> = JSON.parse(
  readFileSync(new URL('../golden/float8/float8.json', import.meta.url), 'utf8'),
);
test.each(Object.entries(float8))('%s has the numbers of ml_dtypes', (dtype, text) => {
  const expected = text.split(' ').map((word) => Number(word.replace('inf', 'Infinity')));
  const all = one(
    dtype,
    [256],
    Array.from({ length: 256 }, (_, i) => i),
  );
  expect([...decodeSafetensors(all).get('a')!.values]).toEqual(expected);
});

test('arrays that were written are read back', async () => {
  const tensors = new Map([
    ['w', { shape: [2, 1], values: new Float32Array([1.5, Number.NaN]) }],
    ['__proto__', { shape: [], values: new Int32Array([-3]) }],
    ['empty', { shape: [0, 4], values: new Float32Array(0) }],
    ['flags', { shape: [3], values: new Uint8Array([1, 0, 1]) }],
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'safetensors-'));
  await saveSafetensors(join(folder, 'a.safetensors'), tensors);
  expect(await loadSafetensors(join(folder, 'a.safetensors'))).toEqual(tensors);
  expect(await readdir(folder)).toEqual(['a.safetensors']);
});

test('an array named __metadata__ is refused', () => {
  const tensors = new Map([['__metadata__', { shape: [1], values: new Float32Array(1) }]]);
  expect(() => encodeSafetensors(tensors)).toThrow(
    'a name must not be __metadata__, which safetensors keeps for itself: rename the parameter',
  );
});

test.each([
  [new Uint8Array(3), 'safetensors file of 3 bytes has no header'],
  [new Uint8Array(8).fill(255), 'safetensors header of 18446744073709552000 bytes does not fit a file of 8 bytes'],
  [file('{'), 'safetensors header is not JSON'],
  [file([]), 'safetensors header is not a JSON object'],
  [file('\ufeff{}'), 'safetensors header is not JSON'],
  [file({ __metadata__: ['pt'] }), '__metadata__ of a safetensors file must be an object of texts'],
  [file({ __metadata__: { epoch: 3 } }), '__metadata__ of a safetensors file must be an object of texts'],
  [file({ a: null }), 'a must be an object of dtype, shape and data_offsets, got null'],
  [file({ a: [1] }), 'a must be an object of dtype, shape and data_offsets, got [1]'],
  [
    file({ a: {} }),
    'a has no dtype (one of F64, F32, F16, BF16, I64, I32, I16, I8, U64, U32, U16, U8, BOOL, ' +
      'F8_E4M3, F8_E5M2, F8_E8M0, F8_E4M3FNUZ, F8_E5M2FNUZ)',
  ],
  [file({ a: { dtype: 'U8' } }), 'a has no shape, expected whole numbers'],
  [file({ a: { dtype: 'U8', shape: [] } }), 'a has no data_offsets, expected [begin, end]'],
  [one('F32', [-1], []), 'a has shape [-1], expected whole numbers'],
  [one('F32', [2], [0, 0, 0, 0]), 'a has 4 bytes, expected 8 for F32 [2]'],
  [file({ a: { dtype: 'U8', shape: [1], data_offsets: [1] } }), 'a has data_offsets [1], expected [begin, end]'],
  [
    file({ a: { dtype: 'U8', shape: [1], data_offsets: [1, 2] } }, [0, 0]),
    'a begins at byte 1 of the data, expected 0',
  ],
  [file({ a: { dtype: 'U8', shape: [2], data_offsets: [0, 2] } }, [0]), 'safetensors data has 1 bytes, expected 2'],
  [file({}, [0]), 'safetensors data has 1 bytes, expected 0'],
  [one('U32', [1], [255, 255, 255, 255]), 'a holds 4294967295, which does not fit int32'],
])('malformed file %#: refused with %s', (bytes, message) => {
  expect(() => decodeSafetensors(bytes)).toThrow(message);
});

const entry = (begin: number) => `{"dtype":"U8","shape":[1],"data_offsets":[${begin},${begin + 1}]}`;

test('arrays whose names are whole numbers come in the order of the header', () => {
  const named = file(
    `{"10":${entry(0)}, "9":${entry(1)}, "__proto__" : ${entry(2)}, "b:\\"{":${entry(3)}}`,
    [7, 8, 9, 6],
  );
  const found = [...decodeSafetensors(named)].map(([name, { values }]) => [name, ...values]);
  expect(found).toEqual([
    ['10', 7],
    ['9', 8],
    ['__proto__', 9],
    ['b:"{', 6],
  ]);
});

test.each([
  ['an array', `{"a":${entry(0)},"b":${entry(1)},"a":${entry(2)}}`, 'a'],
  ['an array, once spelled with an escape', `{"a":${entry(0)},"\\u0061":${entry(0)}}`, 'a'],
  ['a shape', '{"a":{"dtype":"U8","shape":[1],"shape":[2],"data_offsets":[0,2]}}', 'shape'],
  ['the metadata', '{"__metadata__":{"k":"1"},"__metadata__":{}}', '__metadata__'],
  ['a key of the metadata', '{"__metadata__":{"k":"1","k":"2"}}', 'k'],
])('a header that has %s twice is refused', (_, header, key) => {
  expect(() => decodeSafetensors(file(header, [0, 0]))).toThrow(
    `safetensors header: the key "${key}" comes twice in one object`,
  );
});

test('a good file that is cut anywhere is refused', () => {
  const good = encodeSafetensors(new Map([['a', { shape: [2], values: new Float32Array([1, 2]) }]]));
  for (let length = 0; length < good.length; length++)
    expect(() => decodeSafetensors(good.subarray(0, length))).toThrow(/safetensors/);
});

test('a missing weights file is refused by its path', async () => {
  await expect(loadSafetensors('no/such.safetensors')).rejects.toThrow('no/such.safetensors: there is no such file');
});

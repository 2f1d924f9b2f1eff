// Weights of a model.json: every dtype as the converter stores it, and what is refused before anything is read.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { filesOf } from '../../src/storage/openFile.ts';
import { readWeights } from '../../src/weights/manifest.ts';

const text = (...parts: string[]) =>
  Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(Buffer.byteLength(part));
      return [length, Buffer.from(part)];
    }),
  );
const bytes = (array: ArrayBufferView) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
const affine = (dtype: string) => ({ dtype, scale: 0.5, min: -1 });

const arrays = [
  { name: 'bool', shape: [3], dtype: 'bool', stored: bytes(Uint8Array.from([1, 0, 1])) },
  { name: 'string', shape: [2, 2], dtype: 'string', stored: text('a', '', 'né', 'x'.repeat(300)) },
  { name: 'float32', shape: [2], dtype: 'float32', stored: bytes(Float32Array.from([1.5, -2])) },
  { name: 'int32', shape: [2, 1], dtype: 'int32', stored: bytes(Int32Array.from([-7, 2 ** 31 - 1])) },
  { name: 'complex64', shape: [2], dtype: 'complex64', stored: bytes(Float32Array.from([1, 2, 3, 4])) },
  {
    name: 'q8',
    shape: [3],
    dtype: 'float32',
    quantization: affine('uint8'),
    stored: bytes(Uint8Array.from([0, 1, 255])),
  },
  {
    name: 'q16',
    shape: [2],
    dtype: 'float32',
    quantization: affine('uint16'),
    stored: bytes(Uint16Array.from([2, 65535])),
  },
  { name: 'qi', shape: [2], dtype: 'int32', quantization: affine('uint8'), stored: bytes(Uint8Array.from([3, 5])) },
  {
    name: 'half',
    shape: [3],
    dtype: 'float32',
    quantization: { dtype: 'float16' },
    stored: bytes(Uint16Array.from([0x3c00, 0xc000, 0x7bff])),
  },
  { name: 'empty', shape: [0, 4], dtype: 'float32', stored: Buffer.alloc(0) },
];

function written(stored: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'weights-'));
  writeFileSync(join(folder, 'a.bin'), stored.subarray(0, 7));
  writeFileSync(join(folder, 'b.bin'), stored.subarray(7));
  return filesOf(folder);
}
const manifest = [{ paths: ['a.bin', 'b.bin'], weights: arrays.map(({ stored, ...spec }) => spec) }];
const all = Buffer.concat(arrays.map(({ stored }) => stored));

test('arrays of every dtype are read as tf.js reads them', async () => {
  const read = await readWeights(manifest, written(all));
  const buffer = all.buffer.slice(all.byteOffset, all.byteOffset + all.length) as ArrayBuffer;
  const theirs = tf.io.decodeWeights(buffer, manifest[0]!.weights as tf.io.WeightsManifestEntry[]);
  for (const { name, dtype } of arrays) {
    const { values } = read.get(name)!;
    const { dataId } = theirs[name]!;
    const there = dtype === 'string' ? tf.engine().readSync(dataId) : theirs[name]!.dataSync();
    expect([name, values]).toEqual([name, there]);
  }
});

test.each([
  ['cut', all.subarray(0, all.length - 1), 'a.bin, b.bin ends inside the array half'],
  [
    'too long',
    Buffer.concat([all, Buffer.alloc(3)]),
    'a.bin, b.bin holds 373 bytes, and the weights manifest says 370',
  ],
  [
    'a string of 4 GB',
    Buffer.concat([all.subarray(0, 3), Buffer.alloc(4, 255), all.subarray(7)]),
    'a.bin, b.bin ends inside the array string',
  ],
])('shards that are %s are refused in one clause', async (_, stored, message) => {
  await expect(readWeights(manifest, written(stored))).rejects.toThrow(message);
});

test('two arrays of one name are refused when they are read', async () => {
  const twice = [{ ...manifest[0]!, weights: [...manifest[0]!.weights, manifest[0]!.weights[1]!] }];
  const message = `each array of the weights manifest must have a name of its own, got ${arrays[1]!.name} twice`;
  await expect(readWeights(twice, written(all))).rejects.toThrow(message);
});

test.each([
  [{ shape: undefined }, 'the shape of w must be a list of whole numbers, got undefined'],
  [{ shape: ['NaN'] }, 'the shape of w must be a list of whole numbers, got ["NaN"]'],
  [{ dtype: { type: 'float' } }, 'complex64, string, got {"type":"float"}'],
  [{ dtype: undefined }, 'complex64, string, got undefined'],
])('a weight with %j is refused, with what it must be', async (wrong, clause) => {
  const weights = [{ name: 'w', shape: [1], dtype: 'float32', ...wrong }] as never;
  await expect(readWeights([{ paths: ['a.bin'], weights }], written(Buffer.alloc(4)))).rejects.toThrow(clause);
});

test('a shard whose name begins with two dots is in the folder, and one in the folder above is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'weights-'));
  writeFileSync(join(folder, '..weights.bin'), bytes(Float32Array.of(2)));
  const weights = [{ name: 'w', shape: [1], dtype: 'float32' as const }];
  const read = await readWeights([{ paths: ['..weights.bin'], weights }], filesOf(folder));
  expect(read.get('w')!.values).toEqual(Float32Array.of(2));
  await expect(readWeights([{ paths: ['../weights.bin'], weights }], filesOf(folder))).rejects.toThrow(
    "must lie in the model's folder, got ../weights.bin",
  );
});

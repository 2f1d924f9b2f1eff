// Files of Keras 3 models that hold something unusual, or nothing that can be read.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type LayersLibrary, loadModel, trace } from '../../src/index.ts';
import { readModelFile } from '../../src/load/modelFile.ts';
import { filesOf } from '../../src/storage/openFile.ts';
import { kerasCases } from './kerasCases.ts';

const library = layers as unknown as LayersLibrary;
const folder = mkdtempSync(join(tmpdir(), 'keras3-'));
const caseOf = (name: string) => kerasCases.find((one) => one.name === name)!;
const archive = (name: string): Record<string, Uint8Array> => unzipSync(readFileSync(caseOf(name).path('model.keras')));
const written = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const load = (path: string) => loadModel(path, { layers: library });

type Json = Record<string, never>;

/** An archive whose config.json is changed by `edit`. */
function edited(name: string, edit: (config: never) => void): string {
  const files = archive('sequential');
  const config: Json = JSON.parse(Buffer.from(files['config.json']!).toString());
  edit(config as never);
  return written(name, zipSync({ ...files, 'config.json': strToU8(JSON.stringify(config)) }, { level: 0 }));
}

describe('an archive that cannot be read is refused in one clause', () => {
  const files = archive('sequential');
  const config = files['config.json']!;
  test.each([
    ['empty.keras', zipSync({}), 'empty.keras is neither JSON nor a .keras archive'],
    [
      'other.keras',
      zipSync({ 'a.txt': strToU8('a') }),
      'other.keras is no .keras archive: it must hold config.json, got a.txt',
    ],
    [
      'path.keras',
      zipSync({ '../config.json': config }),
      'path.keras is no .keras archive: it must hold config.json, got ../config.json',
    ],
    ['list.keras', zipSync({ 'config.json': strToU8('[]') }), 'list.keras'],
    ['text.keras', zipSync({ 'config.json': strToU8('{') }), 'config.json of '],
    ['deep.keras', zipSync({ 'config.json': strToU8('['.repeat(600)) }), 'is nested deeper than 500 levels'],
    ['cut.keras', zipSync(files).subarray(0, 300), 'cut.keras'],
    [
      'bomb.keras',
      zipSync({ 'config.json': new Uint8Array(70 * 2 ** 20).fill(32) }, { level: 9 }),
      'its config.json inflates to more than 67108864 bytes',
    ],
  ])('%s', async (name, bytes, clause) => {
    await expect(load(written(name, bytes))).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(clause),
    });
  });

  test('weights that inflate to more bytes than the archive declares are refused when they are read', async () => {
    const zeros = new Uint8Array(8 * 2 ** 20);
    const { readWeights } = await load(
      written('zeros.keras', zipSync({ ...files, 'model.weights.h5': zeros }, { level: 9 })),
    );
    await expect(readWeights!()).rejects.toThrow(
      /its model.weights.h5 inflates from \d+ to 8388608 bytes, more than 20 times/,
    );
  });

  test.each([
    ['no HDF5 file', strToU8('weights'), /model\.weights\.h5 cannot be read/],
    [
      'the first half of one',
      files['model.weights.h5']!.subarray(0, 9000),
      /model\.weights\.h5 cannot be read|ends after the end|the file holds no array/,
    ],
  ])('weights that are %s leave the model without numbers', async (_, weights, clause) => {
    const path = written('weights.keras', zipSync({ ...files, 'model.weights.h5': weights }, { level: 0 }));
    const { model, inputs, readWeights, fill } = await load(path);
    expect(trace(model, inputs!).outputs).toBeDefined();
    await expect(readWeights!()).rejects.toMatchObject({ name: 'UserError', message: expect.stringMatching(clause) });
    await expect(fill!()).rejects.toMatchObject({ name: 'UserError' });
  });

  test('weights with bytes of 255 anywhere are read or refused in words of the file, not of the code that reads it', async () => {
    const whole = files['model.weights.h5']!;
    const messages = new Set<string>();
    for (let at = 0; at < 4000; at += 37) {
      const weights = whole.slice();
      weights.fill(255, at, at + 8);
      const { readWeights } = await load(
        written('damaged.keras', zipSync({ ...files, 'model.weights.h5': weights }, { level: 0 })),
      );
      await readWeights!().catch((error) => messages.add(error.message));
    }
    const text = [...messages].join('\n');
    expect(text).toContain('it is damaged');
    expect(text).toContain('it does not begin as an HDF5 file');
    expect(text).not.toMatch(/function|undefined|DataView|iterable|properties|InvalidHDF5File|\ufffd/);
  });

  test('weights of which one bit is another are refused by the checksum of the archive', async () => {
    const bytes = zipSync(files, { level: 0 });
    const weights = Buffer.from(files['model.weights.h5']!);
    const start = Buffer.from(bytes).indexOf(weights);
    for (const at of [weights.length - 1, weights.length >> 1]) {
      const damaged = bytes.slice();
      damaged[start + at]! ^= 1;
      const { readWeights } = await load(written('bit.keras', damaged));
      await expect(readWeights!()).rejects.toThrow(
        'its model.weights.h5 does not have the archive’s checksum: the file is damaged',
      );
    }
  });

  test('an archive whose directory has the form for more than 4 GB is read', async () => {
    const bytes = Buffer.from(zipSync(files, { level: 0 }));
    const end = bytes.subarray(-22);
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50);
    record.writeUInt32LE(end.readUInt16LE(10), 32);
    record.writeUInt32LE(end.readUInt32LE(16), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50);
    locator.writeUInt32LE(bytes.length - 22, 8);
    end.writeUInt32LE(0xffffffff, 16);
    const large = Buffer.concat([bytes.subarray(0, -22), record, locator, end]);
    const { readWeights } = await load(written('large.keras', large));
    expect([...(await readWeights!()).keys()].length).toBeGreaterThan(0);
  });

  test('an encrypted archive is refused as such, also where it comes byte by byte', async () => {
    const bytes = zipSync(files, { level: 0 });
    bytes[6]! |= 1;
    await expect(load(written('secret.keras', bytes))).rejects.toThrow('it is encrypted: write it without a password');
    const { source } = await readModelFile({
      path: 'drops.keras',
      pieces: async function* () {
        for (const byte of zipSync(files, { level: 0 })) yield Uint8Array.of(byte);
      },
      beside: filesOf(folder),
    });
    expect(source.path).toBe('drops.keras');
  });

  test('an archive of more than 10,000 files is refused, since reading takes the square of their number', async () => {
    const others = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}`, new Uint8Array(0)]));
    await expect(load(written('many.keras', zipSync({ ...others, ...files }, { level: 0 })))).rejects.toThrow(
      'cannot be read as a .keras archive: it holds more than 10000 files',
    );
  });

  test('an archive that holds a file twice is refused, since readers take one or the other', async () => {
    const twice = (name: string): Uint8Array => {
      const other = name.replace('m', 'n').replace('c', 'd');
      const zip = Buffer.from(zipSync({ [name]: files[name]!, [other]: files[name]!, ...files }, { level: 0 }));
      for (let at = zip.indexOf(other); at !== -1; at = zip.indexOf(other)) zip.write(name, at);
      return zip;
    };
    await expect(load(written('twoConfigs.keras', twice('config.json')))).rejects.toThrow('it holds config.json twice');
    const { readWeights } = await load(written('twoWeights.keras', twice('model.weights.h5')));
    await expect(readWeights!()).rejects.toThrow('it holds model.weights.h5 twice');
  });

  test('an archive without weights says so', async () => {
    const { 'model.weights.h5': _, ...others } = files;
    const { readWeights } = await load(written('bare.keras', zipSync(others)));
    await expect(readWeights!()).rejects.toThrow('holds no model.weights.h5');
  });
});

describe('a topology with a fault is refused in one clause', () => {
  type Layer = { class_name: string; config: Record<string, unknown>; inbound_nodes?: unknown };
  type Model = { class_name: unknown; config: { layers: Layer[] } & Record<string, unknown> };
  test.each<[string, (config: Model) => void, string]>([
    [
      'class',
      (config) => (config.class_name = 'Sub'),
      'the model must be a Functional or a Sequential, whose layers the file lists, got the class',
    ],
    [
      'layers',
      (config) => (config.config.layers = [null as never]),
      'layer 0 of the model sequential must be an object, got null',
    ],
    ['name', (config) => delete config.config.layers[1]!.config.name, 'layer 1 of the model sequential has no name'],
    [
      'nodes',
      (config) => (config.config.layers[1]!.inbound_nodes = 3),
      'inbound_nodes of the layer conv2d must be a list, got 3',
    ],
    [
      'calls',
      (config) => (config.config.layers[1]!.inbound_nodes = [[1]]),
      'a call of the layer conv2d must have args and kwargs, got [1]',
    ],
    [
      'config',
      (config) => (config.config.layers[1]!.config = 'x' as never),
      'layer 1 of the model sequential must have a class_name and a config',
    ],
    ['units', (config) => (config.config.layers.at(-1)!.config.units = 'many'), 'cannot be built'],
  ])('%s', async (name, edit, clause) => {
    await expect(load(edited(`${name}.keras`, edit as never))).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(clause),
    });
  });
});

describe('Files of a page', () => {
  const fileOf = (path: string, name: string): File => new File([readFileSync(path)], name);

  test('an archive and a model.json with its shards are loaded, filled and disposed of', async () => {
    const { path } = caseOf('sequential');
    await tf.setBackend('cpu');
    const shard = join(path('model.json'), '../group1-shard1of1.bin');
    const given = [
      fileOf(path('model.keras'), 'model.keras'),
      [fileOf(path('model.json'), 'model.json'), fileOf(shard, 'group1-shard1of1.bin')],
    ];
    for (const files of given) {
      const before = tf.memory().numTensors;
      const { fill, dispose, readWeights } = await loadModel(files, { layers: library });
      expect([...(await readWeights!()).keys()]).toContain('conv2d.kernel');
      await fill!();
      expect(tf.memory().numTensors).toBeGreaterThan(before);
      dispose();
      expect(tf.memory().numTensors).toBe(before);
    }
  });

  test('a shard that was not given is named', async () => {
    const { readWeights } = await loadModel([fileOf(caseOf('sequential').path('model.json'), 'model.json')], {
      layers: library,
    });
    await expect(readWeights!()).rejects.toThrow(
      'cannot read the weights file group1-shard1of1.bin: it must be one of the files given with model.json',
    );
  });
});

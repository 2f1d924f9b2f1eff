// Files and folders of graphs: whole, or as they were.
import '@tensorflow/tfjs-backend-cpu';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import {
  encodeGraphDef,
  encodePbtxt,
  encodeSavedModel,
  frozenGraph,
  type GraphFormat,
  type SignedGraph,
  saveGraph,
  writeGraph,
} from '../../src/index.ts';
import { Linear } from '../../src/nn.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'graphs-'));
const model = new Linear(3, 2);
const graph = () => frozenGraph(model, [1, 3]);

test('a folder with a SavedModel, a file with a graph, a file with its text: as they are encoded', async () => {
  const cwd = join(folder(), 'not', 'there', 'yet');
  await saveGraph(model, [1, 3], { format: 'savedmodel', out: join(cwd, 'saved') });
  await saveGraph(model, [1, 3], { format: 'graphdef', out: join(cwd, 'g.pb') });
  await saveGraph(model, [1, 3], { format: 'pbtxt', out: join(cwd, 'g.pbtxt') });
  expect(readdirSync(cwd, { recursive: true }).sort()).toEqual([
    'g.pb',
    'g.pbtxt',
    'saved',
    'saved/saved_model.pb',
    'saved/variables',
  ]);
  expect(statSync(join(cwd, 'saved/variables')).isDirectory()).toBe(true);
  const bytes = (name: string) => new Uint8Array(readFileSync(join(cwd, name)));
  expect(bytes('saved/saved_model.pb')).toEqual(encodeSavedModel(graph()));
  expect(bytes('g.pb')).toEqual(encodeGraphDef(graph()));
  expect(readFileSync(join(cwd, 'g.pbtxt'), 'utf8')).toBe(encodePbtxt(graph()));
});

test('a long array is written to the file without a copy', async () => {
  const out = join(folder(), 'long.pb');
  const wide = new Linear(300, 200);
  await saveGraph(wide, [1, 300], { format: 'graphdef', out });
  expect(Buffer.compare(readFileSync(out), encodeGraphDef(frozenGraph(wide, [1, 300])))).toBe(0);
});

async function refusal(format: GraphFormat, out: string, overwrite = false): Promise<string> {
  return saveGraph(model, [1, 3], { format, out, overwrite }).then(
    () => 'written',
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

test('an existing file stays unless overwrite is given, and one that is no graph stays even then', async () => {
  const cwd = folder();
  const at = (name: string) => join(cwd, name);
  mkdirSync(at('empty'));
  mkdirSync(at('photos'));
  writeFileSync(at('photos/cat.jpg'), 'cat');
  writeFileSync(at('notes.txt'), 'notes');
  const there = (name: string) => `UserError: ${at(name)} is there already: { overwrite: true } replaces it`;
  expect(await refusal('graphdef', at('notes.txt'))).toBe(there('notes.txt'));
  expect(await refusal('pbtxt', at('empty'))).toBe(`UserError: ${at('empty')} is a folder, and a pbtxt is a file`);
  expect(await refusal('savedmodel', at('notes.txt'), true)).toBe(
    `UserError: ${at('notes.txt')} is a file, and a SavedModel is a folder`,
  );
  expect(await refusal('savedmodel', at('photos'), true)).toBe(
    `UserError: ${at('photos')} holds cat.jpg, which is no part of a SavedModel`,
  );
  expect(await refusal('graphdef', '/dev/null', true)).toBe('UserError: /dev/null is no regular file');
  expect(await refusal('graphdef', '')).toBe('UserError: out must name a file or folder, got an empty string');
  expect(await refusal('graphdef', '/proc/none/g.pb')).toBe(
    "UserError: cannot write /proc/none/g.pb: ENOENT: no such file or directory, mkdir '/proc/none'",
  );
  expect(await refusal('onxx' as GraphFormat, at('g'))).toBe(
    'UserError: unknown format: onxx (did you mean onnx? one of savedmodel, graphdef, pbtxt, onnx)',
  );
  expect(await refusal(undefined as never, at('g'))).toBe(
    'UserError: format must be one of savedmodel, graphdef, pbtxt, onnx, got undefined',
  );
  expect(await refusal('savedmodel', at('empty'))).toBe('written');
  expect(await refusal('savedmodel', at('empty'))).toBe(there('empty'));
  writeFileSync(at('empty/variables/old'), 'old');
  expect(await refusal('savedmodel', at('empty'), true)).toBe('written');
  expect(readdirSync(at('empty'), { recursive: true }).sort()).toEqual(['saved_model.pb', 'variables']);
  expect(await refusal('graphdef', at('notes.txt'), true)).toBe('written');
  expect([readFileSync(at('photos/cat.jpg'), 'utf8'), readdirSync(cwd).sort()]).toEqual([
    'cat',
    ['empty', 'notes.txt', 'photos'],
  ]);
});

test('a symbolic link stays, and its target is replaced', async () => {
  const cwd = folder();
  const at = (name: string) => join(cwd, name);
  await saveGraph(model, [2, 3], { format: 'savedmodel', out: at('saved') });
  await saveGraph(model, [2, 3], { format: 'graphdef', out: at('g.pb') });
  symlinkSync('saved', at('latest'));
  symlinkSync('g.pb', at('latest.pb'));
  symlinkSync('gone', at('dangling'));
  expect(await refusal('savedmodel', at('latest'), true)).toBe('written');
  expect(await refusal('graphdef', at('latest.pb'), true)).toBe('written');
  expect(await refusal('graphdef', at('dangling'), true)).toBe(
    `UserError: ${at('dangling')} is a link to gone, which is not there`,
  );
  expect(['latest', 'latest.pb'].map((name) => readlinkSync(at(name)))).toEqual(['saved', 'g.pb']);
  expect(new Uint8Array(readFileSync(at('saved/saved_model.pb')))).toEqual(encodeSavedModel(graph()));
  expect(new Uint8Array(readFileSync(at('g.pb')))).toEqual(encodeGraphDef(graph()));
  expect(readdirSync(cwd).sort()).toEqual(['dangling', 'g.pb', 'latest', 'latest.pb', 'saved']);
});

test('a write that is stopped leaves what was there, and nothing beside it', async () => {
  const out = join(folder(), 'g.pb');
  await saveGraph(model, [1, 3], { format: 'graphdef', out });
  const before = readFileSync(out);
  const wide = frozenGraph(new Linear(300, 200), [1, 300]);
  const stop = new AbortController();
  const writing = writeGraph(wide, { format: 'graphdef', out, overwrite: true }, stop.signal);
  stop.abort(new Error('enough'));
  await expect(writing).rejects.toThrow('enough');
  expect([readFileSync(out), readdirSync(dirname(out))]).toEqual([before, ['g.pb']]);
});

test('a graph of over 2 GB leaves nothing behind', async () => {
  const values = new Float32Array(2 ** 24);
  const small = graph();
  const constant = small.nodes.find(({ op }) => op === 'Const')!;
  const tensor = { dtype: 'float32', shape: [values.length], values } as const;
  const big = { ...constant, attributes: { ...constant.attributes, value: { tensor } } };
  const large: SignedGraph = { ...small, nodes: Array.from({ length: 32 }, () => big) };
  const cwd = folder();
  for (const format of ['savedmodel', 'graphdef', 'pbtxt'] as const)
    await expect(writeGraph(large, { format, out: join(cwd, 'large') })).rejects.toThrow(
      'a graph of 2.1 GB: protobuf reads messages of less than 2^31 bytes',
    );
  expect(readdirSync(cwd)).toEqual([]);
});

test('an existing file is refused before the model runs, and a model that fails leaves no file', async () => {
  const cwd = folder();
  let ran = false;
  const failing = (x: tf.Tensor) => {
    ran = true;
    return tf.reshape(x, [7]);
  };
  writeFileSync(join(cwd, 'taken'), '');
  await expect(saveGraph(failing, [1, 3], { format: 'graphdef', out: join(cwd, 'taken') })).rejects.toThrow('already');
  expect(ran).toBe(false);
  await expect(saveGraph(failing, [1, 3], { format: 'graphdef', out: join(cwd, 'free') })).rejects.toThrow('fails on');
  expect([ran, existsSync(join(cwd, 'free')), readdirSync(cwd)]).toEqual([true, false, ['taken']]);
});

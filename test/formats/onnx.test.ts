// The file of an ONNX model: names, metadata, and weights outside of it.
import '@tensorflow/tfjs-backend-cpu';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { formats } from '../../src/formats/formats.ts';
import { onnxFiles, onnxPieces } from '../../src/formats/onnx.ts';
import { encodeOnnx, frozenGraph, onnxGraph, saveGraph, type Traceable, writeGraph } from '../../src/index.ts';
import { createGMLP, Linear } from '../../src/nn.ts';
import { onnx } from '../../src/proto/generated/onnx.js';
import { joined } from '../../src/proto/wire.ts';

const tiny = { imageSize: 32, patchSize: 8, numClasses: 10, dModel: 16, dFfn: 24, numLayers: 1 };
const graph = (options = {}) => onnxGraph(createGMLP('gmlp', tiny).model, [2, 3, 32, 32], options);

test('a model tells its producer, its operator set, its licence and its modules', () => {
  const model = onnx.ModelProto.decode(encodeOnnx(graph({ license: 'MIT' })));
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect([model.producerName, model.producerVersion, Number(model.irVersion)]).toEqual([name, version, 10]);
  expect(model.opsetImport.map(({ domain, version }) => [domain, Number(version)])).toEqual([['', 21]]);
  const facts = Object.fromEntries(model.metadataProps.map(({ key, value }) => [key, value]));
  expect(facts.model_license).toBe('MIT');
  expect(JSON.parse(facts.modules!)['model.0.sgu']).toBe('SpatialGatingUnit');
});

test('nodes are named by their scopes, parameters by their paths', () => {
  const { nodes, initializers } = namesOf(encodeOnnx(graph()));
  expect(nodes).toContainEqual({
    name: 'gMLPForImageClassification/Sequential[model]/gMLPBlock[0]/LayerNorm[norm]/layer_norm/LayerNormalization',
    namespace: 'gMLPForImageClassification/Sequential[model]/gMLPBlock[0]/LayerNorm[norm]',
  });
  expect(initializers).toEqual(expect.arrayContaining(['patcher.weight', 'model.0.norm.weight', 'classifier.bias']));
});

function namesOf(bytes: Uint8Array) {
  const { node, initializer } = onnx.ModelProto.decode(bytes).graph!;
  return {
    nodes: (node ?? []).map(({ name, metadataProps }) => ({ name, namespace: metadataProps?.[0]?.value })),
    initializers: (initializer ?? []).map(({ name }) => name),
  };
}

test('the same model gives the same bytes', () => {
  const { model } = createGMLP('gmlp', tiny);
  const once = () => encodeOnnx(onnxGraph(model, [2, 3, 32, 32]));
  expect(Buffer.from(once()).equals(Buffer.from(once()))).toBe(true);
});

test('a model that is too large for one file has its long weights in another one', () => {
  const whole = graph();
  expect('companion' in onnxPieces(whole, 'model.onnx')).toBe(false);
  const pair = onnxPieces(whole, 'model.onnx', 1000);
  if (!('companion' in pair)) throw new Error('expected two files');
  expect(pair.companion.name).toBe('model.onnx.data');
  const data = joined([...pair.companion.pieces] as Uint8Array[]);
  const { initializer } = onnx.ModelProto.decode(joined([...pair.pieces] as Uint8Array[])).graph!;
  const inside = onnx.ModelProto.decode(joined([...onnxFiles(whole).model])).graph!.initializer!;
  const outer = initializer!.filter(({ externalData }) => (externalData?.length ?? 0) > 0);
  expect(outer.length).toBeGreaterThan(3);
  for (const { name, externalData } of outer) {
    const at = Object.fromEntries(externalData!.map(({ key, value }) => [key, value]));
    expect([at.location, Number(at.offset) % 4096]).toEqual(['model.onnx.data', 0]);
    const bytes = data.subarray(Number(at.offset), Number(at.offset) + Number(at.length));
    expect(Buffer.from(bytes).equals(Buffer.from(inside.find((one) => one.name === name)!.rawData!))).toBe(true);
  }
});

test.each([
  [{ opset: 16 }, 'opset must be a whole number from 17 to 23, got 16'],
  [{ opset: 24 }, 'opset must be a whole number from 17 to 23, got 24'],
  [{ opset: 17.5 }, 'opset must be a whole number from 17 to 23, got 17.5'],
  [{ opset: '21' }, 'opset must be a whole number from 17 to 23, got "21"'],
  [{ opsets: 21 }, 'unknown option: opsets (did you mean opset?'],
])('the options %j are refused', (options, reason) => {
  expect(() => graph(options)).toThrow(reason as string);
});

test('a graph of another dialect is refused, and nothing is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
  const { model } = createGMLP('gmlp', tiny);
  const other = frozenGraph(model, [2, 3, 32, 32]);
  expect(() => encodeOnnx(other)).toThrow('the graph is not one of ONNX ops: onnxGraph makes one');
  const target = { format: 'onnx', out: join(folder, 'm.onnx') } as const;
  await expect(writeGraph(other, target)).rejects.toThrow('onnxGraph makes one');
  await expect(writeGraph(graph(), { format: 'graphdef', out: join(folder, 'm.pb') })).rejects.toThrow(
    'frozenGraph makes one',
  );
  await expect(
    saveGraph(model, [2, 3, 32, 32], { format: 'graphdef', out: join(folder, 'm.pb'), opset: 17 }),
  ).rejects.toThrow('opset is for the format onnx, got 17 for graphdef');
  await expect(
    saveGraph(model, [2, 3, 32, 32], { format: 'savedmodel', out: join(folder, 'm'), license: 'MIT' }),
  ).rejects.toThrow('license is for the format onnx, got MIT for savedmodel');
  expect(readdirSync(folder)).toEqual([]);
});

test('an existing file stays unless overwrite is given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
  const out = join(folder, 'm.onnx');
  writeFileSync(out, 'mine');
  const model = new Linear(2, 3);
  await expect(saveGraph(model, [1, 2], { format: 'onnx', out })).rejects.toThrow('is there already');
  expect(readFileSync(out, 'utf8')).toBe('mine');
  await saveGraph(model, [1, 2], { format: 'onnx', out, overwrite: true });
  expect(namesOf(readFileSync(out)).initializers).toContain('bias');
});

test('hostile names of inputs and outputs stay apart, and are those of the signature', () => {
  const model = ((x: tf.Tensor) => ({ x: tf.add(x, 1), 'x:0': tf.mul(x, 2), '': tf.neg(x) })) as unknown as Traceable;
  const { signature } = onnxGraph(model, [{ shape: [2], name: 'x' }]);
  const names = [...signature.inputs, ...signature.outputs].map(({ name }) => name);
  expect(new Set(names).size).toBe(4);
  const { input, output } = onnx.ModelProto.decode(encodeOnnx(onnxGraph(model, [{ shape: [2], name: 'x' }]))).graph!;
  expect([...input!, ...output!].map(({ name }) => name)).toEqual(names);
});

test('a kernel without an ONNX op is refused by its name', () => {
  const model = ((x: tf.Tensor) => tf.string.stringToHashBucketFast(x as tf.Tensor1D, 7)) as unknown as Traceable;
  expect(() => onnxGraph(model, [{ shape: [2], dtype: 'string' }])).toThrow(
    'no ONNX op is known for the kernel StringToHashBucketFast in model: no op hashes a string',
  );
});

test('a kernel whose result nobody reads is left out, also one without an ONNX op', () => {
  const model = ((x: tf.Tensor) => {
    tf.string.stringToHashBucketFast(x as tf.Tensor1D, 7);
    return tf.concat([x, x]);
  }) as unknown as Traceable;
  const { nodes } = onnxGraph(model, [{ shape: [2], dtype: 'string' }], { dynamic: false });
  expect(nodes.map(({ op }) => op)).toEqual(['Input', 'Concat']);
});

/** Writes weights to a file of their own from 1000 bytes on. */
function withShortFiles() {
  const load = vi.spyOn(formats.onnx, 'load');
  load.mockResolvedValue((whole, name) => onnxPieces(whole, name, 1000));
  return load;
}

test('a file of weights of its own lies next to the model, and neither of them behind a link', async () => {
  const at = (name: string) => join(folder, name);
  const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
  const load = withShortFiles();
  const write = (name: string) => writeGraph(graph(), { format: 'onnx', out: at(name), overwrite: true });
  try {
    mkdirSync(at('inner'));
    symlinkSync('inner', at('folder'));
    await write('folder/model.onnx');
    expect(readdirSync(at('inner')).sort()).toEqual(['model.onnx', 'model.onnx.data']);
    const before = readFileSync(at('inner/model.onnx'));
    symlinkSync('inner/model.onnx', at('link.onnx'));
    const clause = 'is a link, and a model must lie in one folder with the file of its weights: write next to ';
    await expect(write('link.onnx')).rejects.toThrow(`${at('link.onnx')} ${clause}${realpathSync(at('inner'))}`);
    writeFileSync(at('weights'), '');
    symlinkSync('weights', at('other.onnx.data'));
    await expect(write('other.onnx')).rejects.toThrow(`${at('other.onnx.data')} ${clause}`);
    expect(readdirSync(folder).sort()).toEqual(['folder', 'inner', 'link.onnx', 'other.onnx.data', 'weights']);
    expect(readFileSync(at('inner/model.onnx')).equals(before)).toBe(true);
  } finally {
    load.mockRestore();
  }
});

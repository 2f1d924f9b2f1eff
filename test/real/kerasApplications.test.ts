// Twenty models of keras.applications, all of which tf.js refuses as Keras 3 writes them: layer by layer the parameters and
// output shapes are those of Keras's own summary.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as layers from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import { type LayersLibrary, loadModel, trace } from '../../src/index.ts';
import { python } from './python.ts';

interface Application {
  readonly topology: object;
  readonly params: number;
  readonly trainable: number;
  readonly layers: readonly {
    readonly name: string;
    readonly params: number;
    readonly outputs: readonly (readonly (number | null)[])[];
  }[];
}

interface BuiltLayer {
  readonly name: string;
  readonly layers?: readonly BuiltLayer[];
  readonly weights: readonly { readonly shape: readonly number[] }[];
  readonly inboundNodes: readonly {
    readonly outputTensors: readonly { readonly shape: readonly (number | null)[] }[];
  }[];
}

const families = [
  ['MobileNet', 'MobileNetV2', 'MobileNetV3Small', 'MobileNetV3Large', 'NASNetMobile', 'Xception', 'VGG16'],
  ['ResNet50', 'ResNet101', 'ResNet50V2', 'DenseNet121', 'DenseNet169', 'InceptionV3', 'InceptionResNetV2'],
  ['EfficientNetB0', 'EfficientNetB1', 'EfficientNetV2B0', 'EfficientNetV2S', 'ConvNeXtTiny', 'ConvNeXtSmall'],
];
const folder = mkdtempSync(join(tmpdir(), 'applications-'));
const sizes = (list: readonly { readonly shape: readonly number[] }[]): number =>
  list.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);

describe.each(families.map((names) => ({ names })))('$names', ({ names }) => {
  const made = python<Readonly<Record<string, Application>>>('kerasApplications.py', names);

  test.each(names)('%s has the parameters and shapes of Keras’s summary', async (name) => {
    const { topology, params, trainable, layers: known } = made[name]!;
    const path = join(folder, `${name}.json`);
    writeFileSync(path, JSON.stringify({ format: 'layers-model', modelTopology: topology }));
    const handler = { load: async () => ({ modelTopology: structuredClone(topology) }) };
    await expect(layers.loadLayersModel(handler)).rejects.toThrow();
    const { model, openInputs, notes } = await loadModel(path, { layers: layers as unknown as LayersLibrary });
    expect(notes).toEqual([]);
    const built = new Map((model as unknown as BuiltLayer).layers!.map((layer) => [layer.name, layer]));
    const found = known.map(({ name: own }) => {
      const layer = built.get(own)!;
      // the first node of a model that is a layer is its making
      const node = layer.inboundNodes[layer.layers ? 1 : 0]!;
      return { name: own, params: sizes(layer.weights), outputs: node.outputTensors.map(({ shape }) => shape) };
    });
    expect(found).toEqual(known);
    // some leave height and width open
    const inputs = openInputs!.map((input) => ({
      ...input,
      shape: input.shape.map((dim, axis) => dim ?? (axis === 0 ? 1 : 224)),
    }));
    const parameters = trace(model, inputs).modules.flatMap((module) => module.parameters);
    const total = (list: typeof parameters): number => list.reduce((sum, { size }) => sum + size, 0);
    expect(total(parameters)).toBe(params);
    expect(total(parameters.filter(({ requiresGrad }) => requiresGrad))).toBe(trainable);
  });
});

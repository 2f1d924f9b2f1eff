// A gMLP of tf.layers and one that is a bare function cost what the module does.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { type Summary, type SummaryOptions, summary, type Traceable } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { functionTwin, layersTwin } from '../fixtures/twins.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const table = (model: Traceable, size: readonly number[]): Summary => {
  const options: SummaryOptions = { style: 'table' };
  return summary(model, size, options);
};

/** [params, MACs] of each layer that has either, in the order run. */
function costs({ facts }: Summary): [number, number][] {
  const found: [number, number][] = [];
  const visit = ({ own, children }: typeof facts.root): void => {
    if (own.params + own.macs > 0) found.push([own.params, own.macs]);
    children.forEach(visit);
  };
  visit(facts.root);
  return found;
}

const sixteen = { imageSize: 224, patchSize: 16, numLayers: 30 };
test.each([
  [{ numLayers: 1 }, 915_688, 184_805_376],
  [{ numLayers: 6 }, 3_224_808, 855_894_016],
  [{ numLayers: 30 }, 14_308_584, 4_077_119_488],
  [{ ...sixteen, dModel: 128, dFfn: 384 }, 5_867_072, 1_328_989_184],
  [{ ...sixteen, dModel: 256, dFfn: 768 }, 19_422_144, 4_392_060_928],
  [{ ...sixteen, dModel: 512, dFfn: 1536 }, 73_074_368, 15_720_452_096],
])(
  'gMLP with %j has the same parameters and multiply-adds as Modules, in tf.layers and as a function',
  (options, params, macs) => {
    const { model, inputSize } = createGMLP('gmlp', options);
    const [channels, height, width] = inputSize;
    const last = [height!, width!, channels!];
    const modules = table(model, inputSize);
    const twin = layersTwin(options);
    const layers = table(twin, last);
    twin.dispose();
    const { gmlp, variables } = functionTwin(options);
    const bare = table(gmlp, last);
    tf.dispose([...variables]);
    for (const { totals } of [modules, layers, bare])
      expect([totals.params, totals.trainable, totals.buffers, totals.macs]).toEqual([params, params, 0, macs]);
    expect(costs(layers)).toEqual(costs(modules));
    expect(costs(bare)).toEqual([[params, macs]]);
  },
);

test('fvcore counts operations of PyTorch, and says what it leaves out of a twin', () => {
  const twin = layersTwin({ numLayers: 1 });
  const { totals, notes } = summary(twin, [256, 256, 3], { style: 'table', convention: 'fvcore' });
  twin.dispose();
  expect(totals.macs).toBe(184_805_376);
  expect(notes).toEqual([
    'fvcore’s counts of normalisation and pooling are for a Module: here products and convolutions alone are counted',
  ]);
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { macsOf, trace } from '../../src/index.ts';
import { createGMLP, functional as F, gMLPForImageClassification, LayerNorm } from '../../src/nn.ts';

const record = (model: gMLPForImageClassification, size: readonly number[]) => trace(model, [{ shape: [1, ...size] }]);
const image = { imageSize: 224, patchSize: 16 };
const small = { imageSize: 64, patchSize: 8, inChannels: 1, numClasses: 10, dModel: 64, dFfn: 128 };

// calflops' MACs and fvcore's of PyTorch's twins
test.each([
  ['gmlp', { numLayers: 1 }, 184_805_376, 185_788_416],
  ['gmlp', { numLayers: 6 }, 855_894_016, 861_792_256],
  ['gmlp', { numLayers: 30 }, 4_077_119_488, 4_106_610_688],
  ['gmlp', { imageSize: 224, patchSize: 14, numLayers: 6 }, 844_097_536, 849_995_776],
  ['gmlp', { ...small, numLayers: 6 }, 12_845_696, 13_214_336],
] as const)('%s with %j has the known multiply-adds, by our rules and fvcore’s', (name, options, macs, fvcore) => {
  const { model, inputSize } = createGMLP(name, options);
  const seen = record(model, inputSize);
  expect([macsOf(seen).total, macsOf(seen, 'fvcore').total]).toEqual([macs, fvcore]);
});

/** timm's gmlp_*16_224 normalise once more before the mean over the patches. */
class Timm extends gMLPForImageClassification {
  last = new LayerNorm(this.classifier.weight.shape[1]!);
  override forward(x: Tensor): Tensor {
    const patches = F.permute(this.patcher.apply(x), [0, 2, 3, 1]);
    const embedding = this.model.apply(F.view(patches, [patches.shape[0]!, -1, patches.shape[3]!]));
    return this.classifier.apply(F.mean(this.last.apply(embedding), 1));
  }
}

test.each([
  [128, 384, 1_328_989_184, 1_344_167_424],
  [256, 768, 4_392_060_928, 4_422_417_408],
  [512, 1536, 15_720_452_096, 15_781_165_056],
])('timm’s gMLP/16 with %i features has the known multiply-adds', (dModel, dFfn, macs, fvcore) => {
  const seen = record(new Timm({ ...image, seqLen: 196, numLayers: 30, dModel, dFfn }), [3, 224, 224]);
  expect([macsOf(seen).total, macsOf(seen, 'fvcore').total]).toEqual([macs, fvcore]);
});

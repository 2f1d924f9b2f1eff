// Each layer's cost as PyTorch and fvcore measure it (golden/reference/cost/make.py).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';

// every layer is built as Linear is: what it takes by place, then its options
interface Case {
  readonly layer: 'Linear';
  readonly arguments: [number, number];
  readonly options: object;
}

const golden = new URL('../golden/reference/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, golden), 'utf8'));
const layers: Readonly<Record<string, Case>> = read('layers/layers.json');
const costs: Readonly<Record<string, { saved: number; fvcore: number }>> = read('cost/cost.json');
const stored = await viz.loadSafetensors(fileURLToPath(new URL('layers/layers.safetensors', golden)));

test.each(Object.entries(costs))('the layer %s has the reference’s costs', (name, expected) => {
  const { layer, arguments: given, options } = layers[name]!;
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the golden names the layer
  const model: nn.Module = new nn[layer](...given, ...(Object.keys(options).length > 0 ? [options] : []));
  const { shape, values } = stored.get(`${name}/input`)!;
  const seen = viz.trace(model, [{ shape, dtype: values instanceof Int32Array ? 'int32' : 'float32' }]);
  const { bytes, unknown } = viz.savedActivationsBytes(seen, 'pytorch');
  const count = viz.macsOf(seen, 'fvcore').total;
  // the batch's own statistics: fvcore adds 5 a number, we see kernels and name them
  if (name === 'batch_norm2d_untracked') {
    expect([bytes, unknown]).toEqual([expected.saved, ['Mean', 'Cast', 'Reshape', 'Sub', 'Square']]);
    return;
  }
  expect({ saved: bytes, fvcore: count, unknown }).toEqual({ ...expected, unknown: [] });
});

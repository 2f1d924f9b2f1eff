// The converted model with real gMLP layers that benches measure: 42,959 nodes and 80 MB. Its package is taken from the
// registry once and kept in the user's cache.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { createJiti } from 'jiti';

const { packageFolder } = await createJiti(import.meta.url).import('../test/real/packages.ts');
const folder = join(packageFolder('@upscalerjs/maxim-denoising', '0.1.0'), 'models');

/** Loads the model with the tf.js that is imported. */
export async function loadLargeModel() {
  const { weightsManifest, ...artifacts } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
  const shards = weightsManifest.flatMap(({ paths }) => paths.map((path) => readFileSync(join(folder, path))));
  const weightData = Uint8Array.from(Buffer.concat(shards)).buffer;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  return loadGraphModel({ load: async () => ({ ...artifacts, weightSpecs, weightData }) });
}

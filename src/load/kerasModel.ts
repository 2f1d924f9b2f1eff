// A tf.LayersModel from a Keras 3 file, with access to its weights.
import * as tf from '@tensorflow/tfjs-core';
import { product } from '../tensors.ts';
import type { Weights } from '../trace/adapter.ts';
import { layerTree } from '../trace/adapters/layers/layerTree.ts';
import { adapterOf } from '../trace/adapters.ts';
import { buildKeras } from './buildKeras.ts';
import type { Assigned } from './keras3/assignWeights.ts';
import type { Placeholder } from './keras3/rewriteLayer.ts';
import { kerasFile } from './kerasFiles.ts';
import type { BuiltLayersModel, LoadedModel, ModelFile, ModelLibraries } from './loadedModel.ts';
import { refuseUnread } from './unread.ts';

/**
 * Builds the model of a Keras 3 file.
 * @throws UserError for a topology that cannot be read or built
 */
export async function loadKeras(file: ModelFile, libraries: ModelLibraries): Promise<LoadedModel> {
  const { model, placeholders, assigned } = await buildKeras(kerasFile(file), libraries);
  if (assigned) refuseUnread(model.weights, file.path);
  const notes = placeholders.map((placeholder) => noteOf(placeholder, libraries.registerHint));
  return {
    model,
    inputs: adapterOf(model).inputs,
    notes,
    ...(assigned && {
      readWeights: async () => weightsByPath(model, await assigned()),
      fill: async () => fillWeights(await assigned()),
    }),
  };
}

function noteOf({ path, className, reason, weightShapes }: Placeholder, registerHint: string): string {
  const numbers = weightShapes.reduce((sum, shape) => sum + product(shape), 0);
  const counted = numbers > 0 ? `; its ${numbers} parameters count by its own flag, as the file tells no other` : '';
  // another fault than a missing class has no remedy
  const way = reason.startsWith('the layer') ? `: ${registerHint}` : '';
  return `${path.join('.')} (${className}) is a placeholder with Keras's output shape, since tf.js lacks ${reason}${way}${counted}`;
}

async function weightsByPath(model: BuiltLayersModel, assigned: Assigned): Promise<Weights> {
  const { weights } = layerTree(model);
  const read = new Map<string, { readonly values: ArrayLike<number> }>();
  for (const [variable, array] of assigned) {
    const path = weights.get(variable.read());
    if (path !== undefined) read.set(path, { values: await array.read() });
  }
  return read;
}

async function fillWeights(assigned: Assigned): Promise<void> {
  for (const [variable, { shape, read }] of assigned) {
    const values = await read();
    tf.tidy(() => {
      variable.write(tf.tensor(values, [...shape], variable.dtype));
    });
  }
}

// A tf.LayersModel from the topology in a model.json, its weights declared and not drawn. In: the user's tf.layers and
// parsed JSON. Out: a model.

import type { LayersModelLike } from './layersModel.ts';
import { enterMetaBackend } from './metaBackend.ts';

/** What of @tensorflow/tfjs-layers builds a model. */
export interface LayersLibrary {
  loadLayersModel(handler: { load(): Promise<{ modelTopology: object }> }): Promise<LayersModelLike>;
}

/** @throws what tf.layers says of a topology that it cannot build */
export async function modelOf(library: LayersLibrary, topology: object): Promise<LayersModelLike> {
  const leave = enterMetaBackend(() => undefined);
  try {
    return await library.loadLayersModel({ load: async () => ({ modelTopology: withoutDrawing(topology) as object }) });
  } finally {
    leave();
  }
}

// whatever the initializer, the numbers are those of the file
const zeros = { class_name: 'Zeros', config: {} };

function withoutDrawing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDrawing);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key.endsWith('initializer') && inner !== null ? zeros : withoutDrawing(inner),
    ]),
  );
}

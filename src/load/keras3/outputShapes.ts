// The output shapes of layers that a Keras 3 topology tells: those of the tensors that other layers read.
import { type KerasLayer, type OpenShape, tensorsIn } from './kerasTopology.ts';

/** The shapes of the outputs of a layer's first call; undefined where the file does not tell. */
export type NamedShapes = (layer: KerasLayer) => OpenShape | readonly OpenShape[] | undefined;

/** Collects the shapes of all tensors that the layers of a model read. */
export function outputShapes(layers: readonly KerasLayer[]): NamedShapes {
  const shapes = new Map<string, OpenShape[]>();
  for (const { calls } of layers)
    for (const { args, kwargs } of calls)
      for (const { layer, tensor, shape } of tensorsIn([args, kwargs])) {
        if (!shape) continue;
        const list = shapes.get(layer) ?? [];
        list[tensor] = shape;
        shapes.set(layer, list);
      }
  return ({ name }) => {
    const list = shapes.get(name);
    // an output that nothing reads leaves a hole
    if (!list || Array.from(list).some((shape) => shape === undefined)) return undefined;
    return list.length === 1 ? list[0] : list;
  };
}

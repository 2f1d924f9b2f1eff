// How many tokens an input of a tf.layers model may hold, where an Embedding reads the input itself.
import type { LayerLike, LayersModelLike } from '../../traceable.ts';
import { isLayersModel } from './layerTree.ts';

/** A call of a layer in the graph of a model. */
interface GraphNode {
  readonly inputTensors?: readonly unknown[];
}

/**
 * By input of the model: the `inputDim` of the Embedding that reads it, the least where several do, also in a model that is a
 * layer or in a TimeDistributed; undefined where none does.
 */
export function tokenCounts(model: LayersModelLike): (number | undefined)[] {
  const { inputs } = model as { readonly inputs?: unknown };
  if (!Array.isArray(inputs)) return [];
  return inputs.map((input) => {
    const found = model.layers.flatMap((layer) => countsIn(layer, input));
    return found.length === 0 ? undefined : Math.min(...found);
  });
}

function countsIn(layer: LayerLike, input: unknown): number[] {
  const { inboundNodes } = layer as { readonly inboundNodes?: unknown };
  if (!Array.isArray(inboundNodes)) return [];
  return (inboundNodes as readonly GraphNode[]).flatMap(({ inputTensors = [] }) =>
    inputTensors.flatMap((tensor, i) => (tensor === input ? countOf(layer, i) : [])),
  );
}

/** @param input the index of the layer's input */
function countOf(layer: LayerLike, input: number): number[] {
  if (isLayersModel(layer)) return [tokenCounts(layer)[input]].filter((count) => count !== undefined);
  const { inputDim, layer: wrapped } = layer as { readonly inputDim?: unknown; readonly layer?: LayerLike };
  if (layer.getClassName() === 'TimeDistributed' && wrapped) return countOf(wrapped, input);
  return layer.getClassName() === 'Embedding' && Number.isSafeInteger(inputDim) && (inputDim as number) > 0
    ? [inputDim as number]
    : [];
}

import { joinPath } from '../names/modulePath.ts';
import type { Weights } from '../trace/adapter.ts';
import { statisticsOf } from '../weights/statistics.ts';
import { stateOf } from './amounts.ts';
import type { Layer } from './moduleTree.ts';

/** Adds a leaf for each parameter, which takes over its layer's counts, so that the columns add up as before. */
export function withParameters(layer: Layer, weights: Weights): Layer {
  const leaves = layer.parameters.map((parameter): Layer => {
    const path = joinPath(layer.path, parameter.name);
    const stored = weights.get(parameter.sharedWith ?? path);
    const own = { ...stateOf([parameter]), macs: 0 };
    return {
      path,
      name: parameter.name,
      type: parameter.buffer ? 'buffer' : 'parameter',
      called: true,
      failed: false,
      partial: false,
      partialBelow: false,
      inputs: [],
      outputs: [parameter.shape],
      dtype: parameter.dtype ?? 'float32',
      kernelSize: undefined,
      settings: undefined,
      program: () => '',
      sources: () => [],
      again: false,
      declared: own,
      own,
      total: own,
      unknownKernels: [],
      activationBytes: 0,
      inputBytes: 0,
      sharedWith: parameter.sharedWith,
      parameters: [],
      statistics: stored && statisticsOf(stored.values),
      children: [],
    };
  });
  const children = layer.children.map((child) => withParameters(child, weights));
  return {
    ...layer,
    own: { ...stateOf([]), macs: layer.own.macs, ms: layer.own.ms },
    children: [...leaves, ...children],
  };
}

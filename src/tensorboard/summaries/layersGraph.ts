// The conceptual graph of the Graphs dashboard: layers alone. In: a trace. Out: a summary that holds them as Keras 3 does.
import { stringTensor } from '../../formats/tensorProto.ts';
import { layerNodes } from '../../graph/conceptualGraph.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import type { Trace } from '../../trace/trace.ts';
import { graphMetadata } from './metadata.ts';

/** Keras' own callback calls it so. */
const usualTag = 'keras';

/**
 * A functional model without models in it, whose layers' names have slashes: TensorBoard's reader of such models draws every
 * edge then, where it loses those of nested ones.
 */
export function layersGraphSummary(trace: Trace, graphTag?: string): tensorboard.Summary.IValue {
  const tag = graphTag === undefined ? usualTag : `${graphTag}/${usualTag}`;
  const nodes = layerNodes(trace);
  const layers = nodes.map(({ name, type, dtype, inputs }) => ({
    class_name: ascii(type),
    config: { name, dtype },
    inbound_nodes: inputs.length > 0 ? [{ args: [inputs.map(tensorOf)], kwargs: {} }] : [],
  }));
  const ends = nodes.filter(({ name }) => !nodes.some(({ inputs }) => inputs.includes(name)));
  const model = {
    class_name: 'Functional',
    config: {
      name: ascii(trace.modules[0]!.type),
      layers,
      input_layers: nodes.slice(0, trace.inputs.length).map(({ name }) => [name, 0, 0]),
      output_layers: ends.map(({ name }) => [name, 0, 0]),
    },
  };
  return {
    tag,
    metadata: graphMetadata('graph_keras_model'),
    tensor: stringTensor([JSON.stringify(model)], []),
  };
}

const tensorOf = (layer: string) => ({ class_name: '__keras_tensor__', config: { keras_history: [layer, 0, 0] } });

// TensorBoard refuses the whole model for another letter in a class
const ascii = (text: string): string => text.replace(/[^ -~]/g, '_');

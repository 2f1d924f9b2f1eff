// The conceptual graph of TensorBoard's Graphs dashboard, of layers alone, encoded as Keras 3 does.
import { stringTensor } from '../../formats/tensorProto.ts';
import { layerNodes } from '../../graph/conceptualGraph.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import type { Trace } from '../../trace/trace.ts';
import { graphMetadata } from './metadata.ts';

/** The tag that Keras's callback uses. */
const usualTag = 'keras';

/**
 * The summary of a functional model without nested models: layers of inner models have slashes in their names instead, since
 * TensorBoard's reader loses edges of nested models.
 */
export function layersGraphSummary(trace: Trace, graphTag?: string): tensorboard.Summary.IValue {
  const tag = graphTag === undefined ? usualTag : `${graphTag}/${usualTag}`;
  const nodes = layerNodes(trace);
  const layers = nodes.map(({ name, type, dtype, inputs }) => ({
    class_name: ascii(type),
    config: { name, dtype },
    inbound_nodes: inputs.length > 0 ? [{ args: [inputs.map(tensorOf)], kwargs: {} }] : [],
  }));
  const outputs = nodes.filter(({ name }) => !nodes.some(({ inputs }) => inputs.includes(name)));
  const model = {
    class_name: 'Functional',
    config: {
      name: ascii(trace.modules[0]!.type),
      layers,
      input_layers: nodes.slice(0, trace.inputs.length).map(({ name }) => [name, 0, 0]),
      output_layers: outputs.map(({ name }) => [name, 0, 0]),
    },
  };
  return {
    tag,
    metadata: graphMetadata('graph_keras_model'),
    tensor: stringTensor([JSON.stringify(model)], []),
  };
}

const tensorOf = (layer: string) => ({ class_name: '__keras_tensor__', config: { keras_history: [layer, 0, 0] } });

// TensorBoard refuses a model with any other letter in the name of a class
const ascii = (text: string): string => text.replace(/[^ -~]/g, '_');

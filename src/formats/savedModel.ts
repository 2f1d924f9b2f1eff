// The saved_model.pb of TensorFlow's SavedModel: one graph and its signature. https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/protobuf/saved_model.proto

import { dataTypes } from '../dialects/tensorflow/dataTypes.ts';
import type { SignedGraph, TensorInfo } from '../graph/graph.ts';
import { tensorboard } from '../proto/generated/savedModel.js';
import { field } from '../proto/wire.ts';
import { graphParts } from './graphDef.ts';
import { shapeMessage } from './tensorProto.ts';

/** The tag, signature and method that TensorFlow's loaders and servers read by default. */
const tag = 'serve';
const signature = 'serving_default';
const method = 'tensorflow/serving/predict';

// SavedModel.meta_graphs = 2 ⊃ MetaGraphDef.graph_def = 2
export function savedModelParts(graph: SignedGraph): Uint8Array[] {
  const { inputs, outputs } = graph.signature;
  const about = {
    metaInfoDef: { tags: [tag] },
    signatureDef: { [signature]: { inputs: infos(inputs), outputs: infos(outputs), methodName: method } },
  };
  const meta = [tensorboard.MetaGraphDef.encode(about).finish(), ...field(2, graphParts(graph))];
  return [tensorboard.SavedModel.encode({ savedModelSchemaVersion: 1 }).finish(), ...field(2, meta)];
}

const infos = (endpoints: readonly TensorInfo[]): Record<string, tensorboard.ITensorInfo> =>
  Object.fromEntries(
    endpoints.map(({ name, tensor, dtype, shape }) => [
      name,
      { name: tensor, dtype: dataTypes[dtype], tensorShape: shapeMessage(shape) },
    ]),
  );

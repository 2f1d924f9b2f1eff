// Lookup tables of a converted model. tf.js fills them before it runs anything, and only asynchronously: a run on shapes
// does without them.

import * as tf from '@tensorflow/tfjs-core';
import { parseNodeInput } from '../../../names/nodeInput.ts';
import type { Dtype } from '../../../tensors.ts';
import { enterBackend } from '../../backend/engine.ts';
import type { GraphTopology, TopologyNode } from '../../sourceGraph.ts';
import type { GraphModelLike } from '../../traceable.ts';
import { looksUp, makesTable } from './lookupTables.ts';

type Looked = { readonly shape: readonly number[]; readonly dtype: Dtype };
/** Shape and dtype of the results of lookups, by node. */
export type Lookups = Map<string, Looked>;

/** Fetches outputs of a model's nodes: as `model.execute`, with inputs by the names of nodes. */
export type Execute = (inputs: tf.NamedTensorMap, outputs: string[]) => tf.Tensor | tf.Tensor[];

/**
 * Builds the model again with its tables and lookups as inputs, so that it runs synchronously. Its weights are the model's
 * own.
 */
export function executeWithoutTables(
  model: GraphModelLike,
  topology: GraphTopology,
  weights: ReadonlyMap<string, tf.Tensor>,
): Execute {
  const node = topology.node.map((one) =>
    looksUp(one) || makesTable(one) ? { name: one.name, op: 'Placeholder', attr: {} } : one,
  );
  // built as the model itself was, by its own class: tf.GraphModel(handler)
  const GraphModel = model.constructor as new (handler: {
    load(): tf.io.ModelArtifacts;
  }) => GraphModelLike & { load(): boolean };
  const other = new GraphModel({
    load: () => ({ modelTopology: { ...topology, node }, weightSpecs: [], weightData: new ArrayBuffer(0) }),
  });
  other.load();
  const constants = Object.fromEntries(
    node.flatMap(({ name }) => (weights.has(name) ? [[name, weights.get(name)!] as const] : [])),
  );
  return (inputs, outputs) => other.execute({ ...constants, ...inputs }, outputs);
}

/**
 * Adds the results of lookups whose keys have a known shape; returns whether there were any.
 * @param known gives shape and dtype of an output of a node, where they are known
 */
export function addLookups(
  lookups: Lookups,
  order: readonly TopologyNode[],
  known: (node: string, output: number) => Looked | undefined,
): boolean {
  const before = lookups.size;
  for (const node of order) {
    const { name, op, input = [] } = node;
    if (!looksUp(node) || lookups.has(name)) continue;
    if (op.includes('Size')) lookups.set(name, { shape: [], dtype: 'int32' });
    else {
      const [keys, instead] = input
        .slice(1, 3)
        .map((text) => known(parseNodeInput(text).node, parseNodeInput(text).output));
      // the result is a list, whatever the shape of the keys
      if (keys && instead) lookups.set(name, { shape: [tf.util.sizeFromShape([...keys.shape])], dtype: instead.dtype });
    }
  }
  return lookups.size > before;
}

/** Fetches a lookup whose result is also fed: tf.js then runs the initializer graph and nothing else. */
export async function fillTables(
  model: GraphModelLike,
  order: readonly TopologyNode[],
  backend: string,
): Promise<void> {
  const lookup = order.find(looksUp);
  if (!lookup) return;
  const leave = enterBackend(backend);
  const given = tf.scalar(0);
  try {
    await model.executeAsync({ [lookup.name]: given }, lookup.name);
  } finally {
    given.dispose();
    leave();
  }
}

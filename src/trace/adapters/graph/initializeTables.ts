// What a converted model looks up: tf.js fills its tables before it runs anything, and only asynchronously. In: a model and
// its graph. Out: runs that look nothing up, or whose tables are filled.

import * as tf from '@tensorflow/tfjs-core';
import { parseNodeInput } from '../../../names/nodeInput.ts';
import type { Dtype } from '../../../tensors.ts';
import { enterBackend } from '../../backend/engine.ts';
import type { GraphTopology, TopologyNode } from '../../sourceGraph.ts';
import type { GraphModelLike } from '../../traceable.ts';
import { looksUp, makesTable } from './lookupTables.ts';

type Looked = { readonly shape: readonly number[]; readonly dtype: Dtype };
/** By node, what it is as good as known to find. */
export type Lookups = Map<string, Looked>;

/** Runs some of a model's nodes: as `model.execute`, by the names of nodes. */
export type Execute = (inputs: tf.NamedTensorMap, outputs: string[]) => tf.Tensor | tf.Tensor[];

/**
 * Runs the graph of a model whose tables, and what is looked up in them, are inputs like others: these have to be given,
 * and all runs at once. Its weights are the model's own.
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
 * Adds what is looked up with keys whose shape is known. @returns whether there was any
 * @param known of a tensor, `node:output`, where it is known
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
      // a list, whatever the shape of its keys
      if (keys && instead) lookups.set(name, { shape: [tf.util.sizeFromShape([...keys.shape])], dtype: instead.dtype });
    }
  }
  return lookups.size > before;
}

/** By asking for what is looked up while it is given, so that nothing but the tables' own graph runs. */
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

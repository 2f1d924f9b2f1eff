// Lookup tables of a converted model, which the graph creates and fills by itself at its first run in TensorFlow.
import type { Attributes, GraphNode } from '../../graph/graph.ts';
import { outputText, parseNodeInput } from '../../names/nodeInput.ts';
import type { GraphTable, TopologyNode } from '../../trace/sourceGraph.ts';
import { constantNode } from './constantNode.ts';
import { dtypeOf } from './dataTypes.ts';

/**
 * Returns nodes in place of the node `name`, which the model reads the table from. The last one has that name, the others
 * are in a scope of that name. Readers of the table wait until it is filled; at later runs TensorFlow finds it full.
 * @param lowered nodes of TensorFlow for a node of the graph that fills the table
 */
export function tableNodes(
  name: string,
  { keyType, valueType, keys, values, nodes }: GraphTable,
  lowered: (node: TopologyNode) => readonly GraphNode[],
): GraphNode[] {
  const words = new Map([
    [parseNodeInput(keys).node, 'keys'],
    [parseNodeInput(values).node, 'values'],
  ]);
  const within = (node: string): string => `${name}/${words.get(node) ?? node}`;
  const input = (text: string): string => {
    const { node, output } = parseNodeInput(text);
    return outputText({ node: within(node), output });
  };
  const types = { key: { type: dtypeOf(keyType)! }, value: { type: dtypeOf(valueType)! } };
  const [table, fill] = [within('hash_table'), within('fill')];
  const scalar: Attributes = { _output_shapes: { shapes: [[]] } };
  return [
    ...nodes.flatMap(lowered).map((node) => ({ ...node, name: within(node.name), inputs: node.inputs.map(input) })),
    {
      name: table,
      op: 'HashTableV2',
      inputs: [],
      attributes: {
        key_dtype: types.key,
        value_dtype: types.value,
        container: { s: '' },
        // not shared: a table of the same name in another graph may hold other entries
        shared_name: { s: '' },
        use_node_name_sharing: { b: false },
        ...scalar,
      },
    },
    {
      name: fill,
      op: 'LookupTableImportV2',
      inputs: [table, input(keys), input(values)],
      attributes: { Tin: types.key, Tout: types.value },
    },
    { name, op: 'Identity', inputs: [table, `^${fill}`], attributes: { T: { type: 'resource' }, ...scalar } },
  ];
}

/**
 * Returns nodes for a lookup. tf.js returns a list whatever the shape of the keys, so that the keys are reshaped.
 * @param listed whether the keys are a list already
 */
export function lookupNodes(node: GraphNode, listed: boolean): GraphNode[] {
  const op = node.op.endsWith('V2') ? node.op : `${node.op}V2`;
  if (listed || !op.includes('Find')) return [{ ...node, op }];
  const [table, keys, ...rest] = node.inputs as [string, string, ...string[]];
  const [size, list] = [`${node.name}/size`, `${node.name}/list`];
  const { Tin = { type: 'string' } as const } = node.attributes;
  return [
    // inside a loop a constant belongs to the loop only if it waits for one of its nodes
    constantNode(size, { dtype: 'int32', shape: [1], values: [-1] }, [`^${parseNodeInput(keys).node}`]),
    { name: list, op: 'Reshape', inputs: [keys, size], attributes: { T: Tin, Tshape: { type: 'int32' } } },
    { ...node, op, inputs: [table, list, ...rest] },
  ];
}

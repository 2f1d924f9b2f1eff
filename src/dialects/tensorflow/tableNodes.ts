// Tables that words are looked up in, made and filled by the graph itself: TensorFlow does so at its first run. In: a
// converted model's tables. Out: nodes of TensorFlow's.
import type { Attributes, GraphNode } from '../../graph/graph.ts';
import { outputText, parseNodeInput } from '../../names/nodeInput.ts';
import type { TopologyNode } from '../../trace/adapters/graph/artifacts.ts';
import type { GraphTable } from '../../trace/adapters/graph/lookupTables.ts';
import { constantNode } from './constantNode.ts';
import { dtypeOf } from './dataTypes.ts';

/**
 * What stands for the node `name`, which the model takes the table from: the last under its name, those on the way in a
 * scope of that name. Whatever takes the table waits until it is filled; that it is full already TensorFlow sees at once.
 * @param lowered a node of the graph that fills it
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
        // the graph's own: another one's of this name may hold other words
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
 * Looks up in tables of `tableNodes`, as tf.js does: it gives a list, whatever the shape of its keys.
 * @param listed whether its keys are one
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

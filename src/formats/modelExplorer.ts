// A picture as Google's Model Explorer reads it: a collection of one graph, and node data to colour it by.
import { type AmountName, amountNames, childrenOf, type Picture, type PictureNode } from '../graph/picture/picture.ts';
import { spelled } from '../text/printable.ts';
import { amountTitles, shapeText, shownAmounts } from './amountText.ts';
import { plainLabel } from './plainLabel.ts';

interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** The graph: what `model-explorer FILE` opens. */
export function modelExplorer(picture: Picture): string {
  const { nodes, edges, name } = picture;
  const { of } = childrenOf(picture);
  const namespaces = namespacesOf(picture);
  const incoming = new Map<number, { sourceNodeId: string; sourceNodeOutputId: string; targetNodeInputId: string }[]>();
  for (const { from, to, output } of edges) {
    const list = incoming.get(to) ?? [];
    incoming.set(to, list);
    const [sourceNodeId, targetNodeInputId] = [nodes[from]!.path, String(list.length)];
    list.push({ sourceNodeId, sourceNodeOutputId: String(output), targetNodeInputId });
  }
  const leaves = nodes.flatMap((node, i) => (of[i]!.length === 0 ? [{ node, i }] : []));
  const graph = {
    id: graphId(name),
    nodes: leaves.map(({ node, i }) => ({
      id: node.path,
      label: plainLabel(node),
      namespace: node.parent === -1 ? '' : namespaces[node.parent]!,
      attrs: attributesOf(node),
      incomingEdges: incoming.get(i) ?? [],
      outputsMetadata: node.outputs.map((shape, output) => ({
        id: String(output),
        attrs: [{ key: 'shape', value: shapeText(shape) || '?' }],
      })),
    })),
    groupNodeAttributes: Object.fromEntries(
      nodes.flatMap((node, i) =>
        of[i]!.length === 0
          ? []
          : [[namespaces[i]!, Object.fromEntries(attributesOf(node).map(({ key, value }) => [key, value]))]],
      ),
    ),
  };
  return `${JSON.stringify({ label: spelled(name), graphs: [graph] })}\n`;
}

/** Node data of one amount: what Model Explorer colours the graph's nodes by. Of groups it makes sums itself. */
export function modelExplorerNodeData(picture: Picture, amount: AmountName): string {
  const { nodes, name } = picture;
  const { of } = childrenOf(picture);
  const results = Object.fromEntries(
    nodes.flatMap(({ path, amounts: { [amount]: value = Number.NaN } }, i) =>
      of[i]!.length > 0 || Number.isNaN(value) ? [] : [[path, { value }]],
    ),
  );
  const gradient = [
    { stop: 0, bgColor: '#fdf3df' },
    { stop: 0.5, bgColor: '#f0995a' },
    { stop: 1, bgColor: '#9c2f74', textColor: 'white' },
  ];
  return `${JSON.stringify({ [graphId(name)]: { name: amountTitles[amount], results, gradient } })}\n`;
}

const graphId = (name: string): string => spelled(name) || 'model';

/** By group, its name and those around it, joined by slashes: of siblings each has another. */
function namespacesOf({ nodes }: Picture): string[] {
  const taken = new Set<string>();
  const namespaces: string[] = [];
  for (const node of nodes) {
    const around = node.parent === -1 ? '' : `${namespaces[node.parent]}/`;
    // a slash would begin another group
    const own = plainLabel(node).replaceAll('/', '∕').trim() || 'group';
    let unique = around + own;
    for (let count = 2; taken.has(unique); count++) unique = `${around}${own} #${count}`;
    taken.add(unique);
    namespaces.push(unique);
  }
  return namespaces;
}

function attributesOf({ type, path, amounts, parameters = [], state, count }: PictureNode): KeyValue[] {
  return [
    { key: 'path', value: spelled(path) },
    ...(type === '' ? [] : [{ key: 'type', value: spelled(type) }]),
    ...(count === undefined ? [] : [{ key: 'equal ones', value: String(count) }]),
    ...shownAmounts(amounts, amountNames).map(([name, value]) => ({ key: amountTitles[name], value })),
    ...parameters.map(({ path, shape, dtype }) => ({ key: spelled(path), value: `${shapeText(shape)} ${dtype}` })),
    ...(state === undefined ? [] : [{ key: 'state', value: state }]),
  ];
}

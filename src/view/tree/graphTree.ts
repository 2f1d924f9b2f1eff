// The tree of a graph that somebody wrote: its picture, with the parameters that its nodes read.
import { addTo } from '../../addTo.ts';
import { shapeText } from '../../formats/amountText.ts';
import { gatherParallel } from '../../graph/picture/gatherParallel.ts';
import { type DrawnGraph, graphPicture } from '../../graph/picture/graphPicture.ts';
import { groupByName } from '../../graph/picture/groupByName.ts';
import { childrenOf, type PictureNode } from '../../graph/picture/picture.ts';
import type { ViewNode, ViewTree } from './viewTree.ts';

/** @param name what the page calls the graph */
export function graphTree(graph: DrawnGraph, name: string): ViewTree {
  const picture = gatherParallel(groupByName(graphPicture(graph)));
  const inputs = inputsOf(picture);
  const { of } = childrenOf(picture);
  const nodes = picture.nodes.map((node, i): ViewNode => ({ ...node, facts: factsOf(node, inputs.get(i)) }));
  const params = nodes.reduce((sum, { parent, amounts }) => sum + (parent === -1 ? (amounts.params ?? 0) : 0), 0);
  const shown = nodes.filter(({ role }, i) => role !== 'end' && of[i]!.length === 0).length;
  return {
    name,
    type: picture.name === 'graph' ? '' : picture.name,
    nodes,
    edges: picture.edges,
    totals: [
      ...(params > 0 ? [{ title: 'Parameters', value: params, unit: 'count' } as const] : []),
      { title: 'Nodes', value: shown, unit: 'count' },
    ],
    notes: [],
  };
}

/** By node: the shapes that edges bring to it. */
function inputsOf({ edges }: Pick<ViewTree, 'edges'>): ReadonlyMap<number, string[]> {
  const inputs = new Map<number, string[]>();
  for (const { to, shape, control } of edges) {
    const text = shapeText(shape);
    if (!control && text !== '') addTo(inputs, to, text);
  }
  return inputs;
}

function factsOf({ parameters }: PictureNode, inputs: string[] | undefined): ViewNode['facts'] {
  return {
    ...(inputs && { inputs }),
    ...(parameters && {
      parameters: parameters.map(({ path, shape, dtype }) => ({ name: path, shape: shapeText(shape), dtype })),
    }),
  };
}

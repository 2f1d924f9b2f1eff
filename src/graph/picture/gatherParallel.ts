// Equal branches that read the same tensors, put next to each other, so that they are neighbours and can be drawn as one.
import { addTo } from '../../addTo.ts';
import { equalClasses } from './equalClasses.ts';
import { minTwins, twinRuns } from './foldTwins.ts';
import { childrenOf, type Picture } from './picture.ts';
import { inPreorder } from './preorder.ts';

/**
 * Moves equal siblings to the first of them, where all read the same outputs at the same places: what the first one waits
 * for is all that they wait for, so the order stays one of execution. Boxes that repeat in a row already stay.
 */
export function gatherParallel(picture: Picture): Picture {
  const { nodes } = picture;
  const { of, top } = childrenOf(picture);
  const candidates = equalApart(picture, of, top);
  if (candidates.length === 0) return picture;
  const inputs = inputsOf(picture, new Set(candidates.flat()));
  const order = Array.from(nodes.keys());
  let isMoved = false;
  for (const equal of candidates) {
    const byInputs = new Map<string, number[]>();
    for (const one of equal) {
      const key = inputs.get(one)!.sort().join();
      if (key !== '') addTo(byInputs, key, one);
    }
    for (const [first, ...others] of byInputs.values()) {
      if (others.length + 1 < minTwins([first!], of)) continue;
      for (const [i, other] of others.entries()) order[other] = first! + (i + 1) / (others.length + 1);
      isMoved = true;
    }
  }
  return isMoved ? inPreorder(picture.name, nodes, picture.edges, (node) => order[node]!) : picture;
}

/** Equal siblings that are not neighbours, enough of them to be drawn as one. */
function equalApart(picture: Picture, of: readonly (readonly number[])[], top: readonly number[]): number[][] {
  const classes = equalClasses(picture, of);
  const inRow = new Set(twinRuns(picture).flatMap(({ all }) => all));
  return [top, ...of].flatMap((siblings) => {
    if (siblings.length < 2) return [];
    const byClass = new Map<number, number[]>();
    for (const one of siblings) {
      if (inRow.has(one) || picture.nodes[one]!.role === 'end') continue;
      addTo(byClass, classes[one]!, one);
    }
    return [...byClass.values()].filter((equal) => equal.length >= minTwins(equal, of));
  });
}

/** By box of `wanted`: each edge that enters it, as the output that it comes from and the place inside where it ends. */
function inputsOf({ nodes, edges }: Picture, wanted: ReadonlySet<number>): ReadonlyMap<number, string[]> {
  const inputs = new Map([...wanted].map((node) => [node, [] as string[]]));
  const depth = new Int32Array(nodes.length);
  for (const [i, { parent }] of nodes.entries()) depth[i] = parent === -1 ? 0 : depth[parent]! + 1;
  for (const { from, to, output } of edges) {
    const around = new Set<number>();
    for (let at = from; at !== -1; at = nodes[at]!.parent) around.add(at);
    for (let at = to; at !== -1 && !around.has(at); at = nodes[at]!.parent)
      inputs.get(at)?.push(`${from}:${output}>${to - at}`);
  }
  return inputs;
}

// Scopes with a single child, which would be a frame within a frame: the child takes their place and name.
import { childrenOf, type Picture, type PictureNode } from './picture.ts';
import { inPreorder } from './preorder.ts';
import { roleOf } from './roles.ts';

/** The one scope around all but inputs and outputs is the model itself and goes too. */
export function unwrapSingles(picture: Picture): Picture {
  const { of, top } = childrenOf(picture);
  const nodes: PictureNode[] = [...picture.nodes];
  const isGone = new Uint8Array(nodes.length);
  // inner ones first: a chain of scopes ends in its innermost child
  for (let i = nodes.length - 1; i >= 0; i--) {
    const [only, second] = of[i]!;
    if (only === undefined || second !== undefined || nodes[i]!.kind !== 'scope') continue;
    // a layer within a layer, each with a type of its own
    if (nodes[i]!.type !== '' && nodes[only]!.type !== '' && of[only]!.length > 0) continue;
    isGone[i] = 1;
    nodes[only] = named(nodes[only]!, nodes[i]!);
  }
  const around = (node: number): number => {
    let at = nodes[node]!.parent;
    while (at !== -1 && isGone[at]) at = picture.nodes[at]!.parent;
    return at;
  };
  const shown = nodes.flatMap((node, i) => (isGone[i] ? [] : [{ node: { ...node, parent: around(i) }, i }]));
  let name = picture.name;
  const outermost = shown.filter(({ node }) => node.parent === -1);
  const [model, ...others] = outermost.filter(({ node }) => node.role !== 'end');
  const isModel =
    model && others.length === 0 && of[model.i]!.length > 0 && model.node.kind === 'scope' && top.length > 0;
  if (isModel) {
    name = model.node.type || model.node.name;
    isGone[model.i] = 1;
  }
  const kept = shown.filter(({ i }) => !isGone[i]);
  const index = new Map(kept.map(({ i }, at) => [i, at]));
  const parentOf = (parent: number): number => (parent === -1 || isGone[parent] ? -1 : index.get(parent)!);
  return inPreorder(
    name,
    kept.map(({ node }) => ({ ...node, parent: parentOf(node.parent) })),
    picture.edges.map((edge) => ({ ...edge, from: index.get(edge.from)!, to: index.get(edge.to)! })),
  );
}

/** A child as its scope is called; inputs and outputs keep their names, which their users know. */
function named(child: PictureNode, scope: PictureNode): PictureNode {
  if (child.role === 'end') return child;
  const type = scope.type || child.type;
  const role =
    child.kind === 'scope' || type === child.type ? child.role : roleOf(type, (child.amounts.params ?? 0) > 0);
  return { ...child, type, name: scope.name, role };
}

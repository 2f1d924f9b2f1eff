// A picture with some of its groups closed.
import { addAmounts, type Picture, type PictureAmounts, type PictureNode } from './picture.ts';
import { inPreorder, merged } from './preorder.ts';
import { uniquePaths } from './uniquePaths.ts';

/** Leaves out what is inside of groups for which `closed` holds; edges end at those groups. */
export function closeGroups(picture: Picture, closed: (node: number, depth: number) => boolean): Picture {
  const { nodes } = picture;
  const depth = new Int32Array(nodes.length);
  const into = Int32Array.from(nodes, (_, i) => i);
  // whether what is inside goes
  const shut = new Uint8Array(nodes.length);
  const failed = new Set<number>();
  for (const [i, { parent, state }] of nodes.entries()) {
    depth[i] = parent === -1 ? 0 : depth[parent]! + 1;
    if (parent !== -1 && shut[parent]) {
      into[i] = into[parent]!;
      shut[i] = 1;
      if (state === 'failed') failed.add(into[i]!);
    } else if (closed(i, depth[i]!)) shut[i] = 1;
  }
  if (!shut.includes(1)) return picture;
  // a failure shows whatever the depth
  const marked = nodes.map((node, i) => (failed.has(i) ? { ...node, state: 'failed' as const } : node));
  return merged(picture, failed.size > 0 ? marked : nodes, into, false).picture;
}

/** Shows `depth` levels below the model: at 1 its own layers alone, at 0 the model as one box. */
export const toDepth = (picture: Picture, depth: number): Picture =>
  depth === 0 ? closeGroups(inOneGroup(picture), () => true) : closeGroups(picture, (_, level) => level >= depth - 1);

/** The same picture with a group of the model's name around all but its inputs and outputs. */
function inOneGroup({ name, nodes, edges }: Picture): Picture {
  const inside = nodes.filter(({ parent, role }) => parent === -1 && role !== 'end');
  if (inside.length === 0) return { name, nodes, edges };
  const group: PictureNode = {
    parent: -1,
    path: uniquePaths(nodes.map(({ path }) => path))(name),
    name: '',
    type: name,
    kind: 'scope',
    role: 'other',
    outputs: inside.at(-1)!.outputs,
    amounts: inside.reduce<PictureAmounts>((sum, { amounts }) => addAmounts(sum, amounts), {}),
    size: inside.reduce((sum, { size }) => sum + size, 0),
  };
  const at = nodes.length;
  const moved = nodes.map((node) => (node.parent === -1 && node.role !== 'end' ? { ...node, parent: at } : node));
  // it stands where its first box stood
  const first = nodes.indexOf(inside[0]!);
  return inPreorder(name, [...moved, group], edges, (node) => (node === at ? first : node));
}

// A picture with some of its groups closed.
import type { Picture } from './picture.ts';
import { merged } from './preorder.ts';

/** Leaves out what is inside of groups for which `closed` holds; edges end at those groups. */
export function closeGroups(picture: Picture, closed: (node: number, depth: number) => boolean): Picture {
  const { nodes } = picture;
  const depth = new Int32Array(nodes.length);
  const into = Int32Array.from(nodes, (_, i) => i);
  // whether what is inside goes
  const shut = new Uint8Array(nodes.length);
  for (const [i, { parent }] of nodes.entries()) {
    depth[i] = parent === -1 ? 0 : depth[parent]! + 1;
    if (parent !== -1 && shut[parent]) {
      into[i] = into[parent]!;
      shut[i] = 1;
    } else if (closed(i, depth[i]!)) shut[i] = 1;
  }
  return shut.some((one) => one === 1) ? merged(picture, nodes, into, false).picture : picture;
}

/** Shows `depth` levels below the model: at 1 its own layers alone. */
export const toDepth = (picture: Picture, depth: number): Picture =>
  closeGroups(picture, (_, level) => level >= depth - 1);

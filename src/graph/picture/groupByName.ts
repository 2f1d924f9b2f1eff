// A long flat list of layers in groups by what their names share: `block_3_expand` and `block_3_project` in `block_3`.
import { addAmounts, childrenOf, type Picture, type PictureAmounts, type PictureNode } from './picture.ts';
import { inPreorder } from './preorder.ts';

/** Shorter lists stay as they are. */
const minSiblings = 30;
const minMembers = 3;

// up to a number, or two words: `block_3`, `conv2_block1`, `expanded_conv`
const numbered = /^(.*?[A-Za-z][_.-]?\d+[a-z]?)[_./-]/;
const words = /^[A-Za-z]+[_./-][A-Za-z]+(?=[_./-])/;
const prefixOf = (name: string): string | undefined => numbered.exec(name)?.[1] ?? words.exec(name)?.[0];

export function groupByName(picture: Picture): Picture {
  const { of, top } = childrenOf(picture);
  const nodes: PictureNode[] = [...picture.nodes];
  const order = Array.from(nodes.keys());
  for (const siblings of [top, ...of]) {
    if (siblings.length < minSiblings) continue;
    for (const { prefix, members } of runsOf(siblings, nodes)) {
      if (prefix === undefined || members.length < minMembers) continue;
      const [first, last] = [nodes[members[0]!]!, nodes[members.at(-1)!]!];
      const around = first.parent === -1 ? '' : picture.nodes[first.parent]!.path;
      const group = nodes.push({
        parent: first.parent,
        path: `${around}${around && '/'}${prefix}*`,
        name: prefix,
        type: '',
        kind: 'scope',
        role: 'other',
        outputs: last.outputs,
        amounts: members.reduce<PictureAmounts>((sum, one) => addAmounts(sum, nodes[one]!.amounts), {}),
        size: members.reduce((sum, one) => sum + nodes[one]!.size, 0),
      });
      order.push(members[0]!);
      for (const member of members) {
        const { name } = nodes[member]!;
        nodes[member] = {
          ...nodes[member]!,
          parent: group - 1,
          name: name.slice(prefix.length).replace(/^[_./-]+/, '') || name,
        };
      }
    }
  }
  return nodes.length === picture.nodes.length
    ? picture
    : inPreorder(picture.name, nodes, picture.edges, (i) => order[i]!);
}

function runsOf(
  siblings: readonly number[],
  nodes: readonly PictureNode[],
): { readonly prefix: string | undefined; readonly members: number[] }[] {
  const runs: { readonly prefix: string | undefined; readonly members: number[] }[] = [];
  for (const one of siblings) {
    const prefix =
      nodes[one]!.kind === 'input' || nodes[one]!.kind === 'output' ? undefined : prefixOf(nodes[one]!.name);
    const last = runs.at(-1);
    if (last && prefix !== undefined && last.prefix === prefix) last.members.push(one);
    else runs.push({ prefix, members: [one] });
  }
  // the same prefix twice in a list would give two groups of one name
  const seen = new Set<string>();
  return runs.filter(({ prefix, members }) => {
    if (prefix === undefined || members.length < minMembers || seen.has(prefix)) return false;
    seen.add(prefix);
    return true;
  });
}

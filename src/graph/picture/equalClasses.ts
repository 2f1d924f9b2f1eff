// Which boxes of a picture are equal: in kind, type, state, outputs, size of the parameters and edges, all the way down.
import type { Picture } from './picture.ts';

/**
 * By node: a number that equal boxes share.
 * @param keyOf tells boxes apart that would be equal otherwise
 */
export function equalClasses(
  { nodes, edges }: Picture,
  children: readonly (readonly number[])[],
  keyOf: (node: number) => string = () => '',
): Int32Array {
  // edges by the innermost box around both ends
  const inside: string[][] = nodes.map(() => []);
  const depth = new Int32Array(nodes.length);
  for (const [i, { parent }] of nodes.entries()) depth[i] = parent === -1 ? 0 : depth[parent]! + 1;
  for (const { from, to, output } of edges) {
    let [a, b] = [from, to];
    while (a !== b) {
      if (depth[a]! >= depth[b]!) a = nodes[a]!.parent;
      else b = nodes[b]!.parent;
      if (a === -1 || b === -1) break;
    }
    if (a === b && a !== -1) inside[a]!.push(`${from - a} ${to - a} ${output}`);
  }
  const known = new Map<string, number>();
  const classes = new Int32Array(nodes.length);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { kind, type, state, outputs, amounts, size, reads = amounts.params } = nodes[i]!;
    // what a closed group has inside is told by its sums
    const own = children[i]!.length === 0 ? `${reads} ${amounts.macs} ${size}` : '';
    const key = `${kind}|${type}|${state}|${own}|${outputs.join(';')}|${keyOf(i)}`;
    const whole = `${key}|${children[i]!.map((child) => classes[child]).join()}|${inside[i]!.sort().join()}`;
    const seen = known.get(whole) ?? known.size;
    known.set(whole, seen);
    classes[i] = seen;
  }
  return classes;
}

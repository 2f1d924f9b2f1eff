// Whether a model's graph follows from the numbers of its inputs, read while it ran. In: its graphs for two inputs. Out:
// nothing, or a refusal.
import type { GraphNode, SignedGraph } from '../graph/graph.ts';
import { UserError } from '../userError.ts';
import { named, sameTensor, shown, wiring } from './alike.ts';

/** @throws UserError that names the op and its scope where the graphs compute otherwise */
export function expectIndifferent({ nodes }: SignedGraph, { nodes: others }: SignedGraph): void {
  for (let at = 0; at < Math.max(nodes.length, others.length); at++) {
    const [node, other] = [nodes[at], others[at]];
    if (!node || !other || wiring(node) !== wiring(other))
      throw refusal(`runs ${node ? named(node) : 'nothing more'}`, other ? named(other) : 'nothing more');
    const [value, its] = [node, other].map(tensorOf);
    if (!value || !its || sameTensor(value, its)) continue;
    const consumer = nodes.find(({ inputs }) => inputs.includes(node.name)) ?? node;
    throw refusal(`makes ${named(consumer)} take ${shown(value)}`, shown(its));
  }
}

const tensorOf = ({ attributes: { value } }: GraphNode) => (value && 'tensor' in value ? value.tensor : undefined);

const refusal = (one: string, other: string): UserError =>
  new UserError(
    `the model cannot be exported: it ${one} with one input, ${other} with another, as it reads numbers or draws them`,
  );

// Whether a model's graph is the same in each pass: it may follow from numbers that the model reads, counts or draws.
// In: its graphs of two passes. Out: nothing, or a refusal.

import { UserError } from '../../errors.ts';
import type { Attributes, GraphNode, SignedGraph } from '../../graph/graph.ts';
import { named, sameTensor, shown, wiring } from './compareNodes.ts';

/** How two passes differ from each other, and what makes their graphs differ. */
interface Passes {
  readonly one: string;
  readonly other: string;
  readonly reason: string;
}

/** With other inputs, on a backend. */
const otherInputs: Passes = {
  one: 'with one input',
  other: 'with another',
  reason: 'as it reads numbers or draws them',
};

/** With the same inputs. */
export const repeated: Passes = {
  one: 'in one pass',
  other: 'in the next',
  reason:
    'as it draws random numbers of its own, counts its calls or reads the clock: a seed, or tf.randomNormal and tf.randomUniform, can be exported',
};

/** @throws UserError that names the op and its scope where the graphs compute otherwise */
export function expectIndifferent(
  { nodes }: SignedGraph,
  { nodes: others }: SignedGraph,
  { one, other: another, reason }: Passes = otherInputs,
): void {
  const refusal = (does: string, its: string): UserError =>
    new UserError(`the model cannot be exported: it ${does} ${one}, ${its} ${another}, ${reason}`);
  const consumerOf = ({ name }: GraphNode) => nodes.find(({ inputs }) => inputs.includes(name));
  for (let at = 0; at < Math.max(nodes.length, others.length); at++) {
    const [node, other] = [nodes[at], others[at]];
    if (!node || !other || wiring(node) !== wiring(other))
      throw refusal(`runs ${node ? named(node) : 'nothing more'}`, other ? named(other) : 'nothing more');
    const [value, its] = [node, other].map(tensorOf);
    if (value && its && !sameTensor(value, its))
      throw refusal(`makes ${named(consumerOf(node) ?? node)} take ${shown(value)}`, shown(its));
    const [settings, theirs] = [node, other].map(({ attributes }) => settingsOf(attributes));
    const key = Object.keys({ ...settings, ...theirs }).find((name) => settings![name] !== theirs![name]);
    if (key !== undefined)
      throw refusal(`runs ${named(node)} with ${key} ${settings![key]}`, theirs![key] ?? 'without it');
  }
}

const tensorOf = ({ attributes: { value } }: GraphNode) => (value && 'tensor' in value ? value.tensor : undefined);

/** Attributes as text, without elements of tensors. */
const settingsOf = (attributes: Attributes): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => ('tensor' in value ? [] : [[key, JSON.stringify(value)]])),
  );

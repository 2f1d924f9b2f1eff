// Refuses a model whose graph differs between two passes, since it depends on numbers that the model reads, counts or draws.

import { UserError } from '../../errors.ts';
import type { Attributes, GraphNode, SignedGraph } from '../../graph/graph.ts';
import { equalTensors, nodeLabel, structureText, tensorText } from './compareNodes.ts';

/** Words of the error text: how two passes differ, and why their graphs do. */
interface Passes {
  readonly one: string;
  readonly other: string;
  readonly reason: string;
}

/** Two passes with different inputs on a backend. */
const otherInputPass: Passes = {
  one: 'with one input',
  other: 'with another',
  reason: 'as it reads numbers or draws them',
};

/** Two passes with the same inputs. */
export const repeatedPass: Passes = {
  one: 'in one pass',
  other: 'in the next',
  reason:
    'as it draws random numbers of its own, counts its calls or reads the clock: a seed, or tf.randomNormal and tf.randomUniform, can be exported',
};

/** @throws UserError that names the first op, and its scope, that differs between the graphs */
export function expectSameGraph(
  graph: SignedGraph,
  again: SignedGraph,
  { one, other: another, reason }: Passes = otherInputPass,
): void {
  const [nodes, others] = [allNodes(graph), allNodes(again)];
  const refusal = (does: string, its: string): UserError =>
    new UserError(`the model cannot be exported: it ${does} ${one}, ${its} ${another}, ${reason}`);
  const consumerOf = ({ name }: GraphNode) => nodes.find(({ inputs }) => inputs.includes(name));
  for (let at = 0; at < Math.max(nodes.length, others.length); at++) {
    const [node, other] = [nodes[at], others[at]];
    if (!node || !other || structureText(node) !== structureText(other))
      throw refusal(`runs ${node ? nodeLabel(node) : 'nothing more'}`, other ? nodeLabel(other) : 'nothing more');
    const [value, its] = [node, other].map(tensorOf);
    if (value && its && !equalTensors(value, its))
      throw refusal(`makes ${nodeLabel(consumerOf(node) ?? node)} take ${tensorText(value)}`, tensorText(its));
    const [settings, theirs] = [node, other].map(({ attributes }) => settingsOf(attributes));
    const key = Object.keys({ ...settings, ...theirs }).find((name) => settings![name] !== theirs![name]);
    if (key !== undefined)
      throw refusal(`runs ${nodeLabel(node)} with ${key} ${settings![key]}`, theirs![key] ?? 'without it');
  }
}

const allNodes = ({ nodes, functions = [] }: SignedGraph): readonly GraphNode[] =>
  functions.length === 0 ? nodes : [...nodes, ...functions.flatMap((one) => one.nodes)];

const tensorOf = ({ attributes: { value } }: GraphNode) => (value && 'tensor' in value ? value.tensor : undefined);

/** Attributes as texts by name, without tensors. */
const settingsOf = (attributes: Attributes): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => ('tensor' in value ? [] : [[key, JSON.stringify(value)]])),
  );

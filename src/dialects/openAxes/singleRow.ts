// For an axis of 1, tf.js broadcasts to one row by a copy, where it repeats the row for a larger size.
import type { Attribute, SignedGraph } from '../../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../../names/nodeInput.ts';
import { structureText } from './compareNodes.ts';

/** The ops of a dialect that make constants and copies. */
interface CopyOps {
  readonly constant: string;
  readonly copies: readonly string[];
}

/** Whether the graphs differ only in nodes that copy and repeat. */
export function differsInCopies(dialect: CopyOps, several: SignedGraph, one: SignedGraph): boolean {
  const [these, those] = [several, one].map(({ nodes }) => nodes.map(structureText));
  return `${these}` !== `${those}` && `${withoutCopies(dialect, several)}` === `${withoutCopies(dialect, one)}`;
}

/** Nodes that are no constants, copies or repetitions, each with its inputs and the ranks of its outputs. */
function withoutCopies({ constant, copies }: CopyOps, { nodes, signature }: SignedGraph): readonly string[] {
  const known = new Map<string, string>();
  const source = (input: string): string => {
    const { node, output } = parseUnspelledInput(input);
    return outputText({ node: known.get(node) ?? node, output });
  };
  const lines: string[] = [];
  for (const { name, op, inputs, attributes } of nodes)
    if (op === constant) known.set(name, constant);
    else if (copies.includes(op)) known.set(name, source(inputs[0]!));
    else {
      // numbered names would differ, since they count the nodes of an op
      lines.push(JSON.stringify([op, inputs.map(source), ranks(attributes._output_shapes)]));
      known.set(name, `#${lines.length}`);
    }
  const outputs = signature.outputs.map(({ tensor, shape }) => [source(tensor), shape?.length]);
  return [...lines, JSON.stringify(outputs)];
}

const ranks = (shapes: Attribute | undefined) =>
  shapes && 'shapes' in shapes ? shapes.shapes.map((shape) => shape?.length) : [];

// Puts graphs together: one graph inside another, and loops and branches in the stead of the inputs that stood for them.
import type { GraphNode, NodeDtype, SignedGraph } from '../../../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../../../names/nodeInput.ts';
import { uniqueNames } from '../../../names/uniqueNames.ts';
import { inputOp, outputSpecs } from '../onnxNodes.ts';

export const textOf = ({ tensor }: { readonly tensor: string }): string => outputText(parseUnspelledInput(tensor));

/** The nodes of a graph that grows, with names that differ. */
export class NodeList {
  readonly nodes: GraphNode[] = [];
  readonly uniqueName = uniqueNames();

  /** Adds a node. @returns the text of its first output */
  add(node: GraphNode): string {
    const name = this.uniqueName(node.name);
    this.nodes.push({ ...node, name });
    return name;
  }

  addInput(name: string, shape: readonly number[], dtype: NodeDtype): string {
    return this.add({ name, op: inputOp, inputs: [], attributes: outputSpecs({ shape, dtype }) });
  }

  /** Adds the nodes of a graph under `prefix`; `texts` are its inputs. @returns the texts of its outputs */
  inline({ nodes, signature }: SignedGraph, texts: readonly string[], prefix: string): readonly string[] {
    const inputs = new Map(signature.inputs.map((input, i) => [textOf(input), texts[i]!]));
    const names = new Map<string, string>();
    const renamed = (text: string): string => {
      if (text === '') return '';
      const whole = inputs.get(text) ?? names.get(text);
      if (whole !== undefined) return whole;
      const { node, output } = parseUnspelledInput(text);
      return outputText({ node: names.get(node)!, output });
    };
    for (const node of nodes)
      if (!inputs.has(node.name)) {
        const { call: _, ...own } = node;
        names.set(node.name, this.add({ ...own, name: `${prefix}/${node.name}`, inputs: node.inputs.map(renamed) }));
      }
    return signature.outputs.map((output) => renamed(textOf(output)));
  }

  /** A tensor of one element as a bool of tf.js's meaning. */
  asBool(text: string, dtype: NodeDtype, near: string): string {
    if (dtype === 'bool') return text;
    return this.add({
      name: `${near}/Cast`,
      op: 'Cast',
      inputs: [text],
      attributes: { to: { type: 'bool' }, ...outputSpecs({ shape: [], dtype: 'bool' }) },
    });
  }
}

/** The inputs of a graph that a node of it or an output reads, by their indices. */
export function readInputs({ nodes, signature }: SignedGraph): ReadonlySet<number> {
  const read = new Set([...nodes.flatMap(({ inputs }) => inputs), ...signature.outputs.map(textOf)]);
  return new Set(signature.inputs.flatMap((input, i) => (read.has(textOf(input)) ? [i] : [])));
}

/** The graph with those of its inputs whose indices are given. */
export function withInputs(graph: SignedGraph, kept: readonly number[]): SignedGraph {
  const inputs = kept.map((i) => graph.signature.inputs[i]!);
  const names = new Set(inputs.map(textOf));
  return {
    ...graph,
    nodes: graph.nodes.filter(({ name, op }) => op !== inputOp || names.has(name)),
    signature: { ...graph.signature, inputs },
  };
}

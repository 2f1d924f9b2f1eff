// A graph whose nodes are replaced one by one: who reads what is known at every moment.
import type { GraphNode, NodeDtype, NodeShape, SignedGraph, TensorValue } from '../../../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../../../names/nodeInput.ts';
import { uniqueNames } from '../../../names/uniqueNames.ts';
import { constantNode, constantOp, inputOp, outputSpecs, shapesOf, typesOf } from '../onnxNodes.ts';

/** Shapes and dtypes of the outputs of a node that is to be made. */
type Outputs = readonly { readonly shape: NodeShape; readonly dtype: NodeDtype }[];

export class GraphEditor {
  readonly #graph: SignedGraph;
  readonly #nodes = new Map<string, GraphNode>();
  /** Names of the nodes that read each tensor. */
  readonly #readers = new Map<string, Set<string>>();
  /** Tensors of the graph's outputs, by their index. */
  readonly #outputs: string[];
  readonly #uniqueName = uniqueNames();

  constructor(graph: SignedGraph) {
    this.#graph = graph;
    for (const { name } of graph.nodes) this.#uniqueName(name);
    this.#outputs = graph.signature.outputs.map(({ tensor }) => outputText(parseUnspelledInput(tensor)));
    for (const node of graph.nodes) this.#put(node);
  }

  /** The nodes of this moment, in the order in which they were added. */
  get nodes(): readonly GraphNode[] {
    return [...this.#nodes.values()];
  }

  /** The node that is there now under this name; undefined where it was removed. */
  node(name: string): GraphNode | undefined {
    return this.#nodes.get(name);
  }

  /** The node that computes a tensor. */
  source(tensor: string): GraphNode | undefined {
    return this.#nodes.get(tensor) ?? this.#nodes.get(parseUnspelledInput(tensor).node);
  }

  readers(tensor: string): readonly GraphNode[] {
    return [...(this.#readers.get(tensor) ?? [])].map((name) => this.#nodes.get(name)!);
  }

  isOutput(tensor: string): boolean {
    return this.#outputs.includes(tensor);
  }

  /** Whether one node reads the tensor, and nobody else. */
  hasOneReader(tensor: string): boolean {
    return this.#readers.get(tensor)?.size === 1 && !this.isOutput(tensor);
  }

  shape(tensor: string): NodeShape {
    const { node, output } = this.#indexed(tensor);
    return (node && shapesOf(node)[output]) ?? null;
  }

  dtype(tensor: string): NodeDtype {
    const { node, output } = this.#indexed(tensor);
    return (node && typesOf(node)[output]) ?? 'float32';
  }

  #indexed(tensor: string): { readonly node: GraphNode | undefined; readonly output: number } {
    const whole = this.#nodes.get(tensor);
    if (whole) return { node: whole, output: 0 };
    const { node, output } = parseUnspelledInput(tensor);
    return { node: this.#nodes.get(node), output };
  }

  /**
   * Adds a node in the scope of `near`, with its call and facts. @returns the text of its first output
   * @param name the last part of its name; the op unless given
   */
  add(
    near: GraphNode,
    op: string,
    inputs: readonly string[],
    outputs: Outputs,
    attributes: GraphNode['attributes'] = {},
  ): string {
    const name = this.#uniqueName(`${near.name}/${op}`);
    const { call, attributes: facts } = near;
    const { _namespace } = facts;
    this.#put({
      name,
      op,
      inputs,
      attributes: { ...attributes, ...(_namespace && { _namespace }), ...outputSpecs(...outputs) },
      ...(call !== undefined && { call }),
    });
    return name;
  }

  /** Adds a constant for `reader`. @returns its text */
  addConstant(
    reader: GraphNode,
    word: string,
    dtype: NodeDtype,
    shape: readonly number[],
    values: ArrayLike<number>,
  ): string {
    return this.addTensor(reader, word, { dtype, shape, values });
  }

  /** Does what `addConstant` does, with a tensor whose elements are not read. */
  addTensor(reader: GraphNode, word: string, tensor: TensorValue): string {
    const name = this.#uniqueName(`${reader.name}/${word}`);
    this.#put(constantNode(name, tensor));
    return name;
  }

  /** Puts another node in the stead of the one with its name. */
  replace(node: GraphNode): void {
    this.#dropReads(this.#nodes.get(node.name)!);
    this.#put(node);
  }

  /** Has every reader of one tensor read another, but for the node `except`. Unread nodes are removed. */
  redirect(from: string, to: string, except?: string): void {
    for (const reader of this.readers(from))
      if (reader.name !== except)
        this.replace({ ...reader, inputs: reader.inputs.map((input) => (input === from ? to : input)) });
    for (const [i, output] of this.#outputs.entries()) if (output === from) this.#outputs[i] = to;
    this.removeUnread(from);
  }

  /** Removes the node of a tensor, and what it alone reads, if nobody reads it; inputs of the graph stay. */
  removeUnread(tensor: string): void {
    const node = this.source(tensor);
    if (!node || node.op === inputOp) return;
    const texts = shapesOf(node).map((_, output) => outputText({ node: node.name, output }));
    if (texts.some((text) => this.isOutput(text) || (this.#readers.get(text)?.size ?? 0) > 0)) return;
    this.#nodes.delete(node.name);
    this.#dropReads(node);
    for (const input of new Set(node.inputs)) if (input !== '') this.removeUnread(input);
  }

  /** The graph of this moment, its nodes in topological order. */
  graph(): SignedGraph {
    const { signature } = this.#graph;
    this.#nameOutputs();
    const outputs = signature.outputs.map((info, i) => {
      const tensor = this.#outputs[i]!;
      return { ...info, tensor: withOutput(tensor), shape: this.shape(tensor) };
    });
    return { ...this.#graph, nodes: this.#sorted(), signature: { ...signature, outputs } };
  }

  /** Gives each output of the graph a node of its own: a tensor that is an output twice, an input or a constant is copied. */
  #nameOutputs(): void {
    for (const [i, tensor] of this.#outputs.entries()) {
      const node = this.source(tensor)!;
      if (this.#outputs.indexOf(tensor) === i && node.op !== inputOp && node.op !== constantOp) continue;
      const spec = { shape: this.shape(tensor), dtype: this.dtype(tensor) };
      this.#outputs[i] = this.add(node, 'Identity', [tensor], [spec]);
    }
  }

  #sorted(): GraphNode[] {
    const sorted: GraphNode[] = [];
    const state = new Map<string, 'open' | 'done'>();
    for (const first of this.#nodes.values()) {
      // a stack in place of recursion, which a chain of many thousand nodes would exhaust
      const stack = [first];
      while (stack.length > 0) {
        const node = stack.at(-1)!;
        if (state.get(node.name) === undefined) {
          state.set(node.name, 'open');
          const before = node.inputs.flatMap((input) => (input === '' ? [] : (this.source(input) ?? [])));
          for (const one of before.toReversed()) if (!state.has(one.name)) stack.push(one);
          if (stack.at(-1) !== node) continue;
        }
        stack.pop();
        if (state.get(node.name) === 'done') continue;
        state.set(node.name, 'done');
        sorted.push(node);
      }
    }
    return sorted;
  }

  #put(node: GraphNode): void {
    this.#nodes.set(node.name, node);
    for (const input of node.inputs) {
      const known = this.#readers.get(input);
      if (known) known.add(node.name);
      else this.#readers.set(input, new Set([node.name]));
    }
  }

  #dropReads({ name, inputs }: GraphNode): void {
    for (const input of inputs) this.#readers.get(input)?.delete(name);
  }
}

/** A text that names its output by number, as `TensorInfo.tensor` has it. */
const withOutput = (tensor: string): string => (/:\d+$/.test(tensor) ? tensor : `${tensor}:0`);

// A graph of a converted model whose loops and branches are replaced by inputs, one after the other, until none is left. Each
// node is traced once for the shapes of their arguments: what was traced before is an input of what follows.
import type { SignedGraph } from '../../../graph/graph.ts';
import { isControl, outputText, parseNodeInput } from '../../../names/nodeInput.ts';
import { uniqueNames } from '../../../names/uniqueNames.ts';
import type { Weights } from '../../../trace/adapter.ts';
import {
  byName,
  type ConstantTensors,
  controlOf,
  isSupported,
  leadingTo,
  type PlainGraph,
  partialModel,
  placeholderOf,
  tensorInputs,
} from '../../../trace/adapters/graph/controlFlow.ts';
import { graphAdapter } from '../../../trace/adapters/graph/graphAdapter.ts';
import { shapeArithmetic } from '../../../trace/adapters/graph/reachability.ts';
import type { InputSpec } from '../../../trace/inputs.ts';
import { readWeights } from '../../../trace/modelWeights.ts';
import type { TopologyNode } from '../../../trace/sourceGraph.ts';
import { flat, type Trace } from '../../../trace/trace.ts';
import type { GraphModelLike } from '../../../trace/traceable.ts';
import { traceSpecs } from '../../../trace/traceModel.ts';
import { expectTraced, lowerToOnnx } from '../lowerToOnnx.ts';
import { GraphEditor } from '../passes/graphEditor.ts';
import { type Argument, refused, resultTexts, type Written } from './controlNodes.ts';
import { NodeList, textOf } from './stitch.ts';

/** A graph, and what is known where it is called. */
export interface Segment extends PlainGraph {
  readonly specs: readonly InputSpec[];
  readonly weights: ConstantTensors;
  /** Ends the names of its loops and branches in errors: ` of the function body`; empty for the model's own graph. */
  readonly whose: string;
}

function expectSupported(dtype: string, name: string): void {
  if (!isSupported(dtype)) throw refused(`${name} takes or gives a tensor of ${dtype}: float32, int32 and bool can go`);
}

/** An int32 constant of more elements is a weight, not a size, and stays outside of the function. */
const maxSizeElements = 64;

/** A traced pass, and the values of its weights. */
interface Traced {
  readonly trace: Trace;
  readonly weights: Weights;
}

/** One graph while it is lowered: its loops and branches become inputs, one after the other, and are put back by `stitched`. */
export class Part {
  readonly #model: GraphModelLike;
  readonly #segment: Segment;
  readonly #nodes: Map<string, TopologyNode>;
  /** Names of the nodes that read each node. */
  readonly #readers = new Map<string, Set<string>>();
  /** Names of the inputs, and at their end the results of loops and branches. */
  readonly #inputs: string[];
  /** Shapes and dtypes of the inputs, and of traced nodes that are inputs of what is traced later. */
  readonly #specs: Map<string, InputSpec>;
  /** Placeholders of traced nodes. */
  readonly #traced = new Map<string, TopologyNode>();
  /** Nodes that stay in what is traced later: those that compute sizes, and those with several outputs. */
  readonly #kept: Set<string>;
  /** Names of Identities of the arguments of loops and branches. */
  readonly #arguments: string[] = [];
  /** Names of the inputs that stand for results of loops and branches, by the texts of the results. */
  readonly #results = new Map<string, string>();
  readonly #uniqueName = uniqueNames();

  constructor(model: GraphModelLike, segment: Segment) {
    this.#model = model;
    this.#segment = segment;
    for (const { name } of segment.nodes) this.#uniqueName(name);
    this.#inputs = [...segment.inputs];
    this.#specs = new Map(segment.specs.map((spec, i) => [segment.inputs[i]!, { ...spec, name: segment.inputs[i]! }]));
    const nodes = segment.nodes.map((node) => {
      const spec = node.op === 'Placeholder' && node.attr === undefined ? this.#specs.get(node.name) : undefined;
      return spec ? placeholderOf(node.name, spec) : node;
    });
    this.#nodes = byName(nodes);
    const order = leadingTo(this.#nodes, segment.outputs).filter(({ op }) => op !== 'Const');
    // results of loops and branches are no sizes, whatever their arguments are
    this.#kept = shapeArithmetic(order.map((node) => (controlOf(node) ? { ...node, op: 'Placeholder' } : node)));
    for (const text of segment.outputs) this.#keepIfSeveral(text);
    for (const { name, input = [] } of nodes)
      for (const text of input) {
        this.#keepIfSeveral(text);
        const { node } = parseNodeInput(text);
        const readers = this.#readers.get(node) ?? new Set();
        this.#readers.set(node, readers.add(name));
      }
  }

  #keepIfSeveral(text: string): void {
    const { node, output } = parseNodeInput(text);
    if (output !== 0) this.#kept.add(node);
  }

  #identity(text: string, word: string): string {
    const name = this.#uniqueName(word);
    this.#nodes.set(name, { name, op: 'Identity', input: [text] });
    return name;
  }

  /** The text of the input that stands for a result, and any other text as it is. */
  #renamed(text: string): string {
    return (isControl(text) ? undefined : this.#results.get(outputText(parseNodeInput(text)))) ?? text;
  }

  #trace(nodes: readonly TopologyNode[], inputs: readonly string[], outputs: readonly string[]): Traced {
    const model = partialModel(this.#model, nodes, inputs, outputs, this.#segment.weights);
    const adapter = graphAdapter(model)!;
    const trace = traceSpecs(adapter, adapter.fit(inputs.map((name) => this.#specs.get(name)!)), {});
    expectTraced(trace);
    const draw = trace.values.find(({ drawn }) => drawn);
    if (draw) throw refused(`tf.${draw.drawn!.op} draws random numbers, which cannot go with loops or branches`);
    return { trace, weights: readWeights(adapter) };
  }

  /** Traces the nodes that lead to `outputs` and were not traced before. */
  #traceNew(outputs: readonly string[]): Trace {
    const known = { get: (name: string) => this.#traced.get(name) ?? this.#nodes.get(name) };
    const leading = leadingTo(known, outputs);
    const inputs = leading.flatMap(({ name }) => (this.#specs.has(name) ? [name] : []));
    const { trace } = this.#trace(leading, inputs, outputs);
    for (const { name, op } of leading) {
      const [valueId] = trace.graph!.values.get(name) ?? [];
      const value = valueId === undefined ? undefined : trace.values[valueId];
      const isNumbers = value?.parameter !== undefined || value?.constant !== undefined;
      if (!value || isNumbers || op === 'Placeholder' || this.#kept.has(name) || !isSupported(value.dtype)) continue;
      const spec = { shape: value.shape, dtype: value.dtype, name };
      this.#specs.set(name, spec);
      this.#traced.set(name, placeholderOf(name, spec));
    }
    return trace;
  }

  /** Arguments of a loop or branch: their shapes, and the constants among them that may be sizes. */
  readArguments(node: TopologyNode, name: string): readonly Argument[] {
    // loops and branches before this one have become inputs
    const texts = tensorInputs(this.#nodes.get(node.name)!);
    if (texts.length === 0) return [];
    const source = (text: string): TopologyNode | undefined => this.#nodes.get(parseNodeInput(text).node);
    const lists = texts.find((text) => /^(TensorList|EmptyTensorList)/.test(source(text)?.op ?? ''));
    if (lists) throw refused(`${name} takes the list of tensors ${lists}, and lists are not written as ONNX`);
    const outputs = texts.map((text, i) => this.#identity(text, `${node.name}/input_${i}`));
    const trace = this.#traceNew(outputs);
    const values = flat(trace.outputs).map((valueId) => trace.values[valueId]!);
    this.#arguments.push(...outputs);
    return values.map(({ shape, dtype }, i) => {
      expectSupported(dtype, name);
      const from = source(texts[i]!);
      const weight = from?.op === 'Const' ? this.#segment.weights.get(from.name) : undefined;
      const isSize = weight !== undefined && weight.dtype === 'int32' && weight.size <= maxSizeElements;
      return { spec: { shape, dtype }, ...(isSize && { weight }) };
    });
  }

  /** Puts inputs in the place of a loop or branch. */
  putResults(node: TopologyNode, { outputs }: Written, name: string): void {
    this.#nodes.delete(node.name);
    for (const [i, { spec }] of outputs.entries()) {
      expectSupported(spec.dtype, name);
      const input = i === 0 ? node.name : this.#uniqueName(`${node.name}/output_${i}`);
      this.#nodes.set(input, placeholderOf(input, spec));
      this.#inputs.push(input);
      this.#specs.set(input, { ...spec, name: input });
      this.#results.set(outputText({ node: node.name, output: i }), input);
    }
    for (const reader of this.#readers.get(node.name) ?? []) {
      const one = this.#nodes.get(reader);
      if (one) this.#nodes.set(reader, { ...one, input: one.input!.map((text) => this.#renamed(text)) });
    }
  }

  /** The graph with the loops and branches in it. */
  stitched(written: readonly (Written & { readonly node: string; readonly count: number })[]): SignedGraph {
    const { outputs, inputs } = this.#segment;
    const own = outputs.map((text, i) => this.#identity(this.#renamed(text), `output_${i}`));
    const fetched = [...own, ...this.#arguments];
    const leading = new Set(leadingTo(this.#nodes, fetched));
    const unread = this.#inputs.map((name) => this.#nodes.get(name)!).filter((node) => !leading.has(node));
    const { trace, weights } = this.#trace([...unread, ...leading], this.#inputs, fetched);
    const graph = lowerToOnnx(trace, weights);
    const results = graph.signature.inputs.slice(inputs.length).map(textOf);
    const read = graph.signature.outputs.slice(own.length).map(textOf);
    const list = new NodeList();
    const replaced = new Set(results);
    for (const node of graph.nodes) if (!replaced.has(node.name)) list.add(node);
    const texts = new Map<string, string>();
    let [argument, result] = [0, 0];
    for (const made of written) {
      const name = list.uniqueName(made.node);
      const given = read.slice(argument, argument + made.count);
      argument += made.count;
      for (const text of resultTexts(made, name, given)) texts.set(results[result++]!, text);
      made.emit(list, name, given);
    }
    const nodes = list.nodes.map((node) => ({ ...node, inputs: node.inputs.map((text) => texts.get(text) ?? text) }));
    const signature = {
      inputs: graph.signature.inputs.slice(0, inputs.length),
      outputs: graph.signature.outputs.slice(0, own.length),
    };
    // sorts the nodes
    return new GraphEditor({ ...graph, nodes, signature }).graph();
  }
}

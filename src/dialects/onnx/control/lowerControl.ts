// Lowers a converted model with loops and branches to ONNX's Loop and If: each function's body is traced as a graph of its own,
// on the shapes of its arguments.
import type { SignedGraph } from '../../../graph/graph.ts';
import { parseNodeInput } from '../../../names/nodeInput.ts';
import { uniqueNames } from '../../../names/uniqueNames.ts';
import type { Weights } from '../../../trace/adapter.ts';
import {
  type ConstantTensors,
  type Control,
  controlOf,
  functionGraph,
  isSupported,
  leadingTo,
  type PlainGraph,
  partialModel,
  placeholderOf,
  tensorInputs,
} from '../../../trace/adapters/graph/controlFlow.ts';
import { graphAdapter } from '../../../trace/adapters/graph/graphAdapter.ts';
import type { InputSpec } from '../../../trace/inputs.ts';
import { readWeights } from '../../../trace/modelWeights.ts';
import type { GraphTopology, TopologyNode } from '../../../trace/sourceGraph.ts';
import { flat, type Trace } from '../../../trace/trace.ts';
import type { GraphModelLike } from '../../../trace/traceable.ts';
import { traceSpecs } from '../../../trace/traceModel.ts';
import { expectTraced, lowerToOnnx } from '../lowerToOnnx.ts';
import { GraphEditor } from '../passes/graphEditor.ts';
import { type Argument, ifNode, loopNode, refused, resultTexts, type Written } from './controlNodes.ts';
import { NodeList, textOf } from './stitch.ts';

/** The model that is lowered, and its functions. */
interface Source {
  readonly model: GraphModelLike;
  readonly topology: GraphTopology;
}

/** A graph, and what is known where it is called. */
interface Segment extends PlainGraph {
  readonly specs: readonly InputSpec[];
  readonly weights: ConstantTensors;
  /** A clause's end on the function that it is, such as ` of the function body`. */
  readonly whose: string;
}

/** The loops and branches that lead to outputs of a graph, in topological order. */
export const controlsIn = ({ nodes, outputs }: PlainGraph): readonly Control[] =>
  leadingTo(nodes, outputs).flatMap((node) => controlOf(node) ?? []);

/**
 * Lowers a graph whose loops and branches become nodes with graphs inside.
 * @throws UserError for a loop or branch that ONNX cannot hold, and what `lowerToOnnx` throws
 */
export function lowerControl(source: Source, segment: Segment): SignedGraph {
  const part = new Part(source, segment);
  const written = controlsIn(segment).map((control) => {
    const { node } = control;
    const name = `${node.op} ${node.name}${segment.whose}`;
    const args = part.readArguments(node, name);
    const called = (fn: string, taken: readonly Argument[]): SignedGraph => {
      const graph = functionGraph(source.topology, fn);
      expectNoEffect(graph, name);
      const { nodes, inputs } = withConstants(graph, taken);
      const specs = taken.filter((_, i) => inputs.includes(graph.inputs[i]!)).map(({ spec }) => spec);
      const weights = new Map(segment.weights);
      for (const [i, { weight }] of taken.entries()) if (weight) weights.set(graph.inputs[i]!, weight);
      return lowerControl(source, {
        nodes,
        inputs,
        outputs: graph.outputs,
        specs,
        weights,
        whose: ` of the function ${fn}`,
      });
    };
    const made =
      control.kind === 'If'
        ? ifNode(control, name, args, called)
        : loopNode(control, name, args, called, functionGraph(source.topology, control.body));
    part.putResults(node, made, name);
    return { ...made, node: node.name, count: args.length };
  });
  return part.stitched(written);
}

const effects: ReadonlySet<string> = new Set(['Assert', 'Print', 'PrintV2']);

function expectNoEffect({ nodes }: PlainGraph, name: string): void {
  const node = nodes.find(({ op }) => effects.has(op));
  if (node) throw refused(`${node.op} ${node.name} inside ${name} has an effect, which no op of ONNX has`);
}

/** The function with those of its arguments that are constants of integers as constants: they may be axes and sizes. */
function withConstants(graph: PlainGraph, taken: readonly Argument[]): PlainGraph {
  const constant = new Map(taken.flatMap(({ weight, spec }, i) => (weight ? [[graph.inputs[i]!, spec] as const] : [])));
  return {
    ...graph,
    nodes: graph.nodes.map((node) =>
      constant.has(node.name) && node.op === 'Placeholder'
        ? { ...placeholderOf(node.name, constant.get(node.name)!), op: 'Const' }
        : node,
    ),
    inputs: graph.inputs.filter((name) => !constant.has(name)),
  };
}

function expectSupported(dtype: string, name: string): void {
  if (!isSupported(dtype)) throw refused(`${name} takes or gives a tensor of ${dtype}: float32, int32 and bool can go`);
}

/** A longer constant is a weight, which stays outside of the function. */
const maxSizes = 64;

/** A graph while its loops and branches are replaced by inputs, one after the other. */
class Part {
  readonly #source: Source;
  readonly #segment: Segment;
  #nodes: readonly TopologyNode[];
  /** Names of the inputs, and at their end the results of loops and branches. */
  readonly #inputs: string[];
  readonly #specs: InputSpec[];
  /** Names of Identities of the arguments of loops and branches. */
  readonly #arguments: string[] = [];
  /** Renames a result of a loop or branch to the input that stands for it, one for each. */
  readonly #renamed: ((text: string) => string)[] = [];
  readonly #uniqueName = uniqueNames();

  constructor(source: Source, segment: Segment) {
    this.#source = source;
    this.#segment = segment;
    for (const { name } of segment.nodes) this.#uniqueName(name);
    this.#inputs = [...segment.inputs];
    this.#specs = segment.specs.map((spec, i) => ({ ...spec, name: segment.inputs[i]! }));
    const known = new Map(this.#specs.map((spec) => [spec.name!, spec]));
    this.#nodes = segment.nodes.map((node) => {
      const spec = node.op === 'Placeholder' && node.attr === undefined ? known.get(node.name) : undefined;
      return spec ? placeholderOf(node.name, spec) : node;
    });
  }

  #identity(text: string, word: string): string {
    const name = this.#uniqueName(word);
    this.#nodes = [...this.#nodes, { name, op: 'Identity', input: [text] }];
    return name;
  }

  #trace(outputs: readonly string[]): { readonly trace: Trace; readonly weights: Weights } {
    const leading = leadingTo(this.#nodes, outputs);
    const inputs = this.#nodes.filter(
      ({ name }) => this.#inputs.includes(name) && !leading.some((one) => one.name === name),
    );
    const model = partialModel(
      this.#source.model,
      [...inputs, ...leading],
      this.#inputs,
      outputs,
      this.#segment.weights,
    );
    const adapter = graphAdapter(model)!;
    const trace = traceSpecs(adapter, adapter.fit(this.#specs), {});
    expectTraced(trace);
    const draw = trace.values.find(({ drawn }) => drawn);
    if (draw)
      throw refused(`tf.${draw.drawn!.op} draws random numbers, and a model with loops or branches goes without any`);
    return { trace, weights: readWeights(adapter) };
  }

  /** Arguments of a loop or branch: their shapes, and the constants among them that may be sizes. */
  readArguments(node: TopologyNode, name: string): readonly Argument[] {
    const byName = new Map(this.#nodes.map((one) => [one.name, one]));
    // loops and branches before this one have become inputs
    const texts = tensorInputs(byName.get(node.name)!);
    if (texts.length === 0) return [];
    const lists = texts.find((text) =>
      /^(TensorList|EmptyTensorList)/.test(byName.get(parseNodeInput(text).node)?.op ?? ''),
    );
    if (lists) throw refused(`${name} takes the list of tensors ${lists}, and lists are not written as ONNX`);
    const outputs = texts.map((text, i) => this.#identity(text, `${node.name}/input_${i}`));
    const { trace } = this.#trace(outputs);
    const values = flat(trace.outputs).map((valueId) => trace.values[valueId]!);
    this.#arguments.push(...outputs);
    return values.map(({ shape, dtype }, i) => {
      expectSupported(dtype, name);
      const from = byName.get(parseNodeInput(texts[i]!).node);
      const weight = from?.op === 'Const' ? this.#segment.weights.get(from.name) : undefined;
      const isSize = weight !== undefined && weight.dtype === 'int32' && weight.size <= maxSizes;
      return { spec: { shape, dtype }, ...(isSize && { weight }) };
    });
  }

  /** Puts inputs in the place of a loop or branch. */
  putResults(node: TopologyNode, { outputs }: Written, name: string): void {
    const names = outputs.map((_, i) => (i === 0 ? node.name : this.#uniqueName(`${node.name}/output_${i}`)));
    for (const { spec } of outputs) expectSupported(spec.dtype, name);
    const placeholders = outputs.map(({ spec }, i) => placeholderOf(names[i]!, spec));
    const renamed = (text: string): string => {
      const { node: from, output } = parseNodeInput(text);
      return from === node.name && !text.startsWith('^') ? (names[output] ?? text) : text;
    };
    this.#nodes = [
      ...this.#nodes.flatMap((one) =>
        one === node || one.name === node.name ? [] : [{ ...one, ...(one.input && { input: one.input.map(renamed) }) }],
      ),
      ...placeholders,
    ];
    this.#inputs.push(...names);
    this.#specs.push(...outputs.map(({ spec }, i) => ({ ...spec, name: names[i]! })));
    this.#renamed.push(renamed);
  }

  /** The graph with the loops and branches in it. */
  stitched(written: readonly (Written & { readonly node: string; readonly count: number })[]): SignedGraph {
    const { outputs, inputs } = this.#segment;
    const own = outputs.map((text, i) =>
      this.#identity(
        this.#renamed.reduce((known, rename) => rename(known), text),
        `output_${i}`,
      ),
    );
    const { trace, weights } = this.#trace([...own, ...this.#arguments]);
    const graph = lowerToOnnx(trace, weights);
    const results = graph.signature.inputs.slice(inputs.length).map(textOf);
    const read = graph.signature.outputs.slice(own.length).map(textOf);
    const list = new NodeList();
    for (const node of graph.nodes) if (!results.includes(node.name)) list.add(node);
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

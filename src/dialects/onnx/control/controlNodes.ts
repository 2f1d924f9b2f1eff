// ONNX's If and Loop of a branch or loop whose functions are lowered. A node reads, after its own inputs, the tensors of the
// outer graph that the graphs inside capture: `_captures` says how many, and a file names them inside alone.
import { UserError } from '../../../errors.ts';
import type { Attributes, SignedGraph, TensorInfo } from '../../../graph/graph.ts';
import { outputText, parseNodeInput, parseUnspelledInput } from '../../../names/nodeInput.ts';
import { product } from '../../../tensors.ts';
import type { ConstantTensors, Control, PlainGraph } from '../../../trace/adapters/graph/controlFlow.ts';
import { axesText } from '../../../trace/inputs.ts';
import type { Value } from '../../../trace/trace.ts';
import { outputSpecs } from '../onnxNodes.ts';
import { NodeList, readInputs, withInputs } from './stitch.ts';

type Spec = Pick<Value, 'shape' | 'dtype'>;

/** An argument of a loop or branch; `weight` is there where it is a constant that may be a size. */
export interface Argument {
  readonly spec: Spec;
  readonly weight?: NonNullable<ReturnType<ConstantTensors['get']>>;
}

/** A loop or branch that is ready to be put into the graph that calls it. */
export interface Written {
  /** Its results; `alias` is the index of the argument that a result equals. */
  readonly outputs: readonly { readonly spec: Spec; readonly alias?: number }[];
  /** Adds its node, called `name`. @param texts texts of its arguments */
  emit(list: NodeList, name: string, texts: readonly string[]): void;
}

/** Lowers a function with these arguments; arguments that have weights are no inputs of the graph. */
type Lower = (fn: string, taken: readonly Argument[]) => SignedGraph;

/** The error of a model whose loop or branch cannot go. */
export const refused = (why: string): UserError => new UserError(`the model cannot be written as ONNX: ${why}`);

const specText = ({ shape, dtype }: { readonly shape: TensorInfo['shape']; readonly dtype: string }): string =>
  `${axesText(shape!)} of ${dtype}`;

const specOf = ({ shape, dtype }: TensorInfo): Spec => ({ shape: shape!, dtype: dtype as Spec['dtype'] });

function expectOneElement(spec: Spec, name: string): void {
  if (product(spec.shape) !== 1)
    throw refused(`the condition of ${name} has ${axesText(spec.shape)}, and ONNX takes one element`);
}

/** @throws UserError for branches whose results differ in number, shape or dtype */
export function ifNode(
  control: Control & { readonly kind: 'If' },
  name: string,
  [condition, ...taken]: readonly Argument[],
  lower: Lower,
): Written {
  expectOneElement(condition!.spec, name);
  const graphs = [lower(control.taken, taken), lower(control.otherwise, taken)] as const;
  const [then, otherwise] = graphs.map(({ signature }) => signature.outputs) as [TensorInfo[], TensorInfo[]];
  for (const [i, output] of then.entries())
    if (specText(output) !== specText(otherwise[i]!))
      throw refused(
        `result ${i} of ${name} is ${specText(output)} in one branch and ${specText(otherwise[i]!)} in the other: give both one shape`,
      );
  const read = new Set(graphs.flatMap((graph) => [...readInputs(graph)]));
  const kept = [...read].toSorted((a, b) => a - b);
  const [thenBranch, elseBranch] = graphs.map((graph) => withInputs(graph, kept));
  return {
    outputs: then.map((output) => ({ spec: specOf(output) })),
    emit(list, node, [text, ...texts]) {
      const given = texts.filter((_, i) => !taken[i]!.weight);
      const captured = kept.map((i) => given[i]!);
      list.nodes.push({
        name: node,
        op: 'If',
        inputs: [list.asBool(text!, condition!.spec.dtype, node), ...captured],
        attributes: {
          then_branch: { graph: thenBranch! },
          else_branch: { graph: elseBranch! },
          ...facts(then, captured.length),
        },
      });
    },
  };
}

const facts = (outputs: readonly Spec[] | readonly TensorInfo[], captures: number): Attributes => ({
  _captures: { i: captures },
  ...outputSpecs(...outputs),
});

/** The indices of arguments that a loop's body returns as it took them. */
function invariantsOf({ nodes, inputs, outputs }: PlainGraph): ReadonlySet<number> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const source = (text: string): string => {
    const { node } = parseNodeInput(text);
    const from = byName.get(node);
    return from?.op === 'Identity' ? source(from.input![0]!) : node;
  };
  return new Set(outputs.flatMap((text, i) => (source(text) === inputs[i] ? [i] : [])));
}

/** @throws UserError for a variable whose shape or dtype the body changes, and for a condition of several elements */
export function loopNode(
  control: Control & { readonly kind: 'While' },
  name: string,
  args: readonly Argument[],
  lower: Lower,
  plain: PlainGraph,
): Written {
  const invariant = invariantsOf(plain);
  const taken = args.map((argument, i) => (invariant.has(i) ? argument : { spec: argument.spec }));
  const condition = lower(control.condition, taken);
  const body = lower(control.body, taken);
  for (const [i, { spec }] of args.entries()) {
    const next = body.signature.outputs[i]!;
    if (!invariant.has(i) && specText(spec) !== specText(next))
      throw refused(
        `variable ${i} of ${name} is ${specText(spec)} before an iteration and ${specText(next)} after it: keep its shape`,
      );
  }
  const [more] = condition.signature.outputs as readonly [TensorInfo];
  if (more.shape!.length > 0)
    throw refused(`the condition of ${name} has ${axesText(more.shape!)}, and ONNX takes a scalar`);
  const inputs = taken.flatMap(({ weight }, i) => (weight ? [] : [i]));
  const carried = inputs.filter((i) => !invariant.has(i));
  const inner = loopBody({ condition, body, inputs, carried, args });
  // the first inputs are the number of the iteration, the condition and the variables
  const own = 2 + carried.length;
  const captures = [...readInputs(inner)].filter((i) => i >= own);
  const graph = withInputs(inner, [...Array.from({ length: own }, (_, i) => i), ...captures]);
  const captured = inputs.filter((i) => invariant.has(i));
  return {
    outputs: args.map(({ spec }, i) => ({ spec, ...(invariant.has(i) && { alias: i }) })),
    emit(list, node, texts) {
      if (carried.length === 0) return;
      const [start] = list.inline(
        condition,
        inputs.map((i) => texts[i]!),
        `${node}/condition`,
      );
      const read = [...carried, ...captures.map((i) => captured[i - own]!)].map((i) => texts[i]!);
      list.nodes.push({
        name: node,
        op: 'Loop',
        inputs: ['', list.asBool(start!, more.dtype, node), ...read],
        attributes: {
          body: { graph },
          ...facts(
            carried.map((i) => args[i]!.spec),
            captures.length,
          ),
        },
      });
    },
  };
}

interface LoopParts {
  readonly condition: SignedGraph;
  readonly body: SignedGraph;
  /** Indices of the arguments that are inputs of both graphs. */
  readonly inputs: readonly number[];
  /** Indices of the arguments that change. */
  readonly carried: readonly number[];
  readonly args: readonly Argument[];
}

/** The body of a Loop: (iteration, condition, variables, captures) to (condition, variables). */
function loopBody({ condition, body, inputs, carried, args }: LoopParts): SignedGraph {
  const list = new NodeList();
  const ends: TensorInfo[] = [];
  const end = (
    name: string,
    text: string,
    { shape, dtype }: { shape: TensorInfo['shape']; dtype: TensorInfo['dtype'] },
  ) => {
    const { node, output } = parseUnspelledInput(text);
    return { name, tensor: `${node}:${output}`, shape, dtype };
  };
  const input = (name: string, spec: { shape: readonly number[]; dtype: TensorInfo['dtype'] }): string => {
    const text = list.addInput(name, spec.shape, spec.dtype);
    ends.push(end(text, text, spec));
    return text;
  };
  input('iteration', { shape: [], dtype: 'int64' });
  input('condition', { shape: [], dtype: 'bool' });
  const order = [...carried, ...inputs.filter((i) => !carried.includes(i))];
  const texts = new Map(order.map((i) => [i, input(`variable_${i}`, args[i]!.spec)]));
  const next = list.inline(
    body,
    inputs.map((i) => texts.get(i)!),
    'body',
  );
  const after = inputs.map((i) => (carried.includes(i) ? next[i]! : texts.get(i)!));
  const [more] = list.inline(condition, after, 'condition');
  const dtype = condition.signature.outputs[0]!.dtype;
  const outputs = [
    end('more', list.asBool(more!, dtype, 'condition'), { shape: [], dtype: 'bool' }),
    ...carried.map((i) => end(`next_${i}`, next[i]!, args[i]!.spec)),
  ];
  return { nodes: list.nodes, signature: { inputs: ends, outputs }, producer: 0 };
}

/** The texts of a loop's or branch's results. @param node the name of its node @param texts texts of its arguments */
export function resultTexts({ outputs }: Written, node: string, texts: readonly string[]): readonly string[] {
  let output = 0;
  return outputs.map(({ alias }) => (alias === undefined ? outputText({ node, output: output++ }) : texts[alias]!));
}

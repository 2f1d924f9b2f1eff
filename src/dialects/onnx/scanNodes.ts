// A loop of a trace as a Scan, whose body is a function of the graph: its inputs are the states and elements of a step, then
// what every step reads alike, which ONNX's bodies read from outside. https://onnx.ai/onnx/operators/onnx__Scan.html
import type { GraphBuilder } from '../../graph/builder.ts';
import type { Attributes, FunctionArgument, GraphFunction, GraphNode } from '../../graph/graph.ts';
import { outputText } from '../../names/nodeInput.ts';
import { product } from '../../tensors.ts';
import { type LoopCall, stepTrace } from '../../trace/loopCall.ts';
import type { Trace, Value } from '../../trace/trace.ts';
import { constantNode, constantOp, inputOp, outputSpecs, typesOf } from './onnxNodes.ts';

/** The scope of a loop, and attributes of its nodes. */
interface LoopScope {
  readonly scope: string;
  readonly facts: Attributes;
}

/**
 * Emits a loop, and its body among the functions of `builder`.
 * @param emitKernels emits the kernels of a step
 * @returns the input text of each output of the call
 */
export function emitScan(
  builder: GraphBuilder,
  trace: Trace,
  { attributes: { loop }, inputs, outputs }: LoopCall,
  { scope, facts }: LoopScope,
  emitKernels: (builder: GraphBuilder, trace: Trace) => void,
): readonly string[] {
  const name = builder.uniqueName(`${scope}/Scan`);
  const step = stepTrace(trace, loop);
  const body = builder.inside(step);
  const argument = (stem: string, value: Value): string =>
    body.emit(body.uniqueName(stem), inputOp, [], outputSpecs(value));
  const outside = (value: number): string => builder.sourceOf(value, scope);
  const specOf = (value: number): Value => loop.values[value]!;
  const { length: count } = inputs.sequences;

  const states = inputs.states.map((_, i) => argument('state', specOf(count + i)));
  for (const last of loop.lasts) argument('last', specOf(last));
  const elements = inputs.sequences.map((_, i) => argument('element', specOf(i)));
  const fixed = inputs.fixed.map((_, i) => argument('fixed', specOf(count + states.length + i)));
  for (const [value, text] of [...elements, ...states, ...fixed].entries()) body.setSource(value, text);
  emitKernels(body, step);

  const starts = loop.lasts.map((last) => {
    const { dtype, shape } = specOf(last);
    const values = new Array(product(shape)).fill(0);
    return builder.add(constantNode(builder.uniqueName(`${name}/last`), { dtype, shape, values }));
  });
  const constants = body.nodes.filter(({ op }) => op === constantOp);
  const moved = constants.map((node) => builder.add({ ...node, name: builder.uniqueName(node.name) }));
  const results = [...loop.nextStates, ...loop.lasts, ...loop.stacks.map(({ value }) => value)];
  const functionName = `loop_${builder.functions.length}`;
  const asArguments = constants.map(({ attributes: { value: _, ...specs }, ...node }) => ({
    ...node,
    op: inputOp,
    attributes: specs,
  }));
  builder.functions.push(
    functionOf(
      functionName,
      [...body.nodes.filter(({ op }) => op !== constantOp), ...asArguments],
      results.map((value) => ({ tensor: body.sourceOf(value, scope), value: specOf(value) })),
    ),
  );
  const explicit = [...inputs.states.map(outside), ...starts, ...inputs.sequences.map(outside)];
  builder.emit(name, 'Scan', [...explicit, ...inputs.fixed.map(outside), ...moved], {
    body: { func: { name: functionName, attributes: {} } },
    num_scan_inputs: { i: count },
    scan_input_axes: { ints: loop.axes },
    ...(loop.stacks.length > 0 && { scan_output_axes: { ints: loop.stacks.map(({ axis }) => axis) } }),
    _outside: { i: fixed.length + moved.length },
    ...facts,
    ...outputSpecs(...outputs.map((value) => trace.values[value]!)),
  });
  return outputs.map((_, output) => outputText({ node: name, output }));
}

/** A function of these nodes; its arguments are nodes of the op of an input. */
function functionOf(
  name: string,
  nodes: readonly GraphNode[],
  results: readonly { readonly tensor: string; readonly value: Value }[],
): GraphFunction {
  const outputs = results.map(({ value }, i): FunctionArgument => ({ name: `result_${i}`, type: value.dtype }));
  return {
    name,
    inputs: nodes.flatMap((node) => (node.op === inputOp ? [{ name: node.name, type: typesOf(node)[0]! }] : [])),
    outputs,
    nodes,
    results: Object.fromEntries(outputs.map((output, i) => [output.name, results[i]!.tensor])),
    attributes: {},
  };
}

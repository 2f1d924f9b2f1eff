// Lowers a trace to ONNX ops, in scopes such as gMLP/Sequential[model]/gMLPBlock[0].
import { addTo } from '../../addTo.ts';
import { UserError } from '../../errors.ts';
import { GraphBuilder } from '../../graph/builder.ts';
import type { GraphNode, GraphSignature, SignedGraph, TensorInfo } from '../../graph/graph.ts';
import { inputName, outputName } from '../../graph/scopeNames.ts';
import type { KernelName } from '../../kernels/kernelName.ts';
import { parseUnspelledInput } from '../../names/nodeInput.ts';
import { uniqueNames, withoutSeparator } from '../../names/uniqueNames.ts';
import type { Weights } from '../../trace/adapter.ts';
import { looksUp } from '../../trace/adapters/graph/lookupTables.ts';
import { type Distributions, distributionsOf } from '../../trace/distribution.ts';
import { isLoop } from '../../trace/loopCall.ts';
import { flat, type KernelCall, type Trace, type Value } from '../../trace/trace.ts';
import { type CallScopes, scopesOfCalls } from './callScopes.ts';
import { onnxLowerings, onnxRows } from './kernels/onnxRows.ts';
import { inputOp, outputSpecs } from './onnxNodes.ts';
import { onnxConstant, onnxParameter } from './onnxValues.ts';
import type { LoweringRow, Operand } from './operand.ts';
import { emitScan } from './scanNodes.ts';
import { wholeOps } from './wholeOps.ts';
import { writeOperands } from './writeOperands.ts';

/**
 * Lowers a trace to a graph of ONNX ops as they are at the newest operator set; `finishOnnx` makes it small and writes it at
 * another. With `weights` the graph can run: parameters are constants with values.
 * @throws UserError for a kernel without an ONNX op, for a parameter that `weights` lacks, for a random draw without an op
 * and for a node of a converted model that did not run on shapes
 */
export function lowerToOnnx(
  trace: Trace,
  weights?: Weights,
  distributions: Distributions = distributionsOf([trace]),
): SignedGraph {
  expectTraced(trace);
  const builder: GraphBuilder = new GraphBuilder(trace, {
    parameter: (path, value) => onnxParameter(builder, path, value, weights),
    constant: (value, scope, valueId) =>
      onnxConstant(builder, value, scope, distributions.get(valueId), weights !== undefined),
  });
  // names of inputs and outputs differ from each other; nodes have names of their own
  const uniqueName = uniqueNames();
  const inputs = trace.inputs.map((valueId, i) => emitInput(builder, trace, valueId, i, uniqueName));
  const scopes = scopesOfCalls(builder, trace);
  emitKernels(builder, trace, scopes);
  const outputs = flat(trace.outputs).map((valueId, i) => emitOutput(builder, trace, valueId, i, uniqueName));
  const signature = { inputs, outputs };
  return {
    nodes: readNodes(builder.nodes, signature),
    ...(builder.functions.length > 0 && { functions: builder.functions }),
    signature,
    scopes: scopes.modules,
    metadata: { modules: JSON.stringify(Object.fromEntries(trace.modules.map(({ path, type }) => [path, type]))) },
    producer: 0,
  };
}

/** The nodes that lead to an output, and the inputs: tf.js computes tensors that nothing reads, such as shapes. */
function readNodes(nodes: readonly GraphNode[], { inputs, outputs }: GraphSignature): readonly GraphNode[] {
  const read = new Set([...inputs, ...outputs].map(({ tensor }) => parseUnspelledInput(tensor).node));
  const known = new Set(nodes.map(({ name }) => name));
  const kept = nodes.toReversed().filter(({ name, inputs }) => {
    if (!read.has(name)) return false;
    for (const input of inputs) read.add(known.has(input) ? input : parseUnspelledInput(input).node);
    return true;
  });
  return kept.toReversed();
}

/** @throws UserError that names the first node which waits for numbers, or looks up a table */
export function expectTraced({ graph, outputs }: Trace): void {
  const { notRun, topology, calls } = graph ?? {};
  const lookup = topology?.node.find((node) => looksUp(node) && calls!.has(node.name));
  if (lookup)
    throw new UserError(
      `the model cannot be written as ONNX: ${lookup.op} ${lookup.name} looks up a table, and ONNX has no tables`,
    );
  if (notRun && flat(outputs).length < graph!.outputs.length)
    throw new UserError(
      `the model cannot be written as ONNX: ${notRun.op} ${notRun.node} depends on numbers, and what follows from it has no shape`,
    );
}

/** The parts of a complex value are the last axis. */
const specOf = ({ shape, dtype }: Value) =>
  dtype === 'complex64' ? ({ shape: [...shape, 2], dtype: 'float32' } as const) : { shape, dtype };

type NameMaker = ReturnType<typeof uniqueNames>;

function emitInput(builder: GraphBuilder, trace: Trace, valueId: number, i: number, uniqueName: NameMaker): TensorInfo {
  const given = trace.graph?.inputs[i]?.name ?? inputName(trace, valueId) ?? (i === 0 ? 'x' : `x_${i}`);
  const name = uniqueName(given);
  const node = builder.uniqueName(withoutSeparator(name, ':'));
  const spec = specOf(trace.values[valueId]!);
  builder.setSource(valueId, builder.emit(node, inputOp, [], outputSpecs(spec)));
  return { name, tensor: `${node}:0`, ...spec };
}

function emitOutput(
  builder: GraphBuilder,
  trace: Trace,
  valueId: number,
  i: number,
  uniqueName: NameMaker,
): TensorInfo {
  const given = trace.graph?.outputs[i]?.name ?? outputName(trace, i) ?? 'output';
  const name = uniqueName(given);
  const node = builder.uniqueName(withoutSeparator(name, ':'));
  const spec = specOf(trace.values[valueId]!);
  builder.emit(node, 'Identity', [builder.sourceOf(valueId, 'output')], outputSpecs(spec));
  return { name, tensor: `${node}:0`, ...spec };
}

/** Emits the kernels in the order they ran; an op of gmlp-viz/nn that ONNX has whole stands for its kernels. */
function emitKernels(builder: GraphBuilder, trace: Trace, scopes: CallScopes): void {
  const { calls, values } = trace;
  const kernels = readKernels(trace);
  const inside = new Map<number, number[]>();
  for (const index of kernels) addTo(inside, calls[index]!.parent, index);
  const done = new Set<number>();
  const operand = (valueId: number): Operand => {
    const { shape, dtype } = values[valueId]!;
    return { shape, dtype, source: { valueId } };
  };
  const emit = (index: number, operands: readonly Operand[], outputs: readonly number[]): void => {
    const { scope, facts } = scopes.of(index);
    const names = builder.emitFor(index, () => writeOperands(builder, operands, scope, facts));
    for (const [i, output] of outputs.entries()) builder.setSource(output, names[i]!);
  };
  for (const index of kernels) {
    const call = calls[index] as KernelCall;
    const outer = calls[call.parent];
    if (isLoop(call)) {
      const loopScope = scopes.of(index);
      const names = builder.emitFor(index, () => emitScan(builder, trace, call, loopScope, stepOf(loopScope.scope)));
      for (const [i, output] of call.outputs.entries()) builder.setSource(output, names[i]!);
      continue;
    }
    // an op in a loop has no values
    if (outer?.level === 'op' && !trace.graph && outer.outputs.length > 0) {
      const within = inside.get(call.parent)!.map((at) => calls[at] as KernelCall);
      const whole = done.has(call.parent) ? undefined : wholeOps(outer, within, values, operand);
      if (whole) {
        done.add(call.parent);
        emit(call.parent, whole, outer.outputs);
      }
      if (done.has(call.parent)) continue;
    }
    emit(index, lowered(call, trace, operand, scopes.of(index).scope), call.outputs);
  }
}

/** Emits the kernels of a step of a loop. @param scope of the loop */
const stepOf =
  (scope: string) =>
  (builder: GraphBuilder, step: Trace): void =>
    emitKernels(builder, step, scopesOfCalls(builder, step, scope));

/** The kernels that lead to an output, in the order they ran: a converted model computes sizes that attributes already hold. */
function readKernels({ calls, ran, outputs }: Trace): readonly number[] {
  const kernels = ran ?? calls.flatMap(({ level }, index) => (level === 'kernel' ? [index] : []));
  const read = new Set(flat(outputs));
  const kept = kernels.toReversed().filter((index) => {
    const call = calls[index] as KernelCall;
    if (!call.outputs.some((valueId) => read.has(valueId))) return false;
    for (const valueId of Object.values(call.inputs).flat()) read.add(valueId);
    return true;
  });
  return kept.toReversed();
}

/** @throws UserError for a kernel without an ONNX op */
function lowered(
  call: KernelCall,
  { values }: Trace,
  operand: (valueId: number) => Operand,
  scope: string,
): readonly Operand[] {
  const lower = onnxLowerings[call.kernel];
  if (!lower) {
    const row: LoweringRow | undefined = onnxRows[call.kernel as KernelName];
    const reason = row && 'reason' in row ? `: ${row.reason}` : '';
    throw new UserError(`no ONNX op is known for the kernel ${call.kernel} in ${scope}${reason}`);
  }
  const inputs = Object.fromEntries(
    Object.entries(call.inputs).map(([name, given]) => [
      name,
      typeof given === 'number' ? operand(given) : given.map(operand),
    ]),
  );
  const outputs = call.outputs.map((valueId) => values[valueId]!);
  return [lower(inputs, call.attributes, outputs, Object.values(inputs).flat())].flat();
}

// Lowers a trace to TensorFlow ops, in scopes such as gMLP/Sequential[model]/gMLPBlock[0].

import { UserError } from '../../errors.ts';
import { GraphBuilder } from '../../graph/builder.ts';
import type { SignedGraph, TensorInfo } from '../../graph/graph.ts';
import { callScope, inputName, moduleScopes, outputName, type Scopes } from '../../graph/scopeNames.ts';
import { placeholderKernel } from '../../kernels/placeholderKernel.ts';
import type { Weights } from '../../trace/adapter.ts';
import { type Distributions, distributionsOf } from '../../trace/distribution.ts';
import { isLoop } from '../../trace/loopCall.ts';
import { flat, type KernelCall, type Trace, type Value } from '../../trace/trace.ts';
import { outputShapes } from './constantNode.ts';
import { convertedGraph } from './convertedGraph.ts';
import { lowerings } from './kernels/lowerings.ts';
import { writeLowered } from './kernels/writeLowered.ts';
import { emitLoop } from './loopNodes.ts';
import { constantNodes, parameterNodes } from './valueNodes.ts';

/** Any version above 20: up to it TensorFlow tolerates wrong `_output_shapes`. */
const producer = 2000;

/**
 * Lowers a trace to a TensorFlow graph. With `weights` the graph can run: parameters are constants. Without, it is only shown:
 * parameters are variables, and a random draw that no TensorFlow op can repeat is a constant. Other draws become random ops.
 * A converted model keeps its own graph and names.
 * @throws UserError for a kernel without a TensorFlow op, for a parameter that `weights` lacks, and with `weights` for a draw
 * without a distribution
 */
export function tensorflowGraph(
  trace: Trace,
  weights?: Weights,
  distributions: Distributions = distributionsOf([trace]),
): SignedGraph {
  if (trace.graph) return convertedGraph(trace, trace.graph, weights, producer);
  const scopes = moduleScopes(trace);
  const runs = weights !== undefined;
  const builder: GraphBuilder = new GraphBuilder(trace, {
    parameter: (path, value) => parameterNodes(builder, scopes, path, value, weights),
    constant: (value, scope, valueId) => constantNodes(builder, value, scope, distributions.get(valueId), runs),
  });
  const inputs = trace.inputs.map((valueId, i) => emitInput(builder, trace, valueId, i));
  const callScopes = emitCalls(builder, trace, scopes, runs);
  const outputs = flat(trace.outputs).map((valueId, i) => emitOutput(builder, trace, valueId, i));
  const modules = trace.calls.flatMap(({ level }, index) => (level === 'module' ? [index] : []));
  return {
    nodes: builder.nodes,
    ...(builder.functions.length > 0 && { functions: builder.functions }),
    signature: { inputs, outputs },
    scopes: new Map(modules.map((index) => [index, callScopes[index]!])),
    producer,
  };
}

function emitInput(builder: GraphBuilder, trace: Trace, valueId: number, i: number): TensorInfo {
  const value = trace.values[valueId]!;
  const name = builder.uniqueName(`input/${inputName(trace, valueId) ?? (i === 0 ? 'x' : `x_${i}`)}`);
  const attributes = { dtype: { type: value.dtype }, shape: { shape: value.shape }, ...outputShapes(value) };
  builder.setSource(valueId, builder.emit(name, 'Placeholder', [], attributes));
  return tensorInfo(name, value);
}

function emitOutput(builder: GraphBuilder, trace: Trace, valueId: number, i: number): TensorInfo {
  const value = trace.values[valueId]!;
  const name = builder.uniqueName(`output/${outputName(trace, i) ?? 'output'}`);
  const attributes = { T: { type: value.dtype }, ...outputShapes(value) };
  builder.emit(name, 'Identity', [builder.sourceOf(valueId, 'output')], attributes);
  return tensorInfo(name, value);
}

const tensorInfo = (node: string, { dtype, shape }: Value): TensorInfo => ({
  name: node.slice(node.lastIndexOf('/') + 1),
  tensor: `${node}:0`,
  dtype,
  shape,
});

/** Emits the ops of all kernels; returns the scope of each call. A kernel has no scope of its own: no call is inside it. */
function emitCalls(
  builder: GraphBuilder,
  trace: Trace,
  scopes: Scopes,
  runs: boolean,
  outermost = 'model',
): readonly string[] {
  const callScopes: string[] = [];
  for (const [index, call] of trace.calls.entries()) {
    const outer = call.parent === -1 ? outermost : callScopes[call.parent]!;
    if (call.level === 'module') callScopes.push(builder.uniqueName(callScope(trace, scopes, call, outer)));
    else if (call.level === 'op') callScopes.push(builder.uniqueName(`${outer}/${call.op}`));
    else {
      if (runs && call.kernel === placeholderKernel)
        throw new UserError(`${outer} has a shape and no numbers, and no graph can run it`);
      const names = builder.emitFor(index, () =>
        isLoop(call)
          ? emitLoop(builder, trace, call, outer, (body, step) => emitCalls(body, step, scopes, runs, outer))
          : emitKernel(builder, trace, call, outer),
      );
      for (const [i, output] of call.outputs.entries()) builder.setSource(output, names[i]!);
      callScopes.push(outer);
    }
  }
  return callScopes;
}

/** Returns the input text of each output of the kernel. */
function emitKernel(builder: GraphBuilder, { values }: Trace, call: KernelCall, scope: string): readonly string[] {
  const lower = lowerings[call.kernel];
  if (!lower) throw new UserError(`no TensorFlow op is known for the kernel ${call.kernel} in ${scope}`);
  const valueIds = Object.values(call.inputs).flat();
  const inputs = valueIds.map((valueId) => values[valueId]!);
  const outputs = call.outputs.map((valueId) => values[valueId]!);
  const indexOf = (name: string): number | undefined => {
    const before = Object.keys(call.inputs).indexOf(name);
    return before < 0 ? undefined : Object.values(call.inputs).slice(0, before).flat().length;
  };
  const lowered = lower(call.attributes, inputs, outputs, indexOf);
  return writeLowered(builder, lowered, outputs, valueIds, scope);
}

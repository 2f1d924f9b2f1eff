// The TensorFlow dialect: real ops under the reference's module scopes. In: a trace. Out: a graph.

import { UserError } from '../../errors.ts';
import type { Attribute, Endpoint, GraphNode, SignedGraph } from '../../graph/graph.ts';
import { callScope, inputName, moduleScopes, outputName } from '../../graph/scopeNames.ts';
import { uniqueNames } from '../../names/uniqueNames.ts';
import type { Elements } from '../../tensors.ts';
import { type Distributions, distributionsOf } from '../../trace/distribution.ts';
import type { Weights } from '../../trace/modelWeights.ts';
import { flat, type Trace, type Value } from '../../trace/trace.ts';
import { graphOfModel } from './convertedGraph.ts';
import { drawNodes } from './drawNodes.ts';
import type { Lowered, Operand, Row, Spec, Step } from './kernels/lowering.ts';
import { kernels } from './kernels/lowerings.ts';

/** One of the outputs of a node. */
const port = (name: string, at: number): string => (at === 0 ? name : `${name}:${at}`);

/** One of 20 or less makes TensorFlow lenient about `_output_shapes`. */
const producer = 2000;

/**
 * Parameters are variables, or constants when their `numbers` are given: such a graph runs. A converted model has its own
 * graph, under its own names. Numbers that the model draws are drawn anew by the graph; without `numbers`, which is not to
 * run, a draw that no op of TensorFlow stands for is a constant.
 * @throws UserError for a kernel without a row in `kernels`, for a parameter that `numbers` lacks, and with `numbers` for a
 * draw without a distribution
 */
export function tensorflowGraph(
  trace: Trace,
  numbers?: Weights,
  distributions: Distributions = distributionsOf([trace]),
): SignedGraph {
  if (trace.graph) return graphOfModel(trace, trace.graph, numbers, producer);
  const nodes: GraphNode[] = [];
  const names = uniqueNames();
  const scopes = moduleScopes(trace);
  const sources = new Map<number, string>();
  const shapes = (...values: readonly Pick<Spec, 'shape'>[]): Attribute => ({
    shapes: values.map((value) => value.shape),
  });
  // what nodes are emitted for
  let origin: Pick<GraphNode, 'call' | 'parameter'> = {};
  const emit = (name: string, op: string, inputs: readonly string[], attributes: GraphNode['attributes']): string => {
    nodes.push({ name, op, inputs, attributes, ...origin });
    return name;
  };
  const constant = (name: string, value: Pick<Value, 'shape' | 'dtype'>, values: Elements): string =>
    emit(name, 'Const', [], {
      dtype: { type: value.dtype },
      value: { tensor: { dtype: value.dtype, shape: value.shape, values } },
      _output_shapes: shapes(value),
    });

  const endpoint = (node: string, { dtype, shape }: Value): Endpoint => ({
    name: lastScope(node),
    tensor: `${node}:0`,
    dtype,
    shape,
  });
  const inputs = trace.inputs.map((index, i) => {
    const value = trace.values[index]!;
    const attributes = { dtype: { type: value.dtype }, shape: { shape: value.shape }, _output_shapes: shapes(value) };
    const name = names(`input/${inputName(trace, index) ?? (i === 0 ? 'x' : `x_${i}`)}`);
    sources.set(index, emit(name, 'Placeholder', [], attributes));
    return endpoint(name, value);
  });

  const variable = (index: number, value: Value): string => {
    const owner = scopes.parameter(value.parameter!);
    const scope = `${owner.scope}/${owner.name}`;
    if (numbers) {
      const given = numbers.get(value.parameter!);
      if (!given) throw new UserError(`no numbers for the parameter ${value.parameter}`);
      const frozen = constant(names(scope), value, given.values);
      sources.set(index, frozen);
      return frozen;
    }
    const name = names(`${scope}/variable`);
    const handle = emit(name, 'VarHandleOp', [], {
      dtype: { type: value.dtype },
      shape: { shape: value.shape },
      // variables of one shared name are one
      shared_name: { s: name.slice(0, -'/variable'.length) },
      container: { s: '' },
      _output_shapes: { shapes: [[]] },
    });
    const read = emit(names(`${scope}/read`), 'ReadVariableOp', [handle], {
      dtype: { type: value.dtype },
      _output_shapes: shapes(value),
    });
    sources.set(index, read);
    return read;
  };
  const sourceOf = (index: number, scope: string): string => {
    const known = sources.get(index);
    if (known !== undefined) return known;
    const value = trace.values[index]!;
    if (value.parameter !== undefined) {
      const before = origin;
      origin = { ...before, parameter: true };
      const read = variable(index, value);
      origin = before;
      return read;
    }
    if (value.constant === undefined) throw new UserError(`a tensor made outside the model is used in ${scope}`);
    const distribution = distributions.get(index);
    if (value.drawn && !distribution && numbers) throw undrawable(value, scope);
    const name = distribution
      ? drawNodes(distribution, value.shape, scope, names, emit)
      : constant(names(`${scope}/Const`), value, value.constant);
    sources.set(index, name);
    return name;
  };

  /** emits the ops of one kernel, whose inputs are `places` and whose outputs are `given`; the names of its outputs */
  const lower = (
    lowered: ReturnType<Row>,
    given: readonly Spec[],
    indices: readonly number[],
    scope: string,
  ): readonly string[] => {
    const written = new Map<Step, string>();
    const write = ({ op, attributes, inputs, constants = [], outputs = given }: Lowered): string => {
      const name = names(`${scope}/${op}`);
      const source = (operand: Operand): string => {
        if (typeof operand === 'number') return sourceOf(indices[operand]!, scope);
        if ('step' in operand) return port(writeOnce(operand.step), operand.at);
        if ('op' in operand) return writeOnce(operand);
        return constant(names(`${name}/${operand.name}`), operand, operand.values);
      };
      const operands = [...(inputs ?? indices.keys()), ...constants].map(source);
      return emit(name, op, operands, { ...attributes, _output_shapes: shapes(...outputs) });
    };
    const writeOnce = (step: Step): string => {
      const name = written.get(step) ?? write(step);
      written.set(step, name);
      return name;
    };
    if ('op' in lowered) {
      const name = write(lowered);
      return given.map((_, i) => port(name, i));
    }
    return lowered.map((each) => ('step' in each ? port(writeOnce(each.step), each.at) : writeOnce(each)));
  };

  const callScopes: string[] = [];
  for (const [index, call] of trace.calls.entries()) {
    const outer = call.parent === -1 ? 'model' : callScopes[call.parent]!;
    if (call.level === 'module') callScopes.push(names(callScope(trace, scopes, call, outer)));
    else if (call.level === 'op') callScopes.push(names(`${outer}/${call.op}`));
    else {
      const row = kernels[call.kernel];
      if (!row) throw new UserError(`no TensorFlow op is known for the kernel ${call.kernel} in ${outer}`);
      const indices = Object.values(call.inputs).flat();
      const outputs = call.outputs.map((index) => trace.values[index]!);
      const inputs = indices.map((index) => trace.values[index]!);
      const indexOf = (name: string) => {
        const before = Object.keys(call.inputs).indexOf(name);
        return before < 0 ? undefined : Object.values(call.inputs).slice(0, before).flat().length;
      };
      origin = { call: index };
      const results = lower(row(call.attributes, inputs, outputs, indexOf), outputs, indices, outer);
      origin = {};
      for (const [i, output] of call.outputs.entries()) sources.set(output, results[i]!);
      // nothing stands in the scope of a kernel
      callScopes.push(outer);
    }
  }

  const outputs = flat(trace.outputs).map((index, i) => {
    const value = trace.values[index]!;
    const attributes = { T: { type: value.dtype }, _output_shapes: shapes(value) };
    const name = names(`output/${outputName(trace, i) ?? 'output'}`);
    return endpoint(emit(name, 'Identity', [sourceOf(index, 'output')], attributes), value);
  });
  const modules = trace.calls.flatMap(({ level }, index) => (level === 'module' ? [index] : []));
  return {
    nodes,
    signature: { inputs, outputs },
    scopes: new Map(modules.map((index) => [index, callScopes[index]!])),
    producer,
  };
}

const undrawable = ({ drawn, dtype }: Value, scope: string): UserError =>
  new UserError(
    `tf.${drawn!.op} draws ${dtype} random numbers in ${scope}, for which no op of TensorFlow and no bounds are known: give it a seed, which makes them constants, or take them as an input`,
  );

const lastScope = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

// The reference's dialect: aten nodes as tensorboardX 2.6.5 writes them, without its plumbing. In: a trace. Out: a graph.

import { UserError } from '../../errors.ts';
import type { Attribute, Graph, GraphNode } from '../../graph/graph.ts';
import { inputName, moduleScopes } from '../../graph/scopeNames.ts';
import { uniqueNames } from '../../names/uniqueNames.ts';
import { flat, type OpCall, type Trace } from '../../trace/trace.ts';
import { atenOps } from './atenOps.ts';

// what tensorboardX writes
const producer = 22;
const noAttributes = '{}';

/**
 * Nodes follow the operations that the model's author wrote, not the kernels under them.
 * @throws UserError for an operation that PyTorch's tracer has no name for, such as a bare tf.js call
 */
export function torchGraph(trace: Trace): Graph {
  if (trace.graph)
    throw new UserError('the torch dialect is for what PyTorch has a name for, not for a graph of TensorFlow’s');
  const nodes: GraphNode[] = [];
  const names = uniqueNames();
  const scopes = moduleScopes(trace);
  const sources = new Map<number, string>();

  // what nodes are emitted for
  let origin: Pick<GraphNode, 'call' | 'parameter'> = {};
  const emit = (name: string, op: string, inputs: readonly string[], index?: number, attr = noAttributes): string => {
    const unique = names(name);
    const shapes: Record<string, Attribute> =
      index === undefined ? {} : { _output_shapes: { shapes: [trace.values[index]!.shape] } };
    nodes.push({ name: unique, op, inputs, attributes: { attr: { s: attr }, ...shapes }, ...origin });
    return unique;
  };
  const sourceOf = (index: number, scope: string): string => {
    const known = sources.get(index);
    if (known !== undefined) return known;
    const { parameter, constant } = trace.values[index]!;
    if (parameter === undefined && constant === undefined)
      throw new UserError(`a tensor made outside the model is used in ${scope}`);
    const before = origin;
    if (parameter !== undefined) origin = { ...before, parameter: true };
    const owner = parameter === undefined ? undefined : scopes.parameter(parameter);
    const name = owner
      ? emit(`${owner.scope}/${owner.name}`, 'prim::GetAttr', [], index, `{ name :  ${owner.name} }`)
      : emit(`${scope}/Constant`, 'prim::Constant', [], index);
    origin = before;
    sources.set(index, name);
    return name;
  };
  const emitOp = (call: OpCall, scope: string): void => {
    const aten = atenOps[call.op];
    if (!aten) throw unknownOp(call.op, scope);
    const inputs = call.inputs.map((index) => sourceOf(index, scope));
    const name = `${scope}/${call.op}`;
    const [first] = call.outputs;
    if (call.op !== 'chunk') {
      sources.set(first!, emit(name, aten, inputs, first));
      return;
    }
    // a list of tensors has no shape of its own
    const list = emit(name, aten, inputs);
    for (const index of call.outputs)
      sources.set(index, emit(`${scope}/ListUnpack`, 'prim::ListUnpack', [list], index));
  };

  for (const [i, index] of trace.inputs.entries())
    sources.set(index, emit(`input/${inputName(trace, index) ?? `x.${i + 1}`}`, 'IO Node', [], index));
  for (const [index, call] of trace.calls.entries()) {
    const outer = trace.calls[call.parent];
    // an operation's own steps are not shown
    if (call.level === 'module' || outer?.level === 'op' || outer?.level === 'kernel') continue;
    const scope = outer ? scopes.byIndex[outer.module]! : scopes.byIndex[0]!;
    if (call.level === 'kernel') throw unknownOp(call.kernel, scope);
    origin = { call: index };
    emitOp(call, scope);
    origin = {};
  }
  for (const [i, index] of flat(trace.outputs).entries())
    emit(`output/output.${i + 1}`, 'IO Node', [sourceOf(index, 'output')], index);
  const calls = trace.calls.flatMap((call, index) => (call.level === 'module' ? [[index, call] as const] : []));
  return { nodes, scopes: new Map(calls.map(([index, { module }]) => [index, scopes.byIndex[module]!])), producer };
}

function unknownOp(op: string, scope: string): UserError {
  return new UserError(`the torch dialect has no name for ${op} in ${scope} (the tensorflow dialect has)`);
}

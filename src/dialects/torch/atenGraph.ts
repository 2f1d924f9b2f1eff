// The reference's dialect: aten nodes as tensorboardX 2.6.5 writes them, without its plumbing.

import { UserError } from '../../errors.ts';
import { GraphBuilder } from '../../graph/builder.ts';
import type { Attribute, Graph } from '../../graph/graph.ts';
import { inputName, moduleScopes, type Scopes } from '../../graph/scopeNames.ts';
import { flat, type OpCall, type Trace } from '../../trace/trace.ts';
import { atenOps } from './atenOps.ts';

// the version that tensorboardX writes
const producer = 22;
const noAttributes = '{}';

/**
 * Returns a graph with a node for each operation that the model's author wrote; the kernels in an operation have none.
 * @throws UserError for an operation that PyTorch's tracer has no name for, such as a bare tf.js call
 */
export function torchGraph(trace: Trace): Graph {
  if (trace.graph)
    throw new UserError('the torch dialect is for what PyTorch has a name for, not for a graph of TensorFlow’s');
  const scopes = moduleScopes(trace);
  const builder = new AtenBuilder(trace, scopes);
  for (const [i, valueId] of trace.inputs.entries())
    builder.setSource(
      valueId,
      builder.emitNode(`input/${inputName(trace, valueId) ?? `x.${i + 1}`}`, 'IO Node', [], valueId),
    );
  for (const [index, call] of trace.calls.entries()) {
    const outer = trace.calls[call.parent];
    // PyTorch's tracer sees an operation, not the calls inside it
    if (call.level === 'module' || outer?.level === 'op' || outer?.level === 'kernel') continue;
    const scope = scopes.byIndex[outer ? outer.module : 0]!;
    if (call.level === 'kernel') throw unknownOp(call.kernel, scope);
    builder.emitFor(index, () => builder.emitOp(call, scope));
  }
  for (const [i, valueId] of flat(trace.outputs).entries())
    builder.emitNode(`output/output.${i + 1}`, 'IO Node', [builder.sourceOf(valueId, 'output')], valueId);
  const calls = trace.calls.flatMap((call, index) => (call.level === 'module' ? [[index, call] as const] : []));
  return {
    nodes: builder.nodes,
    scopes: new Map(calls.map(([index, { module }]) => [index, scopes.byIndex[module]!])),
    producer,
  };
}

class AtenBuilder extends GraphBuilder {
  readonly #values: Trace['values'];

  constructor(trace: Trace, scopes: Scopes) {
    super(trace, {
      parameter: (path, _, valueId) => {
        const { scope, name } = scopes.parameter(path);
        return this.emitNode(`${scope}/${name}`, 'prim::GetAttr', [], valueId, `{ name :  ${name} }`);
      },
      constant: (_, scope, valueId) => this.emitNode(`${scope}/Constant`, 'prim::Constant', [], valueId),
    });
    this.#values = trace.values;
  }

  /** @param valueId the tensor that the node gives; a list of tensors has no shape of its own */
  emitNode(name: string, op: string, inputs: readonly string[], valueId?: number, attr = noAttributes): string {
    const shapes: Record<string, Attribute> =
      valueId === undefined ? {} : { _output_shapes: { shapes: [this.#values[valueId]!.shape] } };
    return this.emit(this.uniqueName(name), op, inputs, { attr: { s: attr }, ...shapes });
  }

  emitOp(call: OpCall, scope: string): void {
    const aten = atenOps[call.op];
    if (!aten) throw unknownOp(call.op, scope);
    const inputs = call.inputs.map((valueId) => this.sourceOf(valueId, scope));
    const name = `${scope}/${call.op}`;
    const [first] = call.outputs;
    if (call.op !== 'chunk') {
      this.setSource(first!, this.emitNode(name, aten, inputs, first));
      return;
    }
    const list = this.emitNode(name, aten, inputs);
    for (const valueId of call.outputs)
      this.setSource(valueId, this.emitNode(`${scope}/ListUnpack`, 'prim::ListUnpack', [list], valueId));
  }
}

const unknownOp = (op: string, scope: string): UserError =>
  new UserError(`the torch dialect has no name for ${op} in ${scope} (the tensorflow dialect has)`);

// A loop of a trace as a StatelessWhile with functions for its condition and body. It has as many steps as its first
// sequence has elements.
import type { GraphBuilder } from '../../graph/builder.ts';
import type { Attributes, TensorValue } from '../../graph/graph.ts';
import { product } from '../../tensors.ts';
import { type LoopCall, stepTrace } from '../../trace/loopCall.ts';
import type { Trace, Value } from '../../trace/trace.ts';
import { constantNode, type Types, typedNode, wholeList, wholeScalar } from './constantNode.ts';
import { LoopFunctions, type Start } from './loopFunctions.ts';

/** Emits the calls of a step. */
type EmitCalls = (builder: GraphBuilder, trace: Trace) => void;

/**
 * Emits a loop, and its functions.
 * @returns the input text of each output of the call
 */
export function emitLoop(
  builder: GraphBuilder,
  trace: Trace,
  { attributes: { loop }, inputs, outputs }: LoopCall,
  scope: string,
  emitCalls: EmitCalls,
): readonly string[] {
  const name = builder.uniqueName(`${scope}/While`);
  const nodes = new OuterNodes(builder, name);
  const functions = new LoopFunctions(builder, stepTrace(trace, loop), name);
  const outside = (value: number) => ({ ...trace.values[value]!, initial: builder.sourceOf(value, scope) });
  const axes = loop.axes.map((axis, i) => fromFirst(axis, trace.values[inputs.sequences[i]!]!.shape.length));

  const step = functions.variable('step', { ...whole, initial: nodes.constant('step', wholeScalar(0)) });
  const sequences = inputs.sequences.map((value) => functions.variable('sequence', outside(value)));
  const count = nodes.size(outside(inputs.sequences[0]!), axes[0]!);
  const limit = functions.variable('count', { ...whole, initial: count });
  const states = inputs.states.map((value) => functions.variable('state', outside(value)));
  const lasts = loop.lasts.map((value) => {
    const { dtype, shape } = loop.values[value]!;
    const initial = nodes.constant('last', { dtype, shape, values: new Array(product(shape)).fill(0) });
    return functions.variable('last', { dtype, shape, initial });
  });
  const stacks = loop.stacks.map(({ value }) => {
    const initial = nodes.list(loop.values[value]!, count);
    return functions.variable('stack', { dtype: 'variant', shape: [], initial });
  });
  const fixed = inputs.fixed.map((value) => functions.variable('fixed', outside(value)));

  const elements = sequences.map((sequence, i) => functions.element(sequence, step, axes[i]!, loop.values[i]!));
  functions.setSources([...elements, ...states, ...fixed]);
  emitCalls(functions.body, stepTrace(trace, loop));
  functions.count(step);
  for (const [i, state] of states.entries()) functions.carry(state, loop.nextStates[i]!);
  for (const [i, last] of lasts.entries()) functions.carry(last, loop.lasts[i]!);
  for (const [i, { value }] of loop.stacks.entries()) functions.append(stacks[i]!, step, value, loop.values[value]!);
  functions.emitWhile(step, limit);

  const results = [...states, ...lasts, ...stacks].map((variable) => functions.result(variable));
  const plain = outputs.length - stacks.length;
  return results.map((result, i) => {
    const stack = loop.stacks[i - plain];
    if (!stack) return result;
    const joined = trace.values[outputs[i]!]!;
    return nodes.stacked(result, loop.values[stack.value]!, joined, fromFirst(stack.axis, joined.shape.length));
  });
}

const whole = { dtype: 'int32', shape: [] } as const;

const fromFirst = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** Nodes in the scope of a loop, outside of its functions. */
class OuterNodes {
  readonly #builder: GraphBuilder;
  readonly #scope: string;

  constructor(builder: GraphBuilder, scope: string) {
    this.#builder = builder;
    this.#scope = scope;
  }

  constant(name: string, tensor: TensorValue): string {
    return this.#builder.add(constantNode(this.#builder.uniqueName(`${this.#scope}/${name}`), tensor));
  }

  /** The size of an axis of a tensor. */
  size({ initial, dtype, shape }: Start, axis: number): string {
    const sizes = this.#emit('Shape', [initial], [shape.length], { T: dtype, out_type: 'int32' });
    const bounds = [axis, axis + 1, 1].map((bound) => this.constant('axis', wholeList([bound])));
    const inputs = [sizes, ...bounds];
    return this.#emit('StridedSlice', inputs, [], { T: 'int32', Index: 'int32' }, { shrink_axis_mask: { i: 1 } });
  }

  /** A list that `count` tensors of this shape can be put in. */
  list({ shape, dtype }: Value, count: string): string {
    const inputs = [this.constant('element_shape', wholeList(shape)), count];
    return this.#emit('TensorListReserve', inputs, [], { element_dtype: dtype, shape_type: 'int32' });
  }

  /** The tensors of a list, joined along the new axis `axis` of `joined`. */
  stacked(list: string, { shape }: Value, joined: Value, axis: number): string {
    const { dtype } = joined;
    const inputs = [list, this.constant('element_shape', wholeList(shape))];
    const first = [joined.shape[axis]!, ...shape];
    const stack = this.#emit('TensorListStack', inputs, first, { element_dtype: dtype }, { num_elements: { i: -1 } });
    if (axis === 0) return stack;
    const order = joined.shape.map((_, at) => (at < axis ? at + 1 : at === axis ? 0 : at));
    const perm = this.constant('perm', wholeList(order));
    return this.#emit('Transpose', [stack, perm], joined.shape, { T: dtype, Tperm: 'int32' });
  }

  #emit(
    op: string,
    inputs: readonly string[],
    shape: readonly number[],
    types: Types,
    attributes?: Attributes,
  ): string {
    const node = typedNode(this.#builder.uniqueName(`${this.#scope}/${op}`), op, inputs, shape, types);
    return this.#builder.add({ ...node, attributes: { ...attributes, ...node.attributes } });
  }
}

// The functions of a StatelessWhile: what is handed from step to step, the nodes of one step, and the condition.
import type { GraphBuilder } from '../../graph/builder.ts';
import type { FunctionArgument, GraphFunction, NodeDtype, TensorValue } from '../../graph/graph.ts';
import { outputText } from '../../names/nodeInput.ts';
import { asFunctionInput } from '../../names/outputNames.ts';
import type { Trace, Value } from '../../trace/trace.ts';
import { constantNode, type Types, typedNode, wholeScalar } from './constantNode.ts';

/** The tensor that a variable of a loop begins with. */
export interface Start {
  readonly dtype: NodeDtype;
  readonly shape: readonly number[];
  /** Its node outside of the loop. */
  readonly initial: string;
}

/** What is handed from step to step. */
interface Variable extends Start {
  readonly name: string;
  /** The input text of its value after a step, in the body; by default it stays. */
  next: string;
}

export class LoopFunctions {
  /** The nodes of one step; they read variables by name. */
  readonly body: GraphBuilder;
  readonly #outer: GraphBuilder;
  readonly #name: string;
  readonly #variables = new Map<string, Variable>();

  /** @param step the record of one step */
  constructor(outer: GraphBuilder, step: Trace, name: string) {
    this.#outer = outer;
    this.#name = name;
    this.body = outer.inside(step);
  }

  /** Adds a variable. @returns its name in the body */
  variable(stem: string, start: Start): string {
    const name = this.body.uniqueName(stem);
    this.#variables.set(name, { ...start, name, next: name });
    return name;
  }

  /** The inputs of a step, by the index of its values. */
  setSources(names: readonly string[]): void {
    for (const [value, name] of names.entries()) this.body.setSource(value, name);
  }

  /** The element of a sequence for this step. */
  element(sequence: string, step: string, axis: number, { dtype, shape }: Value): string {
    const inputs = [sequence, step, this.#whole('axis', axis)];
    return this.#emit('GatherV2', inputs, shape, { Tparams: dtype, Tindices: 'int32', Taxis: 'int32' });
  }

  /** Makes a variable hold a value of this step in the next. */
  carry(variable: string, value: number): void {
    this.#variables.get(variable)!.next = this.body.sourceOf(value, this.#name);
  }

  /** Puts a value of this step in a list. */
  append(list: string, step: string, value: number, { dtype }: Value): void {
    const types = { element_dtype: dtype };
    const inputs = [list, step, this.body.sourceOf(value, this.#name)];
    this.#variables.get(list)!.next = this.#emit('TensorListSetItem', inputs, [], types);
  }

  /** Makes a variable the number of steps done. */
  count(step: string): void {
    this.#variables.get(step)!.next = this.#emit('AddV2', [step, this.#whole('one', 1)], [], { T: 'int32' });
  }

  /** The input text of a variable after the loop, outside of it. */
  result(variable: string): string {
    return outputText({ node: this.#name, output: [...this.#variables.keys()].indexOf(variable) });
  }

  /** Emits the loop, which runs while `step` is less than `limit`. */
  emitWhile(step: string, limit: string): void {
    this.#moveConstants();
    const at = this.#outer.functions.length;
    const variables = [...this.#variables.values()];
    const inputs = variables.map(({ name, dtype }): FunctionArgument => ({ name, type: dtype }));
    const outputs = inputs.map(({ name, type }): FunctionArgument => ({ name: `${name}_next`, type }));
    const ops = new Map(this.body.nodes.map(({ name, op }) => [name, op]));
    const inFunction = (input: string): string => asFunctionInput(input, (node) => ops.get(node));
    const body: GraphFunction = {
      name: `loop_${at}_body`,
      inputs,
      outputs,
      // sizes of axes may differ from those of the trace
      nodes: this.body.nodes.map(({ attributes: { _output_shapes, ...attributes }, call: _, ...node }) => ({
        ...node,
        attributes,
        inputs: node.inputs.map(inFunction),
      })),
      results: Object.fromEntries(outputs.map(({ name }, i) => [name, inFunction(variables[i]!.next)])),
      attributes: {},
    };
    const condition: GraphFunction = {
      name: `loop_${at}_condition`,
      inputs,
      outputs: [{ name: 'goes_on', type: 'bool' }],
      nodes: [typedNode('Less', 'Less', [step, limit], [], { T: 'int32' })],
      results: { goes_on: 'Less:z:0' },
      attributes: {},
    };
    this.#outer.functions.push(body, condition);
    const shapes = variables.map(({ shape }) => shape);
    this.#outer.emit(
      this.#name,
      'StatelessWhile',
      variables.map(({ initial }) => initial),
      {
        T: { types: variables.map(({ dtype }) => dtype) },
        cond: { func: { name: condition.name, attributes: {} } },
        body: { func: { name: body.name, attributes: {} } },
        output_shapes: { shapes },
        parallel_iterations: { i: 1 },
        _output_shapes: { shapes },
      },
    );
  }

  /** Makes constants of the body variables that stay, so that those which follow from sizes are computed outside, once. */
  #moveConstants(): void {
    const constants = this.body.nodes.filter(({ op }) => op === 'Const');
    const names = new Map<string, string>();
    for (const { name, attributes } of constants) {
      const { tensor } = attributes.value as { readonly tensor: TensorValue };
      const initial = this.#outer.add(constantNode(this.#outer.uniqueName(name), tensor));
      names.set(name, this.variable('constant', { dtype: tensor.dtype, shape: tensor.shape ?? [], initial }));
    }
    const moved = (input: string): string => names.get(input) ?? input;
    const nodes = this.body.nodes.filter(({ op }) => op !== 'Const');
    this.body.nodes.splice(
      0,
      this.body.nodes.length,
      ...nodes.map((node) => ({ ...node, inputs: node.inputs.map(moved) })),
    );
    for (const variable of this.#variables.values()) variable.next = moved(variable.next);
  }

  #whole(name: string, value: number): string {
    return this.body.add(constantNode(this.body.uniqueName(`${this.#name}/${name}`), wholeScalar(value)));
  }

  #emit(op: string, inputs: readonly string[], shape: readonly number[], types: Types): string {
    return this.body.add(typedNode(this.body.uniqueName(`${this.#name}/${op}`), op, inputs, shape, types));
  }
}

// Builds the graph of a trace node by node. A dialect says which nodes its parameters and constants become.

import { UserError } from '../errors.ts';
import { uniqueNames } from '../names/uniqueNames.ts';
import type { Trace, Value } from '../trace/trace.ts';
import type { Attributes, GraphFunction, GraphNode } from './graph.ts';

/** The nodes of values that no call of the trace computes; each function returns the name of the node that others read. */
export interface ValueNodes {
  parameter(path: string, value: Value, valueId: number): string;
  constant(value: Value, scope: string, valueId: number): string;
}

export class GraphBuilder {
  readonly nodes: GraphNode[] = [];
  /** Functions that nodes call. */
  readonly functions: GraphFunction[];
  /** Returns a name that no node or scope has yet. */
  readonly uniqueName = uniqueNames();
  readonly #trace: Trace;
  readonly #valueNodes: ValueNodes;
  readonly #sources = new Map<number, string>();
  // fields that every emitted node gets: the call, and whether a parameter is being emitted
  #origin: Pick<GraphNode, 'call' | 'parameter'> = {};

  /** @param functions of the graph, where the nodes are those of one */
  constructor(trace: Trace, valueNodes: ValueNodes, functions: GraphFunction[] = []) {
    this.#trace = trace;
    this.#valueNodes = valueNodes;
    this.functions = functions;
  }

  /** Returns a builder for the nodes of a function, which has its parameters and constants from outside. */
  inside(trace: Trace): GraphBuilder {
    const none = (): never => {
      throw new Error('a function has its parameters and constants from outside');
    };
    return new GraphBuilder(trace, { parameter: none, constant: none }, this.functions);
  }

  /** Appends a node of these parts. @returns its name */
  emit(name: string, op: string, inputs: readonly string[], attributes: Attributes): string {
    return this.add({ name, op, inputs, attributes });
  }

  /** Appends a node. @returns its name */
  add(node: GraphNode): string {
    this.nodes.push({ ...node, ...this.#origin });
    return node.name;
  }

  /** Runs `body`; the nodes that it emits get this `call`. */
  emitFor<T>(call: number, body: () => T): T {
    return this.#withOrigin({ call }, body);
  }

  setSource(valueId: number, name: string): void {
    this.#sources.set(valueId, name);
  }

  /**
   * The name by which a node reads this value. The nodes of a parameter or constant are emitted at the first read.
   * @param scope the scope of the reader
   * @throws UserError for a tensor that neither the trace nor the model made
   */
  sourceOf(valueId: number, scope: string): string {
    const known = this.#sources.get(valueId);
    if (known !== undefined) return known;
    const name = this.#emitValue(valueId, scope);
    this.#sources.set(valueId, name);
    return name;
  }

  #emitValue(valueId: number, scope: string): string {
    const value = this.#trace.values[valueId]!;
    const { parameter, constant } = value;
    if (parameter !== undefined)
      return this.#withOrigin({ ...this.#origin, parameter: true }, () =>
        this.#valueNodes.parameter(parameter, value, valueId),
      );
    if (constant === undefined) throw new UserError(`a tensor made outside the model is used in ${scope}`);
    return this.#valueNodes.constant(value, scope, valueId);
  }

  #withOrigin<T>(origin: Pick<GraphNode, 'call' | 'parameter'>, body: () => T): T {
    const before = this.#origin;
    this.#origin = origin;
    try {
      return body();
    } finally {
      this.#origin = before;
    }
  }
}

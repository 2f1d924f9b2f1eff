// Nodes of ONNX that compute the size of the batch, and constants that depend on it, while the graph runs.
import type { Attributes, GraphNode, NodeDtype, TensorInfo, TensorValue } from '../../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../../names/nodeInput.ts';
import { uniqueNames } from '../../names/uniqueNames.ts';
import type { Plan, Size } from '../openBatch/batchConstants.ts';
import type { BatchDialect, RuntimeSizes } from '../openBatch/openBatch.ts';
import { constantNode, constantOp, inputOp, outputSpecs } from './onnxNodes.ts';

class OnnxSizes implements RuntimeSizes {
  readonly made: GraphNode[] = [];
  readonly #input: string;
  readonly #uniqueName = uniqueNames();
  readonly #scope: string;
  readonly #known = new Map<string, string>();

  constructor(nodes: readonly GraphNode[], { tensor }: TensorInfo) {
    this.#input = outputText(parseUnspelledInput(tensor));
    for (const scope of new Set(nodes.map(({ name }) => name.split('/')[0]!))) this.#uniqueName(scope);
    this.#scope = this.#uniqueName('batch');
  }

  planned(name: string, plan: Plan): readonly GraphNode[] {
    if (plan.kind === 'constant') return [constantNode(name, plan.tensor)];
    if (plan.kind === 'repeated') {
      const shape = plan.shape.map((size) => (typeof size === 'number' ? size : -1));
      return [
        constantNode(`${name}/slice`, plan.slice),
        ...this.#list(`${name}/shape`, plan.shape, 'int64'),
        made(name, 'Expand', [`${name}/slice`, `${name}/shape`], shape, plan.slice.dtype),
      ];
    }
    const { elements, tensor } = plan;
    const shape = tensor.shape ?? [];
    if (shape.length === 1) return this.#list(name, elements, tensor.dtype);
    return [
      ...this.#list(`${name}/elements`, elements, tensor.dtype),
      constantNode(`${name}/shape`, ofSizes(shape)),
      made(name, 'Reshape', [`${name}/elements`, `${name}/shape`], shape, tensor.dtype),
    ];
  }

  /** Nodes whose last one, `name`, has the elements of a list. */
  #list(name: string, sizes: readonly Size[], dtype: NodeDtype): GraphNode[] {
    const parts = sizes.map((size) => this.#part(size));
    const join = (as: string) => made(as, 'Concat', parts, [sizes.length], 'int64', { axis: { i: 0 } });
    if (dtype === 'int64') return [join(name)];
    return [
      join(`${name}/int64`),
      made(name, 'Cast', [`${name}/int64`], [sizes.length], dtype, { to: { type: dtype } }),
    ];
  }

  /** A list of one number: a size of the batch, or a number that is fixed. */
  #part(size: Size): string {
    if (typeof size === 'number') return this.#number(size);
    const { times, plus } = size;
    const product = times === 1 ? this.#size() : this.#combined('Mul', this.#size(), times);
    return plus === 0 ? product : this.#combined('Add', product, plus);
  }

  #combined(op: 'Mul' | 'Add', input: string, operand: number): string {
    return this.#once(`${input} ${op} ${operand}`, () =>
      made(this.#uniqueName(`${this.#scope}/${op}`), op, [input, this.#number(operand)], [1], 'int64'),
    );
  }

  /** The first size of the input's shape. */
  #size(): string {
    return this.#once('size', () =>
      made(`${this.#scope}/Shape`, 'Shape', [this.#input], [1], 'int64', { start: { i: 0 }, end: { i: 1 } }),
    );
  }

  #number(value: number): string {
    const name = `${this.#scope}/${value < 0 ? 'minus_' : ''}${Math.abs(value)}`;
    return this.#once(`${value}`, () => constantNode(name, ofSizes([value])));
  }

  /** Adds the node that `make` returns, unless one was made for the same key; returns its name. */
  #once(key: string, make: () => GraphNode): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const node = make();
    this.made.push(node);
    this.#known.set(key, node.name);
    return node.name;
  }
}

const ofSizes = (values: readonly number[]): TensorValue => ({ dtype: 'int64', shape: [values.length], values });

const made = (
  name: string,
  op: string,
  inputs: readonly string[],
  shape: readonly number[],
  dtype: NodeDtype,
  attributes: Attributes = {},
): GraphNode => ({ name, op, inputs, attributes: { ...attributes, ...outputSpecs({ shape, dtype }) } });

/** How graphs of ONNX ops compute sizes that follow from the batch. */
export const onnxBatch: BatchDialect = {
  input: inputOp,
  constant: constantOp,
  copies: ['Identity', 'Tile', 'Expand'],
  // a Reshape that may have a size of 0 infers none
  infersSize: ({ op, inputs, attributes }, name) =>
    op === 'Reshape' && inputs[1] === name && inputs[0] !== name && !('allowzero' in attributes),
  sizes: (nodes, input) => new OnnxSizes(nodes, input),
};

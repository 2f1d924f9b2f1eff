// Nodes of ONNX that compute the sizes of open axes, and constants that depend on them, while the graph runs.
import type { Attributes, GraphNode, NodeDtype, TensorValue } from '../../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../../names/nodeInput.ts';
import { type Arithmetic, computed } from '../openAxes/computeExpression.ts';
import { isQuotient, type Plan, type Size } from '../openAxes/openConstants.ts';
import type { OpenDialect, RuntimeSizes, SizeSource } from '../openAxes/openGraph.ts';
import { SizeScope, wholeStem } from '../openAxes/sizeScope.ts';
import { constantNode, constantOp, inputOp, outputSpecs } from './onnxNodes.ts';
import { withAutoPad } from './samePadding.ts';

class OnnxSizes implements RuntimeSizes, Arithmetic {
  readonly #scope: SizeScope;
  readonly #sources: readonly SizeSource[];

  constructor(nodes: readonly GraphNode[], sources: readonly SizeSource[]) {
    this.#scope = new SizeScope(nodes);
    this.#sources = sources;
  }

  get made(): readonly GraphNode[] {
    return this.#scope.made;
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
    const isWhole = sizes.every((size) => (typeof size === 'number' ? Number.isInteger(size) : !isQuotient(size)));
    const parts = sizes.map((size) => (isWhole ? this.#part(size) : this.#float(size, dtype)));
    const joined = isWhole ? 'int64' : dtype;
    const join = (as: string) => made(as, 'Concat', parts, [sizes.length], joined, { axis: { i: 0 } });
    if (dtype === joined) return [join(name)];
    return [
      join(`${name}/int64`),
      made(name, 'Cast', [`${name}/int64`], [sizes.length], dtype, { to: { type: dtype } }),
    ];
  }

  /** A list of one whole number. */
  #part(size: Size): string {
    if (isQuotient(size)) throw new Error('a quotient is no whole number');
    return typeof size === 'number' ? this.whole(size) : computed(size, this);
  }

  /** A list of one number of dtype float32 or float64. */
  #float(size: Size, dtype: NodeDtype): string {
    if (typeof size === 'number')
      return this.#scope.once(`${size} ${dtype}`, 'Constant', (name) =>
        constantNode(name, { dtype, shape: [1], values: [size] }),
      );
    if (isQuotient(size))
      return this.#op('Div', [this.#float(size.times, dtype), this.#float(size.over, dtype)], dtype);
    return this.#op('Cast', [computed(size, this)], dtype, { to: { type: dtype } });
  }

  add(a: string, b: string): string {
    return this.#op('Add', [a, b]);
  }

  multiply(a: string, b: string): string {
    return this.#op('Mul', [a, b]);
  }

  // ONNX's Div of integers cuts off, and its Mod has the sign of the divisor
  floorDivide(a: string, by: number): string {
    const divisor = this.whole(by);
    return this.#op('Div', [this.#op('Sub', [a, this.#op('Mod', [a, divisor])]), divisor]);
  }

  bound(kind: 'min' | 'max', a: string, b: string): string {
    return this.#op(kind === 'min' ? 'Min' : 'Max', [a, b]);
  }

  /** The size of an axis: an element of its input's shape. */
  size(symbol: number): string {
    const { name, input, axis } = this.#sources[symbol]!;
    const tensor = outputText(parseUnspelledInput(input.tensor));
    const range: Attributes = { start: { i: axis }, end: { i: axis + 1 } };
    return this.#scope.once(`size ${name}`, name, (node) => made(node, 'Shape', [tensor], [1], 'int64', range));
  }

  #op(op: string, inputs: readonly string[], dtype: NodeDtype = 'int64', attributes?: Attributes): string {
    return this.#scope.once(`${op} ${inputs} ${dtype}`, op, (name) => made(name, op, inputs, [1], dtype, attributes));
  }

  whole(value: number): string {
    return this.#scope.once(`${value}`, wholeStem(value), (name) => constantNode(name, ofSizes([value])));
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

/** How graphs of ONNX ops compute sizes that follow from open axes. */
export const onnxSizes: OpenDialect = {
  input: inputOp,
  constant: constantOp,
  copies: ['Identity', 'Tile', 'Expand'],
  // a Reshape that may have a size of 0 infers none
  infersSize: ({ op, inputs, attributes }, name) =>
    op === 'Reshape' && inputs[1] === name && inputs[0] !== name && !('allowzero' in attributes),
  sizes: (nodes, sources) => new OnnxSizes(nodes, sources),
  sizeFree: withAutoPad,
};

// Nodes that compute the sizes of open axes, and constants that depend on them, while the graph runs.
import type { GraphNode, NodeDtype, TensorValue } from '../../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../../names/nodeInput.ts';
import { type Arithmetic, computed } from '../openAxes/computeExpression.ts';
import { isQuotient, type Plan, type Size } from '../openAxes/openConstants.ts';
import type { OpenDialect, RuntimeSizes, SizeSource } from '../openAxes/openGraph.ts';
import { SizeScope, wholeStem } from '../openAxes/sizeScope.ts';
import { constantNode, type Types, typedNode, wholeList, wholeScalar } from './constantNode.ts';

class SizeNodes implements RuntimeSizes, Arithmetic {
  readonly #scope: SizeScope;
  readonly #sources: readonly SizeSource[];

  constructor(nodes: readonly GraphNode[], sources: readonly SizeSource[]) {
    this.#scope = new SizeScope(nodes);
    this.#sources = sources;
  }

  get made(): readonly GraphNode[] {
    return this.#scope.made;
  }

  /** Returns nodes in place of the constant `name`; the last one has its name and gives the values that the plan says. */
  planned(name: string, plan: Plan): readonly GraphNode[] {
    if (plan.kind === 'constant') return [constantNode(name, plan.tensor)];
    if (plan.kind === 'repeated') return this.#repeated(name, plan.slice, plan.shape);
    const { elements, tensor } = plan;
    const { dtype } = tensor;
    const shape = tensor.shape ?? [];
    if (shape.length === 0) return [typedNode(name, 'Identity', [this.#scalar(elements[0]!, dtype)], [], { T: dtype })];
    if (shape.length === 1) return [this.#vector(name, elements, dtype)];
    return [
      this.#vector(`${name}/elements`, elements, dtype),
      constantNode(`${name}/shape`, wholeList(shape)),
      typedNode(name, 'Reshape', [`${name}/elements`, `${name}/shape`], shape, { T: dtype, Tshape: 'int32' }),
    ];
  }

  #repeated(name: string, slice: TensorValue, shape: readonly Size[]): readonly GraphNode[] {
    const dims = shape.map((size) => (typeof size === 'number' ? size : -1));
    return [
      constantNode(`${name}/slice`, slice),
      this.#vector(`${name}/shape`, shape, 'int32'),
      typedNode(name, 'BroadcastTo', [`${name}/slice`, `${name}/shape`], dims, { T: slice.dtype, Tidx: 'int32' }),
    ];
  }

  #vector(name: string, sizes: readonly Size[], dtype: NodeDtype): GraphNode {
    const inputs = sizes.map((size) => this.#scalar(size, dtype));
    const node = typedNode(name, 'Pack', inputs, [sizes.length], { T: dtype });
    return { ...node, attributes: { ...node.attributes, N: { i: sizes.length }, axis: { i: 0 } } };
  }

  #scalar(size: Size, dtype: NodeDtype): string {
    if (isQuotient(size)) {
      const [dividend, divisor] = [this.#scalar(size.times, dtype), this.#scalar(size.over, dtype)];
      return this.#op('RealDiv', [dividend, divisor], { T: dtype });
    }
    if (typeof size === 'number') {
      if (dtype === 'int32') return this.whole(size);
      const tensor = { ...wholeScalar(size), dtype };
      return this.#scope.once(`${size} ${dtype}`, 'Const', (name) => constantNode(name, tensor));
    }
    const whole = computed(size, this);
    return dtype === 'int32' ? whole : this.#op('Cast', [whole], { SrcT: 'int32', DstT: dtype });
  }

  add(a: string, b: string): string {
    return this.#op('AddV2', [a, b]);
  }

  multiply(a: string, b: string): string {
    return this.#op('Mul', [a, b]);
  }

  floorDivide(a: string, by: number): string {
    return this.#op('FloorDiv', [a, this.whole(by)]);
  }

  bound(kind: 'min' | 'max', a: string, b: string): string {
    return this.#op(kind === 'min' ? 'Minimum' : 'Maximum', [a, b]);
  }

  /** The size of an axis: an element of its input's shape. */
  size(symbol: number): string {
    const { name, input, axis } = this.#sources[symbol]!;
    return this.#scope.once(`size ${name}`, name, (slice) => {
      const types = { T: input.dtype, out_type: 'int32' } as const;
      const tensor = outputText(parseUnspelledInput(input.tensor));
      const shape = this.#scope.once(`shape ${tensor}`, 'Shape', (shapeName) =>
        typedNode(shapeName, 'Shape', [tensor], [input.shape?.length ?? 0], types),
      );
      const inputs = [shape, this.#bound(axis), this.#bound(axis + 1), this.#bound(1)];
      const node = typedNode(slice, 'StridedSlice', inputs, [], { T: 'int32', Index: 'int32' });
      return { ...node, attributes: { ...node.attributes, shrink_axis_mask: { i: 1 } } };
    });
  }

  /** A list of one number, as a slice takes it. */
  #bound(value: number): string {
    return this.#scope.once(`[${value}]`, `axis_${value}`, (name) => constantNode(name, wholeList([value])));
  }

  #op(op: string, inputs: readonly string[], types: Types = { T: 'int32' }): string {
    const key = `${op} ${inputs} ${Object.values(types)}`;
    return this.#scope.once(key, op, (name) => typedNode(name, op, inputs, [], types));
  }

  whole(value: number): string {
    return this.#scope.once(`${value}`, wholeStem(value), (name) => constantNode(name, wholeScalar(value)));
  }
}

/** How graphs of TensorFlow ops compute sizes that follow from open axes. */
export const tensorflowSizes: OpenDialect = {
  input: 'Placeholder',
  constant: 'Const',
  copies: ['Identity', 'Tile'],
  infersSize: ({ op, inputs }, name) => op === 'Reshape' && inputs[1] === name && inputs[0] !== name,
  sizes: (nodes, sources) => new SizeNodes(nodes, sources),
};

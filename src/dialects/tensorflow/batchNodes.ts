// Nodes that compute the size of the batch, and constants that depend on it, while the graph runs.
import type { Attribute, GraphNode, NodeDtype, TensorInfo, TensorValue } from '../../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../../names/nodeInput.ts';
import { uniqueNames } from '../../names/uniqueNames.ts';
import type { Grown, Plan, Size } from '../openBatch/batchConstants.ts';
import type { BatchDialect, RuntimeSizes } from '../openBatch/openBatch.ts';
import { constantNode, outputShapes } from './constantNode.ts';

class BatchNodes implements RuntimeSizes {
  /** Nodes of the batch size and its multiples, each made when a plan first needs it. */
  readonly made: GraphNode[] = [];
  readonly #input: TensorInfo;
  readonly #uniqueName = uniqueNames();
  readonly #scope: string;
  readonly #names = new Map<string, string>();

  /** @param input an input of the graph whose first axis is the batch */
  constructor(nodes: readonly GraphNode[], input: TensorInfo) {
    this.#input = input;
    for (const scope of new Set(nodes.map(({ name }) => name.split('/')[0]!))) this.#uniqueName(scope);
    this.#scope = this.#uniqueName('batch');
  }

  /** Returns nodes in place of the constant `name`; the last one has its name and gives the values that the plan says. */
  planned(name: string, plan: Plan): readonly GraphNode[] {
    if (plan.kind === 'constant') return [constantNode(name, plan.tensor)];
    if (plan.kind === 'repeated') return this.#repeated(name, plan.slice, plan.shape);
    const { elements, tensor } = plan;
    const { dtype } = tensor;
    const shape = tensor.shape ?? [];
    if (shape.length === 0) return [opNode(name, 'Identity', [this.#scalar(elements[0]!, dtype)], [], { T: dtype })];
    if (shape.length === 1) return [this.#vector(name, elements, dtype)];
    return [
      this.#vector(`${name}/elements`, elements, dtype),
      constantNode(`${name}/shape`, { dtype: 'int32', shape: [shape.length], values: shape }),
      opNode(name, 'Reshape', [`${name}/elements`, `${name}/shape`], shape, { T: dtype, Tshape: 'int32' }),
    ];
  }

  #repeated(name: string, slice: TensorValue, shape: readonly Size[]): readonly GraphNode[] {
    const dims = shape.map((size) => (typeof size === 'number' ? size : -1));
    return [
      constantNode(`${name}/slice`, slice),
      this.#vector(`${name}/shape`, shape, 'int32'),
      opNode(name, 'BroadcastTo', [`${name}/slice`, `${name}/shape`], dims, { T: slice.dtype, Tidx: 'int32' }),
    ];
  }

  #vector(name: string, sizes: readonly Size[], dtype: NodeDtype): GraphNode {
    const inputs = sizes.map((size) => this.#scalar(size, dtype));
    const node = opNode(name, 'Pack', inputs, [sizes.length], { T: dtype });
    return { ...node, attributes: { ...node.attributes, N: { i: sizes.length }, axis: { i: 0 } } };
  }

  #scalar(size: Size, dtype: NodeDtype): string {
    if (typeof size === 'number') {
      if (dtype === 'int32') return this.#integer(size);
      const tensor = { ...scalar(size), dtype };
      return this.#once(`${size} ${dtype}`, () => constantNode(this.#uniqueName(`${this.#scope}/Const`), tensor));
    }
    const whole = this.#multiple(size);
    if (dtype === 'int32') return whole;
    const types = { SrcT: 'int32', DstT: dtype } as const;
    return this.#once(`${whole} ${dtype}`, () =>
      opNode(this.#uniqueName(`${this.#scope}/Cast`), 'Cast', [whole], [], types),
    );
  }

  #multiple({ times, plus }: Grown): string {
    const product = times === 1 ? this.#size() : this.#arithmetic('Mul', this.#size(), times);
    return plus === 0 ? product : this.#arithmetic('AddV2', product, plus);
  }

  #arithmetic(op: 'Mul' | 'AddV2', input: string, operand: number): string {
    return this.#once(`${input} ${op} ${operand}`, () =>
      opNode(this.#uniqueName(`${this.#scope}/${op}`), op, [input, this.#integer(operand)], [], { T: 'int32' }),
    );
  }

  /** The batch size: the first element of the input's shape. */
  #size(): string {
    return this.#once('size', () => {
      const { tensor, shape, dtype } = this.#input;
      const types = { T: dtype, out_type: 'int32' } as const;
      const input = outputText(parseUnspelledInput(tensor));
      this.made.push(opNode(`${this.#scope}/Shape`, 'Shape', [input], [shape?.length ?? 0], types));
      const bounds = (['begin', 'end', 'strides'] as const).map((bound) => {
        const node = constantNode(`${this.#scope}/${bound}`, { ...scalar(bound === 'begin' ? 0 : 1), shape: [1] });
        this.made.push(node);
        return node.name;
      });
      const inputs = [`${this.#scope}/Shape`, ...bounds];
      const node = opNode(`${this.#scope}/size`, 'StridedSlice', inputs, [], { T: 'int32', Index: 'int32' });
      return { ...node, attributes: { ...node.attributes, shrink_axis_mask: { i: 1 } } };
    });
  }

  #integer(value: number): string {
    const name = `${this.#scope}/${value < 0 ? 'minus_' : ''}${Math.abs(value)}`;
    return this.#once(`${value}`, () => constantNode(name, scalar(value)));
  }

  /** Adds the node that `make` returns, unless one was made for the same key; returns its name. */
  #once(key: string, make: () => GraphNode): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const node = make();
    this.made.push(node);
    this.#names.set(key, node.name);
    return node.name;
  }
}

function opNode(
  name: string,
  op: string,
  inputs: readonly string[],
  shape: readonly number[],
  types: Readonly<Record<string, NodeDtype>>,
): GraphNode {
  const typeAttributes = Object.entries(types).map(([key, type]): [string, Attribute] => [key, { type }]);
  return { name, op, inputs, attributes: { ...Object.fromEntries(typeAttributes), ...outputShapes({ shape }) } };
}

const scalar = (value: number): TensorValue => ({ dtype: 'int32', shape: [], values: [value] });

/** How graphs of TensorFlow ops compute sizes that follow from the batch. */
export const tensorflowBatch: BatchDialect = {
  input: 'Placeholder',
  constant: 'Const',
  copies: ['Identity', 'Tile'],
  infersSize: ({ op, inputs }, name) => op === 'Reshape' && inputs[1] === name && inputs[0] !== name,
  sizes: (nodes, input) => new BatchNodes(nodes, input),
};

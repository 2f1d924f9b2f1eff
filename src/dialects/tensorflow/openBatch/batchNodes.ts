// The size of the batch while the graph runs, and what is computed from it. In: plans of constants. Out: nodes.
import type { Attribute, Endpoint, GraphNode, NodeDtype, TensorValue } from '../../../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../../../names/nodeInput.ts';
import { uniqueNames } from '../../../names/uniqueNames.ts';
import type { Grown, Plan, Size } from './batchConstants.ts';

export interface BatchNodes {
  /** the size itself and its multiples, as far as they were needed */
  readonly made: readonly GraphNode[];
  /** nodes whose last one, called `name`, gives what the plan says */
  planned(name: string, plan: Plan): readonly GraphNode[];
}

/** @param input the first axis of which is the batch */
export function batchNodes(nodes: readonly GraphNode[], input: Endpoint): BatchNodes {
  const names = uniqueNames();
  for (const scope of new Set(nodes.map(({ name }) => name.split('/')[0]!))) names(scope);
  const scope = names('batch');
  const made: GraphNode[] = [];
  const known = new Map<string, string>();
  const once = (key: string, make: () => GraphNode): string => {
    if (!known.has(key)) {
      const node = make();
      made.push(node);
      known.set(key, node.name);
    }
    return known.get(key)!;
  };
  const integer = (value: number): string =>
    once(`${value}`, () => constant(`${scope}/${value < 0 ? 'minus_' : ''}${Math.abs(value)}`, scalar(value)));
  const size = (): string =>
    once('size', () => {
      const rank = input.shape?.length ?? 0;
      made.push(
        op(`${scope}/Shape`, 'Shape', [outputText(parseUnspelledInput(input.tensor))], [rank], {
          T: input.dtype,
          out_type: 'int32',
        }),
      );
      const index = [0, 1, 1].map((value, i) => {
        const node = constant(`${scope}/${['begin', 'end', 'strides'][i]}`, { ...scalar(value), shape: [1] });
        made.push(node);
        return node.name;
      });
      const types: Types = { T: 'int32', Index: 'int32' };
      const node = op(`${scope}/size`, 'StridedSlice', [`${scope}/Shape`, ...index], [], types);
      return { ...node, attributes: { ...node.attributes, shrink_axis_mask: { i: 1 } } };
    });
  const multiple = ({ times, plus }: Grown): string => {
    const step = (name: string, of: string, by: number): string =>
      once(`${of} ${name} ${by}`, () => op(names(`${scope}/${name}`), name, [of, integer(by)], [], { T: 'int32' }));
    const product = times === 1 ? size() : step('Mul', size(), times);
    return plus === 0 ? product : step('AddV2', product, plus);
  };
  const scalarOf = (value: Size, dtype: NodeDtype): string => {
    if (typeof value !== 'number') {
      const whole = multiple(value);
      const types = { SrcT: 'int32', DstT: dtype } as const;
      return dtype === 'int32'
        ? whole
        : once(`${whole} ${dtype}`, () => op(names(`${scope}/Cast`), 'Cast', [whole], [], types));
    }
    if (dtype === 'int32') return integer(value);
    return once(`${value} ${dtype}`, () => constant(names(`${scope}/Const`), { ...scalar(value), dtype }));
  };
  const vector = (name: string, values: readonly Size[], dtype: NodeDtype): GraphNode => {
    const node = op(
      name,
      'Pack',
      values.map((value) => scalarOf(value, dtype)),
      [values.length],
      { T: dtype },
    );
    return { ...node, attributes: { ...node.attributes, N: { i: values.length }, axis: { i: 0 } } };
  };
  return {
    made,
    planned(name, plan) {
      if (plan.kind === 'constant') return [constant(name, plan.tensor)];
      if (plan.kind === 'repeated') {
        const { slice, shape } = plan;
        const dims = shape.map((one) => (typeof one === 'number' ? one : -1));
        return [
          constant(`${name}/slice`, slice),
          vector(`${name}/shape`, shape, 'int32'),
          op(name, 'BroadcastTo', [`${name}/slice`, `${name}/shape`], dims, { T: slice.dtype, Tidx: 'int32' }),
        ];
      }
      const { elements, tensor } = plan;
      const { dtype } = tensor;
      const shape = tensor.shape ?? [];
      if (shape.length === 0) return [op(name, 'Identity', [scalarOf(elements[0]!, dtype)], [], { T: dtype })];
      if (shape.length === 1) return [vector(name, elements, dtype)];
      const dims: TensorValue = { dtype: 'int32', shape: [shape.length], values: shape };
      const types: Types = { T: dtype, Tshape: 'int32' };
      return [
        vector(`${name}/elements`, elements, dtype),
        constant(`${name}/shape`, dims),
        op(name, 'Reshape', [`${name}/elements`, `${name}/shape`], shape, types),
      ];
    },
  };
}

type Types = Readonly<Record<string, NodeDtype>>;

function op(name: string, kind: string, inputs: readonly string[], shape: readonly number[], types: Types): GraphNode {
  const typed = Object.entries(types).map(([key, type]): [string, Attribute] => [key, { type }]);
  const attributes = { ...Object.fromEntries(typed), _output_shapes: { shapes: [shape] } };
  return { name, op: kind, inputs, attributes };
}

const scalar = (value: number): TensorValue => ({ dtype: 'int32', shape: [], values: [value] });

const constant = (name: string, tensor: TensorValue): GraphNode => ({
  name,
  op: 'Const',
  inputs: [],
  attributes: { dtype: { type: tensor.dtype }, value: { tensor }, _output_shapes: { shapes: [tensor.shape] } },
});

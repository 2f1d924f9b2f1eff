// TensorFlow's random ops, which draw anew at each run. In: a distribution and a shape. Out: nodes.
import type { Attribute, Attributes } from '../../graph/graph.ts';
import type { Distribution } from '../../trace/distribution.ts';

type Emit = (name: string, op: string, inputs: readonly string[], attributes: Attributes) => string;

/** Emits the nodes of one draw. @returns the name of the last, which gives the numbers */
export function drawNodes(
  { op, scale, offset }: Distribution,
  shape: readonly number[],
  scope: string,
  names: (name: string) => string,
  emit: Emit,
): string {
  const shapes: Attribute = { shapes: [shape] };
  const constant = (name: string, dtype: 'float32' | 'int32', dims: readonly number[], values: readonly number[]) =>
    emit(name, 'Const', [], {
      dtype: { type: dtype },
      value: { tensor: { dtype, shape: dims, values } },
      _output_shapes: { shapes: [dims] },
    });
  const name = names(`${scope}/${op}`);
  const size = constant(names(`${name}/shape`), 'int32', [shape.length], shape);
  const numbers = emit(name, op, [size], {
    dtype: { type: 'float32' },
    T: { type: 'int32' },
    // TensorFlow draws a seed itself where both are 0
    seed: { i: 0 },
    seed2: { i: 0 },
    _output_shapes: shapes,
  });
  const changed = (input: string, by: 'Mul' | 'AddV2', value: number): string => {
    const next = names(`${scope}/${by}`);
    const operand = constant(names(`${next}/y`), 'float32', [], [value]);
    return emit(next, by, [input, operand], { T: { type: 'float32' }, _output_shapes: shapes });
  };
  const scaled = scale === 1 ? numbers : changed(numbers, 'Mul', scale);
  return offset === 0 ? scaled : changed(scaled, 'AddV2', offset);
}

// TensorFlow's random ops, which draw new values at each run.
import type { GraphBuilder } from '../../graph/builder.ts';
import type { Distribution } from '../../trace/distribution.ts';
import { constantNode, outputShapes } from './constantNode.ts';

/** Emits the nodes of one random draw; returns the name of the node that gives its values. */
export function drawNodes(
  builder: GraphBuilder,
  { op, scale, offset }: Distribution,
  shape: readonly number[],
  scope: string,
): string {
  const name = builder.uniqueName(`${scope}/${op}`);
  const size = builder.add(
    constantNode(builder.uniqueName(`${name}/shape`), { dtype: 'int32', shape: [shape.length], values: shape }),
  );
  const drawn = builder.emit(name, op, [size], {
    dtype: { type: 'float32' },
    T: { type: 'int32' },
    // TensorFlow chooses a random seed where both are 0
    seed: { i: 0 },
    seed2: { i: 0 },
    ...outputShapes({ shape }),
  });
  const combined = (input: string, arithmetic: 'Mul' | 'AddV2', value: number): string => {
    const result = builder.uniqueName(`${scope}/${arithmetic}`);
    const operand = builder.add(
      constantNode(builder.uniqueName(`${result}/y`), { dtype: 'float32', shape: [], values: [value] }),
    );
    return builder.emit(result, arithmetic, [input, operand], { T: { type: 'float32' }, ...outputShapes({ shape }) });
  };
  const scaled = scale === 1 ? drawn : combined(drawn, 'Mul', scale);
  return offset === 0 ? scaled : combined(scaled, 'AddV2', offset);
}

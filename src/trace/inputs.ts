// What a graph is traced with. In: tensors or shapes, one or several. Out: shapes and dtypes.
import type { InputSpec } from './traceModel.ts';

/** A tensor, or a shape with the batch, `[batch, channels, height, width]`. */
export type GraphInput = InputSpec | readonly number[];

export function inputSpecs(inputs: GraphInput | readonly GraphInput[]): InputSpec[] {
  const several = Array.isArray(inputs) && !inputs.every((part) => typeof part === 'number');
  const list = (several ? inputs : [inputs]) as readonly GraphInput[];
  return list.map((input) => ('shape' in input ? input : { shape: input }));
}

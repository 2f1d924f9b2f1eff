// Writes the ops that a kernel becomes into a graph.
import type { GraphBuilder } from '../../../graph/builder.ts';
import { outputText } from '../../../names/nodeInput.ts';
import { constantNode, outputShapes } from '../constantNode.ts';
import type { Lowered, Lowering, OpNode, Source, Spec } from './lowering.ts';

/**
 * Emits the ops of one kernel call; an op that several others read is emitted once.
 * @param kernelOutputs shapes and dtypes of the kernel's outputs
 * @param valueIds the values of the kernel's inputs
 * @returns the input text of each output of the kernel
 */
export function writeLowered(
  builder: GraphBuilder,
  lowered: ReturnType<Lowering>,
  kernelOutputs: readonly Spec[],
  valueIds: readonly number[],
  scope: string,
): readonly string[] {
  const written = new Map<OpNode, string>();
  const write = ({ op, attributes, inputs, constants = [], outputs = kernelOutputs }: Lowered): string => {
    const name = builder.uniqueName(`${scope}/${op}`);
    const source = (operand: Source): string => {
      if (typeof operand === 'number') return builder.sourceOf(valueIds[operand]!, scope);
      if ('node' in operand) return outputText({ node: writeOnce(operand.node), output: operand.output });
      if ('op' in operand) return writeOnce(operand);
      const { dtype, shape, values } = operand;
      return builder.add(constantNode(builder.uniqueName(`${name}/${operand.name}`), { dtype, shape, values }));
    };
    const operands = [...(inputs ?? valueIds.keys()), ...constants].map(source);
    return builder.emit(name, op, operands, { ...attributes, ...outputShapes(...outputs) });
  };
  const writeOnce = (step: OpNode): string => {
    const name = written.get(step) ?? write(step);
    written.set(step, name);
    return name;
  };
  if ('op' in lowered) {
    const node = write(lowered);
    return kernelOutputs.map((_, output) => outputText({ node, output }));
  }
  return lowered.map((each) =>
    'node' in each ? outputText({ node: writeOnce(each.node), output: each.output }) : writeOnce(each),
  );
}

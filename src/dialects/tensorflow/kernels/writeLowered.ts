// Writes the ops that a kernel becomes into a graph.
import type { GraphBuilder } from '../../../graph/builder.ts';
import { outputText } from '../../../names/nodeInput.ts';
import { constantNode, outputShapes } from '../constantNode.ts';
import type { Lowered, Lowering, Operand, Spec, Step } from './lowering.ts';

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
  const written = new Map<Step, string>();
  const write = ({ op, attributes, inputs, constants = [], outputs = kernelOutputs }: Lowered): string => {
    const name = builder.uniqueName(`${scope}/${op}`);
    const source = (operand: Operand): string => {
      if (typeof operand === 'number') return builder.sourceOf(valueIds[operand]!, scope);
      if ('step' in operand) return outputText({ node: writeOnce(operand.step), output: operand.at });
      if ('op' in operand) return writeOnce(operand);
      const { dtype, shape, values } = operand;
      return builder.add(constantNode(builder.uniqueName(`${name}/${operand.name}`), { dtype, shape, values }));
    };
    const operands = [...(inputs ?? valueIds.keys()), ...constants].map(source);
    return builder.emit(name, op, operands, { ...attributes, ...outputShapes(...outputs) });
  };
  const writeOnce = (step: Step): string => {
    const name = written.get(step) ?? write(step);
    written.set(step, name);
    return name;
  };
  if ('op' in lowered) {
    const node = write(lowered);
    return kernelOutputs.map((_, output) => outputText({ node, output }));
  }
  return lowered.map((each) =>
    'step' in each ? outputText({ node: writeOnce(each.step), output: each.at }) : writeOnce(each),
  );
}

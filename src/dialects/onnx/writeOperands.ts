// Writes the ops that operands come from into a graph.
import type { GraphBuilder } from '../../graph/builder.ts';
import type { Attributes } from '../../graph/graph.ts';
import { outputText } from '../../names/nodeInput.ts';
import { constantNode, outputSpecs } from './onnxNodes.ts';
import type { OnnxConstant, OnnxOp, Operand, Spec } from './operand.ts';

/** A spec as ONNX has it: complex numbers are pairs of floats. */
const written = ({ shape, dtype }: Spec): Spec =>
  dtype === 'complex64' ? { shape: [...shape, 2], dtype: 'float32' } : { shape, dtype };

/**
 * Emits the ops of one call; an op or constant that several ops read is emitted once.
 * @param facts attributes that every node gets
 * @returns the input text of each operand
 */
export function writeOperands(
  builder: GraphBuilder,
  operands: readonly Operand[],
  scope: string,
  facts: Attributes,
): readonly string[] {
  const names = new Map<OnnxOp | OnnxConstant, string>();
  const once = (key: OnnxOp | OnnxConstant, make: () => string): string => {
    const name = names.get(key) ?? make();
    names.set(key, name);
    return name;
  };
  const op = ({ op, inputs, outputs, attributes }: OnnxOp): string => {
    const name = builder.uniqueName(`${scope}/${op}`);
    const read = inputs.map((input) => (input ? source(input, name) : ''));
    return builder.emit(name, op, read, { ...attributes, ...facts, ...outputSpecs(...outputs.map(written)) });
  };
  /** @param reader the name of the op that reads the operand */
  const source = (operand: Operand, reader: string): string => {
    const from = operand.source;
    if ('valueId' in from) return builder.sourceOf(from.valueId, scope);
    if ('node' in from) return outputText({ node: once(from.node, () => op(from.node)), output: from.output });
    const { name, values } = from.constant;
    return once(from.constant, () =>
      builder.add(constantNode(builder.uniqueName(`${reader}/${name}`), { ...written(operand), values })),
    );
  };
  return operands.map((operand) => source(operand, scope));
}

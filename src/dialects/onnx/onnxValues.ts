// Nodes of the values that no kernel computes: parameters, constants and random draws.
import { UserError } from '../../errors.ts';
import type { GraphBuilder } from '../../graph/builder.ts';
import { withoutSeparator } from '../../names/uniqueNames.ts';
import type { Weights } from '../../trace/adapter.ts';
import type { Distribution } from '../../trace/distribution.ts';
import type { Value } from '../../trace/trace.ts';
import { filled } from './arrayOps.ts';
import { constantNode } from './onnxNodes.ts';
import { opOutput } from './operand.ts';
import { writeOperands } from './writeOperands.ts';

/** Complex numbers are pairs of floats. */
const tensorOfValue = ({ shape, dtype }: Value) =>
  dtype === 'complex64' ? ({ shape: [...shape, 2], dtype: 'float32' } as const) : { shape, dtype };

/**
 * Emits a parameter as a constant of the name that it has in a state dict.
 * @throws UserError for a parameter that `weights` lacks
 */
export function onnxParameter(builder: GraphBuilder, path: string, value: Value, weights: Weights | undefined): string {
  const given = weights?.get(path);
  if (weights && !given) throw new UserError(`no numbers for the parameter ${path}`);
  const tensor = { ...tensorOfValue(value), ...(given && { values: given.values }) };
  return builder.add(constantNode(builder.uniqueName(withoutSeparator(path, ':')), tensor));
}

/**
 * Emits a constant, or the ops of a random draw.
 * @param runs whether the graph is to run: only a graph to look at may hold a draw as a constant
 * @throws UserError for a draw that ONNX has no op for, in a graph that is to run
 */
export function onnxConstant(
  builder: GraphBuilder,
  value: Value,
  scope: string,
  distribution: Distribution | undefined,
  runs: boolean,
): string {
  const { drawn, dtype, shape, constant } = value;
  if (distribution && distribution.op !== 'TruncatedNormal') {
    const { op, scale, offset } = distribution;
    const [like, end] = [filled(shape, 0, 'float32'), offset + scale];
    const bounds = { low: { f: Math.min(offset, end) }, high: { f: Math.max(offset, end) } };
    const normal = { mean: { f: offset }, scale: { f: Math.abs(scale) } };
    // onnxruntime ends its process where a deviation is 0 or negative, or bounds are not in order
    const draw =
      scale === 0
        ? filled(shape, offset, 'float32')
        : op === 'RandomUniform'
          ? opOutput('RandomUniformLike', [like], like, bounds)
          : opOutput('RandomNormalLike', [like], like, normal);
    return writeOperands(builder, [draw], scope, {})[0]!;
  }
  if (drawn && runs)
    throw new UserError(
      `tf.${drawn.op} draws ${dtype} random numbers in ${scope}, for which no op of ONNX and no bounds are known: give it a seed, which makes them constants, or take them as an input`,
    );
  return builder.add(
    constantNode(builder.uniqueName(`${scope}/constant`), { ...tensorOfValue(value), values: constant! }),
  );
}

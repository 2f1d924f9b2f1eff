// Ops of gmlp-viz/nn that ONNX has as a whole, in place of their kernels.
import { type NoRule, noRule } from '../../kernels/noRule.ts';
import type { OpName } from '../../names/opName.ts';
import type { KernelCall, OpCall, Value } from '../../trace/trace.ts';
import { unary } from './elementOps.ts';
import { type Operand, opOutput } from './operand.ts';

/** What a row sees of an op: its inputs, and the kernels that tf.js ran for it. */
interface OpParts {
  readonly inputs: readonly Operand[];
  readonly kernels: readonly KernelCall[];
  readonly values: readonly Value[];
  readonly outputs: readonly Value[];
}

type WholeOp = (parts: OpParts) => readonly Operand[] | undefined;

/** The number that the first kernel `name` has as an operand. */
function numberIn({ kernels, values }: OpParts, name: string): number | undefined {
  const call = kernels.find(({ kernel }) => kernel === name);
  const constants = Object.values(call?.inputs ?? {}).map((id) => values[id as number]?.constant);
  return constants.find((constant) => constant?.length === 1)?.[0] as number | undefined;
}

// the axes are those of the mean, which are the last ones
const layerNorm: WholeOp = (parts) => {
  const [x, ...affine] = parts.inputs as readonly [Operand, ...Operand[]];
  const mean = parts.kernels.find(({ kernel }) => kernel === 'Mean');
  const epsilon = numberIn(parts, 'Add');
  // ONNX wants a scale
  if (!mean || epsilon === undefined || affine.length === 0) return undefined;
  const axis = Math.min(...([mean.attributes.axis].flat() as number[]));
  return [opOutput('LayerNormalization', [x, ...affine], x, { axis: { i: axis }, epsilon: { f: epsilon } })];
};

/** Whether the op is a product of matrices: the convolution has a window of 1. */
const isProduct = ({ kernels }: OpParts): boolean => kernels.some(({ kernel }) => kernel === 'BatchMatMul');

// any other window is one of two axes
const conv1d: WholeOp = (parts) => {
  const [x, weight, bias] = parts.inputs as readonly [Operand, Operand, Operand?];
  if (!isProduct(parts)) return undefined;
  const attributes = { kernel_shape: { ints: [1] }, pads: { ints: [0, 0] }, strides: { ints: [1] } };
  return [opOutput('Conv', bias ? [x, weight, bias] : [x, weight], parts.outputs[0]!, attributes)];
};

// ONNX wants scale and bias
const batchNorm: WholeOp = (parts) => {
  const [x, mean, variance, weight, bias] = parts.inputs as readonly [Operand, Operand, Operand, Operand?, Operand?];
  const epsilon = numberIn(parts, 'Add');
  if (!weight || !bias || epsilon === undefined) return undefined;
  return [opOutput('BatchNormalization', [x, weight, bias, mean, variance], x, { epsilon: { f: epsilon } })];
};

const byKernels = (reason: string): NoRule => noRule(reason);
const direct = byKernels('its kernels are as many ops of ONNX');

export const wholeOpRows = {
  adaptive_avg_pool2d: byKernels('ONNX averages over equal windows alone'),
  add: direct,
  avg_pool2d: direct,
  batch_norm: batchNorm,
  chunk: direct,
  conv1d: conv1d,
  conv2d: direct,
  dropout: direct,
  embedding: direct,
  feature_dropout: direct,
  flatten: direct,
  gelu: ({ inputs: [x] }) => [unary('Gelu', x!)],
  layer_norm: layerNorm,
  linear: direct,
  log_softmax: direct,
  max_pool2d: direct,
  mean: direct,
  mul: direct,
  permute: direct,
  relu: direct,
  sum: direct,
  view: direct,
} satisfies Record<OpName, WholeOp | NoRule>;

/** The operands of an op that ONNX has whole; undefined for one that is lowered kernel by kernel. */
export function wholeOps(
  { op, inputs, outputs }: OpCall,
  kernels: readonly KernelCall[],
  values: readonly Value[],
  operand: (valueId: number) => Operand,
): readonly Operand[] | undefined {
  if (!Object.hasOwn(wholeOpRows, op)) return undefined;
  const row: WholeOp | NoRule = wholeOpRows[op as OpName];
  if (typeof row !== 'function') return undefined;
  return row({ inputs: inputs.map(operand), kernels, values, outputs: outputs.map((id) => values[id]!) });
}

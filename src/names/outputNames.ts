// Names of the outputs of TensorFlow's ops, by which nodes inside a function read them: `node:product:0`.
// https://www.tensorflow.org/api_docs/python/tf/raw_ops
import { parseNodeInput, parseUnspelledInput } from './nodeInput.ts';

/** Ops by the names of their outputs. All others have one output, `output`, which may be a list. */
const opsByOutputs: Readonly<Record<string, string>> = {
  activations: 'Elu LeakyRelu Relu Relu6 Selu Softplus',
  band: 'MatrixBandPart',
  crops: 'CropAndResize',
  dense: 'SparseToDense',
  filter_backprop: 'Dilation2DBackpropFilter',
  handle: 'TensorListReserve',
  in_backprop: 'Dilation2DBackpropInput',
  logsoftmax: 'LogSoftmax',
  out: 'Complex Cumprod Cumsum',
  output_handle: 'TensorListSetItem',
  product: 'MatMul _FusedMatMul',
  r0: 'BroadcastArgs',
  resized_images: 'ResizeBilinear ResizeNearestNeighbor',
  softmax: 'Softmax',
  sum: 'AddN',
  tensor: 'TensorListStack',
  transformed_images: 'ImageProjectiveTransformV3',
  y: 'Abs Acos Acosh Asin Asinh Atan Atanh Cast Ceil ComplexAbs Cos Cosh Erf Exp Expm1 Floor IsFinite IsInf IsNan Log Log1p LogicalNot Neg OnesLike Reciprocal Rint Round Rsqrt Sigmoid Sign Sin Sinh Sqrt Square Tan Tanh Transpose ZerosLike',
  z: 'Add AddV2 Atan2 BitwiseAnd DivNoNan Equal FloorDiv FloorMod Greater GreaterEqual Less LessEqual LogicalAnd LogicalOr Maximum Minimum Mod Mul NotEqual Pow RealDiv SquaredDifference Sub',
  'output argmax': 'MaxPoolWithArgmax',
  'values indices': 'TopKV2',
  'y batch_mean batch_variance reserve_space_1 reserve_space_2': 'FusedBatchNorm FusedBatchNormV2',
  'y batch_mean batch_variance reserve_space_1 reserve_space_2 reserve_space_3': 'FusedBatchNormV3',
  'y idx': 'UniqueV2',
};

const outputsOf = new Map(
  Object.entries(opsByOutputs).flatMap(([outputs, ops]) =>
    ops.split(' ').map((op): [string, readonly string[]] => [op, outputs.split(' ')]),
  ),
);

/** The names of an op's outputs. */
const namesOf = (op: string): readonly string[] => outputsOf.get(op) ?? ['output'];

/** An input as a graph spells it outside of functions, as a node inside one spells it. */
export function asFunctionInput(input: string, opOf: (node: string) => string | undefined): string {
  const { node, output } = parseUnspelledInput(input);
  const op = opOf(node);
  if (op === undefined) return input;
  const names = namesOf(op);
  return names.length > 1 ? `${node}:${names[output]}:0` : `${node}:${names[0]}:${output}`;
}

/** The index of the output that a node inside a function reads as `input`, which is no control input. */
export function outputOfFunctionInput(input: string, opOf: (node: string) => string | undefined): number {
  const { node, output } = parseNodeInput(input);
  const names = namesOf(opOf(node) ?? '');
  return names.length > 1 ? names.indexOf(input.split(':')[1]!) : output;
}

// Names of the outputs of TensorFlow's ops, by which nodes inside a function read them: `node:product:0`.
// https://www.tensorflow.org/api_docs/python/tf/raw_ops
import { type NodeInput, parseUnspelledInput } from '../../names/nodeInput.ts';

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
  'y batch_mean batch_variance reserve_space_1 reserve_space_2': 'FusedBatchNorm',
  'y idx': 'UniqueV2',
};

const outputsOf = new Map(
  Object.entries(opsByOutputs).flatMap(([outputs, ops]) =>
    ops.split(' ').map((op): [string, readonly string[]] => [op, outputs.split(' ')]),
  ),
);

/** The input of a node inside a function that reads this output of a node of this op. */
function functionInput(op: string, { node, output }: NodeInput): string {
  const names = outputsOf.get(op) ?? ['output'];
  return names.length > 1 ? `${node}:${names[output]}:0` : `${node}:${names[0]}:${output}`;
}

/** The same, of an input as a graph spells it outside of functions. */
export const asFunctionInput = (input: string, opOf: (node: string) => string | undefined): string => {
  const source = parseUnspelledInput(input);
  const op = opOf(source.node);
  return op === undefined ? input : functionInput(op, source);
};

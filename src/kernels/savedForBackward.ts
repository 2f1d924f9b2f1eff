// The tensors that tf.js 4.22's gradients keep, by kernel (tfjs-core, src/gradients): names of inputs, `all` of them, or
// the first `output`. A kernel without a gradient keeps nothing and stands under `none`.
import type { KernelCall } from '../trace/trace.ts';

const kernelsBySaved = {
  'a b': 'Add Atan2 BatchMatMul FloorDiv GreaterEqual Maximum Minimum Mod Multiply RealDiv SquaredDifference Sub',
  'a b output': 'Pow',
  all: 'AddN Concat Pack',
  condition: 'Select',
  'dy filter': 'Conv2DBackpropInput',
  images: 'ResizeBilinear ResizeNearestNeighbor',
  indices: 'OneHot',
  input: 'ExpandDims',
  output: 'Elu Exp LogSoftmax Sigmoid Softmax Tanh',
  segmentIds: 'UnsortedSegmentSum',
  x: `Abs Acos Acosh ArgMax ArgMin Asin Asinh Atan Atanh AvgPool3D AvgPool ClipByValue ComplexAbs Cos Cosh Cumsum Erf
  Expm1 LeakyRelu Log1p Log Mean MirrorPad PadV2 Prod Reciprocal Relu6 Relu Reshape Rsqrt Selu Sin Sinh Slice
  Softplus Sqrt Square Sum Tan Tile`,
  'x alpha': 'Prelu',
  'x filter': 'Conv2D Conv3D DepthwiseConv2dNative Dilation2D',
  'x indices': 'GatherV2',
  'x mean variance scale': 'FusedBatchNorm',
  'x output': 'LRN MaxPool3D MaxPool Max Min',
  none: `All Any AvgPool3DGrad AvgPoolGrad BatchToSpaceND Bincount BitwiseAnd BroadcastArgs BroadcastTo Cast Ceil Complex
  Conv2DBackpropFilter Conv3DBackpropFilterV2 Conv3DBackpropInputV2 CropAndResize Cumprod DenseBincount DepthToSpace
  DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput Diag Dilation2DBackpropFilter
  Dilation2DBackpropInput Draw Einsum EluGrad Equal FFT Fill FlipLeftRight Floor FromPixels GatherNd Greater IFFT
  Identity Imag IsFinite IsInf IsNan LRNGrad Less LessEqual LinSpace LogicalAnd LogicalNot LogicalOr LogicalXor
  LowerBound MatrixBandPart MaxPool3DGrad MaxPoolGrad MaxPoolWithArgmax Multinomial Neg NonMaxSuppressionV3
  NonMaxSuppressionV4 NonMaxSuppressionV5 NotEqual OnesLike Pool RaggedGather RaggedRange RaggedTensorToTensor Range
  Real ResizeBilinearGrad ResizeNearestNeighborGrad Reverse RotateWithOffset Round ScatterNd SearchSorted Sign
  SpaceToBatchND SparseFillEmptyRows SparseReshape SparseSegmentMean SparseSegmentSum SparseToDense SplitV
  StaticRegexReplace Step StridedSlice StringNGrams StringSplit StringToHashBucketFast TensorScatterUpdate TopK
  Transform Transpose Unique Unpack UpperBound ZerosLike`,
} as const;

export const savedByKernel: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(kernelsBySaved).flatMap(([saved, kernels]) =>
    kernels.split(/\s+/).map((kernel) => [kernel, saved === 'none' ? '' : saved]),
  ),
);

/**
 * What a fused kernel keeps: with an activation tf.js takes it apart while a tape runs, otherwise its own gradient keeps
 * all (tfjs-core, src/ops/fused). The reshapes around a fused matrix product are kernels of their own in a trace: their
 * rows stand for its operands where it is taken apart, and for its output.
 */
export function savedByFused({ kernel, inputs, attributes }: KernelCall): string | undefined {
  const product = { _FusedMatMul: 'a b', FusedConv2D: 'x filter', FusedDepthwiseConv2D: 'x filter' }[kernel];
  if (product === undefined) return undefined;
  const { activation = 'linear' } = attributes;
  if (activation === 'linear') return kernel === '_FusedMatMul' ? `${product} bias` : `${product} output bias`;
  const activated = activation === 'prelu' ? 'output preluActivationWeights' : 'output';
  if (kernel === '_FusedMatMul') return `bias ${activated}`;
  return inputs.bias === undefined ? `${product} ${activated}` : `${product} output bias ${activated}`;
}

// Tensors that the gradient of each kernel saves in the forward pass, in tf.js 4.22 (tfjs-core, src/gradients).
import type { KernelName } from './kernelName.ts';

/** One call of a fused kernel. */
export interface FusedCall {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly hasBias: boolean;
}

/** Names of the kernel's inputs, `inputs` for all of them, and `output` for the first output. */
export type SavedTensors = readonly string[];
type SavedRule = SavedTensors | ((call: FusedCall) => SavedTensors);

// the kernel has no gradient, so that a training step saves nothing for it
const noGradient: SavedTensors = [];

/**
 * A fused kernel with an activation is taken apart while a tape runs, one without has a gradient of its own that saves all
 * (tfjs-core, src/ops/fused).
 */
const fusedConvolution: SavedRule = ({ attributes: { activation = 'linear' }, hasBias }) => {
  const own = ['x', 'filter', 'output', 'bias'];
  if (activation === 'linear') return own;
  return [...(hasBias ? own : ['x', 'filter']), ...activated(activation)];
};

// the reshapes around a fused product of matrices are kernels of their own in a trace: their rows stand for its operands
// where it is taken apart, and for its output
const fusedMatMul: SavedRule = ({ attributes: { activation = 'linear' } }) =>
  activation === 'linear' ? ['a', 'b', 'bias'] : ['bias', ...activated(activation)];

const activated = (activation: unknown): SavedTensors =>
  activation === 'prelu' ? ['output', 'preluActivationWeights'] : ['output'];

/** By kernel; an empty row stands for a gradient that saves nothing. */
export const savedByKernel = {
  Abs: ['x'],
  Acos: ['x'],
  Acosh: ['x'],
  Add: ['a', 'b'],
  AddN: ['inputs'],
  All: noGradient,
  Any: noGradient,
  ArgMax: ['x'],
  ArgMin: ['x'],
  Asin: ['x'],
  Asinh: ['x'],
  Atan: ['x'],
  Atan2: ['a', 'b'],
  Atanh: ['x'],
  AvgPool: ['x'],
  AvgPool3D: ['x'],
  AvgPool3DGrad: noGradient,
  AvgPoolGrad: noGradient,
  BatchMatMul: ['a', 'b'],
  BatchToSpaceND: [],
  Bincount: noGradient,
  BitwiseAnd: noGradient,
  BroadcastArgs: noGradient,
  BroadcastTo: [],
  Cast: [],
  Ceil: [],
  ClipByValue: ['x'],
  Complex: noGradient,
  ComplexAbs: ['x'],
  Concat: ['inputs'],
  Conv2D: ['x', 'filter'],
  Conv2DBackpropFilter: noGradient,
  Conv2DBackpropInput: ['dy', 'filter'],
  Conv3D: ['x', 'filter'],
  Conv3DBackpropFilterV2: noGradient,
  Conv3DBackpropInputV2: noGradient,
  Cos: ['x'],
  Cosh: ['x'],
  CropAndResize: noGradient,
  Cumprod: noGradient,
  Cumsum: ['x'],
  DenseBincount: noGradient,
  DepthToSpace: noGradient,
  DepthwiseConv2dNative: ['x', 'filter'],
  DepthwiseConv2dNativeBackpropFilter: noGradient,
  DepthwiseConv2dNativeBackpropInput: noGradient,
  Diag: noGradient,
  Dilation2D: ['x', 'filter'],
  Dilation2DBackpropFilter: noGradient,
  Dilation2DBackpropInput: noGradient,
  Draw: noGradient,
  Einsum: noGradient,
  Elu: ['output'],
  EluGrad: noGradient,
  Equal: noGradient,
  Erf: ['x'],
  Exp: ['output'],
  ExpandDims: ['input'],
  Expm1: ['x'],
  FFT: noGradient,
  Fill: noGradient,
  FlipLeftRight: noGradient,
  Floor: [],
  FloorDiv: ['a', 'b'],
  FromPixels: noGradient,
  FusedBatchNorm: ['x', 'mean', 'variance', 'scale'],
  FusedConv2D: fusedConvolution,
  FusedDepthwiseConv2D: fusedConvolution,
  GatherNd: noGradient,
  GatherV2: ['x', 'indices'],
  Greater: noGradient,
  GreaterEqual: ['a', 'b'],
  IFFT: noGradient,
  Identity: [],
  Imag: noGradient,
  IsFinite: [],
  IsInf: [],
  IsNan: [],
  LRN: ['x', 'output'],
  LRNGrad: noGradient,
  LeakyRelu: ['x'],
  Less: noGradient,
  LessEqual: noGradient,
  LinSpace: noGradient,
  Log: ['x'],
  Log1p: ['x'],
  LogSoftmax: ['output'],
  LogicalAnd: noGradient,
  LogicalNot: noGradient,
  LogicalOr: noGradient,
  LogicalXor: noGradient,
  LowerBound: noGradient,
  MatrixBandPart: noGradient,
  Max: ['x', 'output'],
  MaxPool: ['x', 'output'],
  MaxPool3D: ['x', 'output'],
  MaxPool3DGrad: noGradient,
  MaxPoolGrad: noGradient,
  MaxPoolWithArgmax: noGradient,
  Maximum: ['a', 'b'],
  Mean: ['x'],
  Min: ['x', 'output'],
  Minimum: ['a', 'b'],
  MirrorPad: ['x'],
  Mod: ['a', 'b'],
  Multinomial: noGradient,
  Multiply: ['a', 'b'],
  Neg: [],
  NonMaxSuppressionV3: noGradient,
  NonMaxSuppressionV4: noGradient,
  NonMaxSuppressionV5: noGradient,
  NotEqual: noGradient,
  OneHot: ['indices'],
  OnesLike: [],
  Pack: ['inputs'],
  PadV2: ['x'],
  Pool: noGradient,
  Pow: ['a', 'b', 'output'],
  Prelu: ['x', 'alpha'],
  Prod: ['x'],
  RaggedGather: noGradient,
  RaggedRange: noGradient,
  RaggedTensorToTensor: noGradient,
  Range: noGradient,
  Real: noGradient,
  RealDiv: ['a', 'b'],
  Reciprocal: ['x'],
  Relu: ['x'],
  Relu6: ['x'],
  Reshape: ['x'],
  ResizeBilinear: ['images'],
  ResizeBilinearGrad: noGradient,
  ResizeNearestNeighbor: ['images'],
  ResizeNearestNeighborGrad: noGradient,
  Reverse: [],
  RotateWithOffset: noGradient,
  Round: [],
  Rsqrt: ['x'],
  ScatterNd: noGradient,
  SearchSorted: noGradient,
  Select: ['condition'],
  Selu: ['x'],
  Sigmoid: ['output'],
  Sign: [],
  Sin: ['x'],
  Sinh: ['x'],
  Slice: ['x'],
  Softmax: ['output'],
  Softplus: ['x'],
  SpaceToBatchND: [],
  SparseFillEmptyRows: noGradient,
  SparseReshape: noGradient,
  SparseSegmentMean: noGradient,
  SparseSegmentSum: noGradient,
  SparseToDense: noGradient,
  SplitV: [],
  Sqrt: ['x'],
  Square: ['x'],
  SquaredDifference: ['a', 'b'],
  StaticRegexReplace: noGradient,
  Step: [],
  StridedSlice: noGradient,
  StringNGrams: noGradient,
  StringSplit: noGradient,
  StringToHashBucketFast: noGradient,
  Sub: ['a', 'b'],
  Sum: ['x'],
  Tan: ['x'],
  Tanh: ['output'],
  TensorScatterUpdate: noGradient,
  Tile: ['x'],
  TopK: noGradient,
  Transform: noGradient,
  Transpose: [],
  Unique: noGradient,
  Unpack: [],
  UnsortedSegmentSum: ['segmentIds'],
  UpperBound: noGradient,
  ZerosLike: [],
  _FusedMatMul: fusedMatMul,
} satisfies Record<KernelName, SavedRule>;

/** Tensors that one call saves, undefined for a kernel that is not tfjs-core's. */
export function savedTensors(kernel: string, call: FusedCall): SavedTensors | undefined {
  if (!Object.hasOwn(savedByKernel, kernel)) return undefined;
  const rule: SavedRule = savedByKernel[kernel as KernelName];
  return typeof rule === 'function' ? rule(call) : rule;
}

// Multiply-adds of each kernel, from its shapes and attributes.
import { product, type Shape } from '../tensors.ts';
import { einsumFactors } from './einsum.ts';
import type { KernelName } from './kernelName.ts';

/** One call of a kernel; its dims are numbers, or expressions of open axes. */
interface KernelDims<D> {
  /** The shape of the input with this name in tfjs-core, of the first tensor where the input is a list. */
  input(name: string): readonly D[];
  /** The shape of the first output. */
  readonly output: readonly D[];
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The factors of a kernel's multiply-adds; `none` for a kernel that has neither products of matrices nor convolutions. */
type MacRule = (<D>(call: KernelDims<D>) => readonly (D | number)[]) | 'none' | { readonly unknownBecause: string };

const none = 'none';

const matMul: MacRule = ({ input, output, attributes: { transposeA } }) => [
  ...output,
  input('a').at(transposeA ? -2 : -1)!,
];

// filter [...window, in, out]: each output element sums over the window and the input channels
const convolution: MacRule = ({ input, output }) => [...output, ...input('filter').slice(0, -1)];

// filter [height, width, in, multiplier]: each output element reads one input channel
const depthwise: MacRule = ({ input, output }) => [...output, ...input('filter').slice(0, 2)];

// filter [...window, out, in]: each element of dy is multiplied by the window and the output channels
const transposed: MacRule = ({ input }) => [...input('dy'), ...input('filter').slice(0, -1)];

// each element of dy is multiplied by the window and the input channels
const toFilter: MacRule = ({ input, attributes }) => [
  ...input('dy'),
  ...(attributes.filterShape as Shape).slice(0, -1),
];

// filter [height, width, in, multiplier]: each element of dy belongs to one input channel
const depthwiseToInput: MacRule = ({ input }) => [...input('dy'), ...input('filter').slice(0, 2)];

const depthwiseToFilter: MacRule = ({ input, attributes }) => [
  ...input('dy'),
  ...(attributes.filterShape as Shape).slice(0, 2),
];

const einsum: MacRule = ({ input, attributes }) => einsumFactors(`${attributes.equation}`, input);

// the same transform takes a different count in each library
const fourier: MacRule = { unknownBecause: 'the count depends on the algorithm, which each backend chooses' };

const rules = {
  Abs: none,
  Acos: none,
  Acosh: none,
  Add: none,
  AddN: none,
  All: none,
  Any: none,
  ArgMax: none,
  ArgMin: none,
  Asin: none,
  Asinh: none,
  Atan: none,
  Atan2: none,
  Atanh: none,
  AvgPool: none,
  AvgPool3D: none,
  AvgPool3DGrad: none,
  AvgPoolGrad: none,
  BatchMatMul: matMul,
  BatchToSpaceND: none,
  Bincount: none,
  BitwiseAnd: none,
  BroadcastArgs: none,
  BroadcastTo: none,
  Cast: none,
  Ceil: none,
  ClipByValue: none,
  Complex: none,
  ComplexAbs: none,
  Concat: none,
  Conv2D: convolution,
  Conv2DBackpropFilter: toFilter,
  Conv2DBackpropInput: transposed,
  Conv3D: convolution,
  Conv3DBackpropFilterV2: toFilter,
  Conv3DBackpropInputV2: transposed,
  Cos: none,
  Cosh: none,
  CropAndResize: none,
  Cumprod: none,
  Cumsum: none,
  DenseBincount: none,
  DepthToSpace: none,
  DepthwiseConv2dNative: depthwise,
  DepthwiseConv2dNativeBackpropFilter: depthwiseToFilter,
  DepthwiseConv2dNativeBackpropInput: depthwiseToInput,
  Diag: none,
  Dilation2D: none,
  Dilation2DBackpropFilter: none,
  Dilation2DBackpropInput: none,
  Draw: none,
  Einsum: einsum,
  Elu: none,
  EluGrad: none,
  Equal: none,
  Erf: none,
  Exp: none,
  ExpandDims: none,
  Expm1: none,
  FFT: fourier,
  Fill: none,
  FlipLeftRight: none,
  Floor: none,
  FloorDiv: none,
  FromPixels: none,
  FusedBatchNorm: none,
  FusedConv2D: convolution,
  FusedDepthwiseConv2D: depthwise,
  GatherNd: none,
  GatherV2: none,
  Greater: none,
  GreaterEqual: none,
  IFFT: fourier,
  Identity: none,
  Imag: none,
  IsFinite: none,
  IsInf: none,
  IsNan: none,
  LRN: none,
  LRNGrad: none,
  LeakyRelu: none,
  Less: none,
  LessEqual: none,
  LinSpace: none,
  Log: none,
  Log1p: none,
  LogSoftmax: none,
  LogicalAnd: none,
  LogicalNot: none,
  LogicalOr: none,
  LogicalXor: none,
  LowerBound: none,
  MatrixBandPart: none,
  Max: none,
  MaxPool: none,
  MaxPool3D: none,
  MaxPool3DGrad: none,
  MaxPoolGrad: none,
  MaxPoolWithArgmax: none,
  Maximum: none,
  Mean: none,
  Min: none,
  Minimum: none,
  MirrorPad: none,
  Mod: none,
  Multinomial: none,
  Multiply: none,
  Neg: none,
  NonMaxSuppressionV3: none,
  NonMaxSuppressionV4: none,
  NonMaxSuppressionV5: none,
  NotEqual: none,
  OneHot: none,
  OnesLike: none,
  Pack: none,
  PadV2: none,
  Pool: none,
  Pow: none,
  Prelu: none,
  Prod: none,
  RaggedGather: none,
  RaggedRange: none,
  RaggedTensorToTensor: none,
  Range: none,
  Real: none,
  RealDiv: none,
  Reciprocal: none,
  Relu: none,
  Relu6: none,
  Reshape: none,
  ResizeBilinear: none,
  ResizeBilinearGrad: none,
  ResizeNearestNeighbor: none,
  ResizeNearestNeighborGrad: none,
  Reverse: none,
  RotateWithOffset: none,
  Round: none,
  Rsqrt: none,
  ScatterNd: none,
  SearchSorted: none,
  Select: none,
  Selu: none,
  Sigmoid: none,
  Sign: none,
  Sin: none,
  Sinh: none,
  Slice: none,
  Softmax: none,
  Softplus: none,
  SpaceToBatchND: none,
  SparseFillEmptyRows: none,
  SparseReshape: none,
  SparseSegmentMean: none,
  SparseSegmentSum: none,
  SparseToDense: none,
  SplitV: none,
  Sqrt: none,
  Square: none,
  SquaredDifference: none,
  StaticRegexReplace: none,
  Step: none,
  StridedSlice: none,
  StringNGrams: none,
  StringSplit: none,
  StringToHashBucketFast: none,
  Sub: none,
  Sum: none,
  Tan: none,
  Tanh: none,
  TensorScatterUpdate: none,
  Tile: none,
  TopK: none,
  Transform: none,
  Transpose: none,
  Unique: none,
  Unpack: none,
  UnsortedSegmentSum: none,
  UpperBound: none,
  ZerosLike: none,
  _FusedMatMul: matMul,
} satisfies Record<KernelName, MacRule>;

/** A kernel call as a trace records it; one that did not run has no output. */
export interface RecordedKernel<D = number> extends Omit<KernelDims<D>, 'output'> {
  readonly output: readonly D[] | undefined;
}

/** Whether a kernel has neither products of matrices nor convolutions, whatever its shapes. */
export const hasNoMacs = (kernel: string): boolean =>
  Object.hasOwn(rules, kernel) && rules[kernel as KernelName] === none;

/**
 * The factors of one call's multiply-adds, 0 alone where it has none; undefined for a kernel without a rule, such as one that
 * a program registered itself, and for a call that did not run.
 */
export function macFactors<D>(
  kernel: string,
  { input, output, attributes }: RecordedKernel<D>,
): readonly (D | number)[] | undefined {
  const rule: MacRule | undefined = Object.hasOwn(rules, kernel) ? rules[kernel as KernelName] : undefined;
  if (rule === none) return [0];
  return typeof rule === 'function' && output !== undefined ? rule({ input, output, attributes }) : undefined;
}

/** Multiply-adds of one call; undefined where `macFactors` is. */
export function multiplyAdds(kernel: string, call: RecordedKernel): number | undefined {
  const factors = macFactors(kernel, call);
  return factors && product(factors);
}

// Multiply-adds of what the engine ran. In: a trace. Out: a number for each kernel, undefined where no rule is known.

import { einsumMacs } from '../kernels/einsum.ts';
import { owningModules } from '../trace/calls.ts';
import type { KernelCall, Trace } from '../trace/trace.ts';

/** `macs`: convolutions and matrix products. `fvcore`: with what fvcore adds for normalisation and pooling. */
export const conventions = ['macs', 'fvcore'] as const;
export type Convention = (typeof conventions)[number];

type Shape = readonly number[];
type Rule = (input: (name: string) => Shape, output: Shape, attributes: KernelCall['attributes']) => number;

const product = (dims: Shape): number => dims.reduce((a, b) => a * b, 1);

const matMul: Rule = (input, output, { transposeA }) => product(output) * input('a').at(transposeA ? -2 : -1)!;
// filter [...kernel, in, out]: each output number takes one product for each kernel place and input channel
const convolution: Rule = (input, output) => product(output) * product(input('filter').slice(0, -1));
// filter [height, width, in, multiplier]: each output number sees one input channel
const depthwise: Rule = (input, output) => product(output) * product(input('filter').slice(0, 2));
// filter [...kernel, out, in]: each number of dy spreads over the kernel places and output channels
const transposed: Rule = (input) => product(input('dy')) * product(input('filter').slice(0, -1));

// each number of dy meets each kernel place and input channel
const toFilter: Rule = (input, _, { filterShape }) =>
  product(input('dy')) * product((filterShape as Shape).slice(0, -1));
// filter [height, width, in, multiplier]: each number of dy belongs to one input channel
const depthwiseToInput: Rule = (input) => product(input('dy')) * product(input('filter').slice(0, 2));
const depthwiseToFilter: Rule = (input, _, { filterShape }) =>
  product(input('dy')) * product((filterShape as Shape).slice(0, 2));

const rules: Readonly<Record<string, Rule>> = {
  BatchMatMul: matMul,
  _FusedMatMul: matMul,
  Conv2D: convolution,
  Conv3D: convolution,
  FusedConv2D: convolution,
  Conv2DBackpropFilter: toFilter,
  Conv2DBackpropInput: transposed,
  Conv3DBackpropFilterV2: toFilter,
  Conv3DBackpropInputV2: transposed,
  DepthwiseConv2dNative: depthwise,
  DepthwiseConv2dNativeBackpropFilter: depthwiseToFilter,
  DepthwiseConv2dNativeBackpropInput: depthwiseToInput,
  FusedDepthwiseConv2D: depthwise,
  Einsum: (input, _, { equation }) => einsumMacs(`${equation}`, input),
};

// kernels without a matrix product or a convolution
const free = new Set(
  `Abs Acos Acosh Add AddN All Any ArgMax ArgMin Asin Asinh Atan Atan2 Atanh AvgPool AvgPool3D AvgPool3DGrad AvgPoolGrad
  BatchToSpaceND Bincount BitwiseAnd BroadcastArgs BroadcastTo Cast Ceil ClipByValue Complex ComplexAbs Concat Cos
  Cosh CropAndResize Cumprod Cumsum DenseBincount DepthToSpace Diag Dilation2D Dilation2DBackpropFilter
  Dilation2DBackpropInput Draw Elu EluGrad Equal Erf Exp ExpandDims Expm1 Fill FlipLeftRight Floor FloorDiv
  FromPixels FusedBatchNorm GatherNd GatherV2 Greater GreaterEqual Identity Imag IsFinite IsInf IsNan LRN LRNGrad
  LeakyRelu Less LessEqual LinSpace Log Log1p LogSoftmax LogicalAnd LogicalNot LogicalOr LogicalXor LowerBound
  MatrixBandPart Max MaxPool MaxPool3D MaxPool3DGrad MaxPoolGrad MaxPoolWithArgmax Maximum Mean Min Minimum MirrorPad
  Mod Multinomial Multiply Neg NonMaxSuppressionV3 NonMaxSuppressionV4 NonMaxSuppressionV5 NotEqual OneHot OnesLike
  Pack PadV2 Pool Pow Prelu Prod RaggedGather RaggedRange RaggedTensorToTensor Range Real RealDiv Reciprocal Relu
  Relu6 Reshape ResizeBilinear ResizeBilinearGrad ResizeNearestNeighbor ResizeNearestNeighborGrad Reverse
  RotateWithOffset Round Rsqrt ScatterNd SearchSorted Select Selu Sigmoid Sign Sin Sinh Slice Softmax Softplus
  SpaceToBatchND SparseFillEmptyRows SparseReshape SparseSegmentMean SparseSegmentSum SparseToDense SplitV Sqrt
  Square SquaredDifference StaticRegexReplace Step StridedSlice StringNGrams StringSplit StringToHashBucketFast Sub
  Sum Tan Tanh TensorScatterUpdate Tile TopK Transform Transpose Unique Unpack UnsortedSegmentSum UpperBound
  ZerosLike`.split(/\s+/),
);

/** Multiply-adds of one kernel, undefined where no rule is known. */
export function kernelMacs(trace: Trace, { kernel, inputs, outputs, attributes }: KernelCall): number | undefined {
  if (free.has(kernel)) return 0;
  // what did not run
  if (outputs.length === 0) return undefined;
  const shapeOf = (value: number): Shape => trace.values[value]!.shape;
  const input = (name: string): Shape => shapeOf([inputs[name]!].flat()[0]!);
  return rules[kernel]?.(input, shapeOf(outputs[0]!), attributes);
}

export interface Macs {
  /** by index in `trace.calls`: what the call itself did, without the module calls in it; 0 for ops and kernels */
  readonly own: readonly number[];
  /** by index in `trace.calls`: kernels without a rule, of the call itself */
  readonly unknown: ReadonlyMap<number, readonly string[]>;
  readonly total: number;
}

/** Charges every kernel, and with `fvcore` every normalising op, to the module call around it. */
export function macsOf(trace: Trace, convention: Convention = 'macs'): Macs {
  const own = new Array<number>(trace.calls.length).fill(0);
  const unknown = new Map<number, string[]>();
  const owners = owningModules(trace.calls);
  let total = 0;
  for (const [index, call] of trace.calls.entries()) {
    const owner = owners[index]!;
    const macs =
      call.level === 'kernel'
        ? kernelMacs(trace, call)
        : call.level === 'op' && convention === 'fvcore'
          ? opExtra(trace, call)
          : 0;
    if (macs === undefined) unknown.set(owner, [...(unknown.get(owner) ?? []), (call as KernelCall).kernel]);
    else {
      if (owner >= 0) own[owner]! += macs;
      total += macs;
    }
  }
  return { own, unknown, total };
}

// fvcore's norm, batch norm and elementwise counters; layer_norm is held to its numbers by test/cost/macs.test.ts
function opExtra(trace: Trace, { op, inputs }: { readonly op: string; readonly inputs: readonly number[] }): number {
  const elements = inputs.length > 0 ? product(trace.values[inputs[0]!]!.shape) : 0;
  if (op === 'layer_norm') return elements * (inputs.length > 1 ? 5 : 4);
  if (op === 'batch_norm') return elements * (inputs.length > 3 ? 2 : 1);
  return op === 'adaptive_avg_pool2d' ? elements : 0;
}

// Output counts of TensorFlow's ops that tf.js runs.
import type { TopologyNode } from '../../sourceGraph.ts';

/**
 * From TensorFlow 2.21's op definitions; a word names the attribute that holds the count, as a number or as a list of types.
 */
const counts: Readonly<Record<string, number | string>> = {
  Case: 'Tout',
  FusedBatchNorm: 5,
  FusedBatchNormV2: 5,
  FusedBatchNormV3: 6,
  IdentityN: 'T',
  If: 'Tout',
  InitializeTable: 0,
  InitializeTableV2: 0,
  ListDiff: 2,
  LookupTableImport: 0,
  LookupTableImportV2: 0,
  MaxPoolWithArgmax: 2,
  Merge: 2,
  NoOp: 0,
  NonMaxSuppressionV4: 2,
  NonMaxSuppressionV5: 3,
  PartitionedCall: 'Tout',
  RaggedGather: 'OUTPUT_RAGGED_RANK',
  RaggedRange: 2,
  ShapeN: 'N',
  SparseFillEmptyRows: 4,
  SparseReshape: 2,
  Split: 'num_split',
  SplitV: 'num_split',
  StatefulPartitionedCall: 'Tout',
  StatelessCase: 'Tout',
  StatelessIf: 'Tout',
  StatelessWhile: 'T',
  StringNGrams: 2,
  StringSplit: 3,
  Switch: 2,
  TensorArrayCloseV3: 0,
  TensorArrayConcatV3: 2,
  TensorArrayV3: 2,
  TensorListConcat: 2,
  TensorListConcatV2: 2,
  TensorListPopBack: 2,
  TopKV2: 2,
  Unique: 2,
  UniqueV2: 2,
  Unpack: 'num',
  While: 'T',
};

/** Ops with one output. */
const single: ReadonlySet<string> = new Set(
  `Abs Acos Acosh Add AddN AddV2 All Any ArgMax ArgMin Asin Asinh Atan Atan2 Atanh AvgPool AvgPool3D BatchMatMul
    BatchMatMulV2 BatchToSpaceND BiasAdd Bincount BitwiseAnd BroadcastArgs BroadcastTo Cast Ceil ClipByValue Complex
    ComplexAbs Concat ConcatV2 Const Conv1D Conv2D Conv2DBackpropInput Conv3D Cos Cosh CropAndResize Cumprod Cumsum
    DenseBincount DepthToSpace DepthwiseConv2d DepthwiseConv2dNative Dilation2D Div DivNoNan Einsum Elu
    EmptyTensorList EnsureShape Enter Equal Erf EuclideanNorm Exit Exp ExpandDims Expm1 FFT FakeQuantWithMinMaxVars
    Fill Floor FloorDiv FloorMod FusedDepthwiseConv2dNative Gather GatherNd GatherV2 Greater GreaterEqual HashTable
    HashTableV2 IFFT IRFFT Identity Imag ImageProjectiveTransformV3 IsFinite IsInf IsNan LRN LeakyRelu Less
    LessEqual LinSpace Log Log1p LogSoftmax LogicalAnd LogicalNot LogicalOr LookupTableFind LookupTableFindV2
    LookupTableSize LookupTableSizeV2 LoopCond LowerBound MatMul MatrixBandPart Max MaxPool MaxPool3D Maximum Mean
    Min Minimum MirrorPad Mod Mul Multinomial Neg NextIteration NonMaxSuppressionV2 NonMaxSuppressionV3 NotEqual
    OneHot Ones OnesLike Pack Pad PadV2 Placeholder PlaceholderWithDefault Pow Prelu Print Prod RFFT
    RaggedTensorToTensor RandomStandardNormal RandomUniform RandomUniformInt Range Rank Real RealDiv Reciprocal Relu
    Relu6 Reshape ResizeBilinear ResizeNearestNeighbor Reverse ReverseV2 Round Rsqrt ScatterNd Select SelectV2 Selu
    Shape Sigmoid Sign Sin Sinh Size Slice Snapshot Softmax Softplus SpaceToBatchND SparseSegmentMean
    SparseSegmentSum SparseToDense Sqrt Square SquaredDifference Squeeze StaticRegexReplace StopGradient
    StridedSlice StringToHashBucketFast Sub Sum Tan Tanh TensorArrayGatherV3 TensorArrayReadV3 TensorArrayScatterV3
    TensorArraySizeV3 TensorArraySplitV3 TensorArrayWriteV3 TensorListFromTensor TensorListGather TensorListGetItem
    TensorListLength TensorListPushBack TensorListReserve TensorListResize TensorListScatter TensorListScatterV2
    TensorListSetItem TensorListSplit TensorListStack TensorScatterUpdate Tile Transpose TruncatedNormal UpperBound
    Where Zeros ZerosLike _FusedConv2D _FusedMatMul`.split(/\s+/),
);

/** The number of a node's outputs; undefined for an op that is not known, such as a custom one. */
export function outputCount({ op, attr = {} }: TopologyNode): number | undefined {
  if (single.has(op)) return 1;
  const count = Object.hasOwn(counts, op) ? counts[op] : undefined;
  if (typeof count !== 'string') return count;
  const attribute = attr[count] as { readonly i?: unknown; readonly list?: { readonly type?: unknown } } | undefined;
  if (Array.isArray(attribute?.list?.type)) return attribute.list.type.length;
  if (attribute?.i === undefined) return undefined;
  // the values that the ragged dimensions split are an output of their own
  return Number(attribute.i) + (op === 'RaggedGather' ? 1 : 0);
}

// What tf.js 4.22's other backends lack, or do otherwise than cpu, in the cases of kernelCases.ts.

const native = {
  gather: 'GatherV2: the index value 1 is not in [0, NaN]',
  tensorScatterUpdate: 'element 0 of output 0 is 0.10000000149011612, 0 on cpu',
  multinomial: 'TF Node backend does not support normalized logits passed to multinomial',
  'depthToSpace, NCHW':
    'Invalid TF_Status: 5 Message: Could not find device for node: {{node DepthToSpace}} = DepthToSpace[T',
  floorDiv: 'output 0 is float32 [2,3], int32 [2,3] on cpu',
  'floorDiv, broadcast': 'output 0 is float32 [2,4,3], int32 [2,4,3] on cpu',
  'floorDiv, a scalar': 'output 0 is float32 [0,3], int32 [0,3] on cpu',
  'step, int32': "Invalid TF_Status: 3 Message: Value for attr 'T' of int32 is not in the list of allowed values: bflo",
  'integers divided by zero': 'Invalid TF_Status: 3 Message: Integer division by zero',
  'floorDiv by zero': 'output 0 is float32 [2], int32 [2] on cpu',
  'pow of integers': 'Invalid TF_Status: 3 Message: Integers to negative integer powers are not allowed',
  'no number as an integer': 'element 0 of output 0 is -2147483648, 0 on cpu',
  'bounds that are no integers': 'element 3 of output 1 is 0, 2 on cpu',
  'prelu without bounds': 'element 0 of output 0 is NaN, Infinity on cpu',
  'integers through functions of floats': "Cannot read properties of undefined (reading 'backend')",
  'Conv2DBackpropInput, {"strides":1,"pad":1}':
    "TF Backend supports only 'valid' and 'same' padding while padding was NUMBER",
  'Conv2DBackpropFilter, {"strides":1,"pad":1}':
    "TF Backend supports only 'valid' and 'same' padding while padding was NUMBER",
  'Conv2DBackpropInput, {"strides":2,"pad":[[0,0],[2,1],[0,1],[0,0]],"dimRoundingMode":"ceil"}':
    "TF Backend supports only 'valid' and 'same' padding while padding was EXPLICIT",
  'Conv2DBackpropFilter, {"strides":2,"pad":[[0,0],[2,1],[0,1],[0,0]],"dimRoundingMode":"ceil"}':
    "TF Backend supports only 'valid' and 'same' padding while padding was EXPLICIT",
  'DepthwiseConv2dNativeBackpropInput, {"strides":1,"pad":1}':
    'Invalid TF_Status: 3 Message: Value for attr \'padding\' of "NUMBER" is not in the list of allowed val',
  'DepthwiseConv2dNativeBackpropFilter, {"strides":1,"pad":1}':
    'Invalid TF_Status: 3 Message: Value for attr \'padding\' of "NUMBER" is not in the list of allowed val',
  'AvgPoolGrad, 3, {"strides":2,"pad":"same"}':
    'element 0 of output 0 is 0.13513919711112976, 0.09009280055761337 on cpu',
  'MaxPoolGrad, 3, {"strides":2,"pad":1}':
    "TF Backend supports only 'valid' and 'same' padding while padding was NUMBER",
  'AvgPoolGrad, 3, {"strides":2,"pad":1}':
    "TF Backend supports only 'valid' and 'same' padding while padding was NUMBER",
  'AvgPool3DGrad, 3, {"strides":2,"pad":"same"}':
    'element 0 of output 0 is 0.07358093559741974, 0.03270263969898224 on cpu',
  'DepthwiseConv2dNativeBackpropInput, dilated':
    'Invalid TF_Status: 10 Message: Operation received an exception:Status: 2, message: could not create ',
  'DepthwiseConv2dNativeBackpropFilter, dilated':
    'Invalid TF_Status: 10 Message: Operation received an exception:Status: 2, message: could not create ',
  'nonMaxSuppression, at the threshold': 'output 0 is int32 [3], int32 [2] on cpu',
  sparseToDense: 'Invalid TF_Status: 3 Message: indices[1] = [0,1] is out of order. Many sparse ops require sorted ind',
  'sparseToDense, a vector':
    'Invalid TF_Status: 3 Message: indices[1] = [1] is out of order. Many sparse ops require sorted indic',
  'reductions of nothing': 'Invalid TF_Status: 3 Message: Reduction axis 1 is empty in shape [2,0]',
  'staticRegexReplace, groups': 'element 1 of output 0 is a$2$1 $$ $& b2, a1b $ b1 \\12 on cpu',
  'RealDiv of integers':
    'Invalid TF_Status: 5 Message: Could not find device for node: {{node RealDiv}} = RealDiv[T=DT_INT32]',
  'conv2d, pixels': "TF Backend supports only 'valid' and 'same' padding while padding was NUMBER",
};

const lackingNative = `BitwiseAnd BroadcastTo DenseBincount LogSoftmax LogicalXor LowerBound MatrixBandPart MaxPoolWithArgmax
    RaggedGather RaggedRange RaggedTensorToTensor RotateWithOffset SearchSorted SparseFillEmptyRows
    SparseReshape SparseSegmentMean SparseSegmentSum StringNGrams StringSplit StringToHashBucketFast Transform
    UpperBound`;

/** Kernels, by backend. */
export const lacking: Readonly<Record<string, string>> = {
  node: lackingNative,
  'node-gpu': lackingNative,
  wasm: `BroadcastTo Complex Conv2DBackpropFilter DepthwiseConv2dNativeBackpropFilter
    DepthwiseConv2dNativeBackpropInput Einsum LogSoftmax LowerBound MatrixBandPart RaggedGather RaggedRange
    RaggedTensorToTensor UnsortedSegmentSum UpperBound`,
};

/** By backend and case: how what it gives begins. */
export const otherwise: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  node: native,
  'node-gpu': native,
  wasm: {
    'gather, batched': 'element 12 of output 0 is 0.3164080083370209, 0.6495344042778015 on cpu',
    denseBincount: 'element 1 of output 2 is 1, 2 on cpu',
    'matMul, batches on both sides': 'element 1 of output 0 is 20, 2 on cpu',
    'stridedSlice, a shrunk axis beside a stride': 'element 0 of output 0 is 1, 2 on cpu',
    'prelu, broadcast': 'output 0 is float32 [2,1,3], float32 [2,4,3] on cpu',
    'prelu, a scalar': 'divide by zero',
    floorDiv: 'output 0 is float32 [2,3], int32 [2,3] on cpu',
    'floorDiv, broadcast': 'output 0 is float32 [2,4,3], int32 [2,4,3] on cpu',
    'floorDiv, a scalar': 'output 0 is float32 [0,3], int32 [0,3] on cpu',
    cast: 'element 0 of output 1 is 0, 1 on cpu',
    'floorDiv by zero': 'output 0 is float32 [2], int32 [2] on cpu',
    'no number as an integer': 'element 0 of output 1 is 0, 1 on cpu',
    'bounds that are no integers': 'element 0 of output 0 is -1077936128, -1 on cpu',
    'prelu without bounds': 'element 3 of output 0 is NaN, 2 on cpu',
    'integers through functions of floats': 'element 0 of output 2 is NaN, 4 on cpu',
    'Conv3DBackpropInputV2, {"strides":1,"pad":"same"}':
      'element 0 of output 0 is 0.46847712993621826, 0.44678059220314026 on cpu',
    'Conv3DBackpropInputV2, {"strides":2,"pad":"valid"}': 'element 0 of output 0 is 0, 0.3633437156677246 on cpu',
    'Conv3DBackpropFilterV2, {"strides":2,"pad":"valid"}': 'element 2 of output 0 is 0, 2.053914785385132 on cpu',
    transform: 'element 0 of output 1 is 0.1996895968914032, 0.24427199363708496 on cpu',
    conv3dTranspose: 'element 0 of output 0 is 0, 0.44678059220314026 on cpu',
  },
};

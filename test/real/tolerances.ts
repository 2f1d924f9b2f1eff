// How far TensorFlow's numbers may be from tf.js's, by kernel and with the reason: parts of the larger of 1 and the
// number. A kernel that stands nowhere here moves or compares numbers, or rounds one result once: it gives the same.
const reasons: readonly (readonly [number, string, string])[] = [
  [
    3e-7,
    'both approximate a function: two units in the last place of a float32',
    `Acos Acosh Asin Asinh Atan Atan2 Atanh ComplexAbs Cos Cosh Elu EluGrad Exp Expm1 Log Log1p LogSoftmax Pow Reciprocal
     NonMaxSuppressionV5 Rsqrt Selu Sigmoid Sin Sinh Softmax Softplus Sqrt Tan Tanh`,
  ],
  [6e-7, "tf.js's error function is a formula of 1.5e-7, and adds two of its terms in float64", 'Erf'],
  [
    2e-6,
    'tf.js adds in float64 and rounds once, TensorFlow adds in float32 in an order of its own',
    `AvgPool AvgPool3D AvgPool3DGrad AvgPoolGrad BatchMatMul Bincount Conv2D Conv2DBackpropFilter Conv2DBackpropInput
     Conv3D Conv3DBackpropFilterV2 Conv3DBackpropInputV2 Cumprod Cumsum DepthwiseConv2dNative
     DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput Dilation2DBackpropFilter
     Dilation2DBackpropInput Einsum FFT FusedConv2D FusedDepthwiseConv2D IFFT LRN LRNGrad MaxPool3DGrad MaxPoolGrad Mean
     Prod ResizeNearestNeighborGrad SparseSegmentMean SparseSegmentSum SquaredDifference Sum UnsortedSegmentSum _FusedMatMul`,
  ],
  [1e-6, 'the scale and the offset of a norm are rounded on the way in TensorFlow', 'FusedBatchNorm'],
  [
    1e-5,
    'where a pixel comes from is a float32 in TensorFlow: its neighbours are up to 8 apart',
    'CropAndResize ResizeBilinear ResizeBilinearGrad Transform',
  ],
  [5e-6, 'tf.js adds the step up to a hundred times in float32, TensorFlow multiplies', 'LinSpace Range'],
];

const byKernel = new Map(
  reasons.flatMap(([tolerance, , kernels]) => kernels.split(/\s+/).map((kernel) => [kernel, tolerance] as const)),
);

/** That of several kernels is the widest of theirs. */
export const toleranceOf = (kernels: readonly string[]): number =>
  Math.max(0, ...kernels.map((kernel) => byKernel.get(kernel) ?? 0));

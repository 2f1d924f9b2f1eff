// The dtypes that each kernel's ONNX ops compute in on onnxruntime's CPU; inputs of another dtype are cast, and results
// are cast back as tf.js casts them.
import { UserError } from '../../../errors.ts';
import type { KernelName } from '../../../kernels/kernelName.ts';
import type { Dtype } from '../../../tensors.ts';
import type { Value } from '../../../trace/trace.ts';
import { cast, castAsTfjs } from '../elementOps.ts';
import type { Lowering, Operand } from '../operand.ts';

/** Kernels of floats alone. */
const ofFloats = new Set<KernelName>([
  'Acos',
  'Acosh',
  'Asin',
  'Asinh',
  'Atan',
  'Atan2',
  'Atanh',
  'AvgPool',
  'AvgPool3D',
  'AvgPool3DGrad',
  'AvgPoolGrad',
  'Ceil',
  'Conv2D',
  'Conv2DBackpropFilter',
  'Conv2DBackpropInput',
  'Conv3D',
  'Conv3DBackpropFilterV2',
  'Conv3DBackpropInputV2',
  'Cos',
  'Cosh',
  'CropAndResize',
  'DepthwiseConv2dNative',
  'DepthwiseConv2dNativeBackpropFilter',
  'DepthwiseConv2dNativeBackpropInput',
  'Elu',
  'EluGrad',
  'Erf',
  'Exp',
  'Expm1',
  'Floor',
  'FusedBatchNorm',
  'FusedConv2D',
  'FusedDepthwiseConv2D',
  '_FusedMatMul',
  'IsFinite',
  'IsInf',
  'IsNan',
  'LeakyRelu',
  'Log',
  'Log1p',
  'LogSoftmax',
  'LRN',
  'LRNGrad',
  'MaxPool3DGrad',
  'MaxPoolGrad',
  'Mean',
  'Multinomial',
  'Prelu',
  'RealDiv',
  'Reciprocal',
  'ResizeBilinear',
  'ResizeBilinearGrad',
  'ResizeNearestNeighborGrad',
  'Rsqrt',
  'Selu',
  'Sigmoid',
  'Sin',
  'Sinh',
  'Softmax',
  'Softplus',
  'Sqrt',
  'Tan',
  'Tanh',
  'Transform',
]);

/** Kernels of floats and integers, for which a bool is 0 or 1. */
const ofNumbers = new Set<KernelName>([
  'Abs',
  'Add',
  'AddN',
  'ArgMax',
  'ArgMin',
  'BatchMatMul',
  'BatchToSpaceND',
  'Bincount',
  'ClipByValue',
  'Cumprod',
  'Cumsum',
  'DenseBincount',
  'Dilation2D',
  'Dilation2DBackpropFilter',
  'Dilation2DBackpropInput',
  'Einsum',
  'FloorDiv',
  'Greater',
  'GreaterEqual',
  'Less',
  'LessEqual',
  'LowerBound',
  'Max',
  'Maximum',
  'MaxPool',
  'MaxPool3D',
  'MaxPoolWithArgmax',
  'Min',
  'Minimum',
  'MirrorPad',
  'Mod',
  'Multiply',
  'Neg',
  'OneHot',
  'PadV2',
  'Pow',
  'Prod',
  'Relu',
  'Relu6',
  'ResizeNearestNeighbor',
  'ScatterNd',
  'SearchSorted',
  'Sign',
  'SpaceToBatchND',
  'SparseSegmentMean',
  'SparseSegmentSum',
  'Square',
  'SquaredDifference',
  'Step',
  'Sub',
  'Sum',
  'TopK',
  'UnsortedSegmentSum',
  'UpperBound',
]);

/** @throws UserError for a dtype that no cast turns into one of the kernel's */
function computed(kernel: string, dtype: Operand['dtype']): Operand['dtype'] {
  const floats = ofFloats.has(kernel as KernelName);
  if (!floats && !ofNumbers.has(kernel as KernelName)) return dtype;
  if (dtype === 'string') throw new UserError(`no ONNX op is known for ${kernel} of strings`);
  if (floats) return 'float32';
  return dtype === 'bool' ? 'int32' : dtype;
}

/** A bool of floats: tf.js rounds towards zero before it makes one, so that 0.7 is false. */
const asBool = (x: Operand): Operand => castAsTfjs(x.dtype === 'float32' ? castAsTfjs(x, 'int32') : x, 'bool');

/** The lowering of `kernel`, with casts of its inputs, and of its results to the dtypes that tf.js gives them. */
export const withCasts =
  (kernel: string, lowering: Lowering): Lowering =>
  (inputs: Readonly<Record<string, Operand | readonly Operand[]>>, attributes, outputs, all) => {
    const known = new Map<Operand, Operand>();
    const recast = (x: Operand): Operand => {
      const done = known.get(x) ?? cast(x, computed(kernel, x.dtype));
      known.set(x, done);
      return done;
    };
    const ready = Object.entries(inputs).map(([name, given]) => [
      name,
      'source' in given ? recast(given) : given.map(recast),
    ]);
    // an output of the dtype of an input is computed in the dtype of that input's cast
    const inner = outputs.map((output): Value => {
      const from = all.find(({ dtype }) => dtype === output.dtype);
      return from ? { ...output, dtype: computed(kernel, from.dtype) as Dtype } : output;
    });
    const results = [lowering(Object.fromEntries(ready), attributes, inner, all.map(recast))].flat();
    return outputs.map(({ dtype }, i) => {
      const result = results[i]!;
      return dtype === 'bool' && result.dtype !== 'bool' ? asBool(result) : castAsTfjs(result, dtype);
    });
  };

// TensorFlow's CPU kernels take fewer dtypes than tf.js's: casts around the ops that refuse one. In: a row. Out: a row.

import { UserError } from '../../../errors.ts';
import type { Dtype } from '../../../tensors.ts';
import type { Value } from '../../../trace/trace.ts';
import { asTfjsCasts } from './elementwise.ts';
import { cast, type Lowered, type Operand, type Port, type Row, type Step, wire } from './lowering.ts';

// those of tf.js's that the op of each kernel has on TensorFlow 2.21's CPU, where these are not all
const taken: Readonly<Record<string, string>> = {
  float32: `Acos Acosh Asin Asinh Atan Atan2 Atanh AvgPool AvgPoolGrad AvgPool3D AvgPool3DGrad Ceil Conv2D
    Conv2DBackpropFilter Conv2DBackpropInput Conv3D Conv3DBackpropFilterV2 Conv3DBackpropInputV2 Cos Cosh
    DepthwiseConv2dNative DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput Elu EluGrad Erf Exp
    Expm1 Floor FusedBatchNorm FusedConv2D FusedDepthwiseConv2D IsFinite IsInf IsNan LRN LRNGrad LeakyRelu Log Log1p
    LogSoftmax MaxPool3D MaxPool3DGrad MaxPoolGrad Mean Multinomial Prelu RealDiv Reciprocal Rsqrt Selu Sigmoid Sin Sinh
    Softmax Softplus Sqrt Tan Tanh _FusedMatMul`,
  'float32 int32': `Abs BatchToSpaceND ClipByValue CropAndResize DenseBincount Dilation2D Dilation2DBackpropFilter
    Dilation2DBackpropInput FloorDiv Greater GreaterEqual Less LessEqual LowerBound Max MaxPool MaxPoolWithArgmax Maximum
    Min Minimum Mod Relu Relu6 ResizeBilinear ResizeBilinearGrad ResizeNearestNeighbor ResizeNearestNeighborGrad
    SearchSorted SpaceToBatchND SparseSegmentMean SparseSegmentSum Step Transform UpperBound`,
  'float32 int32 complex64': `Add AddN BatchMatMul Bincount Cumprod Cumsum Diag Einsum Multiply Neg Pow Prod Sign Square
    SquaredDifference Sub Sum UnsortedSegmentSum`,
};
const takenBy = new Map(
  Object.entries(taken).flatMap(([dtypes, kernels]) =>
    kernels.split(/\s+/).map((kernel) => [kernel, dtypes.split(' ') as Dtype[]] as const),
  ),
);

/** `row` with casts where the kernel's inputs have a dtype that its op does not take. */
export function withCasts(kernel: string, row: Row): Row {
  const dtypes = takenBy.get(kernel);
  return dtypes === undefined ? row : casting(kernel, dtypes, row);
}

// these give bool whatever came in
const predicates = new Set('Greater GreaterEqual IsFinite IsInf IsNan Less LessEqual'.split(' '));

const casting =
  (kernel: string, dtypes: readonly Dtype[], row: Row): Row =>
  (attributes, inputs, outputs, named) => {
    if (inputs.every(({ dtype }) => dtypes.includes(dtype))) return row(attributes, inputs, outputs, named);
    const computed = (dtype: Dtype): Dtype => {
      if (dtypes.includes(dtype)) return dtype;
      if (dtype === 'bool' && dtypes.includes('int32')) return 'int32';
      if (dtype === 'bool' || dtype === 'int32') return 'float32';
      throw new UserError(`no TensorFlow op is known for ${kernel} of ${dtype}`);
    };
    const recast = (value: Value): Value => ({ ...value, dtype: computed(value.dtype) });
    const casts = inputs.map((value, index) =>
      dtypes.includes(value.dtype) ? index : cast(wire(index, value), computed(value.dtype)).from,
    );
    // an output of a dtype that came in is computed in the other one and cast back
    const cameIn = ({ dtype }: Value) => !predicates.has(kernel) && inputs.some((input) => input.dtype === dtype);
    const inner = outputs.map((output) => (cameIn(output) ? recast(output) : output));
    const lowered = rewired(row(attributes, inputs.map(recast), inner, named), casts);
    return outputs.map(({ dtype }, at) => {
      const from = 'op' in lowered ? single({ outputs: inner, ...lowered }, at) : lowered[at]!;
      const result = wire(from, inner[at]!);
      if (result.dtype === dtype) return from;
      // tf.js keeps a bool's whole part, so that 0.7 is false
      const whole = dtype === 'bool' && result.dtype === 'float32' ? asTfjsCasts(result, 'int32') : result;
      return asTfjsCasts(whole, dtype).from;
    });
  };

const single = (step: Step, at: number): Step | Port => (at === 0 ? step : { step, at });

/** What a row gave, with `operands` for the kernel's inputs. */
function rewired(lowered: ReturnType<Row>, operands: readonly Operand[]): ReturnType<Row> {
  const known = new Map<Lowered, Lowered>();
  const one = <Node extends Lowered>(node: Node): Node => {
    const done = known.get(node) ?? { ...node, inputs: (node.inputs ?? [...operands.keys()]).map(operand) };
    known.set(node, done);
    return done as Node;
  };
  const operand = (from: Operand): Operand => {
    if (typeof from === 'number') return operands[from]!;
    if ('step' in from) return { ...from, step: one(from.step) };
    return 'op' in from ? one(from) : from;
  };
  return 'op' in lowered ? one(lowered) : lowered.map((each) => operand(each) as Step | Port);
}

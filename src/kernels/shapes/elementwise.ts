// Kernels that work element by element, with broadcasting. In: shapes. Out: shapes.
import { each, like, type ShapeFunction, type Spec, util } from './shapeRule.ts';

const broadcast = (a: Spec, b: Spec): number[] => util.assertAndGetBroadcastShape([...a.shape], [...b.shape]);

const binary =
  (dtype?: Spec['dtype']): ShapeFunction =>
  ([a, b]) => [{ shape: broadcast(a!, b!), dtype: dtype ?? a!.dtype }];

export const elementwise: Readonly<Record<string, ShapeFunction>> = {
  ...each(
    `Abs Acos Acosh Asin Asinh Atan Atanh Ceil ClipByValue Cos Cosh Cumprod Cumsum Elu Erf Expm1 FFT Floor
    FusedBatchNorm IFFT Identity LRN Log Log1p LogSoftmax MatrixBandPart Neg OnesLike Reciprocal Relu Relu6 Round
    Rsqrt Selu Sigmoid Sign Sin Sinh Softmax Softplus Sqrt Square StaticRegexReplace Step Tan Tanh ZerosLike`,
    like(),
  ),
  ...each('IsFinite IsInf IsNan LogicalNot', like('bool')),
  // tf.js computes these in float32 whatever comes in
  ...each('ComplexAbs Exp Imag LeakyRelu Real', like('float32')),
  Prelu: binary('float32'),
  ...each('Add Atan2 BitwiseAnd Maximum Minimum Mod Multiply Pow RealDiv SquaredDifference Sub', binary()),
  ...each('Equal Greater GreaterEqual Less LessEqual LogicalAnd LogicalOr LogicalXor NotEqual', binary('bool')),
  AddN: like(),
  Cast: ([x], { dtype }) => [{ shape: x!.shape, dtype }],
  Complex: like('complex64'),
  FloorDiv: binary('int32'),
  Select: ([, a]) => [a!],
  StringToHashBucketFast: like('int32'),
};

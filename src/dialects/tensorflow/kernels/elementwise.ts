// TensorFlow ops of kernels that compute each element alone.

import type { elementwise as shapes } from '../../../kernels/shapes/elementwise.ts';
import type { Dtype } from '../../../tensors.ts';
import {
  cast,
  direct,
  inputOperands,
  int32,
  type Lowered,
  type Lowering,
  type LoweringRow,
  type Operand,
  type OpNode,
  operand,
  opNode,
  type Spec,
  scalar,
  typeAttribute,
  typedOp,
} from './lowering.ts';

const cumulative =
  (op: string): Lowering =>
  ({ axis, exclusive, reverse }, [x]) => ({
    op,
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tidx'), exclusive: { b: exclusive }, reverse: { b: reverse } },
    constants: [scalar('axis', axis)],
  });

const part =
  (op: string): Lowering =>
  (_, [x], [y]) => ({ op, attributes: { ...typeAttribute(x!.dtype), ...typeAttribute(y!.dtype, 'Tout') } });

const compare = (
  op: string,
  shape: readonly number[],
  a: Operand,
  b: Operand | ReturnType<typeof scalar>,
): Operand<OpNode> => opNode(op, typeAttribute(a.dtype), { shape, dtype: 'bool' }, a, b);
const select = (
  output: Spec,
  condition: Operand,
  ...either: readonly (Operand | ReturnType<typeof scalar>)[]
): Operand<OpNode> => opNode('SelectV2', typeAttribute(output.dtype), output, condition, ...either);

// alpha * x below 0, and x elsewhere; a sum with 0 * x would turn infinities into NaN
export const prelu = (output: Spec, x: Operand, alpha: Operand): Operand<OpNode> =>
  select(output, compare('Less', x.shape, x, scalar('zero', 0, 'float32')), typedOp('Mul', output, alpha, x), x);

/** A lowering of a kernel with two operands. */
const binary =
  (of: (y: Spec, a: Operand, b: Operand) => Operand<OpNode>): Lowering =>
  (_, [a, b], [y]) =>
    of(y!, operand(0, a!), operand(1, b!)).source;

const zero = scalar('zero', 0);
const one = scalar('one', 1);
// an integer divided by 0 is 0 in tf.js, and an error in TensorFlow
const divided = (op: string, { shape }: Spec, a: Operand, b: Operand): Operand<OpNode> => {
  const dtype = a.dtype as Dtype;
  const y = { shape, dtype };
  const none = compare('Equal', b.shape, b, scalar('zero', 0, dtype));
  return select(y, none, scalar('zero', 0, dtype), typedOp(op, y, a, select(b, none, scalar('one', 1, dtype), b)));
};
const whole = ({ dtype }: Spec): boolean => dtype === 'int32';

// tf.js's FloorDiv takes any dtype and returns int32
const floorDiv = binary((y, a, b) => {
  const quotient = divided('FloorDiv', y, a, b);
  return whole(a) ? quotient : cast(quotient, 'int32');
});
const mod = binary((y, a, b) => (whole(a) ? divided('FloorMod', y, a, b) : typedOp('FloorMod', y, a, b)));

// an integer to a negative power is 0 in tf.js except for 1 and -1, and an error in TensorFlow
const pow = binary((y, a, b) => {
  if (!whole(a)) return typedOp('Pow', y, a, b);
  const unit = compare('Equal', a.shape, typedOp('Abs', a, a), one);
  const kept = opNode('LogicalOr', {}, { ...y, dtype: 'bool' }, unit, compare('GreaterEqual', b.shape, b, zero));
  return select(y, kept, typedOp('Pow', y, a, typedOp('Abs', b, b)), zero);
});

// NaN stays NaN
const stepped: Lowering = ({ alpha }, [x]) => {
  const from = operand(0, x!);
  const { dtype } = x!;
  const above = compare('Greater', x!.shape, from, scalar('zero', 0, dtype));
  const level = select(x!, above, scalar('one', 1, dtype), scalar('alpha', alpha, dtype));
  if (dtype !== 'float32') return level.source;
  return select(x!, opNode('IsNan', typeAttribute(dtype), { shape: x!.shape, dtype: 'bool' }, from), from, level)
    .source;
};

/** tf.js's Cast: NaN and infinities become the integer 0. */
export const asTfjsCasts = (x: Operand, dtype: Dtype): Operand<OpNode> => {
  if (x.dtype !== 'float32' || dtype !== 'int32') return cast(x, dtype);
  const finite = opNode('IsFinite', typeAttribute(x.dtype), { shape: x.shape, dtype: 'bool' }, x);
  return cast(select(x, finite, x, scalar('zero', 0, 'float32')), dtype);
};

// an infinite bound becomes the smallest or largest int32
const bound = (name: string, value: number, dtype: Dtype) =>
  scalar(name, dtype === 'int32' ? Math.min(Math.max(value, -(2 ** 31)), 2 ** 31 - 1) : value, dtype);

const logical =
  (op: string): Lowering =>
  () => ({ op, attributes: {} });

const fourier =
  (op: string): Lowering =>
  (_, [x]) => ({ op, attributes: typeAttribute(x!.dtype, 'Tcomplex') });

export const elementwise = {
  Abs: direct('Abs'),
  Acos: direct('Acos'),
  Acosh: direct('Acosh'),
  Add: direct('AddV2'),
  AddN: (_, inputs) => ({ op: 'AddN', attributes: { ...typeAttribute(inputs[0]!.dtype), N: { i: inputs.length } } }),
  Asin: direct('Asin'),
  Asinh: direct('Asinh'),
  Atan: direct('Atan'),
  Atan2: direct('Atan2'),
  Atanh: direct('Atanh'),
  BitwiseAnd: direct('BitwiseAnd'),
  Cast: ({ dtype }, [x]) => asTfjsCasts(operand(0, x!), dtype).source,
  Ceil: direct('Ceil'),
  ClipByValue: ({ clipValueMin, clipValueMax }, [x]) => ({
    op: 'ClipByValue',
    attributes: typeAttribute(x!.dtype),
    constants: [bound('clip_value_min', clipValueMin, x!.dtype), bound('clip_value_max', clipValueMax, x!.dtype)],
  }),
  Complex: (_, [x], [y]) => ({
    op: 'Complex',
    attributes: { ...typeAttribute(x!.dtype), ...typeAttribute(y!.dtype, 'Tout') },
  }),
  ComplexAbs: part('ComplexAbs'),
  Cos: direct('Cos'),
  Cosh: direct('Cosh'),
  Cumprod: cumulative('Cumprod'),
  Cumsum: cumulative('Cumsum'),
  Elu: direct('Elu'),
  Equal: direct('Equal'),
  Erf: direct('Erf'),
  Exp: direct('Exp'),
  Expm1: direct('Expm1'),
  FFT: fourier('FFT'),
  Floor: direct('Floor'),
  FloorDiv: floorDiv,
  // scale * (x - mean) / sqrt(variance + epsilon) + offset
  FusedBatchNorm: ({ varianceEpsilon }, inputs, [y], named) => {
    const input = inputOperands(inputs, named);
    const variance = input('variance');
    const rate = typedOp(
      'Rsqrt',
      variance,
      typedOp('AddV2', variance, variance, scalar('epsilon', varianceEpsilon, y!.dtype)),
    );
    const factor = named('scale') === undefined ? rate : typedOp('Mul', variance, rate, input('scale'));
    const normal = typedOp('Mul', y!, typedOp('Sub', y!, input('x'), input('mean')), factor);
    return (named('offset') === undefined ? normal : typedOp('AddV2', y!, normal, input('offset'))).source;
  },
  Greater: direct('Greater'),
  GreaterEqual: direct('GreaterEqual'),
  Identity: direct('Identity'),
  IFFT: fourier('IFFT'),
  Imag: part('Imag'),
  IsFinite: direct('IsFinite'),
  IsInf: direct('IsInf'),
  IsNan: direct('IsNan'),
  LeakyRelu: ({ alpha }, [x]) => ({ op: 'LeakyRelu', attributes: { ...typeAttribute(x!.dtype), alpha: { f: alpha } } }),
  Less: direct('Less'),
  LessEqual: direct('LessEqual'),
  Log: direct('Log'),
  Log1p: direct('Log1p'),
  LogicalAnd: logical('LogicalAnd'),
  LogicalNot: logical('LogicalNot'),
  LogicalOr: logical('LogicalOr'),
  // for bools, NotEqual is the exclusive or
  LogicalXor: direct('NotEqual'),
  LogSoftmax: direct('LogSoftmax'),
  LRN: ({ depthRadius, bias, alpha, beta }, [x]) => ({
    op: 'LRN',
    attributes: { ...typeAttribute(x!.dtype), ...normalisation({ depthRadius, bias, alpha, beta }) },
  }),
  Maximum: direct('Maximum'),
  Minimum: direct('Minimum'),
  Mod: mod,
  Multiply: direct('Mul'),
  Neg: direct('Neg'),
  NotEqual: direct('NotEqual'),
  OnesLike: direct('OnesLike'),
  Pow: pow,
  Prelu: binary(prelu),
  Real: part('Real'),
  RealDiv: direct('RealDiv'),
  Reciprocal: direct('Reciprocal'),
  Relu: direct('Relu'),
  Relu6: direct('Relu6'),
  // TensorFlow's Round turns integers into 0
  Round: (_, [x]) => ({ op: x!.dtype === 'float32' ? 'Round' : 'Identity', attributes: typeAttribute(x!.dtype) }),
  Rsqrt: direct('Rsqrt'),
  Select: (_, [, a]) => ({ op: 'SelectV2', attributes: typeAttribute(a!.dtype) }),
  Selu: direct('Selu'),
  Sigmoid: direct('Sigmoid'),
  Sign: direct('Sign'),
  Sin: direct('Sin'),
  Sinh: direct('Sinh'),
  Softmax: direct('Softmax'),
  Softplus: direct('Softplus'),
  Sqrt: direct('Sqrt'),
  Square: direct('Square'),
  SquaredDifference: direct('SquaredDifference'),
  Step: stepped,
  Sub: direct('Sub'),
  Tan: direct('Tan'),
  Tanh: direct('Tanh'),
  ZerosLike: direct('ZerosLike'),
} satisfies Record<keyof typeof shapes, LoweringRow>;

interface Normalisation {
  readonly depthRadius: number;
  readonly bias: number;
  readonly alpha: number;
  readonly beta: number;
}
/** The attributes that LRN and its gradient have in common. */
export const normalisation = ({ depthRadius, bias, alpha, beta }: Normalisation): Lowered['attributes'] => ({
  depth_radius: { i: depthRadius },
  bias: { f: bias },
  alpha: { f: alpha },
  beta: { f: beta },
});

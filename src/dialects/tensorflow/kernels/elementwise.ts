// Kernels that work element by element. In: attributes and values. Out: TensorFlow ops.

import type { elementwise as shapes } from '../../../kernels/shapes/elementwise.ts';
import type { Dtype } from '../../../tensors.ts';
import {
  cast,
  direct,
  int32,
  type Lowered,
  type Lowering,
  type LoweringRow,
  type Spec,
  type Step,
  scalar,
  step,
  through,
  typed,
  type Wire,
  wire,
  wires,
} from './lowering.ts';

const cumulative =
  (op: string): Lowering =>
  ({ axis, exclusive, reverse }, [x]) => ({
    op,
    attributes: { ...typed(x!.dtype), ...int32('Tidx'), exclusive: { b: exclusive }, reverse: { b: reverse } },
    constants: [scalar('axis', axis)],
  });

const part =
  (op: string): Lowering =>
  (_, [x], [y]) => ({ op, attributes: { ...typed(x!.dtype), ...typed(y!.dtype, 'Tout') } });

const compare = (op: string, shape: readonly number[], a: Wire, b: Wire | ReturnType<typeof scalar>): Wire<Step> =>
  through(op, typed(a.dtype), { shape, dtype: 'bool' }, a, b);
const select = (output: Spec, condition: Wire, ...either: readonly (Wire | ReturnType<typeof scalar>)[]): Wire<Step> =>
  through('SelectV2', typed(output.dtype), output, condition, ...either);

// alpha * x below 0, and x elsewhere: 0 * x would lose what is not finite
export const prelu = (output: Spec, x: Wire, alpha: Wire): Wire<Step> =>
  select(output, compare('Less', x.shape, x, scalar('zero', 0, 'float32')), step('Mul', output, alpha, x), x);

/** The two operands of a kernel, and its op on them. */
const binary =
  (of: (y: Spec, a: Wire, b: Wire) => Wire<Step>): Lowering =>
  (_, [a, b], [y]) =>
    of(y!, wire(0, a!), wire(1, b!)).from;

const zero = scalar('zero', 0);
const one = scalar('one', 1);
// what becomes an integer is 0 in tf.js where the divisor is; TensorFlow has no such integer
const divided = (op: string, { shape }: Spec, a: Wire, b: Wire): Wire<Step> => {
  const dtype = a.dtype as Dtype;
  const y = { shape, dtype };
  const none = compare('Equal', b.shape, b, scalar('zero', 0, dtype));
  return select(y, none, scalar('zero', 0, dtype), step(op, y, a, select(b, none, scalar('one', 1, dtype), b)));
};
const whole = ({ dtype }: Spec): boolean => dtype === 'int32';

// tf.js divides numbers of any dtype, and gives int32
const floorDiv = binary((y, a, b) => {
  const quotient = divided('FloorDiv', y, a, b);
  return whole(a) ? quotient : cast(quotient, 'int32');
});
const mod = binary((y, a, b) => (whole(a) ? divided('FloorMod', y, a, b) : step('FloorMod', y, a, b)));

// an integer to a negative power is a fraction, which tf.js cuts to 0 but for 1 and -1; TensorFlow has no such power
const pow = binary((y, a, b) => {
  if (!whole(a)) return step('Pow', y, a, b);
  const unit = compare('Equal', a.shape, step('Abs', a, a), one);
  const kept = through('LogicalOr', {}, { ...y, dtype: 'bool' }, unit, compare('GreaterEqual', b.shape, b, zero));
  return select(y, kept, step('Pow', y, a, step('Abs', b, b)), zero);
});

// NaN stays NaN
const stepped: Lowering = ({ alpha }, [x]) => {
  const from = wire(0, x!);
  const { dtype } = x!;
  const above = compare('Greater', x!.shape, from, scalar('zero', 0, dtype));
  const level = select(x!, above, scalar('one', 1, dtype), scalar('alpha', alpha, dtype));
  if (dtype !== 'float32') return level.from;
  return select(x!, through('IsNan', typed(dtype), { shape: x!.shape, dtype: 'bool' }, from), from, level).from;
};

/** What is not finite is 0 as an integer. */
export const asTfjsCasts = (x: Wire, dtype: Dtype): Wire<Step> => {
  if (x.dtype !== 'float32' || dtype !== 'int32') return cast(x, dtype);
  const finite = through('IsFinite', typed(x.dtype), { shape: x.shape, dtype: 'bool' }, x);
  return cast(select(x, finite, x, scalar('zero', 0, 'float32')), dtype);
};

// an infinite bound of integers is their own
const bound = (name: string, value: number, dtype: Dtype) =>
  scalar(name, dtype === 'int32' ? Math.min(Math.max(value, -(2 ** 31)), 2 ** 31 - 1) : value, dtype);

const logical =
  (op: string): Lowering =>
  () => ({ op, attributes: {} });

const fourier =
  (op: string): Lowering =>
  (_, [x]) => ({ op, attributes: typed(x!.dtype, 'Tcomplex') });

export const elementwise = {
  Abs: direct('Abs'),
  Acos: direct('Acos'),
  Acosh: direct('Acosh'),
  Add: direct('AddV2'),
  AddN: (_, inputs) => ({ op: 'AddN', attributes: { ...typed(inputs[0]!.dtype), N: { i: inputs.length } } }),
  Asin: direct('Asin'),
  Asinh: direct('Asinh'),
  Atan: direct('Atan'),
  Atan2: direct('Atan2'),
  Atanh: direct('Atanh'),
  BitwiseAnd: direct('BitwiseAnd'),
  Cast: ({ dtype }, [x]) => asTfjsCasts(wire(0, x!), dtype).from,
  Ceil: direct('Ceil'),
  ClipByValue: ({ clipValueMin, clipValueMax }, [x]) => ({
    op: 'ClipByValue',
    attributes: typed(x!.dtype),
    constants: [bound('clip_value_min', clipValueMin, x!.dtype), bound('clip_value_max', clipValueMax, x!.dtype)],
  }),
  Complex: (_, [x], [y]) => ({ op: 'Complex', attributes: { ...typed(x!.dtype), ...typed(y!.dtype, 'Tout') } }),
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
    const input = wires(inputs, named);
    const variance = input('variance');
    const rate = step(
      'Rsqrt',
      variance,
      step('AddV2', variance, variance, scalar('epsilon', varianceEpsilon, y!.dtype)),
    );
    const factor = named('scale') === undefined ? rate : step('Mul', variance, rate, input('scale'));
    const normal = step('Mul', y!, step('Sub', y!, input('x'), input('mean')), factor);
    return (named('offset') === undefined ? normal : step('AddV2', y!, normal, input('offset'))).from;
  },
  Greater: direct('Greater'),
  GreaterEqual: direct('GreaterEqual'),
  Identity: direct('Identity'),
  IFFT: fourier('IFFT'),
  Imag: part('Imag'),
  IsFinite: direct('IsFinite'),
  IsInf: direct('IsInf'),
  IsNan: direct('IsNan'),
  LeakyRelu: ({ alpha }, [x]) => ({ op: 'LeakyRelu', attributes: { ...typed(x!.dtype), alpha: { f: alpha } } }),
  Less: direct('Less'),
  LessEqual: direct('LessEqual'),
  Log: direct('Log'),
  Log1p: direct('Log1p'),
  LogicalAnd: logical('LogicalAnd'),
  LogicalNot: logical('LogicalNot'),
  LogicalOr: logical('LogicalOr'),
  // true where the two differ
  LogicalXor: direct('NotEqual'),
  LogSoftmax: direct('LogSoftmax'),
  LRN: ({ depthRadius, bias, alpha, beta }, [x]) => ({
    op: 'LRN',
    attributes: { ...typed(x!.dtype), ...normalisation({ depthRadius, bias, alpha, beta }) },
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
  // TensorFlow's rounds integers to 0
  Round: (_, [x]) => ({ op: x!.dtype === 'float32' ? 'Round' : 'Identity', attributes: typed(x!.dtype) }),
  Rsqrt: direct('Rsqrt'),
  Select: (_, [, a]) => ({ op: 'SelectV2', attributes: typed(a!.dtype) }),
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
/** The attributes of LRN and its gradient. */
export const normalisation = ({ depthRadius, bias, alpha, beta }: Normalisation): Lowered['attributes'] => ({
  depth_radius: { i: depthRadius },
  bias: { f: bias },
  alpha: { f: alpha },
  beta: { f: beta },
});

// Kernels that work element by element. In: attributes and values. Out: TensorFlow ops.
import type { Dtype } from '../../../tensors.ts';
import {
  cast,
  direct,
  each,
  int32,
  type Lowered,
  list,
  type Row,
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
  (op: string): Row =>
  ({ axis, exclusive, reverse }, [x]) => ({
    op,
    attributes: { ...typed(x!.dtype), ...int32('Tidx'), exclusive: { b: exclusive }, reverse: { b: reverse } },
    constants: [scalar('axis', axis)],
  });

const part =
  (op: string): Row =>
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
  (of: (y: Spec, a: Wire, b: Wire) => Wire<Step>): Row =>
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
const stepped: Row = ({ alpha }, [x]) => {
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

export const elementwise: Readonly<Record<string, Row>> = {
  ...each(
    `Abs Acos Acosh Asin Asinh Atan Atan2 Atanh BitwiseAnd Ceil Cos Cosh Elu Equal Erf Exp Expm1 Floor Greater
    GreaterEqual Identity IsFinite IsInf IsNan Less LessEqual Log Log1p LogSoftmax Maximum Minimum Neg NotEqual
    OnesLike RealDiv Reciprocal Relu Relu6 Rsqrt Selu Sigmoid Sign Sin Sinh Softmax Softplus Sqrt Square
    SquaredDifference Sub Tan Tanh ZerosLike`,
    direct,
  ),
  ...each('LogicalAnd LogicalNot LogicalOr', (op) => () => ({ op, attributes: {} })),
  ...each('ComplexAbs Imag Real', part),
  ...each('Cumprod Cumsum', cumulative),
  ...each('FFT IFFT', (op) => (_, [x]) => ({ op, attributes: typed(x!.dtype, 'Tcomplex') })),
  Add: direct('AddV2'),
  AddN: (_, inputs) => ({ op: 'AddN', attributes: { ...typed(inputs[0]!.dtype), N: { i: inputs.length } } }),
  Cast: ({ dtype }, [x]) => asTfjsCasts(wire(0, x!), dtype).from,
  ClipByValue: ({ clipValueMin, clipValueMax }, [x]) => ({
    op: 'ClipByValue',
    attributes: typed(x!.dtype),
    constants: [bound('clip_value_min', clipValueMin, x!.dtype), bound('clip_value_max', clipValueMax, x!.dtype)],
  }),
  Complex: (_, [x], [y]) => ({ op: 'Complex', attributes: { ...typed(x!.dtype), ...typed(y!.dtype, 'Tout') } }),
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
  LRN: ({ depthRadius, bias, alpha, beta }, [x]) => ({
    op: 'LRN',
    attributes: { ...typed(x!.dtype), ...normalisation({ depthRadius, bias, alpha, beta }) },
  }),
  LeakyRelu: ({ alpha }, [x]) => ({ op: 'LeakyRelu', attributes: { ...typed(x!.dtype), alpha: { f: alpha } } }),
  // true where the two differ
  LogicalXor: direct('NotEqual'),
  Mod: mod,
  Multiply: direct('Mul'),
  Pow: pow,
  Prelu: binary(prelu),
  Reverse: ({ dims }, [x]) => ({
    op: 'ReverseV2',
    attributes: { ...typed(x!.dtype), ...int32('Tidx') },
    constants: [list('axis', [dims ?? x!.shape.map((_, axis) => axis)].flat())],
  }),
  // TensorFlow's rounds integers to 0
  Round: (_, [x]) => ({ op: x!.dtype === 'float32' ? 'Round' : 'Identity', attributes: typed(x!.dtype) }),
  Select: (_, [, a]) => ({ op: 'SelectV2', attributes: typed(a!.dtype) }),
  Step: stepped,
};

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

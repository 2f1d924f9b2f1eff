// ONNX ops of kernels that compute each element alone.
import type { Attributes } from '../../../graph/graph.ts';
import type { elementwise as shapes } from '../../../kernels/shapes/elementwise.ts';
import { axisOf, concat, filled, slice, unsqueeze } from '../arrayOps.ts';
import { complex, fourier, imaginaryPart, realPart } from '../complexOps.ts';
import {
  add,
  binary,
  broadcastShape,
  cast,
  castAsTfjs,
  compare,
  div,
  finite,
  mul,
  not,
  numberLike,
  sub,
  unary,
  where,
} from '../elementOps.ts';
import { constant, type Lowering, type LoweringRow, type Operand, opOutput, scalar } from '../operand.ts';
import { channelsFirst, channelsLast } from '../windowOps.ts';

const alone =
  (op: string, attributes: Attributes = {}): Lowering =>
  ({ x }) =>
    unary(op, x, attributes);
const both =
  (op: string): Lowering =>
  ({ a, b }) =>
    binary(op, a, b);
const compared =
  (op: string): Lowering =>
  ({ a, b }) =>
    compare(op, a, b);
/** A test of each element, which onnxruntime computes of floats. */
const tested =
  (op: string): Lowering =>
  ({ x }) =>
    opOutput(op, [x], { shape: x.shape, dtype: 'bool' });

/** An integer divided by 0 is 0 in tf.js. `divide` takes a divisor that is not 0. */
function whole(a: Operand, b: Operand, divide: (a: Operand, b: Operand) => Operand): Operand {
  const none = compare('Equal', b, numberLike(b, 0, 'zero'));
  const quotient = divide(a, where(none, numberLike(b, 1, 'one'), b));
  return where(none, numberLike(quotient, 0, 'zero'), quotient);
}

// the quotient of two int32 is exact in float64, where ONNX's Div of integers cuts off
const floorDiv = (a: Operand, b: Operand): Operand => {
  const quotient = unary('Floor', div(cast(a, 'float64'), cast(b, 'float64')));
  return a.dtype === 'int32' ? cast(quotient, 'int32') : castAsTfjs(cast(quotient, 'float32'), 'int32');
};

// the sign of the divisor, as in TensorFlow and tf.js
const floorMod = (a: Operand, b: Operand): Operand => {
  const rest = opOutput('Mod', [a, b], { shape: broadcastShape(a, b), dtype: a.dtype }, { fmod: { i: 1 } });
  const zero = numberLike(a, 0, 'zero');
  const other = compare('Xor', compare('Less', rest, zero), compare('Less', b, zero));
  return where(compare('And', not(compare('Equal', rest, zero)), other), add(rest, b), rest);
};

// an integer to a negative power is 0 in tf.js except for 1 and -1
const pow: Lowering = ({ a, b }) => {
  if (a.dtype !== 'int32') return binary('Pow', a, cast(b, a.dtype));
  const unit = compare('Equal', unary('Abs', a), numberLike(a, 1, 'one'));
  const kept = compare('Or', unit, compare('GreaterOrEqual', b, numberLike(b, 0, 'zero')));
  return where(kept, binary('Pow', a, unary('Abs', b)), numberLike(a, 0, 'zero'));
};

/** alpha * x below 0, and x elsewhere. ONNX's PRelu broadcasts the slope alone. */
export const prelu = (x: Operand, alpha: Operand): Operand =>
  `${broadcastShape(x, alpha)}` === `${x.shape}`
    ? opOutput('PRelu', [x, alpha], x)
    : where(compare('Less', x, numberLike(x, 0, 'zero')), mul(alpha, x), x);

/** `x` between two bounds of its own dtype. */
export const clip = (x: Operand, min: number, max: number): Operand =>
  opOutput('Clip', [x, numberLike(x, min, 'min'), numberLike(x, max, 'max')], x);

// an infinite bound becomes the smallest or largest int32
const bound = (value: number, dtype: Operand['dtype']): number =>
  dtype === 'int32' ? Math.min(Math.max(value, -(2 ** 31)), 2 ** 31 - 1) : value;

// the angle of y / x, turned by half a circle where x is negative; on the axis x = 0 it is a quarter
const atan2: Lowering = ({ a: y, b: x }) => {
  const zero = numberLike(x, 0, 'zero');
  const up = compare('GreaterOrEqual', y, zero);
  const half = where(up, numberLike(x, Math.PI, 'pi'), numberLike(x, -Math.PI, 'minus_pi'));
  const quarter = mul(unary('Sign', y), numberLike(x, Math.PI / 2, 'half_pi'));
  const angle = unary('Atan', div(y, x));
  const turned = where(compare('Less', x, zero), add(angle, half), angle);
  return where(compare('Equal', x, zero), quarter, turned);
};

// NaN stays NaN
const step: Lowering = ({ x }, { alpha }) => {
  const zero = numberLike(x, 0, 'zero');
  const level = where(compare('Greater', x, zero), numberLike(x, 1, 'one'), numberLike(x, alpha, 'alpha'));
  return x.dtype === 'float32' ? where(opOutput('IsNaN', [x], { shape: x.shape, dtype: 'bool' }), x, level) : level;
};

// NaN has no sign in tf.js
const sign: Lowering = ({ x }) => {
  const level = unary('Sign', x);
  if (x.dtype !== 'float32') return level;
  return where(opOutput('IsNaN', [x], { shape: x.shape, dtype: 'bool' }), numberLike(x, 0, 'zero'), level);
};

const cumulative: Lowering = ({ x }, { axis, exclusive, reverse }) =>
  opOutput('CumSum', [x, scalar(axisOf(axis, x.shape.length), 'int64', 'axis')], x, {
    exclusive: { i: exclusive ? 1 : 0 },
    reverse: { i: reverse ? 1 : 0 },
  });

// ONNX has no product of this kind: each round multiplies by the products that lie twice as far away
export const cumulativeProduct: Lowering = ({ x }, { axis, exclusive, reverse }) => {
  const at = axisOf(axis, x.shape.length);
  const size = x.shape[at]!;
  const shifted = (y: Operand, by: number): Operand => {
    const ones = filled(y.shape.with(at, by), 1, y.dtype);
    const part = (start: number) =>
      slice(
        y,
        y.shape.map((_, i) => (i === at ? { start, end: start + size - by } : undefined)),
      );
    return concat(reverse ? [part(by), ones] : [ones, part(0)], at);
  };
  let product: Operand = exclusive && size > 0 ? shifted(x, 1) : x;
  for (let by = 1; by < size; by *= 2) product = mul(product, shifted(product, by));
  return product;
};

/** A matrix [channels, channels] that adds the channels within `radius` of each. */
export const band = (channels: number, radius: number): Operand =>
  constant(
    'band',
    'float32',
    [channels, channels],
    Array.from({ length: channels ** 2 }, (_, i) =>
      Math.abs(Math.floor(i / channels) - (i % channels)) <= radius ? 1 : 0,
    ),
  );

const normalized: Lowering = ({ x, mean, variance, scale, offset }, { varianceEpsilon }) => {
  const rank = x.shape.length;
  const channels = x.shape.at(-1)!;
  const given = [scale, offset, mean, variance].filter((each) => each !== undefined);
  if (rank >= 2 && given.every(({ shape }) => `${shape}` === `${[channels]}`)) {
    const vector = (value: number, name: string) =>
      constant(name, 'float32', [channels], new Array(channels).fill(value));
    const input = channelsFirst(x);
    const inputs = [input, scale ?? vector(1, 'scale'), offset ?? vector(0, 'B'), mean, variance];
    return channelsLast(opOutput('BatchNormalization', inputs, input, { epsilon: { f: varianceEpsilon } }));
  }
  const deviation = unary('Sqrt', add(variance, numberLike(variance, varianceEpsilon, 'epsilon')));
  const normal = div(sub(x, mean), deviation);
  const scaled = scale ? mul(normal, scale) : normal;
  return offset ? add(scaled, offset) : scaled;
};

const select: Lowering = ({ condition, t, e }) => {
  const rank = t.shape.length;
  const rows = condition.shape.length;
  // a list of conditions chooses rows
  const fitting =
    rows === 1 && rank > 1
      ? unsqueeze(
          condition,
          Array.from({ length: rank - 1 }, (_, i) => i + 1),
        )
      : condition;
  return where(fitting, t, e);
};

// ONNX divides alpha by the number of channels that are added
const localResponse: Lowering = ({ x }, { depthRadius, bias, alpha, beta }) => {
  const size = 2 * depthRadius + 1;
  const attributes = { size: { i: size }, alpha: { f: alpha * size }, beta: { f: beta }, bias: { f: bias } };
  return channelsLast(unary('LRN', channelsFirst(x), attributes));
};

export const elementwise = {
  Abs: alone('Abs'),
  Acos: alone('Acos'),
  Acosh: alone('Acosh'),
  Add: both('Add'),
  AddN: (_, __, ___, all) => all.reduce(add),
  Asin: alone('Asin'),
  Asinh: alone('Asinh'),
  Atan: alone('Atan'),
  Atan2: atan2,
  Atanh: alone('Atanh'),
  BitwiseAnd: both('BitwiseAnd'),
  Cast: ({ x }, { dtype }) => castAsTfjs(x, dtype),
  Ceil: alone('Ceil'),
  ClipByValue: ({ x }, { clipValueMin, clipValueMax }) =>
    clip(x, bound(clipValueMin, x.dtype), bound(clipValueMax, x.dtype)),
  Complex: ({ real, imag }) => complex(real, imag),
  ComplexAbs: ({ x }) => {
    const [real, imaginary] = [realPart(x), imaginaryPart(x)];
    return unary('Sqrt', add(mul(real, real), mul(imaginary, imaginary)));
  },
  Cos: alone('Cos'),
  Cosh: alone('Cosh'),
  Cumprod: cumulativeProduct,
  Cumsum: cumulative,
  Elu: alone('Elu'),
  Equal: compared('Equal'),
  Erf: alone('Erf'),
  Exp: alone('Exp'),
  Expm1: ({ x }) => sub(unary('Exp', x), numberLike(x, 1, 'one')),
  FFT: ({ input }) => fourier(input, false),
  Floor: alone('Floor'),
  // tf.js's FloorDiv takes any dtype and returns int32
  FloorDiv: ({ a, b }) => (a.dtype === 'int32' ? whole(a, b, floorDiv) : floorDiv(a, b)),
  FusedBatchNorm: normalized,
  Greater: compared('Greater'),
  GreaterEqual: compared('GreaterOrEqual'),
  Identity: alone('Identity'),
  IFFT: ({ input }) => fourier(input, true),
  Imag: ({ input }) => imaginaryPart(input),
  IsFinite: ({ x }) => finite(x),
  IsInf: tested('IsInf'),
  IsNan: tested('IsNaN'),
  LeakyRelu: ({ x }, { alpha }) => unary('LeakyRelu', x, { alpha: { f: alpha } }),
  Less: compared('Less'),
  LessEqual: compared('LessOrEqual'),
  Log: alone('Log'),
  Log1p: ({ x }) => unary('Log', add(x, numberLike(x, 1, 'one'))),
  LogicalAnd: compared('And'),
  LogicalNot: alone('Not'),
  LogicalOr: compared('Or'),
  LogicalXor: compared('Xor'),
  LogSoftmax: ({ logits }) => unary('LogSoftmax', logits, { axis: { i: -1 } }),
  LRN: localResponse,
  Maximum: both('Max'),
  Minimum: both('Min'),
  Mod: ({ a, b }) => (a.dtype === 'int32' ? whole(a, b, floorMod) : floorMod(a, b)),
  Multiply: both('Mul'),
  Neg: alone('Neg'),
  NotEqual: ({ a, b }) => not(compare('Equal', a, b)),
  OnesLike: ({ x }) => filled(x.shape, 1, x.dtype),
  Pow: pow,
  Prelu: ({ x, alpha }) => prelu(x, alpha),
  Real: ({ input }) => realPart(input),
  RealDiv: both('Div'),
  Reciprocal: alone('Reciprocal'),
  Relu: alone('Relu'),
  Relu6: ({ x }) => clip(x, 0, 6),
  Round: ({ x }) => (x.dtype === 'float32' ? unary('Round', x) : x),
  Rsqrt: ({ x }) => unary('Reciprocal', unary('Sqrt', x)),
  Select: select,
  Selu: alone('Selu'),
  Sigmoid: alone('Sigmoid'),
  Sign: sign,
  Sin: alone('Sin'),
  Sinh: alone('Sinh'),
  Softmax: ({ logits }) => unary('Softmax', logits, { axis: { i: -1 } }),
  Softplus: alone('Softplus'),
  Sqrt: alone('Sqrt'),
  Square: ({ x }) => mul(x, x),
  SquaredDifference: ({ a, b }) => {
    const difference = sub(a, b);
    return mul(difference, difference);
  },
  Step: step,
  Sub: both('Sub'),
  Tan: alone('Tan'),
  Tanh: alone('Tanh'),
  ZerosLike: ({ x }) => filled(x.shape, 0, x.dtype),
} satisfies Record<keyof typeof shapes, LoweringRow>;

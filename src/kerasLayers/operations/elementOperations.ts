// Operations on each element: arithmetic, comparison, activation.
import * as tf from '@tensorflow/tfjs-core';
import {
  activations,
  celu,
  elu,
  glu,
  hardShrink,
  leakyRelu,
  softShrink,
  sparsemax,
  squareplus,
  threshold,
} from '../activations.ts';
import { softmax } from '../kinds/activationLayers.ts';
import type { AnyKind } from '../layerKind.ts';
import { bools, broadcastShapes, dtypeOf, floats, shapeOf, tensorOf } from '../operands.ts';
import { flag, integer, listOf, nullable, number, text } from '../settings.ts';
import { fromFront } from '../shapes.ts';
import { ofAny, ofFloats, ofTwo, ofTwoBools, ofTwoFloats, operation, withSettings } from './operationKind.ts';

const unary = {
  Absolute: ofAny(tf.abs),
  Abs: ofAny(tf.abs),
  Arccos: ofFloats(tf.acos),
  Arccosh: ofFloats(tf.acosh),
  Arcsin: ofFloats(tf.asin),
  Arcsinh: ofFloats(tf.asinh),
  Arctan: ofFloats(tf.atan),
  Arctanh: ofFloats(tf.atanh),
  Cbrt: ofFloats((x) => tf.mul(tf.sign(x), tf.pow(tf.abs(x), 1 / 3))),
  Ceil: ofFloats(tf.ceil),
  Copy: ofAny(tf.clone),
  Cos: ofFloats(tf.cos),
  Cosh: ofFloats(tf.cosh),
  Deg2rad: ofFloats((x) => tf.mul(x, Math.PI / 180)),
  Erf: ofFloats(tf.erf),
  Erfc: ofFloats((x) => tf.sub(1, tf.erf(x))),
  Exp: ofFloats(tf.exp),
  Exp2: ofFloats((x) => tf.pow(2, x)),
  Expm1: ofFloats(tf.expm1),
  Fabs: ofFloats(tf.abs),
  Floor: ofFloats(tf.floor),
  Isfinite: ofFloats(tf.isFinite),
  Isinf: ofFloats(tf.isInf),
  // isNaN is no kernel of wasm
  Isnan: ofFloats((x) => tf.notEqual(x, x)),
  Log: ofFloats(tf.log),
  Log10: ofFloats((x) => tf.div(tf.log(x), Math.LN10)),
  Log1p: ofFloats(tf.log1p),
  Log2: ofFloats((x) => tf.div(tf.log(x), Math.LN2)),
  LogicalNot: ofAny((x) => tf.logicalNot(bools(x))),
  Negative: ofAny(tf.neg),
  OnesLike: ofAny(tf.onesLike),
  Rad2deg: ofFloats((x) => tf.mul(x, 180 / Math.PI)),
  Reciprocal: ofFloats(tf.reciprocal),
  Rsqrt: ofFloats(tf.rsqrt),
  Sign: ofFloats(tf.sign),
  Sin: ofFloats(tf.sin),
  Sinh: ofFloats(tf.sinh),
  Sqrt: ofFloats(tf.sqrt),
  Square: ofAny(tf.square),
  StopGradient: ofAny(tf.clone),
  Tan: ofFloats(tf.tan),
  Tanh: ofFloats(tf.tanh),
  Trunc: ofFloats((x) => tf.mul(tf.sign(x), tf.floor(tf.abs(x)))),
  ZerosLike: ofAny(tf.zerosLike),
} satisfies Record<string, AnyKind>;

const binary = {
  Add: ofTwo(tf.add),
  Arctan2: ofTwoFloats(tf.atan2),
  Divide: ofTwoFloats(tf.div),
  DivideNoNan: ofTwoFloats(tf.divNoNan),
  Equal: ofTwo(tf.equal),
  FloorDivide: ofTwo((a, b) => tf.cast(tf.floor(tf.div(tf.cast(a, 'float32'), b)), a.dtype)),
  Greater: ofTwo(tf.greater),
  GreaterEqual: ofTwo(tf.greaterEqual),
  Hypot: ofTwoFloats((a, b) => tf.sqrt(tf.add(tf.square(a), tf.square(b)))),
  Less: ofTwo(tf.less),
  LessEqual: ofTwo(tf.lessEqual),
  Logaddexp: ofTwoFloats((a, b) => tf.add(tf.maximum(a, b), tf.log1p(tf.exp(tf.neg(tf.abs(tf.sub(a, b))))))),
  LogicalAnd: ofTwoBools(tf.logicalAnd),
  LogicalOr: ofTwoBools(tf.logicalOr),
  LogicalXor: ofTwoBools(tf.notEqual),
  Maximum: ofTwo(tf.maximum),
  Minimum: ofTwo(tf.minimum),
  Mod: ofTwo(tf.mod),
  Multiply: ofTwo(tf.mul),
  NotEqual: ofTwo(tf.notEqual),
  Power: ofTwo(tf.pow),
  Subtract: ofTwo(tf.sub),
  TrueDivide: ofTwoFloats(tf.div),
} satisfies Record<string, AnyKind>;

const axis = { axis: integer(-1) };

const activation = {
  Celu: withSettings({ alpha: number(1) }, (x, { alpha }) => celu(x, alpha)),
  Elu: withSettings({ alpha: number(1) }, (x, { alpha }) => elu(x, alpha)),
  Gelu: withSettings({ approximate: flag(true) }, (x, { approximate }) => (approximate ? geluByTanh(x) : geluByErf(x))),
  Glu: operation({
    parameters: ['x'],
    settings: axis,
    shape({ x }, config) {
      const shape = shapeOf(x);
      const at = fromFront(config.axis, shape.length);
      return shape.with(at, shape[at]! && shape[at]! / 2);
    },
    call: ({ x }, config) => glu(floats(x), config.axis),
  }),
  HardShrink: withSettings({ threshold: number(0.5) }, (x, config) => hardShrink(x, config.threshold)),
  HardSigmoid: ofFloats(activations.hard_sigmoid),
  HardSilu: ofFloats(activations.hard_silu),
  HardTanh: ofFloats(activations.hard_tanh),
  LeakyRelu: withSettings({ negativeSlope: number(0.2) }, (x, { negativeSlope }) => leakyRelu(x, negativeSlope)),
  LogSigmoid: ofFloats(activations.log_sigmoid),
  LogSoftmax: withSettings(axis, (x, config) => tf.sub(x, tf.logSumExp(x, config.axis, true))),
  Relu: ofFloats(tf.relu),
  Relu6: ofFloats(tf.relu6),
  Selu: ofFloats(tf.selu),
  Sigmoid: ofFloats(tf.sigmoid),
  Silu: ofFloats(activations.silu),
  Softmax: withSettings({ axis: listOf(integer(), [-1]) }, (x, config) =>
    softmax(
      x,
      config.axis.map((one) => fromFront(one, x.rank)),
    ),
  ),
  SoftShrink: withSettings({ threshold: number(0.5) }, (x, config) => softShrink(x, config.threshold)),
  Softplus: ofFloats(tf.softplus),
  Softsign: ofFloats((x) => tf.div(x, tf.add(tf.abs(x), 1))),
  Sparsemax: withSettings(axis, (x, config) => sparsemax(x, config.axis)),
  SparsePlus: ofFloats(activations.sparse_plus),
  SparseSigmoid: ofFloats(activations.sparse_sigmoid),
  Squareplus: withSettings({ b: number(4) }, (x, { b }) => squareplus(x, b)),
  TanhShrink: ofFloats(activations.tanh_shrink),
  Threshold: withSettings({ threshold: number(), defaultValue: number() }, (x, config) =>
    threshold(x, config.threshold, config.defaultValue),
  ),
} satisfies Record<string, AnyKind>;

const geluByErf = (x: tf.Tensor): tf.Tensor => tf.mul(tf.mul(0.5, x), tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2))));
const geluByTanh = (x: tf.Tensor): tf.Tensor => {
  const inner = tf.mul(Math.sqrt(2 / Math.PI), tf.add(x, tf.mul(0.044715, tf.mul(x, tf.square(x)))));
  return tf.mul(tf.mul(0.5, x), tf.add(1, tf.tanh(inner)));
};

/** The elements in another dtype, or in their own where it is null. */
const cast = operation({
  parameters: ['x'],
  settings: { dtype: nullable(text()) },
  shape: ({ x }) => shapeOf(x),
  call({ x }, { dtype }) {
    if (dtype === null) return tf.clone(tensorOf(x));
    const to = dtypeOf(dtype);
    return to === 'bool' ? bools(x) : tf.cast(tensorOf(x), to);
  },
});

const others = {
  Cast: cast,
  Clip: withSettings({ xMin: number(), xMax: number() }, (x, { xMin, xMax }) => tf.clipByValue(x, xMin, xMax)),
  ConvertToTensor: cast,
  FullLike: operation({
    parameters: ['x', 'fillValue'],
    settings: {},
    shape: ({ x }) => shapeOf(x),
    call: ({ x, fillValue }) => tf.add(tf.zerosLike(tensorOf(x)), tensorOf(fillValue, x)),
  }),
  // half to even, as tf.js rounds
  Round: withSettings({ decimals: integer(0) }, (x, { decimals }) => {
    const scale = 10 ** decimals;
    return decimals === 0 ? tf.round(x) : tf.div(tf.round(tf.mul(x, scale)), scale);
  }),
  Where: operation({
    parameters: ['condition', 'x1', 'x2'],
    settings: {},
    shape: ({ condition, x1, x2 }) => broadcastShapes(shapeOf(condition), shapeOf(x1), shapeOf(x2)),
    call: ({ condition, x1, x2 }) => tf.where(bools(condition), tensorOf(x1, x2), tensorOf(x2, x1)),
  }),
} satisfies Record<string, AnyKind>;

/** Operations on each element by Keras's names. */
export const elementOperations: Readonly<Record<string, AnyKind>> = { ...unary, ...binary, ...activation, ...others };

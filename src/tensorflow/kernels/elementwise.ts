// Kernels that work element by element. In: attributes and values. Out: TensorFlow ops.
import type { Value } from '../../trace/trace.ts';
import { direct, each, int32, list, type Operand, type Row, type Step, scalar, typed } from './row.ts';

const cumulative =
  (op: string): Row =>
  ({ axis, exclusive, reverse }, [x]) => ({
    op,
    attributes: { ...typed(x!.dtype), ...int32('Tidx'), exclusive: { b: exclusive }, reverse: { b: reverse } },
    constants: [scalar('axis', axis)],
  });

/** An op of the way with the dtype of `output`. */
export const step = (op: string, output: Step['output'], ...inputs: readonly Operand[]): Step => ({
  op,
  attributes: typed(output.dtype),
  inputs,
  output,
});

const part =
  (op: string): Row =>
  (_, [x], [y]) => ({ op, attributes: { ...typed(x!.dtype), ...typed(y!.dtype, 'Tout') } });

// max(x, 0) + alpha * min(x, 0)
export const prelu = (output: Value, x: Operand, alpha: Operand, xValue: Step['output'] = output): Step => {
  const below = step('Minimum', xValue, x, scalar('zero', 0, output.dtype));
  return step('AddV2', output, step('Relu', xValue, x), step('Mul', output, alpha, below));
};

export const elementwise: Readonly<Record<string, Row>> = {
  ...each(
    `Abs Acos Acosh Asin Asinh Atan Atan2 Atanh BitwiseAnd Ceil Cos Cosh Elu Equal Erf Exp Expm1 Floor Greater
    GreaterEqual Identity IsFinite IsInf IsNan Less LessEqual Log Log1p Maximum Minimum Neg NotEqual OnesLike
    Pow RealDiv Reciprocal Relu Relu6 Round Rsqrt Selu Sigmoid Sign Sin Sinh Softmax Softplus Sqrt Square
    SquaredDifference Sub Tan Tanh ZerosLike`,
    direct,
  ),
  ...each('LogicalAnd LogicalNot LogicalOr', (op) => () => ({ op, attributes: {} })),
  ...each('ComplexAbs Imag Real', part),
  ...each('Cumprod Cumsum', cumulative),
  ...each('FFT IFFT', (op) => (_, [x]) => ({ op, attributes: typed(x!.dtype, 'Tcomplex') })),
  Add: direct('AddV2'),
  AddN: (_, inputs) => ({ op: 'AddN', attributes: { ...typed(inputs[0]!.dtype), N: { i: inputs.length } } }),
  Cast: ({ dtype }, [x]) => ({ op: 'Cast', attributes: { ...typed(x!.dtype, 'SrcT'), ...typed(dtype, 'DstT') } }),
  ClipByValue: ({ clipValueMin, clipValueMax }, [x]) => ({
    op: 'ClipByValue',
    attributes: typed(x!.dtype),
    constants: [scalar('clip_value_min', clipValueMin, x!.dtype), scalar('clip_value_max', clipValueMax, x!.dtype)],
  }),
  Complex: (_, [x], [y]) => ({ op: 'Complex', attributes: { ...typed(x!.dtype), ...typed(y!.dtype, 'Tout') } }),
  // tf.js divides in float32 and gives int32
  FloorDiv: (_, [x], [y]) => ({
    op: 'Cast',
    attributes: { ...typed(x!.dtype, 'SrcT'), ...typed('int32', 'DstT') },
    inputs: [step('FloorDiv', { shape: y!.shape, dtype: x!.dtype }, 0, 1)],
  }),
  // scale * (x - mean) / sqrt(variance + epsilon) + offset
  FusedBatchNorm: ({ varianceEpsilon }, inputs, [y], named) => {
    const [x, mean, variance, offset, scale] = ['x', 'mean', 'variance', 'offset', 'scale'].map(named);
    const spread = inputs[variance!]!;
    const rate = step('Rsqrt', spread, step('AddV2', spread, variance!, scalar('epsilon', varianceEpsilon, y!.dtype)));
    const factor = scale === undefined ? rate : step('Mul', spread, rate, scale);
    const normal = step('Mul', y!, step('Sub', y!, x!, mean!), factor);
    return offset === undefined ? normal : step('AddV2', y!, normal, offset);
  },
  LRN: ({ depthRadius, bias, alpha, beta }, [x]) => ({
    op: 'LRN',
    attributes: {
      ...typed(x!.dtype),
      depth_radius: { i: depthRadius },
      bias: { f: bias },
      alpha: { f: alpha },
      beta: { f: beta },
    },
  }),
  LeakyRelu: ({ alpha }, [x]) => ({ op: 'LeakyRelu', attributes: { ...typed(x!.dtype), alpha: { f: alpha } } }),
  Mod: direct('FloorMod'),
  Multiply: direct('Mul'),
  Prelu: (_, [x], [y]) => prelu(y!, 0, 1, x!),
  Reverse: ({ dims }, [x]) => ({
    op: 'ReverseV2',
    attributes: { ...typed(x!.dtype), ...int32('Tidx') },
    constants: [list('axis', [dims ?? x!.shape.map((_, axis) => axis)].flat())],
  }),
  Select: (_, [, a]) => ({ op: 'SelectV2', attributes: typed(a!.dtype) }),
};

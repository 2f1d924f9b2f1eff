// Convolutions, pools, images and products. In: attributes and values. Out: TensorFlow ops.
import type { Attribute } from '../../graph/graph.ts';
import type { Value } from '../../trace/trace.ts';
import { UserError } from '../../userError.ts';
import { prelu, step } from './elementwise.ts';
import { each, int32, type Lowered, list, type Operand, type Row, type Step, typed } from './row.ts';

type Attributes = Readonly<Record<string, Attribute>>;
type Sides = number | readonly number[];

const around = (sides: Sides, axes: number): number[] => {
  const inner = typeof sides === 'number' ? new Array<number>(axes).fill(sides) : sides;
  return [1, ...inner, 1];
};

/** 'same', 'valid', or pixels before and after each axis. */
function padding(pad: unknown): Attributes {
  if (typeof pad === 'string') return { padding: { s: pad.toUpperCase() } };
  if (pad === 0) return { padding: { s: 'VALID' } };
  const sides = typeof pad === 'number' ? [0, 0, pad, pad, pad, pad, 0, 0] : (pad as readonly number[][]).flat();
  return { padding: { s: 'EXPLICIT' }, explicit_paddings: { ints: sides } };
}

const windowed = (x: Value, { strides, pad }: { strides: Sides; pad: unknown }, axes = 2): Attributes => ({
  ...typed(x.dtype),
  strides: { ints: around(strides, axes) },
  ...padding(pad),
  data_format: { s: axes === 2 ? 'NHWC' : 'NDHWC' },
});

const convolution =
  (op: string, axes = 2): Row =>
  (attributes, [x]) => ({
    op,
    attributes: { ...windowed(x!, attributes, axes), dilations: { ints: around(attributes.dilations ?? 1, axes) } },
  });

const pool =
  (op: string, axes = 2): Row =>
  (attributes, [x]) => ({
    op,
    attributes: { ...windowed(x!, attributes, axes), ksize: { ints: around(attributes.filterSize, axes) } },
  });

const transposed =
  (op: string, axes: number, shapeType: Attributes): Row =>
  (attributes, [dy]) => ({
    op,
    attributes: { ...windowed(dy!, attributes, axes), ...shapeType, dilations: { ints: around(1, axes) } },
    inputs: [list('input_sizes', attributes.inputShape), 1, 0],
  });

// the names of tf.js's fused activations
const activations: Readonly<Record<string, (y: Value, x: Step, alpha: number, weights?: Operand) => Lowered>> = {
  linear: (_, x) => x,
  relu: (y, x) => step('Relu', y, x),
  relu6: (y, x) => step('Relu6', y, x),
  elu: (y, x) => step('Elu', y, x),
  sigmoid: (y, x) => step('Sigmoid', y, x),
  leakyrelu: (y, x, alpha) => {
    const leaky = step('LeakyRelu', y, x);
    return { ...leaky, attributes: { ...leaky.attributes, alpha: { f: alpha } } };
  },
  prelu: (y, x, _, weights) => prelu(y, x, weights!),
};

/** The plain kernel, its bias and its activation as ops of their own. */
const fused =
  (plain: Row): Row =>
  (attributes, inputs, outputs, named) => {
    const [y] = outputs as readonly [Value];
    const { activation = 'linear', leakyreluAlpha = 0.2 } = attributes;
    const activate = activations[activation];
    if (!activate) throw new UserError(`no TensorFlow op is known for the fused activation ${activation}`);
    const bare: Step = { inputs: [0, 1], ...plain(attributes, inputs, outputs, named), output: y };
    const bias = named('bias');
    const weights = named('preluActivationWeights');
    return activate(y, bias === undefined ? bare : step('AddV2', y, bare, bias), leakyreluAlpha, weights);
  };

const matMul: Row = ({ transposeA, transposeB }, [a]) => ({
  op: 'BatchMatMulV2',
  attributes: { ...typed(a!.dtype), adj_x: { b: transposeA }, adj_y: { b: transposeB } },
});

const resize =
  (op: string): Row =>
  ({ size, alignCorners, halfPixelCenters }, [x]) => ({
    op,
    attributes: { ...typed(x!.dtype), align_corners: { b: alignCorners }, half_pixel_centers: { b: halfPixelCenters } },
    constants: [list('size', size)],
  });

export const windows: Readonly<Record<string, Row>> = {
  ...each('AvgPool MaxPool', (op) => pool(op)),
  ...each('AvgPool3D MaxPool3D', (op) => pool(op, 3)),
  ...each('ResizeBilinear ResizeNearestNeighbor', resize),
  BatchMatMul: matMul,
  Conv2D: convolution('Conv2D'),
  Conv2DBackpropInput: transposed('Conv2DBackpropInput', 2, {}),
  Conv3D: convolution('Conv3D', 3),
  Conv3DBackpropInputV2: transposed('Conv3DBackpropInputV2', 3, int32('Tshape')),
  CropAndResize: ({ method, extrapolationValue, cropSize }, [x]) => ({
    op: 'CropAndResize',
    attributes: { ...typed(x!.dtype), method: { s: method }, extrapolation_value: { f: extrapolationValue } },
    constants: [list('crop_size', cropSize)],
  }),
  DepthwiseConv2dNative: convolution('DepthwiseConv2dNative'),
  FusedConv2D: fused(convolution('Conv2D')),
  FusedDepthwiseConv2D: fused(convolution('DepthwiseConv2dNative')),
  _FusedMatMul: fused(matMul),
};

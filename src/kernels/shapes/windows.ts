// Shapes of convolutions, pools and matrix products; tf.js's own functions compute the sizes.
import type * as tf from '@tensorflow/tfjs-core';
import type { KernelName } from '../kernelName.ts';
import { noRule } from '../noRule.ts';
import { expect, list, type ShapeRow, type ShapeRule, type Spec, util } from './shapeRule.ts';

type Shape4 = [number, number, number, number];
type Shape5 = [number, number, number, number, number];

const matMul: ShapeRule = ([a, b], { transposeA, transposeB }) => {
  const batch = util.assertAndGetBroadcastShape([...a!.shape.slice(0, -2)], [...b!.shape.slice(0, -2)]);
  const rows = a!.shape.at(transposeA ? -1 : -2)!;
  const columns = b!.shape.at(transposeB ? -2 : -1)!;
  const inner = [a!.shape.at(transposeA ? -2 : -1), b!.shape.at(transposeB ? -1 : -2)];
  expect(
    inner[0] === inner[1],
    () =>
      `Error in matMul: inner shapes (${inner[0]}) and (${inner[1]}) of ${list(a!.shape)} and ${list(b!.shape)} differ`,
  );
  return [{ shape: [...batch, rows, columns], dtype: a!.dtype }];
};

const conv2d =
  (depthwise: boolean): ShapeRule =>
  ([x, filter], { strides, dilations, pad, dimRoundingMode, dataFormat = 'NHWC' }) => [
    {
      shape: util.computeConv2DInfo(
        x!.shape as Shape4,
        filter!.shape as Shape4,
        strides,
        dilations ?? 1,
        pad,
        dimRoundingMode,
        depthwise,
        util.convertConv2DDataFormat(dataFormat),
      ).outShape,
      dtype: x!.dtype,
    },
  ];

const pool: ShapeRule = ([x], { filterSize, strides, pad, dimRoundingMode }) => [
  {
    shape: util.computePool2DInfo(x!.shape as Shape4, filterSize, strides, 1, pad, dimRoundingMode).outShape,
    dtype: x!.dtype,
  },
];

const pool3d: ShapeRule = ([x], { filterSize, strides, pad, dimRoundingMode, dataFormat }) => [
  {
    shape: util.computePool3DInfo(x!.shape as Shape5, filterSize, strides, 1, pad, dimRoundingMode, dataFormat)
      .outShape,
    dtype: x!.dtype,
  },
];

const einsum: ShapeRule = (inputs, { equation }) => {
  const { allDims, idDims } = util.decodeEinsumEquation(equation, inputs.length);
  util.checkEinsumDimSizes(allDims.length, idDims, inputs as readonly Spec[] as tf.Tensor[]);
  const sizes = new Map(idDims.flatMap((dims, i) => dims.map((dim, axis) => [allDims[dim], inputs[i]!.shape[axis]!])));
  const letters = [...`${equation}`.replace(/\s/g, '').split('->')[1]!];
  return [{ shape: letters.map((letter) => sizes.get(letter)!), dtype: inputs[0]!.dtype }];
};

export const windows = {
  AvgPool: pool,
  AvgPool3D: pool3d,
  BatchMatMul: matMul,
  Conv2D: conv2d(false),
  Conv3D: ([x, filter], { strides, dilations, pad }) => [
    {
      shape: util.computeConv3DInfo(x!.shape as Shape5, filter!.shape as Shape5, strides, dilations, pad).outShape,
      dtype: x!.dtype,
    },
  ],
  DepthwiseConv2dNative: conv2d(true),
  Einsum: einsum,
  FusedConv2D: conv2d(false),
  FusedDepthwiseConv2D: conv2d(true),
  _FusedMatMul: matMul,
  MaxPool: pool,
  MaxPool3D: pool3d,
  MaxPoolWithArgmax: (...kernel) => {
    const [pooled] = pool(...kernel);
    return [pooled!, { ...pooled!, dtype: 'int32' }];
  },
  Pool: noRule('a name that no function calls and no backend registers'),
} satisfies Partial<Record<KernelName, ShapeRow>>;

// Convolutions, pools, images and products; the sizes of windows are tf.js's own rules. In: shapes. Out: shapes.
import type * as tf from '@tensorflow/tfjs-core';
import { each, expect, like, list, type ShapeFunction, type Spec, util } from './shapeRule.ts';

type Shape4 = [number, number, number, number];
type Shape5 = [number, number, number, number, number];

const matMul: ShapeFunction = ([a, b], { transposeA, transposeB }) => {
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
  (depthwise: boolean): ShapeFunction =>
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

const pool: ShapeFunction = ([x], { filterSize, strides, pad, dimRoundingMode }) => [
  {
    shape: util.computePool2DInfo(x!.shape as Shape4, filterSize, strides, 1, pad, dimRoundingMode).outShape,
    dtype: x!.dtype,
  },
];

const pool3d: ShapeFunction = ([x], { filterSize, strides, pad, dimRoundingMode, dataFormat }) => [
  {
    shape: util.computePool3DInfo(x!.shape as Shape5, filterSize, strides, 1, pad, dimRoundingMode, dataFormat)
      .outShape,
    dtype: x!.dtype,
  },
];

const einsum: ShapeFunction = (inputs, { equation }) => {
  const { allDims, idDims } = util.decodeEinsumEquation(equation, inputs.length);
  util.checkEinsumDimSizes(allDims.length, idDims, inputs as readonly Spec[] as tf.Tensor[]);
  const sizes = new Map(idDims.flatMap((dims, i) => dims.map((dim, axis) => [allDims[dim], inputs[i]!.shape[axis]!])));
  const letters = [...`${equation}`.replace(/\s/g, '').split('->')[1]!];
  return [{ shape: letters.map((letter) => sizes.get(letter)!), dtype: inputs[0]!.dtype }];
};

const resized: ShapeFunction = ([x], { size }) => [{ shape: [x!.shape[0]!, ...size, x!.shape[3]!], dtype: x!.dtype }];

export const windows: Readonly<Record<string, ShapeFunction>> = {
  ...each('AvgPool MaxPool', pool),
  ...each('AvgPool3D MaxPool3D', pool3d),
  ...each('BatchMatMul _FusedMatMul', matMul),
  ...each('Conv2D FusedConv2D', conv2d(false)),
  ...each('DepthwiseConv2dNative FusedDepthwiseConv2D', conv2d(true)),
  Conv3D: ([x, filter], { strides, dilations, pad }) => [
    {
      shape: util.computeConv3DInfo(x!.shape as Shape5, filter!.shape as Shape5, strides, dilations, pad).outShape,
      dtype: x!.dtype,
    },
  ],
  CropAndResize: ([x, boxes], { cropSize }) => [
    { shape: [boxes!.shape[0]!, ...cropSize, x!.shape[3]!], dtype: x!.dtype },
  ],
  ResizeBilinear: (inputs, attributes, named) => [{ ...resized(inputs, attributes, named)[0]!, dtype: 'float32' }],
  Dilation2D: ([x, filter], { strides, pad, dilations }) => {
    const shapes = [x!.shape as Shape4, filter!.shape as [number, number, number]] as const;
    return [
      { shape: util.computeDilation2DInfo(...shapes, strides, pad, 'NHWC', dilations).outShape, dtype: x!.dtype },
    ];
  },
  Einsum: einsum,
  MaxPoolWithArgmax: (...kernel) => {
    const [pooled] = pool(...kernel);
    return [pooled!, { ...pooled!, dtype: 'int32' }];
  },
  ResizeNearestNeighbor: resized,
  RotateWithOffset: like(),
  Transform: ([image], { outputShape }) => {
    const [batch, height, width, channels] = image!.shape as Shape4;
    return [{ shape: [batch, ...(outputShape ?? [height, width]), channels], dtype: image!.dtype }];
  },
};

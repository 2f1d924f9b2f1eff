// ONNX ops of kernels on images [batch, height, width, channels] and boxes in them.
import { UserError } from '../../../errors.ts';
import { float32Below } from '../../../kernels/float32Below.ts';
import { geometry } from '../../../kernels/geometry.ts';
import { noRule } from '../../../kernels/noRule.ts';
import { rotatedFrom } from '../../../kernels/rotatedFrom.ts';
import type { images as shapes } from '../../../kernels/shapes/images.ts';
import {
  asIndices,
  concat,
  gather,
  indices,
  pad,
  reshape,
  reverse,
  slice,
  sliceAxis,
  squeeze,
  unsqueeze,
} from '../arrayOps.ts';
import { add, binary, cast, compare, div, mul, not, numberLike, sub, where } from '../elementOps.ts';
import { clamped, interpolated, isInside, orFill, type Positions, pixelsAt, rounded, truncated } from '../imageOps.ts';
import { constant, type Lowering, type LoweringRow, type Operand, opOutput, scalar, sizes } from '../operand.ts';
import { channelsFirst, channelsLast } from '../windowOps.ts';

interface ResizeAttributes {
  readonly size: readonly [number, number];
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

const coordinates = ({ alignCorners, halfPixelCenters }: ResizeAttributes): string =>
  alignCorners ? 'align_corners' : halfPixelCenters ? 'half_pixel' : 'asymmetric';

const resized = (images: Operand, attributes: ResizeAttributes, mode: 'linear' | 'nearest'): Operand => {
  const x = channelsFirst(images);
  const shape = [...x.shape.slice(0, 2), ...attributes.size];
  const resize = opOutput(
    'Resize',
    [x, undefined, undefined, sizes('sizes', shape)],
    { shape, dtype: x.dtype },
    {
      coordinate_transformation_mode: { s: coordinates(attributes) },
      mode: { s: mode },
      ...(mode === 'nearest' && { nearest_mode: { s: 'floor' } }),
    },
  );
  return channelsLast(resize);
};

/** The index that tf.js's nearest neighbour takes of an axis, for each index of the result. */
export function nearestIndices(
  from: number,
  to: number,
  { alignCorners, halfPixelCenters }: ResizeAttributes,
): number[] {
  const aligned = alignCorners && to > 1;
  const ratio = (aligned ? from - 1 : from) / (aligned ? to - 1 : to);
  return Array.from({ length: to }, (_, i) => {
    const at = ratio * (halfPixelCenters ? i + 0.5 : i);
    return Math.max(0, Math.min(from - 1, alignCorners ? Math.round(at) : Math.floor(at)));
  });
}

// onnxruntime divides by a ratio that is rounded: only whole ones give tf.js's neighbours
const nearest: Lowering = ({ images }, attributes: ResizeAttributes) => {
  const from = images.shape.slice(1, 3) as [number, number];
  const isWhole = from.every((size, i) => attributes.size[i]! % size === 0);
  if (isWhole && coordinates(attributes) === 'asymmetric') return resized(images, attributes, 'nearest');
  return from.reduce(
    (x, size, i) => gather(x, sizes('indices', nearestIndices(size, attributes.size[i]!, attributes)), i + 1),
    images as Operand,
  );
};

/** Positions of the pixels of each crop, from its box [y1, x1, y2, x2] in parts of the image. */
function cropPositions(image: Operand, boxes: Operand, boxInd: Operand, crop: readonly [number, number]): Positions {
  const along = (axis: 0 | 1): Operand => {
    const [first, last] = [sliceAxis(boxes, 1, axis, 1), sliceAxis(boxes, 1, axis + 2, 1)];
    const span = scalar(image.shape[axis + 1]! - 1, 'float32', 'span');
    const count = crop[axis];
    if (count === 1) return mul(mul(add(first, last), scalar(0.5, 'float32', 'half')), span);
    const steps = constant(
      'steps',
      'float32',
      [1, count],
      Array.from({ length: count }, (_, i) => i),
    );
    const step = div(mul(sub(last, first), span), scalar(count - 1, 'float32', 'count'));
    return add(mul(first, span), mul(steps, step));
  };
  // every row with every column: [boxes, rows, columns]
  const zeros = constant('zeros', 'float32', [1, ...crop], new Array(crop[0] * crop[1]).fill(0));
  return {
    rows: add(unsqueeze(along(0), [2]), zeros),
    columns: add(unsqueeze(along(1), [1]), zeros),
    image: unsqueeze(asIndices(boxInd), [1, 2]),
  };
}

const cropAndResize: Lowering = ({ image, boxes, boxInd }, { method, extrapolationValue, cropSize }) => {
  const at = cropPositions(image, boxes, boxInd, cropSize);
  const read = (rows: Operand, columns: Operand): Operand => pixelsAt(image, { ...at, rows, columns });
  const pixels = method === 'bilinear' ? interpolated(at, read) : read(rounded(at.rows), rounded(at.columns));
  return orFill(isInside(image, at), pixels, extrapolationValue);
};

/** Where a position beyond the image is taken from, as tf.js's mapCoord of its kernel Transform has it. */
const fillModes: Readonly<Record<string, (x: Operand, size: number) => Operand>> = {
  constant: (x) => x,
  nearest: (x, size) => clamped(x, size - 1),
  reflect: (x, size) => {
    if (size <= 1) return clamped(x, size - 1);
    const whole = numberLike(x, 2 * size, 'twice');
    const rest = sub(x, mul(whole, truncated(div(x, whole))));
    const one = numberLike(x, 1, 'one');
    const before = where(
      compare('Less', rest, numberLike(x, -size, 'size')),
      add(rest, whole),
      sub(mul(rest, numberLike(x, -1, 'minus')), one),
    );
    const after = where(compare('GreaterOrEqual', rest, numberLike(x, size, 'size')), sub(sub(whole, rest), one), rest);
    return clamped(outside(x, size, before, after), size - 1);
  },
  wrap: (x, size) => {
    if (size <= 1) return clamped(x, size - 1);
    const [span, whole] = [numberLike(x, size - 1, 'span'), numberLike(x, size, 'size')];
    const turns = truncated(div(x, span));
    const before = add(x, mul(whole, sub(numberLike(x, 1, 'one'), turns)));
    return clamped(outside(x, size, before, sub(x, mul(whole, turns))), size - 1);
  },
};

/** `before` below 0, `after` beyond the last index, and `x` between them. */
const outside = (x: Operand, size: number, before: Operand, after: Operand): Operand =>
  where(
    compare('Less', x, numberLike(x, 0, 'first')),
    before,
    where(compare('Greater', x, numberLike(x, size - 1, 'last')), after, x),
  );

const transform: Lowering = ({ image, transforms }, { interpolation, fillMode, fillValue }, [y]) => {
  const [batch, height, width] = image.shape as [number, number, number];
  const [, rows, columns] = y!.shape as [number, number, number];
  const grid = (of: (row: number, column: number) => number): Operand =>
    constant(
      'grid',
      'float32',
      [1, rows, columns],
      Array.from({ length: rows * columns }, (_, i) => of(Math.floor(i / columns), i % columns)),
    );
  const [down, across] = [grid((row) => row), grid((_, column) => column)];
  const factor = (i: number): Operand => unsqueeze(sliceAxis(transforms, 1, i, 1), [2]);
  const line = (from: number, plus: Operand): Operand =>
    add(add(mul(factor(from), across), mul(factor(from + 1), down)), plus);
  const depth = line(6, scalar(1, 'float32', 'one'));
  const map = fillModes[fillMode] ?? fillModes.constant!;
  const at = {
    columns: map(div(line(0, factor(2)), depth), width),
    rows: map(div(line(3, factor(5)), depth), height),
    image: unsqueeze(indices(batch, 'int64'), [1, 2]),
  };
  const read = (row: Operand, column: Operand): Operand =>
    orFill(
      isInside(image, { rows: row, columns: column }),
      pixelsAt(image, { ...at, rows: row, columns: column }),
      fillValue,
    );
  const pixels = interpolation === 'nearest' ? read(rounded(at.rows), rounded(at.columns)) : interpolated(at, read);
  const infinite = compare('Equal', depth, scalar(0, 'float32', 'zero'));
  return orFill(not(infinite), pixels, fillValue);
};

const rotate: Lowering = ({ image }, { radians, fillValue, center }) => {
  const [batch, height, width, channels] = image.shape as [number, number, number, number];
  // the fourth channel is alpha, and 255 is opaque
  const fill = Array.from({ length: channels }, (_, i) =>
    typeof fillValue === 'number' ? fillValue : i === 3 ? 255 : fillValue[i],
  );
  const border = constant('fill', image.dtype, [batch, 1, channels], new Array(batch).fill(fill).flat());
  const pixels = concat([reshape(image, [batch, height * width, channels]), border], 1);
  const from = sizes('indices', rotatedFrom(height, width, radians, center));
  return reshape(gather(pixels, from, 1), image.shape);
};

interface Suppression {
  readonly maxOutputSize: number;
  readonly iouThreshold: number;
  readonly scoreThreshold: number;
}

/** The indices of the boxes that are kept, int32 [count]. */
function suppressed(
  boxes: Operand,
  scores: Operand,
  { maxOutputSize, iouThreshold, scoreThreshold }: Suppression,
): Operand {
  // tf.js drops a box whose overlap equals the threshold, ONNX only above it; with 0 a single box is left
  const max = iouThreshold > 0 ? maxOutputSize : Math.min(maxOutputSize, 1);
  const kept = opOutput(
    'NonMaxSuppression',
    [
      unsqueeze(boxes, [0]),
      unsqueeze(scores, [0, 1]),
      sizes('max_output_boxes_per_class', [max]),
      constant('iou_threshold', 'float32', [1], [iouThreshold > 0 ? float32Below(iouThreshold) : 0]),
      constant('score_threshold', 'float32', [1], [scoreThreshold]),
    ],
    { shape: [-1, 3], dtype: 'int64' },
  );
  return cast(squeeze(sliceAxis(kept, 1, 2, 1), [1]), 'int32');
}

// as many zeros after the indices as are missing
const padded: Lowering = ({ boxes, scores }, attributes) => {
  const { maxOutputSize, padToMaxOutputSize } = attributes;
  const found = suppressed(boxes, scores, attributes);
  const count = cast(opOutput('Size', [found], { shape: [], dtype: 'int64' }), 'int32');
  if (!padToMaxOutputSize) return [found, count];
  const missing = sub(sizes('max', [maxOutputSize]), unsqueeze(cast(count, 'int64'), [0]));
  const pads = concat([sizes('before', [0]), missing], 0);
  return [opOutput('Pad', [found, pads], { shape: [maxOutputSize], dtype: 'int32' }), count];
};

/** The padding value: for integers half of the lowest int32, since elements of the filter are added to it. */
const lowest = (dtype: Operand['dtype']): number => (dtype === 'int32' ? -(2 ** 30) : Number.NEGATIVE_INFINITY);

/** The elements of a padded image that each element of a dilation's filter meets, with that element: row by row. */
export function dilationParts(
  x: Operand,
  filter: Operand,
  attributes: Parameters<typeof geometry>[0],
  output: readonly number[],
) {
  const [height, width] = filter.shape as [number, number];
  const sizes = { input: x.shape.slice(1, 3), window: [height, width], output: output.slice(1, 3) };
  const { strides, dilations, sides } = geometry(attributes, sizes);
  const image = pad(x, [[0, 0], ...sides, [0, 0]] as [number, number][], lowest(x.dtype));
  const starts = Array.from({ length: height * width }, (_, i) => [Math.floor(i / width), i % width] as const);
  const parts = starts.map(([row, column]) => {
    const span = (axis: 0 | 1, at: number) => {
      const start = at * dilations[axis]!;
      return { start, end: start + (output[axis + 1]! - 1) * strides[axis]! + 1, step: strides[axis]! };
    };
    const seen = slice(image, [undefined, span(0, row), span(1, column), undefined]);
    const element = sliceAxis(sliceAxis(filter, 0, row, 1), 1, column, 1);
    return { row, column, sum: add(seen, reshape(element, [1, 1, 1, filter.shape[2]!])) };
  });
  return { parts, strides, dilations, sides, image };
}

export const images = {
  CropAndResize: cropAndResize,
  Dilation2D: ({ x, filter }, attributes, [y]) =>
    dilationParts(x, filter, attributes, y!.shape)
      .parts.map(({ sum }) => sum)
      .reduce((a, b) => binary('Max', a, b)),
  Draw: noRule('a graph has no canvas'),
  FlipLeftRight: ({ image }) => reverse(image, [2]),
  FromPixels: noRule('the pixels of a page are a constant of the graph'),
  NonMaxSuppressionV3: ({ boxes, scores }, attributes) => suppressed(boxes, scores, attributes),
  NonMaxSuppressionV4: padded,
  NonMaxSuppressionV5: ({ boxes, scores }, attributes) => {
    if (attributes.softNmsSigma > 0)
      throw new UserError('no ONNX op is known for a NonMaxSuppressionV5 that lowers scores');
    const found = suppressed(boxes, scores, attributes);
    return [found, gather(scores, found, 0)];
  },
  ResizeBilinear: ({ images }, attributes) => resized(images, attributes, 'linear'),
  ResizeNearestNeighbor: nearest,
  RotateWithOffset: rotate,
  Transform: transform,
} satisfies Record<keyof typeof shapes, LoweringRow>;

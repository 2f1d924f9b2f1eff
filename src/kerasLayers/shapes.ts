// Shape rules that several kinds of layers share.
import type { Windows } from './convolve.ts';
import type { Shape, ShapeCall } from './layerKind.ts';

/** The shape of the first input. */
export const sameShape = ({ shapes }: Pick<ShapeCall<unknown>, 'shapes'>): Shape => shapes[0];

/** An axis counted from the front. @param axis from -rank to rank - 1 */
export const fromFront = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

type Format = 'channelsLast' | 'channelsFirst';
type Size = number | null;

/** The axis of the channels. */
export const channelAxis = (format: Format, rank: number): number => (format === 'channelsLast' ? rank - 1 : 1);

/** The number of channels; null where it is open. */
export const channelsOf = (shape: Shape, format: Format): Size => shape[channelAxis(format, shape.length)] ?? null;

/** The shape with other sizes of the axes that are neither batch nor channels. @param channels the same unless given */
export function withSpatial(
  shape: Shape,
  format: Format,
  size: (size: Size, index: number) => Size,
  channels: Size = channelsOf(shape, format),
): Shape {
  const spatial = (format === 'channelsLast' ? shape.slice(1, -1) : shape.slice(2)).map(size);
  return format === 'channelsLast' ? [shape[0]!, ...spatial, channels] : [shape[0]!, channels, ...spatial];
}

/** How many windows fit on an axis (keras/src/ops/operation_utils.py). */
export function windowCount(
  size: Size,
  window: number,
  index: number,
  { strides, dilationRate, padding }: Windows,
): Size {
  if (size === null) return null;
  const span = padding === 'valid' ? dilationRate[index]! * (window - 1) : 0;
  return Math.floor((size - span - 1) / strides[index]!) + 1;
}

/**
 * The size that a transposed convolution gives an axis (keras/src/backend/common/backend_utils.py).
 * @param extra Keras's `output_padding`; null has the output be as long as the inputs allow
 */
export function transposedSize(
  size: Size,
  kernel: number,
  index: number,
  { strides, dilationRate, padding }: Windows,
  extra: number | null,
): Size {
  if (size === null) return null;
  const stride = strides[index]!;
  const window = dilationRate[index]! * (kernel - 1) + 1;
  if (extra === null) return size * stride + (padding === 'valid' ? Math.max(window - stride, 0) : 0);
  const base = (size - 1) * stride + window + extra;
  return padding === 'valid' ? base : base - 2 * Math.floor(window / 2);
}

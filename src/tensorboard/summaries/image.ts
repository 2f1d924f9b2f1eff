// Images for TensorBoard's Images dashboard, as PNGs.

import { got } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { drawBoxes } from '../../media/boxes.ts';
import { type Pixels, type Planes, planesIn, tiled } from '../../media/pixels.ts';
import { encodePng } from '../../media/png.ts';
import { resized } from '../../media/resize.ts';
import { arrayIn, type Values } from '../../media/tensorInput.ts';
import type { tensorboard } from '../../proto/generated/messages.js';

/** ImageData of a canvas, or such an object: [height, width, channels] with 1 to 4 channels, whatever `dataformats` says. */
export interface ImageLike {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The pixels of an image: floats from 0 to 1, or bytes as an integer array with its shape or an int32 tensor. */
export type ImageSource = Values | ImageLike;

// images per row of a grid, as tensorboardX has
const maxColumns = 8;

/** One image, or a grid where the format has an axis N. */
export function imageSummary(tag: string, image: ImageSource, format: string): tensorboard.Summary.IValue {
  return pngSummary(tag, gridOf(planesOf(image, format, ['NCHW', 'CHW', 'HW'], `the image of ${tag}`)));
}

/** A grid of a batch, or of a list of images whose `format` may leave out N. */
export function imagesSummary(
  tag: string,
  images: ImageSource | readonly ImageSource[],
  format: string,
): tensorboard.Summary.IValue {
  const what = `the images of ${tag}`;
  const one = format.replace(/n/i, '');
  if (isListOfImages(images)) {
    const all = images.map((image) => planesOf(image, one, ['CHW', 'HW'], what));
    return pngSummary(tag, gridOf(stacked(all, what)));
  }
  const batch = Array.isArray(images) && one === format ? `N${format}` : format;
  return pngSummary(tag, gridOf(planesOf(images, batch, ['NCHW', 'NHW'], what)));
}

/**
 * @param boxes [boxes, 4]: xmin, ymin, xmax, ymax in pixels
 * @param labels one label per box
 */
export function imageWithBoxesSummary(
  tag: string,
  image: ImageSource,
  boxes: Values,
  format: string,
  labels?: string | readonly string[],
  rescale = 1,
): tensorboard.Summary.IValue {
  if (!(rescale > 0 && rescale < Number.POSITIVE_INFINITY))
    throw new UserError(`rescale must be a number above 0, got ${got(rescale)}`);
  const pixels = gridOf(planesOf(image, format, ['NCHW', 'CHW', 'HW'], `the image of ${tag}`));
  const { numbers, shape } = arrayIn(boxes, `the boxes of ${tag}`);
  const count = numbers.length / 4;
  if (count > 0 && (shape.length !== 2 || shape[1] !== 4))
    throw new UserError(
      `the boxes of ${tag} must be of the shape [boxes, 4], xmin, ymin, xmax and ymax of each, got [${shape.join(', ')}]`,
    );
  const odd = Array.from(numbers).find((number) => !Number.isFinite(number));
  if (odd !== undefined) throw new UserError(`the boxes of ${tag} must be finite numbers, got ${odd}`);
  const texts = typeof labels === 'string' ? [labels] : labels;
  if (texts && texts.length !== count)
    throw new UserError(`${tag} has ${count} boxes and ${texts.length} labels: expected as many`);
  const corners = Array.from({ length: count }, (_, i) => Array.from(numbers).slice(4 * i, 4 * i + 4));
  const drawn = resized(drawBoxes(pixels, corners, texts), rescale);
  if (drawn.bytes.length === 0)
    throw new UserError(`rescale ${rescale} leaves nothing of ${pixels.width}x${pixels.height} pixels`);
  // tensorboardX writes the size before it is scaled
  return pngSummary(tag, drawn, pixels);
}

function pngSummary(tag: string, pixels: Pixels, { width, height, channels } = pixels): tensorboard.Summary.IValue {
  return { tag, image: { height, width, colorspace: channels, encodedImageString: encodePng(pixels) } };
}

const isImageLike = (image: object): image is ImageLike => 'data' in image && 'width' in image && 'height' in image;

function isListOfImages(images: ImageSource | readonly ImageSource[]): images is readonly ImageSource[] {
  const first: unknown = Array.isArray(images) ? images[0] : undefined;
  return typeof first === 'object' && first !== null && !Array.isArray(first) && !ArrayBuffer.isView(first);
}

function planesOf(image: ImageSource, format: string, orders: readonly string[], what: string): Planes {
  if (typeof image !== 'object' || image === null || !isImageLike(image))
    return planesIn(arrayIn(image, what), format, orders, what);
  const { data, width, height } = image;
  const channels = data.length / (width * height);
  if (!Number.isInteger(channels))
    throw new UserError(`${what} has ${data.length} bytes, which do not fit ${width}x${height} pixels`);
  return planesIn({ numbers: data, shape: [height, width, channels], dtype: 'uint8' }, 'HWC', ['HWC'], what);
}

function stacked(all: readonly Planes[], what: string): Planes {
  const sizeOf = ({ height, width, channels }: Planes): string => `${height}x${width}x${channels}`;
  const sizes = new Set(all.map(sizeOf));
  if (sizes.size > 1) throw new UserError(`${what} must be of one size, got ${[...sizes].join(' and ')}`);
  return {
    ...all[0]!,
    images: all.length,
    draw: (target, left, top, image, moment) => all[image]!.draw(target, left, top, 0, moment),
  };
}

function gridOf(planes: Planes): Pixels {
  const columns = Math.min(planes.images, maxColumns);
  return tiled(planes, columns, Math.ceil(planes.images / columns));
}

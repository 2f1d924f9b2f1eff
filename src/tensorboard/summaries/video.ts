// Videos for TensorBoard's Images dashboard, as animated GIFs.
import { got } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { encodeGif, maxGifPixels } from '../../media/gif.ts';
import { planesIn, tiled } from '../../media/pixels.ts';
import { arrayIn, type Values } from '../../media/tensorInput.ts';
import type { tensorboard } from '../../proto/generated/messages.js';

// a GIF stores the delay of a frame in hundredths of a second in two bytes
const minFps = 100 / 65_535;

export function videoSummary(tag: string, video: Values, fps: number, format: string): tensorboard.Summary.IValue {
  const what = `the video of ${tag}`;
  if (!(fps >= minFps && fps < Number.POSITIVE_INFINITY))
    throw new UserError(`fps must be a number of at least ${minFps.toPrecision(2)}, got ${got(fps)}`);
  const planes = planesIn(arrayIn(video, what), format, ['NTCHW'], what);
  if (planes.channels === 2) throw new UserError(`${what} must have 1, 3 or 4 channels, got 2`);
  // tensorboardX pads the batch to 2^n videos in 2^(n / 2) rows, the exponent rounded down
  const doublings = Math.floor(Math.log2(planes.images));
  const rows = 2 ** Math.floor(doublings / 2);
  const columns = 2 ** Math.ceil(Math.log2(planes.images)) / rows;
  const [width, height] = [columns * planes.width, rows * planes.height];
  if (Math.max(width, height) > maxGifPixels)
    throw new UserError(`${what} must be at most ${maxGifPixels} pixels wide and high, got ${width}x${height}`);
  const frames = Array.from({ length: planes.moments }, (_, moment) => tiled(planes, columns, rows, moment));
  const encodedImageString = encodeGif(frames, fps);
  return { tag, image: { height, width, colorspace: planes.given, encodedImageString } };
}

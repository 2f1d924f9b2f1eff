// Resizes an image as Pillow does with its Lanczos filter, which tensorboardX uses.
import type { Pixels } from './pixels.ts';

// the filter has three lobes on each side
const lobes = 3;
// weights are integers, and sum up to this
const whole = 2 ** 22;

/** @param factor of width and height; sizes are rounded down */
export function resized(pixels: Pixels, factor: number): Pixels {
  const [width, height] = [Math.trunc(pixels.width * factor), Math.trunc(pixels.height * factor)];
  return resizedTo(pixels, width, height);
}

/** The image at another size in pixels. */
export function resizedTo(pixels: Pixels, width: number, height: number): Pixels {
  if (width === pixels.width && height === pixels.height) return pixels;
  const seen = stretched(premultiplied(pixels), width, false);
  return divided(stretched(seen, height, true));
}

/** The old pixels that a new one is the mean of, with their weights in parts of `whole`. */
interface Taps {
  readonly first: number;
  readonly weights: Int32Array;
}

function tapsOf(from: number, to: number): Taps[] {
  const scale = from / to;
  // the filter is as wide as in the old image, or wider where that shrinks
  const spread = Math.max(scale, 1);
  return Array.from({ length: to }, (_, at) => {
    const center = (at + 0.5) * scale;
    const first = Math.max(Math.trunc(center - lobes * spread + 0.5), 0);
    const end = Math.min(Math.trunc(center + lobes * spread + 0.5), from);
    const weights = Array.from({ length: end - first }, (_, i) => lanczos((i + first - center + 0.5) / spread));
    const sum = weights.reduce((a, b) => a + b, 0);
    const parts = weights.map((weight) => (weight / sum) * whole);
    return { first, weights: Int32Array.from(parts, (part) => Math.trunc(part + (part < 0 ? -0.5 : 0.5))) };
  });
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const lanczos = (x: number): number => (x >= -lobes && x < lobes ? sinc(x) * sinc(x / lobes) : 0);

/** Resizes one axis, rounded to bytes. */
function stretched({ width, height, channels, bytes }: Pixels, to: number, vertical: boolean): Pixels {
  const [across, along] = vertical ? [width, height] : [height, width];
  if (to === along) return { width, height, channels, bytes };
  const size = vertical ? { width, height: to } : { width: to, height };
  const out = new Uint8Array(size.width * size.height * channels);
  const steps = vertical ? [channels, width * channels] : [width * channels, channels];
  const newSteps = vertical ? [channels, width * channels] : [to * channels, channels];
  tapsOf(along, to).forEach(({ first, weights }, at) => {
    for (let line = 0; line < across; line++)
      for (let c = 0; c < channels; c++) {
        let sum = whole / 2;
        const start = line * steps[0]! + first * steps[1]! + c;
        for (let i = 0; i < weights.length; i++) sum += bytes[start + i * steps[1]!]! * weights[i]!;
        out[line * newSteps[0]! + at * newSteps[1]! + c] = Math.max(0, Math.min(Math.floor(sum / whole), 255));
      }
  });
  return { ...size, channels, bytes: out };
}

const hasAlpha = (channels: number): boolean => channels === 2 || channels === 4;

// transparent pixels must not colour their neighbours
function premultiplied(pixels: Pixels): Pixels {
  const { channels } = pixels;
  if (!hasAlpha(channels)) return pixels;
  const bytes = pixels.bytes.map((byte, i) => {
    if (i % channels === channels - 1) return byte;
    const product = byte * pixels.bytes[i - (i % channels) + channels - 1]! + 128;
    return ((product >> 8) + product) >> 8;
  });
  return { ...pixels, bytes };
}

function divided(pixels: Pixels): Pixels {
  const { channels } = pixels;
  if (!hasAlpha(channels)) return pixels;
  const bytes = pixels.bytes.map((byte, i) => {
    if (i % channels === channels - 1) return byte;
    const alpha = pixels.bytes[i - (i % channels) + channels - 1]!;
    return alpha === 0 ? byte : Math.min(Math.floor((255 * byte) / alpha), 255);
  });
  return { ...pixels, bytes };
}

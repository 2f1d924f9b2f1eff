// The media that tensorboardX made (golden/reference/media/make.py), and decoders of others.
import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { GifReader } from 'omggif';
import type { Pixels } from '../../src/media/pixels.ts';

export interface Given {
  readonly dtype: string;
  readonly shape: number[];
  readonly data: string;
}
interface Picture {
  readonly tag: string;
  readonly height: number;
  readonly width: number;
  readonly colorspace: number;
  readonly shape: number[];
  readonly pixels: string;
}
interface Golden {
  readonly images: readonly { readonly format: string; readonly given: Given; readonly expected: Picture }[];
  readonly boxes: readonly { readonly boxes: number[][]; readonly given: Given; readonly expected: Picture }[];
  readonly videos: readonly {
    readonly format: string;
    readonly given: Given;
    readonly shape: number[];
    readonly frames: string;
  }[];
  readonly rescaled: readonly { readonly rescale: number; readonly given: Given; readonly expected: Picture }[];
  readonly sounds: readonly {
    readonly given: Given;
    readonly sampleRate: number;
    readonly numChannels: number;
    readonly lengthFrames: number;
    readonly contentType: string;
    readonly wav: string;
  }[];
}

export const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/reference/media/media.json', import.meta.url), 'utf8'),
);

export const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** As the program takes it; a bool array as a tensor, for JavaScript has none. */
export function valuesOf({ dtype, shape, data }: Given) {
  const { buffer } = Uint8Array.from(bytesOf(data));
  if (dtype === 'bool') return { dtype, shape, dataSync: () => new Uint8Array(buffer) };
  const kinds = { uint8: Uint8Array, float32: Float32Array, float64: Float64Array };
  return { data: new kinds[dtype as keyof typeof kinds](buffer), shape };
}

export function decodedPng(file: Uint8Array): Pixels {
  const { width, height, channels, data } = decode(file, { checkCrc: true });
  return { width, height, channels, bytes: new Uint8Array(data) };
}

interface Frame extends Pixels {
  /** of 1/100 s */
  readonly delay: number;
  readonly transparent: boolean;
}

/** RGB with alpha, each frame on a clear ground. */
export function decodedGif(file: Uint8Array): { readonly frames: Frame[]; readonly loops: number | null } {
  const reader = new GifReader(Buffer.from(file));
  const { width, height } = reader;
  const frames = Array.from({ length: reader.numFrames() }, (_, n) => {
    const bytes = new Uint8Array(width * height * 4);
    reader.decodeAndBlitFrameRGBA(n, bytes);
    const { delay, transparent_index } = reader.frameInfo(n);
    return { width, height, channels: 4, bytes, delay, transparent: transparent_index !== null };
  });
  return { frames, loops: reader.loopCount() };
}

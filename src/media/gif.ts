// Animated GIF (CompuServe's GIF89a).
import { lzw } from './lzw.ts';
import { exactly, type Indexed, nearly } from './palette.ts';
import type { Pixels } from './pixels.ts';

const maxColours = 256;
/** the largest width and height in pixels */
export const maxGifPixels = 65_535;
// the shortest delay in 1/100 s; browsers show shorter ones for 1/10 s
const minDelay = 2;
// a transparent pixel, among colours 0xrrggbb
const clear = 0x1000000;

/**
 * Encodes an animation that repeats forever. Up to 256 colours in all, or in a frame, are kept exactly; a frame with more has
 * a palette of 256. Delays are rounded so that the total is right, at most 50 frames per second. A pixel whose alpha is below
 * 128 is transparent.
 * @param frames images of one size
 * @param fps frames per second
 */
export function encodeGif(frames: readonly Pixels[], fps: number): Uint8Array {
  const { width, height } = frames[0]!;
  const pictures = frames.map(coloursOf);
  const shared = exactly(pictures, maxColours);
  const size = [...short(width), ...short(height)];
  const parts: Part[] = [
    text('GIF89a'),
    size,
    // flag and size of the palette for all frames; background colour; square pixels
    [shared ? 0xf0 | (bitsOf(shared[0]!) - 1) : 0x70, 0, 0],
    shared ? table(shared[0]!) : [],
    [0x21, 0xff, 11],
    text('NETSCAPE2.0'),
    [3, 1, ...short(0), 0], // repeats forever
  ];
  const time = (frame: number): number => Math.round((frame * 100) / fps);
  for (const [n, colours] of pictures.entries()) {
    const picture = shared?.[n] ?? indexed(colours);
    const hole = picture.palette.indexOf(clear);
    // a frame with transparent pixels is cleared before the next
    const flags = hole < 0 ? 0 : (2 << 2) | 1;
    const delay = short(Math.max(time(n + 1) - time(n), minDelay));
    const bits = bitsOf(picture);
    parts.push([0x21, 0xf9, 4, flags, ...delay, Math.max(hole, 0), 0]);
    parts.push([0x2c, ...short(0), ...short(0), ...size, shared ? 0 : 0x80 | (bits - 1)]);
    if (!shared) parts.push(table(picture));
    parts.push([Math.max(bits, 2)], ...blocks(lzw(picture.indices, Math.max(bits, 2))), [0]);
  }
  return joined([...parts, [0x3b]]);
}

function coloursOf({ bytes, channels }: Pixels): Uint32Array {
  const colours = new Uint32Array(bytes.length / channels);
  for (let i = 0, at = 0; i < colours.length; i++, at += channels) {
    const hole = channels === 4 && bytes[at + 3]! < 128;
    colours[i] = hole ? clear : (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
  }
  return colours;
}

function indexed(colours: Uint32Array): Indexed {
  const exact = exactly([colours], maxColours);
  if (exact) return exact[0]!;
  const solid = colours.filter((colour) => colour !== clear);
  if (solid.length === colours.length) return nearly(colours, maxColours);
  const { palette, indices } = nearly(solid, maxColours - 1);
  let next = 0;
  const all = Uint8Array.from(colours, (colour) => (colour === clear ? palette.length : indices[next++]!));
  return { palette: [...palette, clear], indices: all };
}

type Part = Uint8Array | readonly number[];

const text = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0));
const short = (value: number): number[] => [value & 255, value >> 8];
const bitsOf = ({ palette }: Indexed): number => Math.max(1, Math.ceil(Math.log2(palette.length)));

// a palette has 2 to the power of `bits` entries
function table(picture: Indexed): Uint8Array {
  const bytes = new Uint8Array(3 << bitsOf(picture));
  for (const [i, colour] of picture.palette.entries())
    bytes.set([(colour >> 16) & 255, (colour >> 8) & 255, colour & 255], 3 * i);
  return bytes;
}

// sub-blocks of at most 255 bytes, each after its length
function blocks(data: Uint8Array): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    parts.push([block.length], block);
  }
  return parts;
}

function joined(parts: readonly Part[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

// PNG (W3C's PNG specification, third edition).
import { deflate } from '#deflate';
import { crc32 } from '../crc32.ts';
import { UserError } from '../errors.ts';
import type { Pixels } from './pixels.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
// the colour type for 1 to 4 channels: gray, gray with alpha, RGB, RGB with alpha
const colourTypes = [0, 4, 2, 6];
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 4: 2, 2: 3, 6: 4, 3: 3 };
// the filter Up, each byte less the one above it: the cheapest of the five, and the best for most images
const up = 2;

/** Encodes eight bits per channel without loss. */
export function encodePng({ width, height, channels, bytes }: Pixels): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, colourTypes[channels - 1]!, 0, 0, 0], 8);
  const data = deflate(filtered(bytes, width * channels));
  const chunks: [string, Uint8Array][] = [
    ['IHDR', header],
    ['IDAT', data],
    ['IEND', new Uint8Array()],
  ];
  const file = new Uint8Array(chunks.reduce((length, [, { length: more }]) => length + 12 + more, signature.length));
  file.set(signature);
  let at = signature.length;
  for (const [type, content] of chunks) at = writeChunk(file, at, type, content);
  return file;
}

/** Rows as PNG stores them: a byte for the filter, then the filtered bytes. */
function filtered(bytes: Uint8Array, rowBytes: number): Uint8Array {
  const rows = bytes.length / rowBytes;
  const out = new Uint8Array(rows * (rowBytes + 1));
  for (let row = 0; row < rows; row++) {
    const from = row * rowBytes;
    const to = row * (rowBytes + 1);
    out[to] = up;
    if (row === 0) out.set(bytes.subarray(0, rowBytes), 1);
    else for (let i = 0; i < rowBytes; i++) out[to + 1 + i] = bytes[from + i]! - bytes[from + i - rowBytes]!;
  }
  return out;
}

// a chunk: length, type, content, CRC of type and content
function writeChunk(file: Uint8Array, at: number, type: string, content: Uint8Array): number {
  const view = new DataView(file.buffer);
  view.setUint32(at, content.length);
  for (let i = 0; i < 4; i++) file[at + 4 + i] = type.charCodeAt(i);
  file.set(content, at + 8);
  const end = at + 8 + content.length;
  view.setUint32(end, crc32(file.subarray(at + 4, end)));
  return end + 4;
}

/** Reads the size of a PNG. @throws UserError for bytes that are no PNG or a part of one */
export function pngSize(file: Uint8Array, what: string): Omit<Pixels, 'bytes'> {
  if (signature.some((byte, i) => file[i] !== byte)) {
    const start = Array.from(file.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new UserError(`${what} must be a PNG, got ${file.length} bytes that start with ${start || 'nothing'}`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  let at = signature.length;
  let last = '';
  while (last !== 'IEND') {
    if (at + 12 > file.length) throw new UserError(`${what} is a PNG cut off after ${file.length} bytes`);
    last = String.fromCharCode(...file.subarray(at + 4, at + 8));
    at += 12 + view.getUint32(at);
  }
  if (at > file.length) throw new UserError(`${what} is a PNG cut off after ${file.length} bytes`);
  return { width: view.getUint32(16), height: view.getUint32(20), channels: channelsOf[file[25]!] ?? 3 };
}

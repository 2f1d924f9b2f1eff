// Pixels of every form of PNG as values of an input, in files that the test writes by the PNG specification.
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { imageValues } from '../../cli/model/imageInput.ts';
import { crc32 } from '../../src/crc32.ts';

const [width, height] = [11, 9];
const whole = [[0, 0, 1, 1]] as const;
/** First column, first row, and steps of Adam7's passes. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Form {
  readonly depth: number;
  readonly colourType: number;
  readonly channels: number;
  readonly isInterlaced: boolean;
  readonly palette?: Uint8Array;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

type Sample = (x: number, y: number, channel: number) => number;

function rowOf({ depth, channels }: Form, columns: readonly number[], y: number, sample: Sample): Buffer {
  const row = Buffer.alloc(1 + Math.ceil((columns.length * channels * depth) / 8));
  const samples = columns.flatMap((x) => Array.from({ length: channels }, (_, channel) => sample(x, y, channel)));
  for (const [i, value] of samples.entries()) {
    const bit = i * depth;
    if (depth === 16) row.writeUInt16BE(value, 1 + bit / 8);
    else row[1 + (bit >> 3)]! |= value << (8 - depth - (bit & 7));
  }
  return row;
}

function png(form: Form, sample: Sample): Uint8Array {
  const rows: Buffer[] = [];
  for (const [left, top, stepX, stepY] of form.isInterlaced ? adam7 : whole) {
    const columns = Array.from({ length: Math.ceil((width - left) / stepX) }, (_, i) => left + i * stepX);
    for (let y = top; y < height; y += stepY) rows.push(rowOf(form, columns, y, sample));
  }
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, form.depth, form.colourType, 0, 0, +form.isInterlaced]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(form.palette ? [chunk('PLTE', form.palette)] : []),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', new Uint8Array()),
  ]);
}

const drawn =
  (depth: number): Sample =>
  (x, y, channel) =>
    ((x * 7 + y * 13 + channel * 5) * 97) % 2 ** depth;
const values = async (form: Form, channels: number): Promise<readonly number[]> => {
  const spec = { shape: [1, height, width, channels] };
  const read = await imageValues(png(form, drawn(form.depth)), spec, { resize: false, range: { from: 0, to: 255 } });
  return Array.from(read.values);
};
/** Bytes of all pixels, channels last. */
const pixels = (channels: number, byte: Sample): readonly number[] =>
  Array.from({ length: width * height * channels }, (_, i) => {
    const at = Math.floor(i / channels);
    return byte(at % width, Math.floor(at / width), i % channels);
  });

const forms: readonly (readonly [string, number, number, number])[] = [
  ['gray', 0, 1, 1],
  ['gray', 0, 2, 1],
  ['gray', 0, 4, 1],
  ['gray', 0, 8, 1],
  ['gray', 0, 16, 1],
  ['gray with alpha', 4, 8, 2],
  ['gray with alpha', 4, 16, 2],
  ['colour', 2, 8, 3],
  ['colour with alpha', 6, 16, 4],
];

describe.each([false, true])('in a PNG, interlaced: %s', (isInterlaced) => {
  test.each(forms)('pixels of %s are right', async (_, colourType, depth, channels) => {
    const form = { depth, colourType, channels, isInterlaced };
    if (isInterlaced && depth < 8)
      return expect(values(form, channels)).rejects.toThrow(
        `it is interlaced and has ${depth} bits per pixel: save it without interlacing`,
      );
    const scale = 255 / (2 ** depth - 1);
    const expected = pixels(channels, (x, y, channel) => Math.round(drawn(depth)(x, y, channel) * scale));
    expect(await values(form, channels)).toEqual(expected);
  });

  test.each([1, 2, 4, 8])('colours of a palette with indices of %i bits are right', async (depth) => {
    const palette = Uint8Array.from({ length: 3 * 2 ** depth }, (_, i) => (i * 31) % 256);
    const form = { depth, colourType: 3, channels: 1, isInterlaced, palette };
    if (isInterlaced && depth < 8)
      return expect(values(form, 3)).rejects.toThrow(`it is interlaced and has ${depth} bits per pixel`);
    const expected = pixels(3, (x, y, channel) => palette[3 * drawn(depth)(x, y, 0) + channel]!);
    expect(await values(form, 3)).toEqual(expected);
  });
});

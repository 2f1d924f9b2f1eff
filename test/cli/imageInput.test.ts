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

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colours: number;
  readonly isInterlaced: boolean;
}

/** @param rows a filter byte and pixels for each row */
function pngFile(
  { width, height, bits, colours, isInterlaced }: Header,
  rows: Uint8Array,
  palette?: Uint8Array,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([bits, colours, 0, 0, isInterlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
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
  const header = { width, height, bits: form.depth, colours: form.colourType, isInterlaced: form.isInterlaced };
  return pngFile(header, Buffer.concat(rows), form.palette);
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
      return expect(values(form, 3)).rejects.toThrow(`is interlaced and has ${depth} bits per pixel`);
    const expected = pixels(3, (x, y, channel) => palette[3 * drawn(depth)(x, y, 0) + channel]!);
    expect(await values(form, 3)).toEqual(expected);
  });
});

/** A PNG of one row of zeros, whatever its header says. */
const zeros = (header: Partial<Header>): Uint8Array =>
  pngFile({ width: 4, height: 1, bits: 8, colours: 0, isInterlaced: false, ...header }, Buffer.alloc(20));

test.each<[string, Uint8Array, string]>([
  [
    'more pixels than memory holds',
    zeros({ width: 60_000, height: 60_000, colours: 2 }),
    'it is 60000 by 60000, more than 67108864 pixels: give a smaller image',
  ],
  ['no pixels', zeros({ width: 0 }), 'it has no pixels: its size is 0 by 1'],
  ['colours of a palette that is absent', zeros({ colours: 3 }), 'its pixels are indices, and it has no palette'],
  ['text in it', new TextEncoder().encode('text'), 'it is no PNG'],
])('an image with %s is refused', async (_, file, message) => {
  const read = imageValues(file, { shape: [1, 1, 4, 1] }, { resize: true, range: { from: 0, to: 1 } });
  await expect(read).rejects.toMatchObject({ name: 'UserError', message });
});

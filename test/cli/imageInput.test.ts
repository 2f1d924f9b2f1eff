// Images that are no plain PNG of a moderate size are refused before or after they are decoded, never read as other numbers.
import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { imageValues } from '../../cli/model/imageInput.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

interface Header {
  readonly width?: number;
  readonly height?: number;
  readonly bits?: number;
  readonly colours?: number;
  readonly isInterlaced?: boolean;
}

/** A PNG of one row of zeros, whatever its header says. */
function png({ width = 4, height = 1, bits = 8, colours = 0, isInterlaced = false }: Header): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([bits, colours, 0, 0, isInterlaced ? 1 : 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const rows = deflateSync(Buffer.alloc(20));
  const chunks = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}

const read = (file: Uint8Array) =>
  imageValues(file, { shape: [1, 1, 4, 1], dtype: 'float32' }, { resize: true, range: { from: 0, to: 1 } });

test('a plain PNG of the input’s size is read', async () => {
  expect(Array.from((await read(png({}))).values)).toEqual([0, 0, 0, 0]);
});

test.each<[string, Uint8Array, string]>([
  [
    'more pixels than memory holds',
    png({ width: 60_000, height: 60_000, colours: 2 }),
    'it is 60000 by 60000, more than 67108864 pixels: give a smaller image',
  ],
  ['no pixels', png({ width: 0 }), 'it has no pixels: its size is 0 by 1'],
  [
    'interlaced pixels smaller than a byte',
    png({ bits: 4, isInterlaced: true }),
    'it is interlaced and has 4 bits per pixel: save it without interlacing',
  ],
  ['colours of a palette that is absent', png({ colours: 3 }), 'its pixels are indices, and it has no palette'],
  ['text in it', new TextEncoder().encode('text'), 'it is no PNG'],
])('an image with %s is refused', async (_, file, message) => {
  await expect(read(file)).rejects.toMatchObject({ name: 'UserError', message });
});

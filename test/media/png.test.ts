// PNGs that another decoder reads to the same bytes, whichever zlib wrote them.
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflate } from '../../src/media/deflate.ts';
import { deflate as deflateNode } from '../../src/media/deflateNode.ts';
import { encodePng, pngSize } from '../../src/media/png.ts';
import { decodedPng } from './golden.ts';

const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    channels: fc.integer({ min: 1, max: 4 }),
  })
  .chain((size) => {
    const length = size.width * size.height * size.channels;
    return fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => ({ ...size, bytes }));
  });

test('a PNG decodes to the pixels that were encoded', () => {
  fc.assert(
    fc.property(pictures, (pixels) => {
      const file = encodePng(pixels);
      expect(decodedPng(file)).toEqual(pixels);
      const { bytes, ...size } = pixels;
      expect(pngSize(file, 'it')).toEqual(size);
    }),
  );
});

test('deflate in browsers and in Node can be inflated to the input', () => {
  const waves = Uint8Array.from({ length: 100_000 }, (_, i) => 127 + 100 * Math.sin(i / 50) + (i % 7));
  for (const bytes of [new Uint8Array(), Uint8Array.of(1), new Uint8Array(100_000), waves])
    for (const make of [deflate, deflateNode]) {
      const made = make(bytes);
      expect(Buffer.compare(inflateSync(made), bytes)).toBe(0);
      expect(made.length).toBeLessThan(bytes.length / 2 + 20);
    }
});

test.each([
  ['nothing', 0, 'it must be a PNG, got 0 bytes that start with nothing'],
  ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff), 'it must be a PNG, got 3 bytes that start with ff d8 ff'],
  ['a part', 40, 'it is a PNG cut off after 40 bytes'],
  ['all but a byte', -1, /^it is a PNG cut off after \d+ bytes$/],
] as const)('%s is no PNG', (_, given, clause) => {
  const file = encodePng({ width: 3, height: 2, channels: 3, bytes: new Uint8Array(18).fill(7) });
  expect(() => pngSize(typeof given === 'number' ? file.subarray(0, given) : given, 'it')).toThrow(clause);
});

// GIFs that another decoder reads: the same colours up to 256, and near ones beyond.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeGif } from '../../src/media/gif.ts';
import type { Pixels } from '../../src/media/pixels.ts';
import { decodedGif } from './golden.ts';

const opaque = ({ bytes, channels }: Pixels): number[] =>
  Array.from({ length: bytes.length / channels }, (_, i) => [
    ...bytes.subarray(channels * i, channels * i + 3),
    channels === 4 ? bytes[4 * i + 3]! : 255,
  ]).flat();
const frame = (width: number, height: number, colour: (i: number) => readonly number[]): Pixels => {
  const bytes = Uint8Array.from(Array.from({ length: width * height }, (_, i) => colour(i)).flat());
  return { width, height, channels: bytes.length / (width * height), bytes };
};

describe('a GIF has the exact pixels of', () => {
  const one = fc.uint8Array({ minLength: 3 * 20 * 12, maxLength: 3 * 20 * 12 });
  test('frames of 240 pixels, whatever their colours', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), (all) => {
        const frames = all.map((bytes) => ({ width: 20, height: 12, channels: 3, bytes }));
        const { frames: decoded, loops } = decodedGif(encodeGif(frames, 4));
        expect(loops).toBe(0);
        expect(decoded.map(({ delay }) => delay)).toEqual(frames.map(() => 25));
        expect(decoded.map(({ bytes }) => [...bytes])).toEqual(frames.map(opaque));
      }),
    );
  });

  // every width of a code, a full table and what follows it
  test.each([1, 2, 3, 4, 5, 16, 17, 64, 128, 129, 255, 256])('%i colours in 60,000 pixels', (colours) => {
    let seed = 1;
    const picture = frame(300, 200, (i) => {
      // pixels of noise between runs
      seed = (seed * 48_271) % 2_147_483_647;
      const colour = i < colours ? i : (i >> 9) % 3 === 0 ? seed % colours : (i >> 6) % colours;
      return [colour, 255 - colour, (colour * 7) & 255];
    });
    const { frames } = decodedGif(encodeGif([picture], 4));
    expect(Buffer.compare(frames[0]!.bytes, Uint8Array.from(opaque(picture)))).toBe(0);
  });
});

// the error that the palette of another program leaves is the measure: Pillow's, as moviepy calls it for tensorboardX,
// is 4.1 and 21.7 of such frames (root mean square)
test.each([
  [
    'waves',
    (x: number, y: number, c: number, noise: number) =>
      127 + 60 * Math.sin(x / 23 + c) + 50 * Math.cos(y / 31 - c) + 8 * noise,
    4.2,
    20,
  ],
  ['noise', (_x: number, _y: number, _c: number, noise: number) => 256 * noise, 12.2, 42],
])('%s of more colours than a palette holds are near the original', (_, value, maxDeviation, most) => {
  let seed = 7;
  const noise = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const picture = frame(256, 256, (i) => [0, 1, 2].map((c) => Math.floor(value(i % 256, i >> 8, c, noise()))));
  const [decoded] = decodedGif(encodeGif([picture], 4)).frames;
  const expected = opaque(picture);
  const errors = expected.map((byte, i) => Math.abs(byte - decoded!.bytes[i]!));
  const squares = errors.reduce((sum, error) => sum + error * error, 0);
  expect(Math.sqrt(squares / (3 * 256 * 256))).toBeLessThan(maxDeviation);
  expect(errors.reduce((a, b) => Math.max(a, b))).toBeLessThan(most);
});

test('pixels of little alpha are transparent, also with more colours than a palette holds', () => {
  for (const colours of [3, 5000]) {
    const picture = frame(100, 100, (i) => [(i % colours) & 255, (i % colours) >> 8, 9, i % 3 === 0 ? 127 : 128]);
    const { frames } = decodedGif(encodeGif([picture, picture], 4));
    for (const { bytes, transparent } of frames) {
      expect(transparent).toBe(true);
      const alphas = bytes.filter((_, i) => i % 4 === 3);
      expect([...alphas]).toEqual(Array.from(alphas, (_, i) => (i % 3 === 0 ? 0 : 255)));
      if (colours === 3)
        expect([...bytes]).toEqual(
          opaque(picture).map((byte, i) => {
            const hole = Math.floor(i / 4) % 3 === 0;
            return hole ? 0 : i % 4 === 3 ? 255 : byte;
          }),
        );
    }
  }
});

test('delays add up to the time that the frames should take, at least 2 each', () => {
  const frames = Array.from({ length: 30 }, (_, n) => frame(1, 1, () => [n, n, n]));
  const delays = (fps: number): number[] => decodedGif(encodeGif(frames, fps)).frames.map(({ delay }) => delay);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b);
  expect([...new Set(delays(30))]).toEqual([3, 4]);
  expect([30, 7, 0.5, 50, 200].map((fps) => sum(delays(fps)))).toEqual([100, 429, 6000, 60, 60]);
});

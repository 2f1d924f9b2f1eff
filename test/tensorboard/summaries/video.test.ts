// Videos: frames laid out as tensorboardX does.
import { expect, test } from 'vitest';
import { videoSummary } from '../../../src/tensorboard/summaries/video.ts';
import { bytesOf, decodedGif, golden, valuesOf } from '../../media/golden.ts';

test.each(golden.videos)('$given.dtype of $given.shape', ({ format, given, shape, frames }) => {
  const { image } = videoSummary('it', valuesOf(given), 5, format);
  const [moments, height, width, channels] = shape as [number, number, number, number];
  expect([image!.height, image!.width, image!.colorspace]).toEqual([height, width, channels]);
  const decoded = decodedGif(image!.encodedImageString!).frames;
  expect(decoded.map(({ delay }) => delay)).toEqual(Array.from({ length: moments }, () => 20));
  const expected = bytesOf(frames);
  // the reference sends bytes through fractions and cuts those off: each may lose 1
  const least = given.dtype === 'uint8' ? -1 : 0;
  decoded.forEach((frame, n) => {
    for (let pixel = 0; pixel < width * height; pixel++)
      for (let c = 0; c < 3; c++) {
        const reference = expected[channels * (n * width * height + pixel) + (channels === 1 ? 0 : c)]!;
        const difference = reference - frame.bytes[4 * pixel + c]!;
        expect(difference === 0 || difference === least).toBe(true);
      }
  });
});

test('grey pixels of a video are written as they are', () => {
  const data = Uint8Array.from({ length: 256 }, (_, i) => i);
  const { image } = videoSummary('it', { data, shape: [1, 2, 1, 8, 16] }, 4, 'NTCHW');
  const grey = decodedGif(image!.encodedImageString!).frames.flatMap(({ bytes }) => [
    ...bytes.filter((_, i) => i % 4 === 1),
  ]);
  expect(grey).toEqual([...data]);
});

const dot = { data: new Uint8Array(1), shape: [1, 1, 1, 1, 1] };
test.each<[string, () => unknown, string]>([
  ['fps', () => videoSummary('it', dot, 0, 'NTCHW'), 'fps must be a number of at least 0.0015, got 0'],
  ['no fps', () => videoSummary('it', dot, Number.NaN, 'NTCHW'), 'fps must be a number of at least 0.0015, got NaN'],
  [
    'a rank',
    () => videoSummary('it', { data: new Uint8Array(4), shape: [4] }, 4, 'NTCHW'),
    'the video of it must have 5 axes, NTCHW, got the shape [4]',
  ],
  [
    'an order',
    () => videoSummary('it', dot, 4, 'TCHW'),
    'dataformats of the video of it must order the letters of NTCHW, got TCHW',
  ],
  [
    'channels',
    () => videoSummary('it', { data: new Uint8Array(2), shape: [1, 1, 2, 1, 1] }, 4, 'NTCHW'),
    'the video of it must have 1, 3 or 4 channels, got 2',
  ],
  [
    'a size beyond GIF',
    () => videoSummary('it', { data: new Uint8Array(70_000), shape: [1, 1, 1, 1, 70_000] }, 4, 'NTCHW'),
    'the video of it must be at most 65535 pixels wide and high, got 70000x1',
  ],
])('addVideo refuses %s in one clause', (_, call, clause) => {
  expect(call).toThrow(clause);
});

// Sounds, byte for byte as libsndfile writes them for tensorboardX.
import { expect, test } from 'vitest';
import { audioSummary } from '../../../src/tensorboard/summaries/audio.ts';
import { bytesOf, golden, valuesOf } from '../../media/golden.ts';

test.each(golden.sounds)('$given.dtype of $given.shape', ({ given, wav, ...expected }) => {
  const { encodedAudioString, ...made } = audioSummary('sound', valuesOf(given), expected.sampleRate).audio!;
  expect(made).toEqual(expected);
  expect(Buffer.compare(encodedAudioString!, bytesOf(wav))).toBe(0);
});

const samples = (sound: Parameters<typeof audioSummary>[1]): [number, number[]] => {
  const { numChannels, encodedAudioString } = audioSummary('it', sound, 8000).audio!;
  return [numChannels!, [...new Int16Array(encodedAudioString!.slice(44).buffer)]];
};

test('channels may come first, 16-bit samples are written as they are, NaN is silence', () => {
  expect(samples([[0, 0.5, -0.5]])).toEqual([1, [0, 16_384, -16_384]]);
  expect(
    samples([
      [0, 0.25, 0.5],
      [1, -1, 0],
    ]),
  ).toEqual([2, [0, 32_767, 8192, -32_768, 16_384, 0]]);
  // where both could be: frames come first, as the reference has it
  expect(
    samples([
      [0, 0.25],
      [0.5, -1],
    ]),
  ).toEqual([2, [0, 8192, 16_384, -32_768]]);
  expect(samples(Int16Array.of(5, -32_768, 32_767))).toEqual([1, [5, -32_768, 32_767]]);
  expect(samples([0, Number.NaN, Number.POSITIVE_INFINITY])).toEqual([1, [0, 0, 32_767]]);
});

test('numbers a little beyond 1 are clipped, those beyond 2 are in another unit', () => {
  expect(samples([0.5, 1.25, -2])).toEqual([1, [16_384, 32_767, -32_768]]);
  expect(() => samples([0.5, -300.5])).toThrow(
    'the sound of it must be from -1 to 1, got numbers up to 300.5: samples of 16 bits come in an Int16Array, or are divided by 32768',
  );
});

test.each<[string, Parameters<typeof audioSummary>[1], number, string]>([
  ['a rate', [0], 0, 'sampleRate must be a whole number from 1 to 2147483647, got 0'],
  ['half a rate', [0], 0.5, 'sampleRate must be a whole number from 1 to 2147483647, got 0.5'],
  [
    'channels',
    [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
    8,
    'the sound of it must be of the shape [frames] or [frames, channels] with 1 or 2 channels, got [3, 3]',
  ],
  [
    'a number',
    1,
    8,
    'the sound of it must be of the shape [frames] or [frames, channels] with 1 or 2 channels, got []',
  ],
  ['nothing', [], 8, 'the sound of it must not be empty, got the shape [0]'],
  [
    'other whole numbers',
    Int32Array.of(1, 2),
    8,
    'the sound of it must be floats from -1 to 1 or an Int16Array, got int32',
  ],
])('addAudio refuses %s in one clause', (_, sound, rate, clause) => {
  expect(() => audioSummary('it', sound, rate)).toThrow(clause);
});

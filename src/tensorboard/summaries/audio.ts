// Sound for TensorBoard's Audio dashboard, as WAVs.
import { expectCount } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { arrayIn, type NumberArray, type Values } from '../../media/tensorInput.ts';
import { encodeWav } from '../../media/wav.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { blobMetadata } from './metadata.ts';

// TensorBoard's Rust loader reads the type of the file only from here: AudioPluginData { encoding = 2: WAV = 11 }
const metadata = blobMetadata('audio', Uint8Array.of(0x10, 11));

/**
 * The summary of a sound, in 16 bits as libsndfile writes them for tensorboardX. Samples are from -1 to 1, those outside are
 * clipped, NaN is silence; an Int16Array is written as it is.
 * @throws UserError for whole numbers beyond 1, and for any beyond 2: they are in another unit
 */
export function audioSummary(tag: string, sound: Values, sampleRate: number): tensorboard.Summary.IValue {
  const what = `the sound of ${tag}`;
  const array = arrayIn(sound, what);
  if (/int|bool/.test(array.dtype) && array.dtype !== 'int16')
    throw new UserError(`${what} must be floats from -1 to 1 or an Int16Array, got ${array.dtype}`);
  if (array.dtype !== 'int16') expectFractions(array.numbers, what);
  const { frames, channels, at } = framesOf(array, what);
  // a WAV file has four bytes for the bytes of a second
  expectCount('sampleRate', sampleRate, 1, Math.floor((2 ** 32 - 1) / (2 * channels)));
  const samples = new Int16Array(frames * channels);
  const whole = array.dtype === 'int16';
  for (let frame = 0; frame < frames; frame++)
    for (let channel = 0; channel < channels; channel++) {
      const sample = array.numbers[at(frame, channel)]!;
      samples[frame * channels + channel] = whole ? sample : sixteenBits(sample);
    }
  const encodedAudioString = encodeWav(samples, channels, sampleRate);
  const contentType = 'audio/wav';
  return {
    tag,
    metadata,
    audio: { sampleRate, numChannels: channels, lengthFrames: frames, encodedAudioString, contentType },
  };
}

// a peak of +6 dB: louder than any mix that is merely too loud
const maxPeak = 2;

/** Refuses numbers that are no fractions of the full scale, such as PCM samples as floats, which would be clipped to noise. */
function expectFractions(numbers: ArrayLike<number>, what: string): void {
  let peak = 0;
  let isWhole = true;
  for (let i = 0; i < numbers.length; i++) {
    const size = Math.abs(numbers[i]!);
    if (!Number.isFinite(size)) continue;
    peak = Math.max(peak, size);
    isWhole &&= Number.isInteger(size);
  }
  if (peak <= (isWhole ? 1 : maxPeak)) return;
  throw new UserError(
    `${what} must be from -1 to 1, got ${isWhole ? 'whole numbers' : 'numbers'} up to ${peak}: samples of 16 bits come in an Int16Array, or are divided by 32768`,
  );
}

interface Frames {
  readonly frames: number;
  readonly channels: number;
  /** the index of a sample in the array */
  at(frame: number, channel: number): number;
}

/** Reads the shape: [frames], [frames, channels] as in tensorboardX, or [channels, frames] as in torch. */
function framesOf({ shape }: NumberArray, what: string): Frames {
  const [first = 0, second = 1, ...others] = shape;
  const [wide, high] = [second === 1 || second === 2, first === 1 || first === 2];
  if (shape.length === 0 || others.length > 0 || !(wide || high))
    throw new UserError(
      `${what} must be of the shape [frames] or [frames, channels] with 1 or 2 channels, got [${shape.join(', ')}]`,
    );
  if (first * second === 0) throw new UserError(`${what} must not be empty, got the shape [${shape.join(', ')}]`);
  return wide
    ? { frames: first, channels: second, at: (frame, channel) => frame * second + channel }
    : { frames: second, channels: first, at: (frame, channel) => channel * second + frame };
}

/** A sample rounded to 32 bits, of which the lower 16 are cut off. */
function sixteenBits(sample: number): number {
  if (Number.isNaN(sample)) return 0;
  return Math.max(Math.min(Math.floor(Math.round(sample * 2 ** 31) / 2 ** 16), 32_767), -32_768);
}

// Spectrograms of sounds.
import * as tf from '@tensorflow/tfjs-core';
import { convolve } from '../convolve.ts';
import { layerKind, type Shape } from '../layerKind.ts';
import { count, dataFormat, flag, nullable, number, oneOf } from '../settings.ts';
import { channelsOf, windowCount, withSpatial } from '../shapes.ts';

const floor = 1e-7;

const nextPowerOfTwo = (length: number): number => 2 ** Math.ceil(Math.log2(length));

interface Frames {
  readonly mode: string;
  readonly frameLength: number;
  readonly frameStep: number | null;
  readonly fftLength: number | null;
  readonly padding: 'valid' | 'same';
  readonly dataFormat: 'channelsLast' | 'channelsFirst';
  readonly expandDims: boolean;
}

const binsOf = ({ fftLength, frameLength }: Frames): number =>
  Math.floor((fftLength ?? nextPowerOfTwo(frameLength)) / 2) + 1;

const windowsOf = ({ frameStep, frameLength, padding }: Frames) => ({
  strides: [frameStep ?? Math.floor(frameLength / 2)],
  dilationRate: [1],
  padding,
});

/** Short-time Fourier transform by kernels that are weights: [batch, samples, channels] to [batch, frames, frequencies]. */
export const stftSpectrogram = layerKind({
  settings: {
    mode: oneOf(['log', 'magnitude', 'psd', 'real', 'imag', 'angle', 'stft'], 'log'),
    frameLength: count(256),
    frameStep: nullable(count()),
    fftLength: nullable(count()),
    padding: oneOf(['valid', 'same'], 'valid'),
    expandDims: flag(false),
    dataFormat: dataFormat(),
  },
  weights({ config }) {
    const shape = [config.frameLength, 1, binsOf(config)];
    return [
      ...(config.mode !== 'imag' ? [{ name: 'real_kernel', shape }] : []),
      ...(config.mode !== 'real' ? [{ name: 'imag_kernel', shape }] : []),
    ];
  },
  outputShape({ config, shapes: [shape] }) {
    const channels = channelsOf(shape, config.dataFormat);
    const bins = binsOf(config) * (config.mode === 'stft' ? 2 : 1);
    const frames = (size: number | null): number | null => windowCount(size, config.frameLength, 0, windowsOf(config));
    if (!config.expandDims) return withSpatial(shape, config.dataFormat, frames, channels && channels * bins);
    return config.dataFormat === 'channelsLast'
      ? [shape[0]!, frames(shape[1]!), bins, channels]
      : [shape[0]!, channels, frames(shape[2]!), bins];
  },
  call([x], { config, weights }) {
    // [batch, channels, samples]
    const signals = config.dataFormat === 'channelsLast' ? tf.transpose(x, [0, 2, 1]) : x;
    const [batch, channels, samples] = signals.shape as [number, number, number];
    const apply = (kernel: tf.Tensor | undefined): tf.Tensor | undefined => {
      if (!kernel) return undefined;
      const frames = convolve(tf.reshape(signals, [batch * channels, samples, 1]), kernel, windowsOf(config));
      return tf.reshape(frames, [batch, channels, ...frames.shape.slice(1)]);
    };
    // [batch, channels, frames, frequencies]
    const spectrum = spectrumOf(config.mode, apply(weights.real_kernel), apply(weights.imag_kernel));
    if (config.expandDims)
      return config.dataFormat === 'channelsLast' ? tf.transpose(spectrum, [0, 2, 3, 1]) : spectrum;
    const [, , frames, bins] = spectrum.shape as [number, number, number, number];
    const flat = tf.reshape(tf.transpose(spectrum, [0, 1, 3, 2]), [batch, channels * bins, frames]);
    return config.dataFormat === 'channelsLast' ? tf.transpose(flat, [0, 2, 1]) : flat;
  },
});

function spectrumOf(mode: string, real: tf.Tensor | undefined, imag: tf.Tensor | undefined): tf.Tensor {
  if (mode === 'real') return real!;
  if (mode === 'imag') return imag!;
  if (mode === 'angle') return tf.atan2(imag!, real!);
  if (mode === 'stft') return tf.concat([real!, imag!], -1);
  const power = tf.add(tf.square(real!), tf.square(imag!));
  if (mode === 'psd') {
    // all frequencies but the first and the last stand for two
    const [batch, channels, frames, bins] = power.shape as [number, number, number, number];
    const inner = tf.slice(power, [0, 0, 0, 1], [batch, channels, frames, bins - 2]);
    return tf.add(
      power,
      tf.pad(inner, [
        [0, 0],
        [0, 0],
        [0, 0],
        [1, 1],
      ]),
    );
  }
  const magnitude = tf.sqrt(tf.maximum(power, floor));
  return mode === 'magnitude' ? magnitude : tf.log(tf.maximum(magnitude, floor));
}

/** Spectrogram on the mel scale: [batch, samples] to [batch, mel bins, frames]. */
export const melSpectrogram = layerKind({
  settings: {
    fftLength: count(2048),
    sequenceStride: count(512),
    sequenceLength: nullable(count()),
    window: nullable(oneOf(['hann', 'hamming'], 'hann')),
    samplingRate: count(16000),
    numMelBins: count(128),
    minFreq: number(20),
    maxFreq: nullable(number()),
    powerToDb: flag(true),
    topDb: number(80),
    magExp: number(2),
    minPower: number(1e-10),
    refPower: number(1),
  },
  outputShape({ config, shapes: [shape] }) {
    const samples = shape.at(-1)!;
    const frames = samples && Math.floor((samples + config.sequenceStride + 1) / config.sequenceStride);
    return [...shape.slice(0, -1), config.numMelBins, frames] as Shape;
  },
  call([x], { config }) {
    const length = config.sequenceLength ?? config.fftLength;
    const half = Math.floor(config.fftLength / 2);
    const signals = x.rank === 1 ? tf.expandDims(x, 0) : x;
    const padded = tf.expandDims(
      tf.mirrorPad(
        signals,
        [
          [0, 0],
          [half, half],
        ],
        'reflect',
      ),
      -1,
    );
    const windows = { strides: [config.sequenceStride], dilationRate: [1], padding: 'valid' as const };
    const [cosines, sines] = waves(config.fftLength, windowOf(config.window, length));
    const power = tf.add(tf.square(convolve(padded, cosines, windows)), tf.square(convolve(padded, sines, windows)));
    const bins = tf.matMul(
      tf.reshape(tf.pow(tf.sqrt(power), config.magExp), [-1, half + 1]),
      melWeights(
        config.numMelBins,
        half + 1,
        config.samplingRate,
        config.minFreq,
        config.maxFreq ?? Math.trunc(config.samplingRate / 2),
      ),
    );
    const scaled = config.powerToDb ? decibels(bins, config) : bins;
    const mel = tf.transpose(tf.reshape(scaled, [signals.shape[0]!, -1, config.numMelBins]), [0, 2, 1]);
    return x.rank === 1 ? tf.squeeze(mel, [0]) : mel;
  },
});

function decibels(
  power: tf.Tensor,
  { minPower, refPower, topDb }: { minPower: number; refPower: number; topDb: number },
): tf.Tensor {
  const log = tf.mul(tf.log(tf.maximum(power, minPower)), 10 / Math.LN10);
  const level = tf.sub(log, 10 * Math.log10(Math.max(Math.abs(refPower), minPower)));
  return tf.maximum(level, tf.sub(tf.max(level), topDb));
}

function windowOf(name: 'hann' | 'hamming' | null, length: number): number[] {
  const [base, swing] = name === null ? [1, 0] : name === 'hann' ? [0.5, 0.5] : [0.54, 0.46];
  return Array.from({ length }, (_, i) => base - swing * Math.cos((2 * Math.PI * i) / length));
}

/** Kernels [fft length, 1, frequencies] of the real and the imaginary part, times a window in the middle. */
function waves(fftLength: number, window: readonly number[]): [tf.Tensor, tf.Tensor] {
  const bins = Math.floor(fftLength / 2) + 1;
  const before = Math.floor((fftLength - window.length) / 2);
  const cosine = Array.from({ length: fftLength }, (_, i) => Math.cos((2 * Math.PI * i) / fftLength));
  const sine = Array.from({ length: fftLength }, (_, i) => Math.sin((2 * Math.PI * i) / fftLength));
  const kernels = [cosine, sine].map((wave) => {
    const values = new Float32Array(fftLength * bins);
    for (let i = 0; i < window.length; i++)
      for (let k = 0; k < bins; k++)
        values[(i + before) * bins + k] = window[i]! * wave[((i + before) * k) % fftLength]!;
    return tf.tensor(values, [fftLength, 1, bins]);
  });
  return kernels as [tf.Tensor, tf.Tensor];
}

const melOf = (hertz: number): number => 1127 * Math.log(1 + hertz / 700);

/** How much of each frequency a mel bin has: [frequencies, mel bins], triangles on the mel scale. */
function melWeights(melBins: number, bins: number, rate: number, low: number, high: number): tf.Tensor2D {
  const [from, to] = [melOf(low), melOf(high)];
  const edges = Array.from({ length: melBins + 2 }, (_, i) => from + ((to - from) * i) / (melBins + 1));
  const rows = Array.from({ length: bins }, (_, k) => {
    const mel = melOf((k * rate) / 2 / (bins - 1));
    return Array.from({ length: melBins }, (__, i) => {
      const [left, middle, right] = edges.slice(i, i + 3) as [number, number, number];
      return k === 0 ? 0 : Math.max(0, Math.min((mel - left) / (middle - left), (right - mel) / (right - middle)));
    });
  });
  return tf.tensor2d(rows);
}

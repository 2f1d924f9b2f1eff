// WAV of 16-bit samples (Microsoft's RIFF, WAVE_FORMAT_PCM).

const headerBytes = 44;

/**
 * @param samples [frames, channels]
 * @param sampleRate frames per second
 */
export function encodeWav(samples: Int16Array, channels: number, sampleRate: number): Uint8Array {
  const file = new Uint8Array(headerBytes + 2 * samples.length);
  const view = new DataView(file.buffer);
  const text = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; i++) file[at + i] = letters.charCodeAt(i);
  };
  text(0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true); // bytes of the format below
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * 2, true);
  view.setUint16(32, channels * 2, true); // bytes of a frame
  view.setUint16(34, 16, true); // bits of a sample
  text(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  for (let i = 0; i < samples.length; i++) view.setInt16(headerBytes + 2 * i, samples[i]!, true);
  return file;
}

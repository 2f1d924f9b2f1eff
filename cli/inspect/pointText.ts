// Points of event files as text, rows and JSON objects.
import type { Point } from '../../src/tensorboard/reading/points.ts';
import type { ReadValue } from '../../src/tensorboard/reading/readValue.ts';

export const pointHeads = ['run', 'step', 'time', 'value'];

let lastTime = { seconds: Number.NaN, text: 'NaN' };

/** A time in UTC in the form of ISO 8601; a time outside the calendar stays a number of seconds. */
export function timeText(seconds: number): string {
  // many points have the time of the one before, and formatting is slow
  if (seconds !== lastTime.seconds) {
    const date = new Date(seconds * 1000);
    lastTime = { seconds, text: Number.isNaN(date.getTime()) ? `${seconds}` : date.toISOString() };
  }
  return lastTime.text;
}

export const pointRow = ({ run, step, wallTime, value }: Point): (string | number)[] => [
  run,
  step,
  timeText(wallTime),
  value.scalar ?? valueText(value),
];

/** One line that describes a value. */
function valueText({ text, histogram, images, audio, tensor, content, plugin }: ReadValue): string {
  if (text !== undefined) return text;
  if (histogram) return `${histogram.num} numbers from ${histogram.min} to ${histogram.max}`;
  if (images) return images.map(({ width, height }) => `image of ${width} x ${height}`).join(', ');
  if (audio) return audio.map(({ encoded }) => `audio of ${encoded.length} bytes`).join(', ');
  if (tensor) return `tensor ${tensor.dtype} [${tensor.shape.join(', ')}]`;
  return `${content?.length ?? 0} bytes for ${plugin}`;
}

/** A point for JSON: NaN and infinity are their names, 64-bit integers text, bytes base64. */
export function pointObject({ run, step, wallTime, value }: Point): object {
  const { scalar, tensor, ...rest } = value;
  const index = { run, step, wallTime: plain(wallTime) };
  if (scalar !== undefined) return { ...index, value: plain(scalar) };
  const numbers = tensor && { tensor: { ...tensor, values: Array.from(tensor.values as ArrayLike<unknown>, plain) } };
  return { ...index, ...(plain(rest) as object), ...numbers };
}

function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : `${value}`;
  if (typeof value === 'bigint') return `${value}`;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  return value;
}

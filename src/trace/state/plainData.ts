// Objects that hold numbers which code writes in place: typed arrays, buffers, dates.
import * as tf from '@tensorflow/tfjs-core';

/** Whether a value is a typed array, a DataView, an ArrayBuffer, a Date or a buffer of tf.buffer(). */
export const isData = (value: object): boolean =>
  value instanceof Date || value instanceof tf.TensorBuffer || bytesOf(value) !== undefined;

/** Copies the data in `value`. @returns a function that writes it back; undefined for a value that is no data */
export function copyOfData(value: object): (() => void) | undefined {
  if (value instanceof Date) {
    const time = value.getTime();
    return () => void value.setTime(time);
  }
  if (value instanceof tf.TensorBuffer) {
    const { values } = value;
    const elements = values.slice();
    return () => {
      for (let i = 0; i < elements.length; i++) values[i] = elements[i]!;
      value.values = values;
    };
  }
  const bytes = bytesOf(value);
  if (!bytes) return undefined;
  const copy = bytes.slice();
  // a buffer that was transferred meanwhile has no bytes
  return () => void (bytes.byteLength === copy.byteLength && bytes.set(copy));
}

function bytesOf(value: object): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const isBuffer =
    value instanceof ArrayBuffer || (typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer);
  return isBuffer ? new Uint8Array(value) : undefined;
}

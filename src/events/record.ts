// A record of an event file (TensorFlow's TFRecord), framed where it stands. In: a message's bytes. Out: the framed bytes.
//   u64le length | u32le masked crc of length | data | u32le masked crc of data
import { maskedCrc32c } from './crc32c.ts';

/** bytes before the data, and after it */
export const [headBytes, tailBytes] = [12, 4];

/** Frames the `length` bytes of data at `at + headBytes`. */
export function frame(bytes: Uint8Array, view: DataView, at: number, length: number): void {
  const data = at + headBytes;
  view.setUint32(at, length % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(length / 2 ** 32), true);
  view.setUint32(at + 8, maskedCrc32c(bytes, at, at + 8), true);
  view.setUint32(data + length, maskedCrc32c(bytes, data, data + length), true);
}

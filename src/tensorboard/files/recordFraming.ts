// The frame of a record in an event file (TensorFlow's TFRecord):
//   u64le length | u32le masked crc of length | data | u32le masked crc of data
import { lengthChecker, maskedCrc32c } from './crc32c.ts';

/** Bytes of a frame before the data, and after it. */
export const [headBytes, tailBytes] = [12, 4];

/** Frames the `length` bytes of data at `at + headBytes`. */
export function frame(bytes: Uint8Array, view: DataView, at: number, length: number): void {
  const data = at + headBytes;
  view.setUint32(at, length % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(length / 2 ** 32), true);
  view.setInt32(at + 8, maskedCrc32c(bytes, at, at + 8), true);
  view.setInt32(data + length, maskedCrc32c(bytes, data, data + length), true);
}

let isChecksum: ReturnType<typeof lengthChecker> | undefined;

/** The length of the data from the head at `at`, whose bytes are all there; or the reason why it is no head. */
export function headLength(bytes: Uint8Array, view: DataView, at: number): number | string {
  isChecksum ??= lengthChecker();
  const length = view.getInt32(at, true);
  const checksum = view.getInt32(at + 8, true);
  if (length >= 0 && view.getInt32(at + 4, true) === 0 && isChecksum(length, checksum)) return length;
  if (checksum !== maskedCrc32c(bytes, at, at + 8)) return 'the checksum of a length is wrong';
  return `an event cannot have ${view.getBigUint64(at, true)} bytes`;
}

// The frame of a record in an event file (TensorFlow's TFRecord):
//   u64le length | u32le masked crc of length | data | u32le masked crc of data
import { maskedCrc32c } from './crc32c.ts';

/** Bytes of a frame before the data, and after it. */
export const [headBytes, tailBytes] = [12, 4];

// protobuf's limit of a message
const maxDataBytes = 2 ** 31 - 1;

/** Frames the `length` bytes of data at `at + headBytes`. */
export function frame(bytes: Uint8Array, view: DataView, at: number, length: number): void {
  const data = at + headBytes;
  view.setUint32(at, length % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(length / 2 ** 32), true);
  view.setInt32(at + 8, maskedCrc32c(bytes, at, at + 8), true);
  view.setInt32(data + length, maskedCrc32c(bytes, data, data + length), true);
}

/** The length of the data from the head at `at`, whose bytes are all there; or the reason why it is no head. */
export function headLength(bytes: Uint8Array, view: DataView, at: number): number | string {
  if (view.getInt32(at + 8, true) !== maskedCrc32c(bytes, at, at + 8)) return 'the checksum of a length is wrong';
  const length = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  return length > maxDataBytes ? `an event cannot have ${length} bytes` : length;
}

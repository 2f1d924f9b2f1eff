// A record of an event file (TensorFlow's TFRecord), framed and found where it stands. In: bytes. Out: the framed bytes,
// or what stands in them.
//   u64le length | u32le masked crc of length | data | u32le masked crc of data
import { maskedCrc32c } from './crc32c.ts';

/** bytes before the data, and after it */
export const [headBytes, tailBytes] = [12, 4];

// protobuf's own limit of a message
const mostBytes = 2 ** 31 - 1;

/** Frames the `length` bytes of data at `at + headBytes`. */
export function frame(bytes: Uint8Array, view: DataView, at: number, length: number): void {
  const data = at + headBytes;
  view.setUint32(at, length % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(length / 2 ** 32), true);
  view.setUint32(at + 8, maskedCrc32c(bytes, at, at + 8), true);
  view.setUint32(data + length, maskedCrc32c(bytes, data, data + length), true);
}

/** The length of a good record's data at `at`, `short` where bytes after `end` may make one, or what is wrong. */
export function unframe(bytes: Uint8Array, view: DataView, at: number, end: number): number | string {
  const data = at + headBytes;
  if (data > end) return 'short';
  if (view.getUint32(at + 8, true) !== maskedCrc32c(bytes, at, at + 8)) return 'the checksum of a length is wrong';
  const length = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  if (length > mostBytes) return `an event cannot have ${length} bytes`;
  if (data + length + tailBytes > end) return 'short';
  if (view.getUint32(data + length, true) !== maskedCrc32c(bytes, data, data + length))
    return 'the checksum of an event is wrong';
  return length;
}

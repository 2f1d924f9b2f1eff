// A record of an event file (TensorFlow's TFRecord). In: a message's bytes. Out: the framed bytes.
//   u64le length | u32le masked crc of length | data | u32le masked crc of data
import { maskedCrc32c } from './crc32c.ts';

export function frame(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 16);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc32c(bytes.subarray(0, 8)), true);
  bytes.set(data, 12);
  view.setUint32(12 + data.length, maskedCrc32c(data), true);
  return bytes;
}

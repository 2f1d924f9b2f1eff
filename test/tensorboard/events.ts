// Reads and writes the records of a test's own event file, with the checks of a strict reader.
import { readFileSync } from 'node:fs';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { maskedCrc32c } from '../../src/tensorboard/files/crc32c.ts';
import { messageOf, RecordBuffer } from '../../src/tensorboard/files/recordBuffer.ts';

/** The bytes of records that hold these encoded events. */
export function recordsOf(events: readonly Uint8Array[]): Uint8Array {
  const records = new RecordBuffer();
  for (const event of events) records.add(messageOf(event));
  return records.bytes.slice();
}

export const events = (path: string): tensorboard.Event[] => eventsIn(readFileSync(path), path);

export function eventsIn(file: Uint8Array, path: string): tensorboard.Event[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const found: tensorboard.Event[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = Number(bytes.readBigUInt64LE(at));
    const data = bytes.subarray(at + 12, at + 12 + length);
    if (bytes.readInt32LE(at + 12 + length) !== maskedCrc32c(data))
      throw new Error(`corruption at byte ${at} of ${path}`);
    found.push(tensorboard.Event.decode(data));
    at += length + 16;
  }
  return found;
}

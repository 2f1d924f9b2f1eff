// The records of an event file, one by one, their checksums checked. In: chunks of bytes. Out: messages, and damage.
import { UserError } from '../userError.ts';
import { maskedCrc32c } from './crc32c.ts';
import { headBytes, tailBytes } from './record.ts';

/** What is wrong in an event file, and where. */
export interface Damage {
  /** of the first byte that is not as it should be */
  readonly offset: number;
  readonly reason: string;
}

export class EventFileError extends UserError {
  override name = 'EventFileError';
  readonly offset: number;
  constructor({ offset, reason }: Damage, source: string) {
    super(`${source} is damaged at byte ${offset}: ${reason}`);
    this.offset = offset;
  }
}

export type OnDamage = 'throw' | 'stop' | 'resync';

export interface StoredRecord {
  /** of its frame, in bytes from the beginning */
  readonly offset: number;
  readonly data: Uint8Array;
}

interface RecordsOptions {
  readonly onDamage: OnDamage;
  /** what error messages call the source */
  readonly source: string;
  /** told of what is left out with `stop` and `resync` */
  readonly damaged: (damage: Damage) => void;
}

/** Holds one record and one chunk at most. A record of a resynchronised file passed both of its checksums, as any other. */
export async function* records(
  chunks: AsyncIterable<Uint8Array>,
  { onDamage, source, damaged }: RecordsOptions,
): AsyncGenerator<StoredRecord> {
  let bytes: Buffer = Buffer.alloc(0);
  // where `bytes` begins in the file
  let base = 0;
  let lost: Damage | undefined;
  const report = (damage: Damage): boolean => {
    if (onDamage === 'throw') throw new EventFileError(damage, source);
    damaged(damage);
    return onDamage === 'stop';
  };
  for await (const chunk of chunks) {
    bytes =
      bytes.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([bytes, chunk]);
    let at = 0;
    for (;;) {
      const found = recordAt(bytes, at);
      if (found === 'short') break;
      if (typeof found === 'object') {
        lost = undefined;
        yield { offset: base + at, data: found.data };
        at += found.data.length + headBytes + tailBytes;
        continue;
      }
      // the bytes between two good records are one damage
      if (lost === undefined) {
        lost = { offset: base + at, reason: found };
        if (report(lost)) return;
      }
      at += 1;
    }
    bytes = bytes.subarray(at);
    base += at;
  }
  // what is left is not a whole record: but a good one may begin within it, where a damaged length claimed too much
  for (let at = 0; bytes.length > 0 && at < bytes.length; at++) {
    const found = recordAt(bytes, at);
    if (typeof found === 'object' && lost !== undefined) {
      yield { offset: base + at, data: found.data };
      at += found.data.length + headBytes + tailBytes - 1;
      continue;
    }
    lost ??= tail(base + at, bytes.length - at);
    if (lost.offset === base + at && report(lost)) return;
    if (onDamage !== 'resync') return;
  }
}

const tail = (offset: number, left: number): Damage => ({ offset, reason: `it ends ${left} bytes into a record` });

/** A good record, `short` where more bytes may make one, or what is wrong. */
function recordAt(bytes: Buffer, at: number): { readonly data: Uint8Array } | 'short' | string {
  const left = bytes.length - at;
  if (left < headBytes) return 'short';
  if (bytes.readUInt32LE(at + 8) !== maskedCrc32c(bytes, at, at + 8)) return 'the checksum of a length is wrong';
  const length = bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
  if (left < headBytes + length + tailBytes) return 'short';
  const data = at + headBytes;
  if (bytes.readUInt32LE(data + length) !== maskedCrc32c(bytes, data, data + length))
    return 'the checksum of an event is wrong';
  return { data: bytes.subarray(data, data + length) };
}

// Event files of a test: written to a folder of its own, and read whole.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OnCorruption, type ReadEvent, readEvents, SummaryWriter } from '../../../src/index.ts';

/** The folder of one test file. */
export const folder = mkdtempSync(join(tmpdir(), 'events-'));

/** The events of a file, or of bytes in chunks of a size, and the corruption reported on the way. */
export async function readAll(source: string | Uint8Array, onCorruption: OnCorruption = 'throw', chunk = 1 << 20) {
  const corruption: { offset: number; reason: string }[] = [];
  const found: ReadEvent[] = [];
  async function* chunks(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const from = typeof source === 'string' ? source : chunks(source);
  for await (const event of readEvents(from, { onCorruption, reportCorruption: (d) => corruption.push(d) }))
    found.push(event);
  return { found, corruption };
}

/** Writes one event file and returns its path. */
export async function written(add: (writer: SummaryWriter) => void): Promise<string> {
  const writer = new SummaryWriter({ logdir: folder });
  add(writer);
  await writer.close();
  return writer.path!;
}

// Spools of writers in a folder of the test's own, and a store in memory that they are sent to.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectStore } from '../../../src/storage/s3/objectStore.ts';
import { RunUpload, type UploadContext } from '../../../src/storage/s3/runUpload.ts';
import { Slots } from '../../../src/storage/s3/slots.ts';
import { createSpool, readTarget } from '../../../src/storage/s3/spoolFolder.ts';
import { SpoolUpload } from '../../../src/storage/s3/spoolUpload.ts';

/** Has spools kept in a new folder from now on. @returns the folder */
export function ownSpools(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spools-'));
  process.env.XDG_STATE_HOME = folder;
  return folder;
}

/** Creates the spool of a writer of `s3://bucket/<key>`, whose objects begin with `head-`. */
export const newSpool = (key: string): string =>
  createSpool({
    run: { scheme: 's3', bucket: 'bucket', key },
    settings: { scheme: 's3', endpoint: 'http://127.0.0.1:1', region: 'us-east-1' },
    wallTime: 1_700_000_000,
    host: 'machine',
    pid: process.pid,
    suffix: '',
    head: Buffer.from('head-').toString('base64'),
  });

/** The sending of runs to one store, of which nobody is told. */
export const contextOf = (store: ObjectStore, more: Partial<UploadContext> = {}): UploadContext => ({
  storeOf: () => store,
  wholeLength: ({ length }) => length,
  stored: () => undefined,
  named: () => undefined,
  refused: () => undefined,
  ended: () => undefined,
  ...more,
});

/** The loop that sends a spool to the store of `context`. */
export function uploadOf(folder: string, context: UploadContext, segmentBytes = 1000): RunUpload {
  const target = readTarget(folder)!;
  const upload = new SpoolUpload(folder, target, context.storeOf(target.settings), segmentBytes);
  return new RunUpload(1, upload, context, new Slots(8), () => []);
}

/** A store in memory. `fail` is called before each request, and may throw. */
export function memoryStore(fail: () => Promise<void> | void = () => undefined) {
  const objects = new Map<string, Uint8Array>();
  const store: ObjectStore = {
    async put(_, key, body, isNew) {
      await fail();
      if (isNew && objects.has(key)) return false;
      objects.set(key, body);
      return true;
    },
    async get(_, key) {
      await fail();
      return objects.get(key);
    },
    async *list() {
      await fail();
      yield { objects: [...objects.keys()].sort().map((key) => ({ key, size: 0, etag: '' })), folders: [] };
    },
  };
  const texts = (): string[] =>
    [...objects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, body]) => `${Buffer.from(body)}`);
  return { store, texts, objects };
}

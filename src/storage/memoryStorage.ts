// Event files in memory, for a browser or a test. In: records. Out: the bytes of each file by its path.
import { Pending } from '../tensorboard/files/recordBuffer.ts';
import { type EventStorage, fileStem } from './storage.ts';

export interface MemoryStorage extends EventStorage {
  /** the files as they are now, those of embeddings too, `runs/<date>_<time>_<host>/events.out.tfevents.…` to its bytes */
  files(): Map<string, Uint8Array>;
}

/** Nothing is on a disk: a page may offer `files()` for download. @param host stands in the names */
export function memoryStorage(host = 'memory'): MemoryStorage {
  const records = new Map<string, Pending>();
  const others = new Map<string, Uint8Array>();
  return {
    host,
    join: (folder, name) => `${folder.replace(/\/+$/, '')}/${name}`,
    create(logdir, suffix) {
      const folder = this.join(logdir, '');
      const names = [...records.keys()]
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length));
      const path = `${folder}${fileStem(host, names)}.0${suffix}`;
      const pending = new Pending();
      records.set(path, pending);
      return {
        path,
        append: (message) => pending.add(message.length, (bytes, _, at) => bytes.set(message, at)),
        appendWith: (length, write) => pending.add(length, write),
        flush: () => undefined,
        sync: async () => undefined,
        close: () => undefined,
        discard: () => void records.delete(path),
      };
    },
    read: (path) => others.get(path),
    write: (path, bytes) => void others.set(path, bytes.slice()),
    append(path, bytes) {
      const before = others.get(path) ?? new Uint8Array();
      const all = new Uint8Array(before.length + bytes.length);
      all.set(before);
      all.set(bytes, before.length);
      others.set(path, all);
    },
    files: () => new Map([...[...records].map(([path, { bytes }]) => [path, bytes.slice()] as const), ...others]),
  };
}

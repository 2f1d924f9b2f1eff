// Event files in memory, for a browser or a test. In: records. Out: the bytes of each file by its path.
import { Pending } from './pending.ts';
import { type EventStorage, fileStem } from './storage.ts';

export interface MemoryStorage extends EventStorage {
  /** the files as they are now, `runs/<date>_<time>_<host>/events.out.tfevents.…` to its bytes */
  files(): Map<string, Uint8Array>;
}

/** Nothing is on a disk: a page may offer `files()` for download. @param host stands in the names */
export function memoryStorage(host = 'memory'): MemoryStorage {
  const records = new Map<string, Pending>();
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
      };
    },
    files: () => new Map([...records].map(([path, { bytes }]) => [path, bytes.slice()])),
  };
}

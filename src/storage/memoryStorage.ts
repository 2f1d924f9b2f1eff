// Files in memory, for a browser or a test.
import { eventFileStem } from './eventFileName.ts';
import { GrowingBytes } from './growingBytes.ts';
import type { NewFile, WritableStorage } from './storage.ts';

/** A storage whose files are in memory. */
export interface MemoryStorage extends WritableStorage {
  /** The bytes of each file by its path, such as `runs/<date>_<time>_<host>/events.out.tfevents.…`; copies. */
  files(): Map<string, Uint8Array>;
}

/**
 * Creates a storage for a `SummaryWriter` without a disk; a page may offer `files()` for download.
 * @param host the machine's name in the names of folders and files
 */
export function memoryStorage(host = 'memory'): MemoryStorage {
  const files = new Map<string, GrowingBytes>();
  const unclosed = new Map<string, NewFile>();
  const fileAt = (path: string): GrowingBytes => {
    const known = files.get(path) ?? new GrowingBytes();
    files.set(path, known);
    return known;
  };
  return {
    host,
    join: (folder, name) => `${folder.replace(/\/+$/, '')}/${name}`,
    create(newFile) {
      const { folder, wallTime, suffix, head } = newFile;
      const prefix = this.join(folder, '');
      const names = [...files.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length));
      const path = `${prefix}${eventFileStem(wallTime, host, names)}.0${suffix}`;
      const file = fileAt(path);
      file.append(head);
      unclosed.set(path, newFile);
      return {
        path,
        append(bytes) {
          file.append(bytes);
          return bytes.length;
        },
        flush: () => undefined,
        sync: async () => undefined,
        close: () => void unclosed.delete(path),
        discard() {
          unclosed.delete(path);
          files.delete(path);
        },
      };
    },
    read: (path) => files.get(path)?.bytes.slice(),
    replace(path, bytes) {
      files.delete(path);
      fileAt(path).append(bytes);
    },
    append: (path, bytes) => fileAt(path).append(bytes),
    files() {
      for (const file of unclosed.values()) file.appendWaiting();
      return new Map([...files].map(([path, { bytes }]) => [path, bytes.slice()]));
    },
  };
}

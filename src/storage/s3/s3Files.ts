// Objects of a store as files that are read.

import type { ListedFile, ReadableFile } from '../storage.ts';
import { warnOnce } from '../warn.ts';
import { type ObjectStore, openStore } from './objectStore.ts';
import { readRetries } from './retryReads.ts';
import { type S3Address, type StoreSettings, s3AddressOf, s3Path, storeSettings } from './s3Address.ts';
import { StoreError } from './storeError.ts';

/** Makes a function that opens each store once. */
function oneOfEach(open: (settings: StoreSettings) => ObjectStore): (settings: StoreSettings) => ObjectStore {
  const stores = new Map<string, ObjectStore>();
  return (settings) => {
    const name = JSON.stringify(settings);
    const store = stores.get(name) ?? open(settings);
    stores.set(name, store);
    return store;
  };
}

/** The store that all writers of this process share: these try again by themselves. */
export const storeOf = oneOfEach((settings) => openStore(settings));

const readStoreOf = oneOfEach((settings) => openStore(settings, { retry: readRetries() }));
const storeAt = ({ scheme }: S3Address): ObjectStore => readStoreOf(storeSettings(scheme));

/**
 * The objects below an address, or the object itself.
 * @param deep whether objects of folders below it are listed too
 * @returns undefined where there are none
 */
export async function listObjects(path: string, deep: boolean): Promise<readonly ListedFile[] | undefined> {
  const address = s3AddressOf(path);
  const { bucket, key } = address;
  const prefix = key === '' ? '' : `${key}/`;
  const store = storeAt(address);
  const found: ListedFile[] = [];
  const unnamed: string[] = [];
  let isFolder = false;
  for await (const { objects, folders } of store.list(bucket, { prefix, deep })) {
    isFolder ||= objects.length > 0 || folders.length > 0;
    for (const { key: each, size, etag } of objects) {
      const names = each.slice(prefix.length).split('/');
      const name = names.pop()!;
      // an object that stands for an empty folder
      if (name === '') continue;
      // an address of it would name another object
      if (names.some((each) => ['', '.', '..'].includes(each))) {
        unnamed.push(each);
        continue;
      }
      const path = s3Path({ ...address, key: each });
      found.push({ path, name, folder: names.join('/') || '.', ...stampOf(size, etag) });
    }
  }
  if (unnamed.length > 0) tellUnnamed(path, unnamed);
  if (isFolder || key === '') return isFolder ? found : undefined;
  for await (const { objects } of store.list(bucket, { prefix: key, deep: false })) {
    const [first] = objects;
    if (first?.key !== key) return undefined;
    const { size, etag } = first;
    return [{ path, name: key.split('/').at(-1)!, folder: '.', ...stampOf(size, etag) }];
  }
  return undefined;
}

function tellUnnamed(path: string, keys: readonly string[]): void {
  const others = keys.length > 1 ? ` and ${keys.length - 1} more` : '';
  warnOnce(`${path}: passed over ${keys[0]!.slice(0, 200)}${others}: a folder's name is empty, . or ..`);
}

/** A server that lists no ETag does not tell whether an object was replaced. */
const stampOf = (size: number, etag: string): Pick<ListedFile, 'size' | 'version'> => ({
  size,
  ...(etag !== '' && { version: etag }),
});

// an object of this size or less is read by one request
const firstBytes = 2 ** 20;
const laterBytes = 2 ** 22;

/** Opens an object at a byte; nothing is sent by that. */
export async function openObject(path: string, from = 0): Promise<ReadableFile> {
  const address = s3AddressOf(path);
  const store = storeAt(address);
  let fetched = new Uint8Array();
  // indices in the object, and in `fetched`
  let offset = from;
  let at = 0;
  // an object does not grow: a short answer is the last one
  let isAtEnd = false;
  const fetchNext = async (): Promise<void> => {
    const count = offset === from ? firstBytes : laterBytes;
    const bytes = await store.get(address.bucket, address.key, offset, offset + count);
    if (!bytes) throw new StoreError(`${path} is not there`, true, 'NoSuchKey');
    fetched = bytes as Uint8Array<ArrayBuffer>;
    offset += bytes.length;
    isAtEnd = bytes.length < count;
    at = 0;
  };
  return {
    async read(buffer) {
      if (at === fetched.length && !isAtEnd) await fetchNext();
      const next = fetched.subarray(at, at + buffer.length);
      buffer.set(next);
      at += next.length;
      return next.length;
    },
    async size() {
      // from an index at or after its end nothing is read, and the size is not known by that
      if (isAtEnd && (from === 0 || offset > from)) return offset;
      for await (const { objects } of store.list(address.bucket, { prefix: address.key, deep: false }))
        return objects.find(({ key }) => key === address.key)?.size ?? 0;
      return 0;
    },
    close: async () => undefined,
  };
}

// The table of storages by the scheme of a path, which is `s3` in `s3://bucket/run`.
import { got } from '../checks.ts';
import { UserError } from '../errors.ts';
import { disk } from './diskStorage.ts';
import { s3 } from './s3/s3Storage.ts';
import type { Storage } from './storage.ts';

const storages: readonly { readonly scheme: string | undefined; readonly storage: Storage }[] = [
  { scheme: undefined, storage: disk },
  { scheme: 's3', storage: s3 },
  { scheme: 'gs', storage: s3 },
];

/**
 * The storage that `path` is in; the disk where the path has no scheme of the table.
 * @throws UserError for a path that is no string
 */
export function storageOf(path: string): Storage {
  if (typeof path !== 'string') throw new UserError(`the path must be a string, got ${got(path)}`);
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//.exec(path)?.[1];
  return storages.find((row) => row.scheme === scheme)?.storage ?? disk;
}

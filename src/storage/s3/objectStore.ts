// The requests that are sent to a store, and what their answers mean.
import type { StoreSettings } from './s3Address.ts';
import { createS3Client, type Patience, type S3Client, type S3Library } from './s3Client.ts';
import { StoreError, storeErrorOf } from './storeError.ts';

/** An object of a listing. */
interface ListedObject {
  readonly key: string;
  readonly size: number;
  /** the server's mark of these very bytes */
  readonly etag: string;
}

/** A page of a listing. */
interface ListedPage {
  readonly objects: readonly ListedObject[];
  /** names of folders, with a slash at the end, where the listing does not go into them */
  readonly folders: readonly string[];
}

/** What is listed. */
interface Listing {
  /** the beginning of keys */
  readonly prefix: string;
  /** whether objects of folders below are listed too */
  readonly deep: boolean;
  /** keys after this one; all keys */
  readonly after?: string;
}

/** Requests to one store. All of them throw a StoreError. */
export interface ObjectStore {
  /**
   * Stores an object.
   * @param isNew whether an object that has the key already is left as it is
   * @returns false where the key is taken
   */
  put(bucket: string, key: string, body: Uint8Array, isNew: boolean): Promise<boolean>;
  /**
   * Reads the bytes of an object from the index `from` to before `to`.
   * @returns undefined where there is no such object, and no bytes from its end on
   */
  get(bucket: string, key: string, from?: number, to?: number): Promise<Uint8Array | undefined>;
  list(bucket: string, listing: Listing): AsyncGenerator<ListedPage>;
}

// a slow line has 20 kB a second
const requestMs = (bytes: number): number => Math.ceil(20_000 + bytes / 20);

/** Sends a request, and sends it again where that may help. */
export type Retry = <T>(request: () => Promise<T>) => Promise<T>;

/**
 * Opens a store; nothing is sent by that.
 * @param retry of requests that read; without it each is sent as often as the client does
 * @throws UserError where the client's package is not installed
 */
export function openStore(
  settings: StoreSettings,
  { patience, retry = (request) => request() }: { readonly patience?: Patience; readonly retry?: Retry } = {},
): ObjectStore {
  const { client, library } = createS3Client(settings, patience);
  const { GetObjectCommand, PutObjectCommand } = library;
  let isConditional = true;
  const clear = (error: unknown, bucket: string): StoreError =>
    error instanceof StoreError ? error : storeErrorOf(error, `${settings.scheme}://${bucket}`, settings);
  const get: ObjectStore['get'] = async (bucket, key, from, to) => {
    const range = from === undefined ? {} : { Range: `bytes=${from}-${to === undefined ? '' : to - 1}` };
    try {
      const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...range });
      const { Body } = await client.send(command, {
        abortSignal: AbortSignal.timeout(requestMs((to ?? 2 ** 23) - (from ?? 0))),
      });
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      const failed = clear(error, bucket);
      if (failed.word === 'InvalidRange') return new Uint8Array();
      if (failed.word === 'NoSuchKey') return undefined;
      throw failed;
    }
  };
  const isTaken = (bucket: string, key: string): Promise<boolean> =>
    get(bucket, key, 0, 1).then(
      (bytes) => bytes !== undefined,
      (error: StoreError) => {
        // some credentials may write and not read; parts of the key are random
        if (error.word === 'AccessDenied') return false;
        throw error;
      },
    );
  const put = async (bucket: string, key: string, body: Uint8Array, isNew: boolean): Promise<boolean> => {
    if (isNew && !isConditional && (await isTaken(bucket, key))) return false;
    const condition = isNew && isConditional ? { IfNoneMatch: '*' } : {};
    try {
      const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ...condition });
      const answer = await client.send(command, { abortSignal: AbortSignal.timeout(requestMs(body.length)) });
      // a web page may answer 200 to anything
      if (answer.ETag) return true;
    } catch (error) {
      const { $metadata, name } = error as { readonly $metadata?: { readonly httpStatusCode?: number }; name?: string };
      if ($metadata?.httpStatusCode === 412) return false;
      // old servers answer so to a condition that they do not know
      if (isConditional && isNew && (name === 'NotImplemented' || $metadata?.httpStatusCode === 501)) {
        isConditional = false;
        return put(bucket, key, body, isNew);
      }
      throw clear(error, bucket);
    }
    throw new StoreError(`${settings.endpoint ?? bucket} answers without an ETag, as no S3 server does`, false);
  };
  return {
    put,
    get: (...where) => retry(() => get(...where)),
    list: (bucket, listing) => pagesOf(client, library, bucket, listing, (error) => clear(error, bucket), retry),
  };
}

async function* pagesOf(
  client: S3Client,
  { ListObjectsV2Command }: S3Library,
  bucket: string,
  { prefix, deep, after }: Listing,
  clear: (error: unknown) => StoreError,
  retry: Retry,
): AsyncGenerator<ListedPage> {
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      ...(!deep && { Delimiter: '/' }),
      ...(after !== undefined && { StartAfter: after }),
      ...(token !== undefined && { ContinuationToken: token }),
    });
    const page = await retry(() =>
      client.send(command, { abortSignal: AbortSignal.timeout(requestMs(0)) }).catch((error) => {
        throw clear(error);
      }),
    );
    token = page.NextContinuationToken;
    yield {
      objects: (page.Contents ?? []).map(({ Key = '', Size = 0, ETag = '' }) => ({ key: Key, size: Size, etag: ETag })),
      folders: (page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix),
    };
  } while (token !== undefined);
}

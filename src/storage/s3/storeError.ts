// Errors of an object store as one clause each. Texts of the client and the server are left out: they may hold secrets.
import { UserError } from '../../errors.ts';
import type { StoreSettings } from './s3Address.ts';

/** A store did not do what it was asked for. */
export class StoreError extends UserError {
  override name = 'StoreError';
  /**
   * Whether the same request would be refused again, as with wrong credentials: a flush is rejected at once. An error that is not
   * final, such as that of a store that cannot be reached, is tried again, and a flush waits up to 28 s for it.
   */
  readonly isFinal: boolean;
  /** the server's word for the error, such as `NoSuchKey` */
  readonly word: string;

  constructor(message: string, isFinal: boolean, word = '') {
    super(message);
    this.isFinal = isFinal;
    this.word = word;
  }
}

/** Fields of the client's errors. */
interface ClientError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  /** the bucket's region, in the body of an answer to a signature for another one */
  readonly Region?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

const wordsOfCredentials = [
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'InvalidToken',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'TokenRefreshRequired',
  'AuthFailure',
];
const networkCodes = /^E[A-Z]+$|^UND_|^CERT_|_CERT|^ERR_SSL|^ERR_TLS/;
const retriedStatus = [408, 409, 425, 429];

/** @param bucket with its scheme, such as `s3://bucket` */
export function storeErrorOf(error: unknown, bucket: string, { endpoint, region }: StoreSettings): StoreError {
  const { name, code, message, Region, $metadata, $response } = (error ?? {}) as ClientError;
  const word = wordOf(name);
  const status = $metadata?.httpStatusCode;
  const fail = (clause: string): StoreError => new StoreError(clause, true, word);
  const retry = (clause: string): StoreError => new StoreError(clause, false, word);
  const server = endpoint ?? `the store of ${bucket}`;
  if (word === 'CredentialsProviderError')
    return fail(
      `there are no credentials for ${bucket}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE`,
    );
  if (wordsOfCredentials.includes(word)) return fail(`${bucket} refuses the credentials: ${word}`);
  if (/^Region is missing/.test(`${message}`)) return fail(`the region of ${bucket} is unknown: set AWS_REGION`);
  if (/^Region not accepted|^Invalid region/i.test(`${message}`))
    return fail(`AWS_REGION must name a region such as us-east-1, got ${region}`);
  // Amazon has the region in a header, MinIO in the body alone
  const elsewhere =
    $response?.headers?.['x-amz-bucket-region'] ?? (word === 'AuthorizationHeaderMalformed' ? Region : undefined);
  if (elsewhere !== undefined && (status === 301 || status === 400))
    return fail(`${bucket} is in another region: set AWS_REGION=${wordOf(elsewhere)}`);
  if (status === 301) return fail(`${bucket} is in another region: set AWS_REGION to it`);
  if (word === 'NoSuchBucket') return fail(`there is no bucket ${bucket}`);
  if (word === 'RequestTimeTooSkewed') return retry(`the clock of this machine and that of ${server} differ too much`);
  if (word === 'AbortError') return retry(`${server} took too long`);
  const reason = typeof code === 'string' && networkCodes.test(code) ? code : undefined;
  if (reason !== undefined || word === 'TimeoutError')
    return retry(`${server} cannot be reached: ${reason ?? 'no answer'}`);
  if (status === undefined) return retry(`${bucket} failed: ${word}`);
  if (status === 403) return fail(`${bucket} does not allow it: ${word}`);
  if (status === 404 && word !== 'NoSuchKey') return fail(`${server} is no S3 server: it answers 404`);
  const isFinal = status >= 400 && status < 500 && !retriedStatus.includes(status);
  return new StoreError(`${bucket} answers ${status} ${word}`, isFinal, word);
}

/** The letters of a server's word: it comes from outside, and goes to a terminal. */
const wordOf = (text: unknown): string => `${text ?? 'an unknown error'}`.replace(/[^\w. -]/g, '').slice(0, 80);
